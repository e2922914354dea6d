import { type Span, toSpan } from "../core/text.ts";

/*
 * The patterns of a .dockerignore file and what they leave out of the build context. Source: moby/patternmatcher,
 * patternmatcher.go (`MatchesOrParentMatches`) and ignorefile/ignorefile.go.
 */

/** One line of an ignore file that is neither empty nor a comment. */
export interface IgnorePattern {
	/** The line without the blanks around it. */
	readonly span: Span;
	/** Whether it begins with `!`: puts back what a line before it left out. */
	readonly exception: boolean;
	/** Cleaned as Docker does: no `./`, `..` resolved, no slash at either end; empty where nothing but `!` is written. */
	readonly pattern: string;
	/** Where the pattern stands, `!` left out. */
	readonly patternSpan: Span;
}

/** The patterns of an ignore file, in order. */
export function parseIgnore(text: string): readonly IgnorePattern[] {
	const patterns: IgnorePattern[] = [];
	let start = text.startsWith("\uFEFF") ? 1 : 0;
	while (start <= text.length) {
		const newline = text.indexOf("\n", start);
		const end = newline < 0 ? text.length : newline;
		const pattern = parseLine(text.slice(start, end), start);
		if (pattern) patterns.push(pattern);
		if (newline < 0) break;
		start = newline + 1;
	}
	return patterns;
}

/** Only a `#` in the first column makes a comment. */
function parseLine(line: string, offset: number): IgnorePattern | undefined {
	const trimmed = line.trim();
	if (line.startsWith("#") || trimmed === "") return undefined;
	const start = offset + line.indexOf(trimmed);
	const end = start + trimmed.length;
	const exception = trimmed.startsWith("!");
	const body = exception ? trimmed.slice(1).trim() : trimmed;
	return {
		span: { start, end },
		exception,
		pattern: cleanPath(body),
		patternSpan: { start: end - body.length, end },
	};
}

/** Go's `filepath.Clean`, then without the leading slash. */
function cleanPath(path: string): string {
	if (path === "") return "";
	const segments: string[] = [];
	const absolute = path.startsWith("/");
	for (const segment of path.split("/")) {
		if (segment === "" || segment === ".") continue;
		if (segment !== ".." || (!absolute && (segments.length === 0 || segments.at(-1) === ".."))) segments.push(segment);
		else segments.pop();
	}
	if (segments.length === 0) return absolute ? "/" : ".";
	return segments.join("/");
}

/** Tells which paths, relative to the context and with `/`, an ignore file leaves out. */
export type Ignored = (path: string) => boolean;

/** Reads patterns once; what is returned is asked per path. The last pattern that fits a path or one of its folders decides. */
export function ignoredBy(patterns: readonly IgnorePattern[]): Ignored {
	const matchers = patterns.map(({ exception, pattern }) => ({ exception, matches: matcherOf(pattern) }));
	return (path) => {
		const folders = parentsOf(path);
		let ignored = false;
		for (const { exception, matches } of matchers) {
			if (exception !== ignored) continue;
			if (matches(path) || folders.some(matches)) ignored = !exception;
		}
		return ignored;
	};
}

/** `a/b/c` has `a` and `a/b`. */
function parentsOf(path: string): readonly string[] {
	const parents: string[] = [];
	for (let slash = path.indexOf("/"); slash > 0; slash = path.indexOf("/", slash + 1))
		parents.push(path.slice(0, slash));
	return parents;
}

/** What is wrong with a pattern, the place counted from its first character. */
export interface PatternProblem {
	readonly span: Span;
	readonly kind: "unclosed" | "empty" | "dash" | "backslash";
}

/**
 * The first thing that makes Docker refuse a pattern: it asks Go's `filepath.Match` whether one is well-formed, and stops the build where it
 * is not. Source: moby/patternmatcher, `New`, and Go's path/filepath/match.go, `getEsc`.
 */
export function patternProblem(pattern: string): PatternProblem | undefined {
	for (let index = 0; index < pattern.length; index++) {
		if (pattern[index] === "\\") {
			if (++index === pattern.length) return { kind: "backslash", span: toSpan(index - 1, index) };
		} else if (pattern[index] === "[") {
			const read = readClass(pattern, index);
			if (typeof read !== "number") return read;
			index = read;
		}
	}
	return undefined;
}

