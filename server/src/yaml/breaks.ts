import type { CST } from "yaml";
import { type Edit, lineStart, nextLine, type Span } from "../core/text.ts";

/*
 * Texts that are being typed break off in the middle of something. Each break has a patch with which the rest is read as it is
 * meant. All offsets count in the text that was parsed.
 */

/** A place where the text breaks off. */
export interface Break {
	readonly kind: "quote" | "continued" | "bracket" | "colon" | "blank" | "indent" | "list" | "tab";
	/** What is broken: the quote to its line's end, the bracket, the word without a colon. */
	readonly span: Span;
	readonly patches: readonly Edit[];
}

function insertion(kind: Break["kind"], span: Span, offset: number, text: string): Break {
	return { kind, span, patches: [{ span: { start: offset, end: offset }, text }] };
}

/** A quote that is not closed: taken to end with its line, in a flow collection before the next `,`, `]` or `}`. */
export function openQuote(text: string, offset: number, inFlow: boolean): Break {
	let end = lineContentEnd(text, offset);
	if (inFlow) {
		for (let place = offset + 1; place < end; place++) {
			if (",]}".includes(text[place] as string)) end = place;
		}
	}
	return insertion("quote", { start: offset, end }, end, text[offset] as string);
}

/**
 * Quoted texts that go on at the indentation of their own key, from the line of `offset` on. YAML asks for deeper lines, but the parser of
 * Docker and Kubernetes (go-yaml) takes them, and tools that wrap long lines write them. Undefined where the text at `offset` is none.
 */
export function continuedQuotes(text: string, offset: number): Break | undefined {
	const patches: Edit[] = [];
	let line: number = lineStart(text, offset);
	while (line < text.length) {
		const end = nextLine(text, line);
		const opening = opensQuote.exec(text.slice(line, end));
		if (opening) {
			const close = closingQuote(text, line + opening[0].length - 1);
			const column = (opening[1] as string).length;
			const lines = close === undefined ? undefined : continuations(text, end, close);
			if (lines?.some((start) => indentAt(text, start) <= column)) {
				const deeper = " ".repeat(column + 1);
				patches.push(...lines.map((start) => ({ span: { start, end: start }, text: deeper })));
			}
			if (patches.length === 0) return undefined;
			line = lines && close !== undefined ? nextLine(text, close) : end;
		} else {
			const isBlock = startsBlock.test(text.slice(line, end));
			line = isBlock ? afterBlock(text, line) : end;
		}
	}
	return patches.length > 0 ? { kind: "continued", span: { start: offset, end: offset + 1 }, patches } : undefined;
}

