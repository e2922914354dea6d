import assert from "node:assert/strict";
import { commands, Selection, workspace } from "vscode";
import { eventually, open, uriOf } from "./editor.ts";

interface Token {
	/** The text. */
	readonly c: string;
	/** Its scopes. */
	readonly t: string;
}

/** Scopes of the first token that is `text`, by VS Code's own grammars and ours. */
async function scopesOf(file: string, text: string): Promise<string> {
	return eventually(`a token ${text} in ${file}`, async () => {
		const tokens = await commands.executeCommand<Token[]>("_workbench.captureSyntaxTokens", uriOf(file));
		return tokens.find(({ c }) => c.trim() === text)?.t;
	});
}

/** Makes a file of the workspace, opens it, and inserts a contributed snippet at its end. */
async function withSnippet(file: string, langId: string, name: string): Promise<string> {
	await workspace.fs.writeFile(uriOf(file), new Uint8Array());
	const editor = await open(file);
	editor.selection = new Selection(0, 0, 0, 0);
	await commands.executeCommand("editor.action.insertSnippet", { langId, name });
	return editor.document.getText();
}

describe("writing", () => {
	it("colours the shell in a RUN", async () => {
		await workspace.fs.writeFile(uriOf("colour.Dockerfile"), Buffer.from('FROM alpine:3.22\nRUN echo "one" && ls\n'));
		await workspace.fs.rename(uriOf("colour.Dockerfile"), uriOf("Dockerfile.colour"), { overwrite: true });
		assert.match(
			await scopesOf("Dockerfile.colour", "one"),
			/meta\.embedded\.shell\.dockerfile.*string\.quoted\.double\.shell/,
		);
	});

	it("colours interpolation in a Compose value", async () => {
		await workspace.fs.writeFile(uriOf("colour.yaml"), Buffer.from("image: app:${TAG:-latest}\n"));
		assert.match(await scopesOf("colour.yaml", "TAG"), /variable\.other\.compose/);
	});

	it("knows a .dockerignore and colours it", async () => {
		const { document } = await open(".dockerignore");
		assert.equal(document.languageId, "dockerignore");
		assert.match(await scopesOf(".dockerignore", "**"), /keyword\.operator\.wildcard/);
	});

	it("has snippets for each language", async () => {
		assert.match(
			await withSnippet("Dockerfile.snippet", "dockerfile", "Install packages with apt-get"),
			/apt-get install/,
		);
		assert.match(await withSnippet("snippet.compose.yaml", "yaml", "Compose file"), /^services:/m);
		assert.match(await withSnippet("snippet.yaml", "yaml", "Deployment"), /^kind: Deployment$/m);
	});
});
