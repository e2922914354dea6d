import { commands, type ExtensionContext, type LogOutputChannel, window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { loadedAt } from "./clock.ts";
import { fixAll } from "./commands/fix-all.ts";
import { restartServer } from "./commands/restart-server.ts";
import { runScaffold, scaffolds } from "./commands/scaffold.ts";
import { showFindings } from "./commands/show-findings.ts";
import { showImageState } from "./commands/show-image-state.ts";
import { showRule } from "./commands/show-rule.ts";
import { registerPages } from "./pages.ts";
import { createStatus } from "./status.ts";

/** Called by VS Code when the first file of our languages is opened. Returns before the server is up. */
export function activate(context: ExtensionContext): void {
	const log = window.createOutputChannel("Plimsoll", { log: true });
	const client = startClient(context, log);
	const register = (command: string, run: (...args: never[]) => unknown) =>
		context.subscriptions.push(commands.registerCommand(`plimsoll.${command}`, run));

	for (const [command, scaffold] of Object.entries(scaffolds))
		register(command, () => runScaffold(client, scaffold, log));
	register("fixAll", () => fixAll(client));
	register("showRule", (id?: string) => showRule(client, id));
	register("showImageState", () => showImageState(client));
	register("showFindings", () => showFindings());
	register("showOutput", () => log.show());
	register("restartServer", () => restartServer(client));
	context.subscriptions.push(log, registerPages(), createStatus(client));
	log.debug(`Activated in ${(performance.now() - loadedAt).toFixed(1)} ms.`);
}

/**
 * Loads the language client and starts it with the server. Its code is a bundle of its own, loaded only when activation is
 * over: it takes longer to load than all of ours.
 */
async function startClient(context: ExtensionContext, log: LogOutputChannel): Promise<LanguageClient> {
	await new Promise(setImmediate);
	const { createClient } = await import("./client.ts");
	const client = createClient(context, log);
	context.subscriptions.push(client);
	client.start().catch((error: unknown) => log.error("The language server did not start:", error));
	return client;
}
