import type { Comment, Problem } from "../core/language.ts";
import { type Span, toSpan } from "../core/text.ts";
import { Joined } from "./joined.ts";
import type { DirectiveNode, Heredoc } from "./nodes.ts";

/*
 * Splits a file into directives, comments and instructions, line by line as BuildKit does (frontend/dockerfile/parser: parser.go,
 * directives.go). Heredoc bodies, continuations and the comments between them make a library's instruction ranges of little use,
 * see docs/architecture.md; a test compares the two where the library is right.
 */

/** An instruction as it stands in the file. */
export interface RawInstruction {
	/** From its keyword to the end of its last line or heredoc, without the line break. */
	readonly span: Span;
	/** From its keyword on, with continuations and the comments between them left out; heredoc bodies are not in it. */
	readonly joined: Joined;
	readonly heredocs: readonly Heredoc[];
	/** Blank lines inside it. */
	readonly blankLines: readonly Span[];
}

export interface Split {
	readonly escape: "\\" | "`";
	readonly directives: readonly DirectiveNode[];
	readonly comments: readonly Comment[];
	readonly instructions: readonly RawInstruction[];
	readonly problems: readonly Problem[];
}

/** Splits a whole text. */
export function split(text: string): Split {
	const splitter = new Splitter(text);
	splitter.run();
	return splitter;
}

