/** A half-open range of offsets in one text: UTF-16 code units from 0. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** Replaces what `span` covers by `text`; an empty span inserts. */
export interface Edit {
	readonly span: Span;
	readonly text: string;
}

/** A place as editors count it: line and character (UTF-16 code units) from 0. */
export interface Place {
	readonly line: number;
	readonly character: number;
}

export function toSpan(start: number, end: number): Span {
	return { start, end };
}

/** The empty span at `offset`. */
export function at(offset: number): Span {
	return { start: offset, end: offset };
}

/** Whether the cursor at `offset` touches the span, its two ends included. */
export function touches(span: Span, offset: number): boolean {
	return span.start <= offset && offset <= span.end;
}

/** Whether `outer` covers all of `inner`. */
export function covers(outer: Span, inner: Span): boolean {
	return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two edits can't both be made: they share a character, or insert at the same place. */
export function conflicts(a: Span, b: Span): boolean {
	if (a.start === b.start) return true;
	return a.start < b.end && b.start < a.end;
}

/** The text with all edits made. Edits must not overlap; an overlapping one throws a RangeError. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
	const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
	let result = "";
	let done = 0;
	for (const edit of sorted) {
		if (edit.span.start < done) throw new RangeError(`overlapping edits at ${edit.span.start}`);
		result += text.slice(done, edit.span.start) + edit.text;
		done = edit.span.end;
	}
	return result + text.slice(done);
}

/** The line break a text uses: that of its first line, `\n` where there is none. */
export function lineBreakOf(text: string): "\n" | "\r\n" {
	const first = text.indexOf("\n");
	return first > 0 && text[first - 1] === "\r" ? "\r\n" : "\n";
}

/** Offset of the first character of the line that holds `offset`. */
export function lineStart(text: string, offset: number): number {
	return offset <= 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** Offset of the end of the line that holds `offset`, before its line break. */
export function lineEnd(text: string, offset: number): number {
	const end = text.indexOf("\n", offset);
	if (end < 0) return text.length;
	return end > offset && text[end - 1] === "\r" ? end - 1 : end;
}

/** Offset of the line after the one that holds `offset`; the text's length on the last line. */
export function nextLine(text: string, offset: number): number {
	const end = text.indexOf("\n", offset);
	return end < 0 ? text.length : end + 1;
}

/** Translates offsets to places and back; lines end as in LSP 3.17: `\n`, `\r\n` or a lone `\r`. */
export class LineTable {
	readonly #starts: readonly number[];
	readonly #text: string;

	constructor(text: string) {
		this.#starts = text.includes("\r") ? startsOf(text) : startsOfUnix(text);
		this.#text = text;
	}

	get lineCount(): number {
		return this.#starts.length;
	}

	/** The place of an offset; offsets past the end are taken as the end. */
	placeAt(offset: number): Place {
		const clamped = Math.max(0, Math.min(offset, this.#text.length));
		let low = 0;
		let high = this.#starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.#starts[middle] as number) <= clamped) low = middle;
			else high = middle - 1;
		}
		return { line: low, character: clamped - (this.#starts[low] as number) };
	}

	/** The offset of a place; a character past the line's end is taken as that end, as LSP asks. */
	offsetAt(place: Place): number {
		if (place.line < 0) return 0;
		const start = this.#starts[place.line];
		if (start === undefined) return this.#text.length;
		return Math.min(start + Math.max(0, place.character), this.lineEnd(place.line));
	}

	/** Offset where the line ends, before its line break. */
	lineEnd(line: number): number {
		const next = this.#starts[line + 1];
		if (next === undefined) return this.#text.length;
		const beforeBreak = next - 1;
		return this.#text[beforeBreak] === "\n" && this.#text[beforeBreak - 1] === "\r" ? beforeBreak - 1 : beforeBreak;
	}

	lineStart(line: number): number {
		return this.#starts[line] ?? this.#text.length;
	}
}

/** Where the lines of a text with carriage returns start. */
function startsOf(text: string): number[] {
	const starts = [0];
	for (let offset = 0; offset < text.length; offset++) {
		const code = text.charCodeAt(offset);
		if (code === 10 || (code === 13 && text.charCodeAt(offset + 1) !== 10)) starts.push(offset + 1);
	}
	return starts;
}

/** The same for a text without any, which is searched much faster. */
function startsOfUnix(text: string): number[] {
	const starts = [0];
	for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
	return starts;
}
