import assert from "node:assert/strict";
import {
	commands,
	type Diagnostic,
	languages,
	type TextDocument,
	type TextEditor,
	Uri,
	window,
	workspace,
} from "vscode";

/** The URI of a file of the test's workspace. */
export function uriOf(file: string): Uri {
	const folder = workspace.workspaceFolders?.[0];
	assert(folder, "no folder is open");
	return Uri.joinPath(folder.uri, file);
}

/** Opens a file as it is on disk, edits of earlier tests undone. */
export async function open(file: string): Promise<TextEditor> {
	const editor = await window.showTextDocument(uriOf(file));
	await commands.executeCommand("workbench.action.files.revert");
	return editor;
}

/** Waits until `look` finds something; fails with `what` after some seconds. */
export async function eventually<T>(
	what: string,
	look: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
	const deadline = Date.now() + 15_000;
	for (;;) {
		const found = await look();
		if (found !== undefined && found !== false) return found;
		if (Date.now() > deadline) throw new assert.AssertionError({ message: `in vain waited for ${what}` });
		await new Promise((done) => setTimeout(done, 50));
	}
}

/** Our findings in a file, `rule: underlined text`. */
export function findings(document: TextDocument): { rule: string; text: string; diagnostic: Diagnostic }[] {
	return languages
		.getDiagnostics(document.uri)
		.filter(({ source }) => source === "plimsoll")
		.map((diagnostic) => ({
			rule: String(typeof diagnostic.code === "object" ? diagnostic.code.value : diagnostic.code),
			text: document.getText(diagnostic.range),
			diagnostic,
		}));
}

/** The finding of a rule, once it is there. */
export function finding(document: TextDocument, rule: string) {
	return eventually(`${rule} in ${document.fileName}`, () => findings(document).find((one) => one.rule === rule));
}

/** Waits until a rule finds nothing more. */
export function noFinding(document: TextDocument, rule: string): Promise<true> {
	return eventually(`no ${rule} in ${document.fileName}`, () => !findings(document).some((one) => one.rule === rule));
}
