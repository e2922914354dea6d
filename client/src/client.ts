import { type ExtensionContext, type LogOutputChannel, workspace } from "vscode";
import {
	LanguageClient,
	type LanguageClientOptions,
	type ServerOptions,
	TransportKind,
} from "vscode-languageclient/node";
import type { InitializationOptions } from "../../server/src/lsp/protocol.ts";
import { documents } from "./documents.ts";

/** The language client for the bundled server; not started yet. */
export function createClient(context: ExtensionContext, outputChannel: LogOutputChannel): LanguageClient {
	const module = context.asAbsolutePath("dist/server.js");
	// Node (22.1 and later) keeps the compiled server there, so that the next start skips compiling it.
	const env = { ...process.env, NODE_COMPILE_CACHE: context.globalStorageUri.fsPath };
	const server: ServerOptions = {
		run: { module, transport: TransportKind.ipc, options: { env } },
		debug: { module, transport: TransportKind.ipc, options: { execArgv: ["--nolazy", "--inspect=6009"] } },
	};
	const options: LanguageClientOptions = {
		documentSelector: documents,
		outputChannel,
		initializationOptions: (): InitializationOptions => ({
			plimsoll: { ...workspace.getConfiguration("plimsoll") },
			ruleCommand: true,
		}),
		synchronize: { configurationSection: "plimsoll" },
		markdown: { isTrusted: { enabledCommands: ["plimsoll.showRule"] } },
	};
	return new LanguageClient("plimsoll", "Plimsoll", server, options);
}
