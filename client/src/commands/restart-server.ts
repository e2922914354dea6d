import type { LanguageClient } from "vscode-languageclient/node";

/** Stops the server, if it runs, and starts it anew. */
export async function restartServer(loading: Promise<LanguageClient>): Promise<void> {
	const client = await loading;
	await (client.isRunning() ? client.restart() : client.start());
}
