import { styleText } from "node:util";
import type { Finding, Severity } from "../../core/finding.ts";
import { severities } from "../../core/finding.ts";
import type { Document } from "../../workspace/document.ts";
import { countBySeverity, type Reporter } from "./report.ts";

type Style = Parameters<typeof styleText>[0];

const colors: Readonly<Record<Severity, Style>> = { error: "red", warning: "yellow", info: "blue", hint: "gray" };

/** For people: the line of each finding with what is underlined, and what a fix would do. */
export const pretty: Reporter = (result, { color, quiet }) => {
	const paint = (style: Style, text: string) => (color ? styleText(style, text, { validateStream: false }) : text);
	const lines: string[] = [];
	for (const { path, document, findings } of result.files) {
		for (const finding of findings) lines.push(...findingLines(path, document, finding, paint), "");
	}
	for (const { path, reason } of result.skipped) lines.push(`${path}: skipped: ${reason}`);
	if (!quiet || lines.length > 0)
		lines.push(
			summary(countBySeverity(result), result.files.length, fixable(result.files.flatMap(({ findings }) => findings))),
		);
	return lines.length > 0 ? `${lines.join("\n")}\n` : "";
};

function findingLines(
	path: string,
	document: Document,
	finding: Finding,
	paint: (style: Style, text: string) => string,
): string[] {
	const place = document.lines.placeAt(finding.span.start);
	const end = document.lines.placeAt(finding.span.end);
	const text = document.text
		.slice(document.lines.lineStart(place.line), document.lines.lineEnd(place.line))
		.replace(/\t/g, " ");
	const width = Math.max(1, (end.line === place.line ? end.character : text.length) - place.character);
	const number = String(place.line + 1);
	const gutter = " ".repeat(number.length);
	const lines = [
		`${paint("bold", `${path}:${place.line + 1}:${place.character + 1}`)} ${paint(colors[finding.severity], finding.severity)} ${finding.message} ${paint("dim", finding.rule)}`,
		`  ${paint("dim", `${number} |`)} ${cut(text, place.character, width)}`,
		`  ${paint("dim", `${gutter} |`)} ${" ".repeat(shownColumn(text, place.character, width))}${paint(colors[finding.severity], "~".repeat(Math.min(width, maximumWidth)))}`,
	];
	const fix = finding.fixes[0];
	if (fix) lines.push(`  ${paint("dim", `${gutter} =`)} ${fix.safety === "safe" ? "fix" : "suggestion"}: ${fix.title}`);
	return lines;
}

/** Characters of a source line that are shown. */
const maximumWidth = 120;

/** The part of a long line around what is underlined. */
function cut(text: string, start: number, width: number): string {
	if (text.length <= maximumWidth) return text;
	const from = cutFrom(start, width);
	return text.slice(from, from + maximumWidth);
}

function shownColumn(text: string, start: number, width: number): number {
	return text.length <= maximumWidth ? start : start - cutFrom(start, width);
}

function cutFrom(start: number, width: number): number {
	return Math.max(0, start + Math.min(width, maximumWidth) - maximumWidth);
}

function fixable(findings: readonly Finding[]): number {
	return findings.filter(({ fixes }) => fixes[0]?.safety === "safe").length;
}

function summary(counts: Readonly<Record<Severity, number>>, files: number, safe: number): string {
	const parts = severities
		.filter((severity) => counts[severity] > 0)
		.map((severity) => plural(counts[severity], severity));
	const looked = `in ${plural(files, "file")}`;
	if (parts.length === 0) return `Nothing found ${looked}.`;
	return `${parts.join(", ")} ${looked}.${safe > 0 ? ` --fix mends ${safe}.` : ""}`;
}

function plural(count: number, word: string): string {
	return `${count} ${word}${count === 1 || word === "info" ? "" : "s"}`;
}