/** A line whose value, of a key or an item, is a quoted text; the group ends where the key starts. */
const opensQuote = /^([ \t]*(?:- +)*)(?:[\w./$-]+:[ \t]+)?["']/;

/** A line whose value is a text block. */
const startsBlock = /(?:^|[:-][ \t]+)[|>][-+\d]*[ \t]*(?:#.*)?\r?\n?$/;

/** Offset of the quote that closes the one at `open`. */
function closingQuote(text: string, open: number): number | undefined {
	const quote = text[open] as string;
	const pattern = quote === '"' ? /\\[\s\S]|"/g : /''|'/g;
	pattern.lastIndex = open + 1;
	for (let match = pattern.exec(text); match; match = pattern.exec(text)) if (match[0] === quote) return match.index;
	return undefined;
}

/** Starts of the lines from `first` to that of `close` that are not blank; undefined where they look like lines of their own. */
function continuations(text: string, first: number, close: number): readonly number[] | undefined {
	if (close < first || !/^[ \t]*(?:#.*)?$/.test(text.slice(close + 1, lineContentEnd(text, close + 1))))
		return undefined;
	const starts: number[] = [];
	for (let line = first; line <= close; line = nextLine(text, line)) {
		const content = text.slice(line, lineContentEnd(text, line));
		if (startsLine.test(content) || /^(?:---|\.\.\.)/.test(content)) return undefined;
		if (content !== "") starts.push(line);
	}
	return starts;
}

/** Start of the line after a text block, whose lines are deeper than the line it starts on. */
function afterBlock(text: string, first: number): number {
	const indent = indentAt(text, first);
	let line = nextLine(text, first);
	while (line < text.length && (indentAt(text, line) > indent || lineContentEnd(text, line) === line))
		line = nextLine(text, line);
	return line;
}

/** A bracket that is not closed: taken to end with the last line that still looks like its content. */
export function openBracket(text: string, offset: number): Break {
	const indent = indentAt(text, lineStart(text, offset));
	let end = beforeComment(text, offset + 1);
	for (;;) {
		const next = nextContentLine(text, end);
		if (next === undefined || indentAt(text, next) <= indent) break;
		const goesOn = ",[{".includes(text[end - 1] as string);
		if (startsLine.test(text.slice(next, lineContentEnd(text, next))) && !goesOn) break;
		end = beforeComment(text, next);
	}
	return insertion("bracket", { start: offset, end: offset + 1 }, end, text[offset] === "{" ? "}" : "]");
}

/** A line that starts a key or an item. */
const startsLine = /^\s*(?:- |[\w."'/-]+:(?:\s|$))/;

/** What is wrong with the key of a block mapping: no colon on its line, so that it joins the key of the next one, or no key at all. */
export function brokenKey(text: string, token: CST.Token, hasColon: boolean): readonly Break[] {
	if (token.type === "block-seq" || token.type === "error") return misplacedList(text, token.offset);
	if (token.type !== "scalar") return [];
	const { source, offset } = token;
	if (!source.includes("\n")) return hasColon ? [] : tightColon(source, offset);
	const before = text.slice(lineStart(text, offset), offset);
	// `image: nginx` and, deeper below it, `ports:`.
	if (/\S/.test(before.replace(/- |\? /g, ""))) return [misplacedKey(text, offset + source.lastIndexOf("\n") + 1)];
	return keysWithoutColon(source, offset, hasColon);
}

/** Lines that were read as one key: each but the last lacks its colon. */
function keysWithoutColon(source: string, offset: number, hasColon: boolean): readonly Break[] {
	const lines = source.split("\n");
	const breaks: Break[] = [];
	let lineOffset = offset;
	for (const [index, line] of lines.entries()) {
		const word = line.trim();
		const start = lineOffset + line.indexOf(word);
		const end = start + word.length;
		lineOffset += line.length + 1;
		if (word === "" || (index === lines.length - 1 && hasColon)) continue;
		const tight = tightColon(word, start);
		breaks.push(...(tight.length > 0 ? tight : [insertion("colon", { start, end }, end, ":")]));
	}
	return breaks;
}

/** `image:nginx` is one word to YAML; a blank after the colon makes it what is meant. */
function tightColon(word: string, offset: number): readonly Break[] {
	const key = /^([A-Za-z_][\w.-]*):(?=[^\s/:])/.exec(word)?.[1];
	if (key === undefined) return [];
	return [insertion("blank", { start: offset, end: offset + word.length }, offset + key.length + 1, " ")];
}

/** A key below a finished value, indented as if it belonged to it: it is set aside with all that is below it. */
function misplacedKey(text: string, line: number): Break {
	const start = line + indentAt(text, line);
	return {
		kind: "indent",
		span: { start, end: lineContentEnd(text, start) },
		patches: setAside(text, line, () => false),
	};
}

/** A list below a key that has a value already: it is set aside. */
function misplacedList(text: string, dash: number): readonly Break[] {
	const line = lineStart(text, dash);
	if (line + indentAt(text, line) !== dash) return [];
	const patches = setAside(text, line, (content) => text[content] === "-");
	return [{ kind: "list", span: { start: dash, end: dash + 1 }, patches }];
}

/** Comments a line out, with those below it that are indented deeper, or as deep where they go on with it. */
function setAside(text: string, first: number, goesOn: (content: number) => boolean): readonly Edit[] {
	const indent = indentAt(text, first);
	const patches: Edit[] = [];
	let line: number | undefined = first;
	while (line !== undefined) {
		const deep = indentAt(text, line);
		const content: number = line + deep;
		if (line !== first && deep <= indent && !(deep === indent && goesOn(content))) break;
		patches.push({ span: { start: content, end: content }, text: "#" });
		line = nextContentLine(text, content);
	}
	return patches;
}

function isBlank(code: number): boolean {
	return code === 32 || code === 9;
}

function indentAt(text: string, line: number): number {
	let place = line;
	while (isBlank(text.charCodeAt(place))) place++;
	return place - line;
}

/** Where the line that holds `offset` ends, blanks at its end left out; not before `offset`. */
function lineContentEnd(text: string, offset: number): number {
	const lineBreak = text.indexOf("\n", offset);
	let end = lineBreak < 0 ? text.length : lineBreak;
	while (end > offset && /\s/.test(text[end - 1] as string)) end--;
	return end;
}

/** The same without a comment at the line's end. */
function beforeComment(text: string, offset: number): number {
	const end = lineContentEnd(text, offset);
	const comment = /(?:^|\s)#/.exec(text.slice(offset, end));
	if (!comment) return end;
	let place = offset + comment.index;
	while (place > offset && isBlank(text.charCodeAt(place - 1))) place--;
	return place;
}

/** Start of the next line with anything but a comment on it. */
function nextContentLine(text: string, offset: number): number | undefined {
	let line = text.indexOf("\n", offset) + 1;
	while (line > 0 && line < text.length) {
		const first = text[line + indentAt(text, line)];
		if (first !== undefined && first !== "#" && first !== "\n" && first !== "\r") return line;
		line = text.indexOf("\n", line) + 1;
	}
	return undefined;
}
