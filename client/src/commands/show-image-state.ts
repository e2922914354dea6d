import { window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { type ImageStateParams, imageStateRequest, type MarkdownResult } from "../../../server/src/lsp/protocol.ts";
import { showPage } from "../pages.ts";
import { say } from "../say.ts";
import { started } from "../started.ts";

/** Shows what the image is like after the line of the cursor. */
export async function showImageState(loading: Promise<LanguageClient>): Promise<void> {
	const editor = window.activeTextEditor;
	if (editor?.document.languageId !== "dockerfile") return say("Place the cursor in a Dockerfile first.");
	const client = await started(loading);
	const { line, character } = editor.selection.active;
	const params: ImageStateParams = { uri: editor.document.uri.toString(), position: { line, character } };
	const page = await client.sendRequest<MarkdownResult | null>(imageStateRequest, params);
	if (!page) return say("No stage starts before this line, so there is no image yet.");
	await showPage("Image State", page.markdown);
}