const known = new Set(["syntax", "escape", "check"]);
const directivePattern = /^([ \t]*)(#|\/\/)([ \t]*)([a-zA-Z][a-zA-Z0-9]*)([ \t]*=[ \t]*)(.*?)[ \t]*$/;
const takesHeredoc = /^(?:onbuild[ \t]+)*(?:run|copy|add)[ \t]/i;

class Splitter implements Split {
	escape: "\\" | "`" = "\\";
	readonly directives: DirectiveNode[] = [];
	readonly comments: Comment[] = [];
	readonly instructions: RawInstruction[] = [];
	readonly problems: Problem[] = [];
	readonly #text: string;
	/** Start of the line at hand, and its end before the line break. */
	#start = 0;
	#end = 0;
	#next = 0;

	constructor(text: string) {
		this.#text = text;
	}

	run(): void {
		this.#lineAt(this.#text.startsWith("\uFEFF") ? 1 : 0);
		this.#readDirectives();
		while (this.#start < this.#text.length) {
			const first = this.#firstNonBlank(this.#start);
			if (first === this.#end) this.#advance();
			else if (this.#text[first] === "#") {
				this.#comment(first);
				this.#advance();
			} else this.#instruction(first);
		}
	}

	#lineAt(start: number): void {
		const end = this.#text.indexOf("\n", start);
		this.#start = start;
		this.#next = end < 0 ? this.#text.length : end + 1;
		this.#end = end < 0 ? this.#text.length : end;
		if (this.#end > start && this.#text[this.#end - 1] === "\r") this.#end--;
	}

	#advance(): void {
		this.#lineAt(this.#next);
	}

	#firstNonBlank(from: number): number {
		let offset = from;
		while (offset < this.#end && isBlank(this.#text.charCodeAt(offset))) offset++;
		return offset;
	}

	#comment(start: number): void {
		const span = toSpan(start, this.#end);
		this.comments.push({ span, text: this.#text.slice(start, this.#end), alone: true });
	}

	#readDirectives(): void {
		const seen = new Set<string>();
		// A `#!` line may stand before the syntax directive, for files that are run.
		if (this.#text.startsWith("#!", this.#start)) {
			this.#comment(this.#start);
			this.#advance();
		}
		while (this.#start < this.#text.length) {
			const match = directivePattern.exec(this.#text.slice(this.#start, Math.min(this.#end, this.#start + 10_000)));
			if (!match) return;
			const [, indent = "", marker = "", gap = "", name = "", equals = "", value = ""] = match;
			// `//` marks nothing but a syntax directive: BuildKit's DetectSyntax.
			if (marker === "//" && name.toLowerCase() !== "syntax") return;
			const start = this.#start + indent.length;
			const nameStart = start + marker.length + gap.length;
			const valueStart = nameStart + name.length + equals.length;
			if (known.has(name.toLowerCase())) {
				this.#directive(
					{
						kind: "directive",
						span: toSpan(start, this.#end),
						name: name.toLowerCase(),
						nameSpan: toSpan(nameStart, nameStart + name.length),
						value,
						valueSpan: toSpan(valueStart, valueStart + value.length),
					},
					seen,
				);
			}
			if (marker === "#") this.#comment(start);
			this.#advance();
		}
	}

	#directive(node: DirectiveNode, seen: Set<string>): void {
		this.directives.push(node);
		if (seen.has(node.name)) {
			const message = `The directive \`${node.name}\` stands here a second time.`;
			this.problems.push({ rule: "invalid-directive", span: node.nameSpan, message });
		}
		seen.add(node.name);
		if (node.name !== "escape") return;
		if (node.value === "\\" || node.value === "`") this.escape = node.value;
		else if (node.value !== "") {
			const message = `The escape character can be \`\\\` or a backtick, not \`${node.value}\`.`;
			this.problems.push({ rule: "invalid-directive", span: node.valueSpan, message });
		}
	}

	#instruction(first: number): void {
		const pieces: Span[] = [];
		const blankLines: Span[] = [];
		let from = first;
		let end = this.#end;
		for (;;) {
			const cut = this.#continuation(from);
			pieces.push(toSpan(from, cut ?? this.#end));
			end = this.#end;
			this.#advance();
			if (cut === undefined) break;
			this.#skipBetween(blankLines);
			if (this.#start >= this.#text.length) break;
			from = this.#start;
		}
		// Blank lines after a continuation on the last line belong to nothing.
		while ((blankLines.at(-1)?.start ?? -1) >= end) blankLines.pop();
		const joined = Joined.of(this.#text, pieces);
		const heredocs = takesHeredoc.test(joined.text) ? this.#heredocs(joined) : [];
		const last = heredocs.at(-1);
		const bodyEnd = last ? (last.closing?.end ?? trimBreak(this.#text, last.body)) : end;
		this.instructions.push({ span: toSpan(first, Math.max(end, bodyEnd)), joined, heredocs, blankLines });
	}

	/** Where the escape character stands that continues the line, if one does. */
	#continuation(from: number): number | undefined {
		let offset = this.#end - 1;
		while (offset >= from && isBlank(this.#text.charCodeAt(offset))) offset--;
		if (offset < from || this.#text[offset] !== this.escape) return undefined;
		// A doubled escape character is a character like any other.
		return offset > from && this.#text[offset - 1] === this.escape ? undefined : offset;
	}

	/** Comments and blank lines after a continuation. */
	#skipBetween(blankLines: Span[]): void {
		while (this.#start < this.#text.length) {
			const first = this.#firstNonBlank(this.#start);
			if (first === this.#end) blankLines.push(toSpan(this.#start, this.#end));
			else if (this.#text[first] === "#") this.#comment(first);
			else return;
			this.#advance();
		}
	}

	#heredocs(joined: Joined): Heredoc[] {
		return openings(joined.text, this.escape).map((opening) => {
			const bodyStart = this.#start;
			let closing: Span | undefined;
			let bodyEnd = bodyStart;
			while (this.#start < this.#text.length && !closing) {
				let from = this.#start;
				while (opening.strips && this.#text[from] === "\t") from++;
				const matches = this.#end - from === opening.name.length && this.#text.startsWith(opening.name, from);
				if (matches) closing = toSpan(this.#start, this.#end);
				else bodyEnd = this.#next;
				this.#advance();
			}
			const { name, expands, strips } = opening;
			const span = joined.span(opening.start, opening.end);
			const nameSpan = joined.span(opening.nameStart, opening.nameEnd);
			if (!closing) {
				const message = `No line with just \`${name}\` ends this heredoc.`;
				this.problems.push({ rule: "unterminated-heredoc", span, message });
			}
			return { span, name, nameSpan, expands, strips, body: toSpan(bodyStart, bodyEnd), closing };
		});
	}
}

interface Opening {
	readonly start: number;
	readonly end: number;
	readonly name: string;
	readonly nameStart: number;
	readonly nameEnd: number;
	readonly expands: boolean;
	readonly strips: boolean;
}

const openingPattern = /^(\d*<<(-?))([^<]+)$/;

/** The heredocs a line opens: words `<<name`, with a number before and quotes around the name (parser.go, ParseHeredoc). */
function openings(line: string, escapeChar: string): Opening[] {
	if (!line.includes("<<")) return [];
	const found: Opening[] = [];
	for (const { start, end } of blankSeparated(line, escapeChar)) {
		const match = openingPattern.exec(line.slice(start, end));
		if (!match) continue;
		const [, marker = "", dash, written = ""] = match;
		const quote = written[0] === '"' || written[0] === "'" ? written[0] : "";
		if (quote && (written.length < 3 || !written.endsWith(quote))) continue;
		const nameStart = start + marker.length + quote.length;
		const nameEnd = end - quote.length;
		const name = line.slice(nameStart, nameEnd).replaceAll(escapeChar, "");
		if (/["']/.test(name)) continue;
		found.push({ start, end, name, nameStart, nameEnd, expands: name === written, strips: dash === "-" });
	}
	return found;
}

/** The words of a line: split at blanks outside quotes, a character after the escape character belonging to its word. */
export function blankSeparated(line: string, escapeChar: string, from = 0): Span[] {
	const words: Span[] = [];
	let start = -1;
	let quote = "";
	for (let offset = from; offset < line.length; offset++) {
		const char = line[offset] as string;
		if (quote) {
			if (char === quote) quote = "";
			else if (char === escapeChar && quote === '"') offset++;
		} else if (isBlank(char.charCodeAt(0))) {
			if (start >= 0) words.push(toSpan(start, offset));
			start = -1;
			continue;
		} else if (char === '"' || char === "'") quote = char;
		else if (char === escapeChar) {
			if (start < 0) start = offset;
			offset++;
		}
		if (start < 0) start = offset;
	}
	if (start >= 0) words.push(toSpan(start, line.length));
	return words;
}

/** Whether a UTF-16 code unit is a blank inside a line; a carriage return alone counts as one. */
export function isBlank(code: number): boolean {
	return code === 32 || code === 9 || code === 13 || code === 11 || code === 12;
}

function trimBreak(text: string, { start, end }: Span): number {
	let offset = end;
	if (offset > start && text[offset - 1] === "\n") offset--;
	if (offset > start && text[offset - 1] === "\r") offset--;
	return offset;
}
