import type { Finding } from "../core/finding.ts";
import type { Comment } from "../core/language.ts";
import { nearest } from "../core/nearest.ts";
import { shiftSpan } from "../core/shift.ts";
import { at, lineEnd, lineStart, nextLine, type Span } from "../core/text.ts";
import { ruleNamed, ruleNames } from "../rules/names.ts";
import type { Report } from "../rules/rule.ts";
import type { Document } from "../workspace/document.ts";

/** A comment or waiver that switches rules off in a part of the file. */
export interface Suppression {
	/** The whole comment. */
	readonly span: Span;
	/** Names as written, rule ids or a peer's ids, with what they are known as: `hadolint/DL3007`; `*` stands for all. */
	readonly names: readonly { readonly name: string; readonly span: Span }[];
	/** Findings that start inside are silenced; the whole file where absent. */
	readonly covers: Span | undefined;
	/** Whether it is a comment of our own, which must not be idle. */
	readonly own: boolean;
	readonly reason: string | undefined;
}

type Reach = "next" | "line" | "file" | "stage";

/** How a tool's comments look: the first group holds the names, the second, where there is one, the reason. */
interface Syntax {
	readonly peer: string;
	readonly pattern: RegExp;
	readonly reach: Reach;
	/** What a comment without names stands for. */
	readonly all?: true;
}

const names = "([\\w*./-]+(?:\\s*,\\s*[\\w*./-]+)*)";

