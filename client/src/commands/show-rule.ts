import { window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import {
	type MarkdownResult,
	type RuleEntry,
	type RuleParams,
	ruleListRequest,
	ruleRequest,
} from "../../../server/src/lsp/protocol.ts";
import { findingsOf, ruleOf } from "../findings.ts";
import { showPage } from "../pages.ts";
import { say } from "../say.ts";
import { started } from "../started.ts";

/** Shows a rule's documentation: the one named, else the one of the finding at the cursor, else one chosen from all. */
export async function showRule(loading: Promise<LanguageClient>, named?: string): Promise<void> {
	const client = await started(loading);
	const id = typeof named === "string" ? named : (ruleAtCursor() ?? (await chooseRule(client)));
	if (id === undefined) return;
	const params: RuleParams = { id };
	const page = await client.sendRequest<MarkdownResult | null>(ruleRequest, params);
	if (!page) return say(`There is no rule "${id}".`);
	await showPage(id, page.markdown);
}

/** The rule of the only finding at the cursor. */
function ruleAtCursor(): string | undefined {
	const editor = window.activeTextEditor;
	if (!editor) return undefined;
	const here = findingsOf(editor.document.uri).filter(({ range }) => range.contains(editor.selection.active));
	const rules = new Set(here.map(ruleOf));
	return rules.size === 1 ? [...rules][0] : undefined;
}

async function chooseRule(client: LanguageClient): Promise<string | undefined> {
	const uri = window.activeTextEditor?.document.uri;
	const inFile = new Set(uri ? findingsOf(uri).map(ruleOf) : []);
	const rules = await client.sendRequest<RuleEntry[]>(ruleListRequest);
	const items = rules
		.map(({ id, summary }) => ({ label: id, detail: summary, description: inFile.has(id) ? "in this file" : "" }))
		.sort((a, b) => Number(inFile.has(b.label)) - Number(inFile.has(a.label)));
	const options = { title: "Show Rule", placeHolder: "Which rule?", matchOnDetail: true };
	return (await window.showQuickPick(items, options))?.label;
}