/** Where the class that opens at an offset is closed, or why it is none. */
function readClass(pattern: string, open: number): number | PatternProblem {
	const afterCharacter = (index: number) => index + (pattern[index] === "\\" ? 2 : 1);
	const first = open + (pattern[open + 1] === "^" ? 2 : 1);
	for (let index = first; index < pattern.length; ) {
		if (pattern[index] === "]") {
			return index > first ? index : { kind: "empty", span: toSpan(open, index + 1) };
		}
		if (pattern[index] === "-") return { kind: "dash", span: toSpan(index, index + 1) };
		index = afterCharacter(index);
		if (pattern[index] !== "-") continue;
		const end = pattern[index + 1];
		if (end === "]" || end === "-") return { kind: "dash", span: toSpan(index, index + 1) };
		index = afterCharacter(index + 1);
	}
	return { kind: "unclosed", span: toSpan(open, open + 1) };
}

type Step =
	/** One character of a class or a given one; `undefined`: any but `/`. */
	| { readonly kind: "one"; readonly test: ((character: string) => boolean) | undefined }
	/** `*`: any number of characters but `/`. */
	| { readonly kind: "star" }
	/** `**` at the end: anything. */
	| { readonly kind: "rest" }
	/** Any number of folders with their slashes, also none. */
	| { readonly kind: "folders" };

/** Whether a cleaned pattern fits exactly this path. Linear in pattern times path: no regular expression is built from it. */
export function matcherOf(pattern: string): (path: string) => boolean {
	if (!/[*?[\\]/.test(pattern)) return (path) => path === pattern;
	const suffix = /^\*\*([^*?[\]\\]*)$/.exec(pattern)?.[1];
	if (suffix !== undefined)
		return (path) => path.endsWith(suffix) || (suffix.startsWith("/") && path === suffix.slice(1));
	const steps = stepsOf(pattern);
	return (path) => run(steps, path);
}

function stepsOf(pattern: string): readonly Step[] {
	const steps: Step[] = [];
	for (let index = 0; index < pattern.length; index++) {
		const character = pattern[index] as string;
		if (character === "*" && pattern[index + 1] === "*") {
			index += pattern[index + 2] === "/" ? 2 : 1;
			steps.push({ kind: index >= pattern.length - 1 ? "rest" : "folders" });
		} else if (character === "*") {
			steps.push({ kind: "star" });
		} else if (character === "?") {
			steps.push({ kind: "one", test: undefined });
		} else if (character === "[") {
			const end = pattern.indexOf("]", index + 2);
			if (end < 0) steps.push(literal("["));
			else steps.push({ kind: "one", test: classTest(pattern.slice(index + 1, end)) });
			if (end >= 0) index = end;
		} else if (character === "\\" && index + 1 < pattern.length) {
			steps.push(literal(pattern[++index] as string));
		} else {
			steps.push(literal(character));
		}
	}
	return steps;
}

function literal(wanted: string): Step {
	return { kind: "one", test: (character) => character === wanted };
}

/** The test for what stands between `[` and `]`. */
function classTest(body: string): (character: string) => boolean {
	const negated = body.startsWith("^");
	const members: (readonly [string, string])[] = [];
	const text = negated ? body.slice(1) : body;
	for (let index = 0; index < text.length; index++) {
		if (text[index] === "\\" && index + 1 < text.length) index++;
		const from = text[index] as string;
		const ranged = text[index + 1] === "-" && index + 2 < text.length;
		members.push([from, ranged ? (text[index + 2] as string) : from]);
		if (ranged) index += 2;
	}
	return (character) => members.some(([from, to]) => from <= character && character <= to) !== negated;
}

/** Follows all ways through the steps at once; `reached[i]`: the first i steps fit what was read so far. */
function run(steps: readonly Step[], path: string): boolean {
	let reached: boolean[] = [];
	enter(steps, reached, 0);
	for (let index = 0; index < path.length; index++) {
		const character = path[index] as string;
		const next: boolean[] = [];
		for (let at = 0; at < steps.length; at++) {
			if (reached[at]) read(steps, next, at, character);
		}
		reached = next;
	}
	return reached[steps.length] === true;
}

function read(steps: readonly Step[], next: boolean[], at: number, character: string): void {
	const step = steps[at] as Step;
	if (step.kind === "one") {
		if (step.test ? step.test(character) : character !== "/") enter(steps, next, at + 1);
	} else if (step.kind === "folders") {
		next[at] = true;
		if (character === "/") enter(steps, next, at + 1);
	} else if (step.kind === "rest" || character !== "/") {
		enter(steps, next, at);
	}
}

/** Reaches a step, and those after it that can be passed without reading anything. */
function enter(steps: readonly Step[], reached: boolean[], first: number): void {
	let at = first;
	reached[at] = true;
	while (at < steps.length && steps[at]?.kind !== "one") reached[++at] = true;
}