/** Sources: hadolint Pragma.hs, BuildKit's linter (`check=skip`), dclint's and Trivy's documentation. */
const syntaxes: readonly Syntax[] = [
	{
		peer: "",
		pattern: new RegExp(`^#+\\s*plimsoll\\s+ignore-file\\s*=\\s*${names}\\s*(?::\\s*(.*))?$`, "d"),
		reach: "file",
	},
	{
		peer: "",
		pattern: new RegExp(`^#+\\s*plimsoll\\s+ignore\\s*=\\s*${names}\\s*(?::\\s*(.*))?$`, "d"),
		reach: "next",
	},
	{ peer: "hadolint", pattern: new RegExp(`^#\\s*hadolint\\s+global\\s+ignore\\s*=\\s*${names}`, "d"), reach: "file" },
	{ peer: "hadolint", pattern: new RegExp(`^#\\s*hadolint\\s+stage\\s+ignore\\s*=\\s*${names}`, "d"), reach: "stage" },
	{ peer: "hadolint", pattern: new RegExp(`^#\\s*hadolint\\s+ignore\\s*=\\s*${names}`, "d"), reach: "next" },
	{ peer: "tally", pattern: new RegExp(`^#\\s*tally\\s+global\\s+ignore\\s*=\\s*${names}`, "d"), reach: "file" },
	{ peer: "tally", pattern: new RegExp(`^#\\s*tally\\s+ignore\\s*=\\s*${names}`, "d"), reach: "next" },
	{ peer: "buildkit", pattern: new RegExp(`^#\\s*check\\s*=\\s*(?:[\\w=,;-]*;)?skip=${names}`, "d"), reach: "next" },
	{ peer: "dockerfile-utils", pattern: /^#\s*dockerfile-utils:\s*ignore\s*$/d, reach: "next", all: true },
	{ peer: "trivy", pattern: new RegExp(`^#\\s*trivy:ignore:${names}`, "d"), reach: "next" },
	{
		peer: "dclint",
		pattern: new RegExp(`^#\\s*dclint\\s+disable-line(?:\\s+${names})?\\s*$`, "d"),
		reach: "line",
		all: true,
	},
	{
		peer: "dclint",
		pattern: new RegExp(`^#\\s*dclint\\s+disable(?:-file)?(?:\\s+${names})?\\s*$`, "d"),
		reach: "file",
		all: true,
	},
];

/** Everything in the document that switches rules off. */
export function suppressionsOf(document: Document): readonly Suppression[] {
	const found: Suppression[] = [];
	for (const { model, offset } of document.parts) {
		for (const comment of model.comments) {
			const suppression = readComment(document, { ...comment, span: shiftSpan(comment.span, offset) });
			if (suppression) found.push(suppression);
		}
		for (const waiver of model.waivers) {
			found.push({
				span: shiftSpan(waiver.span, offset),
				names: waiver.rules.map(({ name, span }) => ({ name, span: shiftSpan(span, offset) })),
				covers: shiftSpan(waiver.covers, offset),
				own: false,
				reason: undefined,
			});
		}
	}
	return found;
}

function readComment(document: Document, comment: Comment): Suppression | undefined {
	for (const syntax of syntaxes) {
		const match = syntax.pattern.exec(comment.text);
		if (!match) continue;
		const list = match[1];
		if (list === undefined && !syntax.all) continue;
		const start = comment.span.start + (match.indices?.[1]?.[0] ?? 0);
		const written = list === undefined ? [{ name: "*", span: comment.span }] : splitNames(list, start);
		return {
			span: comment.span,
			names: written.map(({ name, span }) => ({ name: knownAs(syntax.peer, name), span })),
			covers: reachOf(document, comment, syntax),
			own: syntax.peer === "",
			reason: match[2]?.trim() || undefined,
		};
	}
	return undefined;
}

function splitNames(list: string, start: number): { name: string; span: Span }[] {
	return [...list.matchAll(/[^\s,]+/g)].map((match) => ({
		name: match[0],
		span: { start: start + match.index, end: start + match.index + match[0].length },
	}));
}

function knownAs(peer: string, name: string): string {
	if (peer === "") return name;
	if (name === "*" || name === "all") return `${peer}/*`;
	if (name.includes("/")) return name;
	return peer === "hadolint" && name.startsWith("SC") ? `shellcheck/${name}` : `${peer}/${name}`;
}

function reachOf(document: Document, comment: Comment, syntax: Syntax): Span | undefined {
	const { text } = document;
	if (syntax.reach === "file") return undefined;
	const line = { start: lineStart(text, comment.span.start), end: lineEnd(text, comment.span.end) };
	if (syntax.reach === "line" || !comment.alone) return line;
	// A directive at the top of a Dockerfile speaks of the whole file; the same comment further down of one instruction.
	if (
		syntax.peer === "buildkit" &&
		/^(?:\uFEFF?(?:\s|#.*)*)$/.test(text.slice(0, comment.span.start)) &&
		isDirective(text, comment)
	)
		return undefined;
	const next = followingCode(text, comment.span.end);
	if (syntax.reach === "stage") return { start: next, end: text.length };
	return document.statement(next);
}

/** Where a text starts, after its byte order mark. */
function startOf(text: string): number {
	return text.startsWith("\uFEFF") ? 1 : 0;
}

/** Whether a line at the top of a file says how the rest is to be read, and so has to stay there. */
function isDirectiveLine(text: string, line: number): boolean {
	const start = Math.max(line, startOf(text));
	const above = text.slice(startOf(text), start).split(/\r?\n/).slice(0, -1);
	return [...above, text.slice(start, lineEnd(text, start))].every((line) => directiveLine.test(line));
}

/** Directives of a Dockerfile and of YAML, and the line that says which program runs a file. */
const directiveLine = /^(?:#\s*(?:syntax|escape|check)\s*=|#!|%)/i;

/** Parser directives stand before any other comment, blank line or instruction. */
function isDirective(text: string, comment: Comment): boolean {
	return text
		.slice(0, comment.span.start)
		.split(/\r?\n/)
		.slice(0, -1)
		.every((line) => /^\uFEFF?#\s*\w+\s*=/.test(line));
}

/** Offset of the first line after `offset` that is neither blank nor a comment. */
function followingCode(text: string, offset: number): number {
	let start = nextLine(text, offset);
	while (start < text.length && /^\s*(?:#|$)/.test(text.slice(start, lineEnd(text, start)))) {
		const next = nextLine(text, start);
		if (next === start) break;
		start = next;
	}
	return start;
}

/** Whether a suppression's name stands for the rule of a finding. */
function isNamed(name: string, finding: Finding): boolean {
	if (name === "*" || name === finding.rule) return true;
	const rule = ruleNamed(finding.rule);
	if (name.endsWith("/*")) return rule?.aliases.some((alias) => alias.startsWith(name.slice(0, -1))) ?? false;
	return rule?.aliases.some((alias) => alias.toLowerCase() === name.toLowerCase()) ?? false;
}

type Reporter = (span: Span, report?: Report) => Finding;

/** The findings that no comment or waiver silences, and those about comments of ours that silence nothing. */
export function applyIgnores(
	document: Document,
	findings: readonly Finding[],
	reporterOf: (rule: string) => Reporter | undefined,
): readonly Finding[] {
	const suppressions = suppressionsOf(document);
	if (suppressions.length === 0) return findings;
	const used = new Set<object>();
	const kept = findings.filter((finding) => {
		let silenced = false;
		for (const suppression of suppressions) {
			const { covers } = suppression;
			if (covers && (finding.span.start < covers.start || finding.span.start > covers.end)) continue;
			for (const name of suppression.names) {
				if (!isNamed(name.name, finding)) continue;
				used.add(name);
				silenced = true;
			}
		}
		return !silenced;
	});
	return [
		...kept,
		...idle(document, suppressions, used, reporterOf("unused-ignore")),
		...unexplained(suppressions, reporterOf("ignore-without-reason")),
	];
}

function idle(
	document: Document,
	suppressions: readonly Suppression[],
	used: ReadonlySet<object>,
	report: Reporter | undefined,
): Finding[] {
	if (!report) return [];
	const found: Finding[] = [];
	for (const suppression of suppressions.filter(({ own }) => own)) {
		for (const name of suppression.names) {
			if (used.has(name)) continue;
			const known = name.name === "*" || ruleNamed(name.name) !== undefined;
			const meant = known ? undefined : nearest(name.name, ruleNames());
			found.push(
				report(name.span, {
					message: known
						? `Nothing here is found by \`${name.name}\`, so this ignores nothing.`
						: `No rule is called \`${name.name}\`${meant ? `; did you mean \`${meant}\`?` : "."}`,
					tag: "unnecessary",
					title: meant ? `Replace with ${meant}` : "Remove it from the comment",
					fix: () => [meant ? { span: name.span, text: meant } : removal(document.text, suppression, name)],
				}),
			);
		}
	}
	return found;
}

function unexplained(suppressions: readonly Suppression[], report: Reporter | undefined): Finding[] {
	if (!report) return [];
	return suppressions.filter(({ own, reason }) => own && reason === undefined).map(({ span }) => report(span));
}

/** Takes a name out of the comment's list, or the whole comment with its line where it is the only one. */
function removal(
	text: string,
	suppression: Suppression,
	name: Suppression["names"][number],
): { span: Span; text: string } {
	const index = suppression.names.indexOf(name);
	const following = suppression.names[index + 1];
	const before = suppression.names[index - 1];
	if (following) return { span: { start: name.span.start, end: following.span.start }, text: "" };
	if (before) return { span: { start: before.span.end, end: name.span.end }, text: "" };
	const start = lineStart(text, suppression.span.start);
	const alone = text.slice(start, suppression.span.start).trim() === "";
	if (alone) return { span: { start, end: nextLine(text, suppression.span.end) }, text: "" };
	return {
		span: { start: start + text.slice(start, suppression.span.start).trimEnd().length, end: suppression.span.end },
		text: "",
	};
}

/** The edit that ignores a finding: a comment above its statement, in the statement's indentation, or the rule's name in the comment that is there. */
export function ignoreEdit(document: Document, finding: Finding): { span: Span; text: string } {
	const { text } = document;
	const own = suppressionsOf(document).find(
		({ own, covers }) =>
			own &&
			covers &&
			covers.start <= finding.span.start &&
			finding.span.start <= covers.end &&
			lineStart(text, covers.start) > 0,
	);
	const last = own?.names.at(-1);
	if (last) return { span: at(last.span.end), text: `,${finding.rule}` };
	// A comment above a directive would make a plain comment of it; where the grammar fails, none is certain to be read.
	if (finding.rule === "invalid-yaml" || isDirectiveLine(text, lineStart(text, finding.span.start)))
		return ignoreFileEdit(document, finding);
	const start = Math.max(lineStart(text, statementStart(document, finding.span.start)), startOf(text));
	const indent = /^[ \t]*/.exec(text.slice(start, lineEnd(text, start)))?.[0] ?? "";
	const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
	return { span: at(start), text: `${indent}# plimsoll ignore=${finding.rule}${lineBreak}` };
}

/** Where a comment about `offset` can stand: above its line, or above the instruction whose continuation the line is. */
function statementStart(document: Document, offset: number): number {
	const { start } = document.statement(offset);
	return document.language.id === "dockerfile" ? start : offset;
}

/** The edit that ignores a rule in the whole file: a comment on its first line that may hold one. */
export function ignoreFileEdit(document: Document, finding: Finding): { span: Span; text: string } {
	const { text } = document;
	let offset = startOf(text);
	// Directives of a Dockerfile and of YAML must stay first.
	while (directiveLine.test(text.slice(offset, lineEnd(text, offset)))) {
		const next = nextLine(text, offset);
		if (next === offset) break;
		offset = next;
	}
	const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
	return { span: at(offset), text: `# plimsoll ignore-file=${finding.rule}${lineBreak}` };
}
