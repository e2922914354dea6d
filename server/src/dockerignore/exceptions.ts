import { type IgnorePattern, matcherOf } from "../container/ignore.ts";
import type { PatternNode } from "./nodes.ts";

/** Characters of all patterns up to which exceptions are judged: each is compared with each, so the time grows with the square. */
const mostCharacters = 8000;

/** Deepest path of an exception that is compared with patterns. */
const mostSegments = 10;

/** An exclusion with what an exception is compared with. */
interface Exclusion {
	readonly line: IgnorePattern;
	readonly index: number;
	/** Whether it leaves out everything there is. */
	readonly all: boolean;
	readonly matches: (path: string) => boolean;
}

/** Tells of each exception whether it certainly puts nothing back. Only names without wildcards are compared with patterns. */
export function unusedExceptions(
	patterns: readonly IgnorePattern[],
): (exception: IgnorePattern, index: number) => PatternNode["unused"] {
	if (patterns.reduce((sum, { pattern }) => sum + pattern.length + 1, 0) > mostCharacters) return () => undefined;
	const exclusions = patterns.flatMap((line, index): Exclusion[] => {
		const { pattern, exception } = line;
		if (exception) return [];
		return [{ line, index, all: pattern === "*" || pattern === "**", matches: matcherOf(pattern) }];
	});
	return ({ pattern, exception }, index) => {
		if (!exception || pattern === "") return undefined;
		const plain = isPlain(pattern);
		const paths = plain ? withParents(pattern) : [];
		const later = exclusions.findLast(
			(exclusion) => exclusion.index > index && (exclusion.all || paths.some(exclusion.matches)),
		);
		if (later) return { later: later.line };
		const above = exclusions.filter((exclusion) => exclusion.index < index);
		const fits = (exclusion: Exclusion) =>
			!plain || exclusion.all || paths.some(exclusion.matches) || reachesBelow(exclusion.line.pattern, pattern);
		return above.some(fits) ? undefined : { later: undefined };
	};
}

/** Whether a pattern names one path of the context. */
function isPlain(pattern: string): boolean {
	return !/[*?[\\]|^\.{1,2}(?:\/|$)/.test(pattern) && pattern.split("/").length <= mostSegments;
}

/** `a/b` and `a`. */
function withParents(path: string): readonly string[] {
	const segments = path.split("/");
	return segments.map((_, index) => segments.slice(0, index + 1).join("/"));
}

/** Whether a pattern may fit something below a folder; only a pattern of more segments can, unless it has a `**`. */
function reachesBelow(pattern: string, folder: string): boolean {
	if (pattern.includes("**") || pattern.includes("\\")) return true;
	const depth = folder.split("/").length;
	const segments = pattern.split("/");
	return segments.length > depth && matcherOf(segments.slice(0, depth).join("/"))(folder);
}
