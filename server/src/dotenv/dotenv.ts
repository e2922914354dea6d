import type { Span } from "../core/text.ts";

/** A variable that an env file sets. */
export interface DotenvVariable {
	readonly name: string;
	readonly nameSpan: Span;
	/** Unquoted and unescaped; variables in it are as written. Undefined for a name alone, which takes the value of the shell. */
	readonly value: string | undefined;
	/** Whether `$X` and `${X}` in the value stand for variables: not in single quotes. */
	readonly expands: boolean;
	/** Line from 1. */
	readonly line: number;
}

/** Source: compose-go, dotenv/parser.go. */
const escapes: Readonly<Record<string, string>> = {
	n: "\n",
	r: "\r",
	t: "\t",
	a: "\x07",
	b: "\b",
	c: "",
	f: "\f",
	v: "\v",
	'"': '"',
	"\\": "\\",
	$: "$$",
};

/** Reads an env file, as `.env` and `env_file` are; lines that follow no grammar are passed over. Of equal names the last holds. */
export function readDotenv(text: string): readonly DotenvVariable[] {
	const variables: DotenvVariable[] = [];
	const start = /^[ \t]*(?:export[ \t]+)?([\p{L}\p{N}_.[\]-]+)[ \t]*(?:([=:])[ \t]*|(?=\r?$))/gmu;
	for (let match = start.exec(text); match; match = start.exec(text)) {
		const [found, name = "", separator] = match;
		const nameStart = match.index + found.indexOf(name);
		const common = {
			name,
			nameSpan: { start: nameStart, end: nameStart + name.length },
			line: lineOf(text, nameStart),
		};
		if (separator === undefined) {
			variables.push({ ...common, value: undefined, expands: false });
			continue;
		}
		const read = readValue(text, start.lastIndex);
		variables.push({ ...common, value: read.value, expands: read.expands });
		start.lastIndex = read.end;
	}
	return variables;
}

function readValue(
	text: string,
	start: number,
): { readonly value: string; readonly expands: boolean; readonly end: number } {
	const quote = text[start];
	const lineBreak = text.indexOf("\n", start);
	const end = lineBreak < 0 ? text.length : lineBreak;
	if (quote === '"' || quote === "'") {
		const close = closingQuote(text, start + 1, quote);
		// A quote that is never closed spoils no more than its line.
		if (close !== undefined) {
			const inner = text.slice(start + 1, close);
			const value =
				quote === '"'
					? inner.replace(/\\([abcfnrtv$"\\])/g, (_, letter: string) => escapes[letter] ?? "")
					: inner.replaceAll("\\'", "'");
			return { value, expands: quote === '"', end: close + 1 };
		}
	}
	const line = text.slice(start, end);
	const comment = line.search(/(?:^|[ \t])#/);
	return { value: (comment < 0 ? line : line.slice(0, comment)).trim(), expands: true, end };
}

function closingQuote(text: string, start: number, quote: string): number | undefined {
	for (let offset = start; offset < text.length; offset++) {
		if (text[offset] === "\\") offset++;
		else if (text[offset] === quote) return offset;
	}
	return undefined;
}

function lineOf(text: string, offset: number): number {
	let line = 1;
	for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
	return line;
}
