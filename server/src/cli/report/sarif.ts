import type { Severity } from "../../core/finding.ts";
import type { Span } from "../../core/text.ts";
import { ruleMarkdown } from "../../lint/explain.ts";
import { rules } from "../../rules/index.ts";
import type { Document } from "../../workspace/document.ts";
import { version } from "../version.ts";
import type { Reporter, Result } from "./report.ts";

const sarifLevels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
	error: "error",
	warning: "warning",
	info: "note",
	hint: "note",
};

/** SARIF 2.1.0 (OASIS), with the help of each rule that was found and the fixes. */
export const sarif: Reporter = (result) => {
	const found = new Set(result.files.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
	const described = rules.filter(({ id }) => found.has(id));
	const log = {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [
			{
				tool: {
					driver: {
						name: "Plimsoll",
						semanticVersion: version,
						rules: described.map((rule) => ({
							id: rule.id,
							shortDescription: { text: rule.summary },
							fullDescription: { text: rule.why },
							help: { text: `${rule.summary} ${rule.why}`, markdown: ruleMarkdown(rule) },
							defaultConfiguration: { level: sarifLevels[rule.severity] },
							properties: { tags: [...rule.tags, ...rule.practice], aliases: rule.aliases },
						})),
					},
				},
				columnKind: "utf16CodeUnits",
				invocations: [
					{
						executionSuccessful: result.skipped.length === 0,
						toolExecutionNotifications: result.skipped.map(({ path, reason }) => ({
							level: "warning",
							message: { text: `skipped: ${reason}` },
							locations: [{ physicalLocation: { artifactLocation: { uri: toUri(path) } } }],
						})),
					},
				],
				results: result.files.flatMap(({ path, document, findings }) =>
					findings.map((finding) => ({
						ruleId: finding.rule,
						ruleIndex: described.findIndex(({ id }) => id === finding.rule),
						level: sarifLevels[finding.severity],
						message: { text: finding.message },
						locations: [
							{
								physicalLocation: { artifactLocation: { uri: toUri(path) }, region: toRegion(document, finding.span) },
							},
						],
						...(finding.fixes.length > 0 && { fixes: finding.fixes.flatMap((fix) => toFix(result, document, fix)) }),
					})),
				),
			},
		],
	};
	return `${JSON.stringify(log, undefined, 2)}\n`;
};

function toFix(result: Result, document: Document, fix: Result["files"][number]["findings"][number]["fixes"][number]) {
	const byFile = new Map<Document, object[]>();
	for (const edit of fix.edits()) {
		const target = edit.uri === undefined ? document : result.documentOf(edit.uri);
		if (!target) return [];
		const replacements = byFile.get(target) ?? [];
		replacements.push({ deletedRegion: toRegion(target, edit.span), insertedContent: { text: edit.text } });
		byFile.set(target, replacements);
	}
	if (byFile.size === 0) return [];
	return [
		{
			description: { text: fix.title },
			artifactChanges: [...byFile].map(([target, replacements]) => ({
				artifactLocation: { uri: toUri(result.shownUri(target.uri)) },
				replacements,
			})),
		},
	];
}

/** Lines and columns from 1; the end column is behind the last character. */
function toRegion(document: Document, span: Span) {
	const start = document.lines.placeAt(span.start);
	const end = document.lines.placeAt(span.end);
	return {
		startLine: start.line + 1,
		startColumn: start.character + 1,
		endLine: end.line + 1,
		endColumn: end.character + 1,
	};
}

function toUri(path: string): string {
	const encoded = path.split("/").map(encodeURIComponent).join("/");
	return path.startsWith("/") ? `file://${encoded}` : encoded;
}
