import { type CodeAction, CodeActionKind, commands, Range, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { fixAllKind } from "../../../server/src/lsp/protocol.ts";
import { say } from "../say.ts";
import { started } from "../started.ts";

/** Applies all safe fixes of the file at hand. */
export async function fixAll(loading: Promise<LanguageClient>): Promise<void> {
	const document = window.activeTextEditor?.document;
	if (!document) return say("Open a file to fix first.");
	await started(loading);
	const everything = new Range(0, 0, document.lineCount, 0);
	const actions = await commands.executeCommand<CodeAction[]>(
		"vscode.executeCodeActionProvider",
		document.uri,
		everything,
		fixAllKind,
		1,
	);
	const action = actions.find(({ kind }) => kind && CodeActionKind.Empty.append(fixAllKind).contains(kind));
	if (!action?.edit) return say("No finding in this file has a fix that is safe to apply unseen.");
	await workspace.applyEdit(action.edit);
}
