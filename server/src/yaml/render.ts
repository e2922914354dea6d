import { plainValue } from "./scalar.ts";

/** What can be written into a YAML file. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain | undefined };

/** How a file is written. */
export interface Layout {
	/** Blanks a level. */
	readonly indent: number;
	/** Column at which the value's further lines start. */
	readonly column: number;
	readonly lineBreak: string;
	/** Whether list items stand deeper than their key; true where absent. */
	readonly indentItems?: boolean;
}

/** A value in block style; its first line goes where the caller puts it, the further ones start at `column`. Ends without a line break. */
export function renderYaml(value: Plain, layout: Layout): string {
	return blockLines(value, layout).join(layout.lineBreak + " ".repeat(layout.column));
}

/** Whether a value takes lines of its own below its key. */
export function isBlock(value: Plain): boolean {
	return typeof value === "object" && value !== null && entryCount(value) > 0;
}

/** `key: value`, the value below the key where it is a collection. */
export function renderPair(key: string, value: Plain, layout: Layout): string {
	return pairLines(key, value, layout).join(layout.lineBreak + " ".repeat(layout.column));
}

/** A value on one line, as it can stand in `[…]` and `{…}`. */
export function renderFlow(value: Plain): string {
	if (Array.isArray(value)) return `[${value.map(renderFlow).join(", ")}]`;
	if (typeof value === "object" && value !== null) {
		const pairs = definedPairs(value as PlainMap).map(
			([key, entry]) => `${renderString(key, true)}: ${renderFlow(entry)}`,
		);
		return `{${pairs.join(", ")}}`;
	}
	return typeof value === "string" ? renderString(value, true) : String(value);
}

/** A string on one line, quoted where it has to be: `flow` inside `[…]` and `{…}`. */
export function renderString(text: string, flow = false): string {
	if (canBePlain(text, flow)) return text;
	return needsEscape.test(text) || (!text.includes('"') && !text.includes("\\")) || text.includes("'")
		? doubleQuoted(text)
		: singleQuoted(text);
}

export function singleQuoted(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}

export function doubleQuoted(text: string): string {
	const escaped = text.replace(/["\\\p{Cc}\u0085\u2028\u2029\uFEFF\p{Cs}]/gu, (character) => {
		const known = escapes[character];
		if (known) return known;
		const code = character.codePointAt(0) as number;
		return `\\u${code.toString(16).padStart(4, "0")}`;
	});
	return `"${escaped}"`;
}

const escapes: Readonly<Record<string, string>> = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
const needsEscape = /[\p{Cc}\u0085\u2028\u2029\uFEFF\p{Cs}]/u;

/**
 * Words that a YAML 1.1 parser (go-yaml, PyYAML) takes for something else than text: booleans, sexagesimal and grouped numbers,
 * octal and binary numbers, dates. Source: yaml.org/type.
 */
const ambiguous =
	/^(?:y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF|[-+]?[0-9][0-9_,]*(?::[0-9]+)+(?:\.[0-9_]*)?|[-+]?[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|[-+]?0b[01_]+|[-+]?0x[0-9a-fA-F_]+|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*|=|<<)$/;

/** Whether a string can be written without quotes and stays a string. */
export function canBePlain(text: string, flow: boolean): boolean {
	if (text === "" || text !== text.trim() || needsEscape.test(text)) return false;
	if (/^(?:[,[\]{}#&*!|>'"%@`]|[-?:](?:\s|$)|---|\.\.\.)/.test(text) || /:(?:\s|$)|\s#/.test(text)) return false;
	if (flow && /[,[\]{}]|^[-?:]/.test(text)) return false;
	return typeof plainValue(text) === "string" && !ambiguous.test(text);
}

type PlainMap = { readonly [key: string]: Plain | undefined };

function definedPairs(map: PlainMap): [string, Plain][] {
	return Object.entries(map).filter((pair): pair is [string, Plain] => pair[1] !== undefined);
}

function entryCount(value: object): number {
	return Array.isArray(value) ? value.length : definedPairs(value as PlainMap).length;
}

/** Lines without their common indentation. */
function blockLines(value: Plain, layout: Layout): string[] {
	if (typeof value === "string") return stringLines(value, layout);
	if (typeof value !== "object" || value === null) return [String(value)];
	if (entryCount(value) === 0) return [Array.isArray(value) ? "[]" : "{}"];
	if (Array.isArray(value)) return value.flatMap((item: Plain) => itemLines(item, layout));
	return definedPairs(value as PlainMap).flatMap(([key, entry]) => pairLines(key, entry, layout));
}

/** The lines of a list item, its dash included. */
export function itemLines(item: Plain, layout: Layout): string[] {
	const [first = "", ...rest] = blockLines(item, layout);
	return [`- ${first}`, ...rest.map((line) => (line === "" ? "" : `  ${line}`))];
}

function pairLines(key: string, value: Plain, layout: Layout): string[] {
	const name = renderString(key);
	const lines = blockLines(value, layout);
	if (!isBlock(value)) return [`${name}: ${lines[0]}`, ...lines.slice(1)];
	const flush = Array.isArray(value) && layout.indentItems === false;
	const indent = flush ? "" : " ".repeat(layout.indent);
	return [`${name}:`, ...lines.map((line) => (line === "" ? "" : indent + line))];
}

/** Text of several lines as a literal block, where it can be one. */
function stringLines(text: string, { indent }: Layout): string[] {
	const literal =
		/\n/.test(text) &&
		/^\S/.test(text) &&
		!/\n\n$|[ \t]\n|[ \t]$/.test(text) &&
		!needsEscape.test(text.replaceAll("\n", ""));
	if (!literal) return [renderString(text)];
	const lines = text.replace(/\n$/, "").split("\n");
	return [text.endsWith("\n") ? "|" : "|-", ...lines.map((line) => (line === "" ? "" : " ".repeat(indent) + line))];
}
