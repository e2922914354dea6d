import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from "vscode-languageserver";
import type { Finding } from "../../core/finding.ts";
import { type Edit, touches } from "../../core/text.ts";
import { chooseEdits, fixDocument } from "../../lint/fix.ts";
import { ignoreEdit, ignoreFileEdit } from "../../lint/ignore.ts";
import type { Document } from "../../workspace/document.ts";
import { fixAllKind } from "../protocol.ts";
import type { Session } from "../session.ts";
import { toWorkspaceEdit } from "../workspace-edit.ts";

/** Quick fixes of the findings in the range, the ways to ignore them, and Fix All. */
export function codeActions(session: Session, params: CodeActionParams): CodeAction[] {
	const document = session.document(params.textDocument.uri);
	if (!document) return [];
	const wanted = (kind: string) =>
		params.context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ?? true;
	const actions: CodeAction[] = [];
	if (wanted(CodeActionKind.QuickFix)) {
		const range = session.converter.toSpan(document, params.range);
		const all = session.lint(document);
		const here = all.filter(
			({ span }) =>
				touches(span, range.start) || touches(span, range.end) || (range.start <= span.start && span.end <= range.end),
		);
		for (const finding of here) actions.push(...fixesOf(session, document, finding, params.context.diagnostics));
		for (const finding of oneOfEachRule(here)) actions.push(...fixAllOfRule(session, document, all, finding));
		for (const finding of oneOfEachRule(here)) actions.push(...ignoreActions(session, document, finding));
	}
	if (params.context.only?.length && wanted(fixAllKind)) actions.push(...fixAllAction(session, document));
	return actions;
}

function fixesOf(
	session: Session,
	document: Document,
	finding: Finding,
	diagnostics: readonly Diagnostic[],
): CodeAction[] {
	return finding.fixes.flatMap((fix, index) => {
		const edit = toWorkspaceEdit(session, document, fix.edits());
		if (!edit) return [];
		const range = session.converter.toRange(document, finding.span);
		const mended = diagnostics.filter(
			({ code, range: { start, end } }) =>
				code === finding.rule &&
				start.line === range.start.line &&
				start.character === range.start.character &&
				end.line === range.end.line &&
				end.character === range.end.character,
		);
		return [
			{
				title: fix.title,
				kind: CodeActionKind.QuickFix,
				diagnostics: mended,
				edit,
				...(index === 0 && { isPreferred: true }),
			},
		];
	});
}

function fixAllOfRule(session: Session, document: Document, all: readonly Finding[], { rule }: Finding): CodeAction[] {
	if (all.filter((finding) => finding.rule === rule && finding.fixes.length > 0).length < 2) return [];
	const edits = chooseEdits(all, { safety: "suggestion", rule });
	return action(session, document, `Fix all \`${rule}\` in this file`, edits);
}

function ignoreActions(session: Session, document: Document, finding: Finding): CodeAction[] {
	if (finding.rule === "unused-ignore" || finding.rule === "ignore-without-reason") return [];
	return [
		...action(session, document, `Ignore \`${finding.rule}\` here`, [ignoreEdit(document, finding)]),
		...action(session, document, `Ignore \`${finding.rule}\` in this file`, [ignoreFileEdit(document, finding)]),
	];
}

function action(session: Session, document: Document, title: string, edits: readonly Edit[]): CodeAction[] {
	const edit = toWorkspaceEdit(session, document, edits);
	return edit ? [{ title, kind: CodeActionKind.QuickFix, edit }] : [];
}

function fixAllAction(session: Session, document: Document): CodeAction[] {
	const text = fixDocument(document, session.linterFor(document.uri), session.worldOf(document.uri), {
		safety: "safe",
	});
	if (text === document.text) return [];
	const edit = toWorkspaceEdit(session, document, [smallestChange(document.text, text)]);
	return edit ? [{ title: "Apply all safe fixes of Plimsoll", kind: fixAllKind, edit }] : [];
}

/** One edit that leaves alone what both texts start and end with, so that cursors and folds elsewhere stay. */
function smallestChange(before: string, after: string): Edit {
	let start = 0;
	while (start < before.length && start < after.length && before[start] === after[start]) start++;
	let end = 0;
	while (
		end < before.length - start &&
		end < after.length - start &&
		before[before.length - 1 - end] === after[after.length - 1 - end]
	)
		end++;
	return { span: { start, end: before.length - end }, text: after.slice(start, after.length - end) };
}

function oneOfEachRule(findings: readonly Finding[]): readonly Finding[] {
	const seen = new Set<string>();
	return findings.filter(({ rule }) => !seen.has(rule) && seen.add(rule));
}
