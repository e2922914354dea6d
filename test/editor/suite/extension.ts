import assert from "node:assert/strict";
import { commands, extensions } from "vscode";
import { eventually, open } from "./editor.ts";

interface Manifest {
	readonly contributes: { readonly commands: readonly { readonly command: string; readonly category: string }[] };
}

function ours() {
	const extension = extensions.getExtension("plimsoll.plimsoll");
	assert(extension, "Plimsoll is not installed");
	return extension;
}

describe("the installed extension", () => {
	it("is the packaged one, not the sources", () => {
		assert.match(ours().extensionPath, /plimsoll\.plimsoll-\d+\.\d+\.\d+/);
	});

	it("is active once a Dockerfile is open", async () => {
		const { document } = await open("Dockerfile");
		assert.equal(document.languageId, "dockerfile");
		await eventually("activation", () => ours().isActive);
	});

	it("has all commands of its manifest, under one category", async () => {
		const known = new Set(await commands.getCommands(true));
		const { contributes } = ours().packageJSON as Manifest;
		assert(contributes.commands.length >= 9);
		for (const { command, category } of contributes.commands) {
			assert(known.has(command), `${command} is not registered`);
			assert.equal(category, "Plimsoll");
		}
	});
});
