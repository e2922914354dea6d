import type { FileEdit, Fix } from "../../core/finding.ts";
import type { Span } from "../../core/text.ts";
import { ruleNamed } from "../../rules/names.ts";
import type { Document } from "../../workspace/document.ts";
import type { FileResult, Reporter, Result } from "./report.ts";

/** One object with every finding; lines and characters (UTF-16 code units) from 0. */
export const json: Reporter = (result) => {
	const findings = result.files.flatMap(({ path, document, findings: found }) =>
		found.map((finding) => ({
			file: path,
			rule: finding.rule,
			aliases: ruleNamed(finding.rule)?.aliases ?? [],
			severity: finding.severity,
			message: finding.message,
			range: toRange(document, finding.span),
			fix: finding.fixes[0] ? toFix(result, document, finding.fixes[0]) : null,
		})),
	);
	return `${JSON.stringify({ version: 1, files: result.files.length, findings, skipped: result.skipped.map(({ path, reason }) => ({ file: path, reason })) })}\n`;
};

function toFix(result: Result, document: Document, fix: Fix) {
	return {
		title: fix.title,
		safety: fix.safety,
		edits: fix.edits().flatMap((edit: FileEdit) => {
			const target = edit.uri === undefined ? document : result.documentOf(edit.uri);
			return target
				? [{ file: result.shownUri(target.uri), range: toRange(target, edit.span), newText: edit.text }]
				: [];
		}),
	};
}

export function toRange(document: FileResult["document"], span: Span) {
	return { start: document.lines.placeAt(span.start), end: document.lines.placeAt(span.end) };
}
