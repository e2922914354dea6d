import type { LanguageClient } from "vscode-languageclient/node";

/** Stops the server, if it runs, and starts it anew. */
export async function restartServer(client: LanguageClient): Promise<void> {
	await (client.isRunning() ? client.restart() : client.start());
}
