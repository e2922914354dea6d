import assert from "node:assert/strict";
import { commands, Selection, workspace } from "vscode";
import { open, uriOf } from "./editor.ts";

/** Makes a file of the workspace, opens it, and inserts a contributed snippet at its end. */
async function withSnippet(file: string, langId: string, name: string): Promise<string> {
	await workspace.fs.writeFile(uriOf(file), new Uint8Array());
	const editor = await open(file);
	editor.selection = new Selection(0, 0, 0, 0);
	await commands.executeCommand("editor.action.insertSnippet", { langId, name });
	return editor.document.getText();
}

describe("writing", () => {
	it("has snippets for each language", async () => {
		assert.match(
			await withSnippet("Dockerfile.snippet", "dockerfile", "Install packages with apt-get"),
			/apt-get install/,
		);
		assert.match(await withSnippet("snippet.compose.yaml", "yaml", "Compose file"), /^services:/m);
		assert.match(await withSnippet("snippet.yaml", "yaml", "Deployment"), /^kind: Deployment$/m);
	});
});
