import { Composer, type CST, Parser } from "yaml";
import type { Edit, Span } from "../core/text.ts";
import type { Break } from "./breaks.ts";
import { type Built, build, maximumDepth } from "./build.ts";
import { problemOfBreak, problemOfError } from "./messages.ts";
import type { YamlFile, YamlProblem } from "./nodes.ts";
import { type Patched, patch } from "./patch.ts";

/** Longer texts are not read, in UTF-16 code units. */
export const maximumLength = 2_000_000;

/** How often a text is patched and parsed again; longer texts get fewer tries. */
const rounds = 12;
const roundsLength = 1_000_000;

/**
 * Parses any text, however broken, and never throws. Where the text breaks off in the middle of something (a quote, a bracket,
 * a key without its colon) it is patched there and parsed again, so that what follows is read as it is meant; the tree's spans
 * are those of the text as it stands.
 */
export function parseYaml(text: string): YamlFile {
	if (text.length > maximumLength) return unread(text, tooLarge(text.length));
	const patches: Edit[] = [];
	const problems: YamlProblem[] = [];
	let patched = patch(text, patches);
	for (let round = 0; ; round++) {
		const tokens = tokensOf(patched.text);
		if (tokens === undefined) return unread(text, tooDeep({ start: 0, end: 0 }));
		const built = build(text, patched, tokens);
		const errors = built.tooDeep ? [] : errorsOf(tokens);
		const breaks =
			!built.tooDeep && round * text.length < roundsLength && round < rounds
				? breaksToMend(built, errors, patched)
				: [];
		const before = patches.length;
		for (const found of breaks) mend(text, found, patched, patches, problems);
		if (patches.length === before) return finish(text, built, patched, errors, problems);
		patches.sort((a, b) => a.span.start - b.span.start);
		patched = patch(text, patches);
	}
}

function tokensOf(text: string): CST.Token[] | undefined {
	try {
		return [...new Parser().parse(text)];
	} catch {
		// The parser's own recursion gives out somewhere beyond 10,000 levels.
		return undefined;
	}
}

interface ParserError {
	readonly code: string;
	readonly message: string;
	readonly span: Span;
}

/** What the package's composer has to say; its tree is not used. */
function errorsOf(tokens: readonly CST.Token[]): ParserError[] {
	const errors: ParserError[] = [];
	try {
		const composer = new Composer({ uniqueKeys: false, logLevel: "silent" });
		for (const document of composer.compose(tokens)) {
			for (const { code, message, pos } of document.errors)
				errors.push({ code, message, span: { start: pos[0], end: pos[1] } });
		}
		for (const { code, message, pos } of composer.streamInfo().errors) {
			errors.push({ code, message, span: { start: pos[0], end: pos[1] } });
		}
	} catch {
		// Nothing it throws on is known; the tree stands without its errors.
	}
	return errors;
}

/** The first break that may swallow what follows it, and the harmless ones before it: later ones may be its consequences. */
function breaksToMend(built: Built, errors: readonly ParserError[], patched: Patched): readonly Break[] {
	const tabs = tabBreak(errors, patched);
	if (tabs) return [tabs];
	// In the order of discovery: an open quote comes before the open bracket around it.
	const first = built.breaks.findIndex(({ kind }) => kind !== "colon" && kind !== "blank");
	return first < 0 ? built.breaks : built.breaks.slice(0, first + 1);
}

/** Tabs in the indentation, all of them replaced by blanks: then at least tabs alone give the structure that is meant. */
function tabBreak(errors: readonly ParserError[], { text }: Patched): Break | undefined {
	const error = errors.find(({ code }) => code === "TAB_AS_INDENT");
	if (!error) return undefined;
	const patches: Edit[] = [];
	for (const match of text.matchAll(/^[ \t]*\t[ \t]*(?=\S)/gm)) {
		const span = { start: match.index, end: match.index + match[0].length };
		patches.push({ span, text: match[0].replaceAll("\t", "  ") });
	}
	return { kind: "tab", span: error.span, patches };
}

function mend(text: string, found: Break, { at }: Patched, patches: Edit[], problems: YamlProblem[]): void {
	const added: Edit[] = [];
	for (const { span, text: inserted } of found.patches) {
		const mapped = { start: at(span.start), end: at(span.end) };
		// The same patch twice would never end; two at one place are two brackets to close.
		const overlaps = patches.some((other) => mapped.start < other.span.end && other.span.start < mapped.end);
		if (!overlaps) added.push({ span: mapped, text: inserted });
	}
	if (added.length === 0) return;
	patches.push(...added);
	const problem = problemOfBreak(text, found, { start: at(found.span.start), end: at(found.span.end) });
	if (problem) problems.push(problem);
}

function finish(
	text: string,
	{ documents, comments, tooDeep: deep }: Built,
	{ at }: Patched,
	errors: readonly ParserError[],
	mended: readonly YamlProblem[],
): YamlFile {
	const problems = [...mended];
	if (deep) problems.push(tooDeep(deep));
	// A key over several lines is often but the consequence of another mistake on its line.
	const isVague = ({ code }: ParserError) => code === "MULTILINE_IMPLICIT_KEY";
	for (const { code, message, span } of [...errors.filter((error) => !isVague(error)), ...errors.filter(isVague)]) {
		const start = Math.min(at(span.start), text.length);
		const problem = problemOfError(text, code, message, {
			start,
			end: Math.max(start, Math.min(at(span.end), text.length)),
		});
		if (problem) problems.push(problem);
	}
	return { text, documents, comments, problems: onePerLine(text, problems) };
}

/** One mistake makes the parser stumble more than once: the first of each line is kept, what was mended before all. */
function onePerLine(text: string, problems: readonly YamlProblem[]): readonly YamlProblem[] {
	if (problems.length < 2) return problems;
	const lines = new Set<number>();
	const kept: YamlProblem[] = [];
	for (const problem of problems) {
		const line = text.lastIndexOf("\n", problem.span.start - 1);
		if (lines.has(line)) continue;
		lines.add(line);
		kept.push(problem);
	}
	return kept.sort((a, b) => a.span.start - b.span.start);
}

function unread(text: string, problem: YamlProblem): YamlFile {
	return { text, documents: [], comments: [], problems: [problem] };
}

function tooLarge(length: number): YamlProblem {
	const size = (length / 1_000_000).toFixed(1);
	return {
		code: "too-large",
		span: { start: 0, end: 0 },
		message: `This file has ${size} million characters; files beyond ${maximumLength / 1_000_000} million are not checked.`,
		severity: "warning",
	};
}

function tooDeep(span: Span): YamlProblem {
	return {
		code: "too-deep",
		span,
		message: `Nesting goes deeper than ${maximumDepth} levels here; what is inside is not checked.`,
		severity: "error",
	};
}
