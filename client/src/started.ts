import type { LanguageClient } from "vscode-languageclient/node";

/** The client, once its server answers. */
export async function started(loading: Promise<LanguageClient>): Promise<LanguageClient> {
	const client = await loading;
	await client.start();
	return client;
}
