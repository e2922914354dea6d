import { type Span, toSpan } from "../core/text.ts";
import type { Joined } from "./joined.ts";
import type { Binding, Flag, FlagOption, JsonForm, Pair, Scope, Word } from "./nodes.ts";
import { lookup } from "./scope.ts";
import { blankSeparated, isBlank } from "./split.ts";

/*
 * Words, quotes, JSON forms, flags and variables, read by BuildKit's grammar: frontend/dockerfile/parser/line_parsers.go,
 * split_command.go and frontend/dockerfile/shell/lex.go of moby/buildkit.
 */

/** A use of a variable inside a word; offsets count in the joined text. */
export interface Use {
	readonly span: Span;
	readonly name: string;
	readonly nameSpan: Span;
	readonly modifier: string | undefined;
	readonly operand: Span | undefined;
	/** What is wrong with it, as a sentence. */
	readonly problem: string | undefined;
}

/** What reads the words of one instruction and collects the variables in them. */
export class WordReader {
	readonly uses: Use[] = [];
	readonly joined: Joined;
	readonly escape: string;
	readonly scope: Scope;

	constructor(joined: Joined, escapeChar: string, scope: Scope) {
		this.joined = joined;
		this.escape = escapeChar;
		this.scope = scope;
	}

	/** A reader of the same text that collects its variables for itself. */
	again(): WordReader {
		return new WordReader(this.joined, this.escape, this.scope);
	}

	/** The word between two offsets of the joined text. */
	word(start: number, end: number, expands = true): Word {
		const text = this.joined.text.slice(start, end);
		const span = this.joined.span(start, end);
		if (!/["'$\\`]/.test(text)) return { span, inner: span, text, value: text, literal: true, resolved: text };
		const quoted = end - start >= 2 && isQuoted(text, this.escape);
		const inner = quoted ? this.joined.span(start + 1, end - 1) : span;
		const known = this.uses.length;
		const reading = new Expansion(this.joined.text, start, end, this.escape, this.scope, expands, this.uses).read();
		return {
			span,
			inner,
			text,
			value: reading.value,
			literal: this.uses.length === known,
			resolved: reading.resolved,
		};
	}

	/** A word whose characters are what they are, with no quotes, escapes or variables. */
	plain(start: number, end: number): Word {
		const text = this.joined.text.slice(start, end);
		const span = this.joined.span(start, end);
		return { span, inner: span, text, value: text, literal: true, resolved: text };
	}

	/** Words split at blanks outside quotes. */
	words(from: number, expands = true): Word[] {
		return blankSeparated(this.joined.text, this.escape, from).map(({ start, end }) => this.word(start, end, expands));
	}

	/** Words split at any blank: quotes do not keep them together. */
	unquotedWords(from: number): Word[] {
		const pattern = /\S+/g;
		pattern.lastIndex = from;
		return [...this.joined.text.matchAll(pattern)].map(({ index, 0: text }) => this.word(index, index + text.length));
	}

	/** `NAME=value` words of ENV, LABEL and ARG. */
	pairs(from: number): Pair[] {
		return blankSeparated(this.joined.text, this.escape, from).map(({ start, end }) => this.#pair(start, end));
	}

	#pair(start: number, end: number): Pair {
		const cut = this.#equals(start, end);
		return {
			span: this.joined.span(start, end),
			name: this.word(start, cut),
			value: cut < end ? this.word(cut + 1, end) : undefined,
		};
	}

	/** Offset of the first `=` of a range; its end where there is none. */
	#equals(start: number, end: number): number {
		const index = this.joined.text.slice(start, end).indexOf("=");
		return index < 0 ? end : start + index;
	}

	/** `ENV NAME the rest`: the old form with one name. */
	legacyPair(from: number): Pair {
		const { text } = this.joined;
		const cut = skip(text, from, false);
		const start = skip(text, cut, true);
		const end = trimmedEnd(text, start);
		return {
			span: this.joined.span(from, Math.max(cut, end)),
			name: this.word(from, cut),
			value: start < end ? this.word(start, end) : undefined,
		};
	}

	/** A JSON array of strings that takes up all of the text from `from` on; `expands`: variables in its strings are replaced. */
	json(from: number, expands: boolean): JsonForm | undefined {
		const { text } = this.joined;
		const end = trimmedEnd(text, from);
		if (text[from] !== "[" || text[end - 1] !== "]") return undefined;
		const values = parseStrings(text.slice(from, end));
		if (!values) return undefined;
		const words: Word[] = [];
		let offset = from;
		for (const value of values) {
			const start = text.indexOf('"', offset);
			offset = closingQuote(text, start) + 1;
			words.push(this.#jsonWord(start, offset, value, expands));
		}
		return { span: this.joined.span(from, end), words };
	}

	#jsonWord(start: number, end: number, value: string, expands: boolean): Word {
		const span = this.joined.span(start, end);
		const inner = this.joined.span(start + 1, end - 1);
		const text = this.joined.text.slice(start, end);
		if (!expands || !value.includes("$")) return { span, inner, text, value, literal: true, resolved: value };
		const word = this.word(start + 1, end - 1);
		return { span, inner, text, value, literal: word.literal, resolved: word.resolved };
	}

	/** The flags from `from` on, and where the arguments start. */
	flags(from: number): { readonly flags: Flag[]; readonly end: number } {
		const { text } = this.joined;
		const flags: Flag[] = [];
		let offset = skip(text, from, true);
		while (text.startsWith("--", offset)) {
			const end = this.#flagEnd(offset);
			// Two dashes alone end the flags.
			if (end === offset + 2) return { flags, end: skip(text, end, true) };
			flags.push(this.#flag(offset, end));
			offset = skip(text, end, true);
		}
		return { flags, end: offset };
	}

	#flagEnd(start: number): number {
		const { text } = this.joined;
		let quote = "";
		let offset = start;
		for (; offset < text.length; offset++) {
			const char = text[offset] as string;
			if (quote) {
				if (char === quote) quote = "";
				else if (char === this.escape) offset++;
			} else if (isBlank(char.charCodeAt(0))) break;
			else if (char === '"' || char === "'") quote = char;
			else if (char === this.escape) offset++;
		}
		return Math.min(offset, text.length);
	}

	#flag(start: number, end: number): Flag {
		const { text } = this.joined;
		const nameEnd = this.#equals(start, end);
		const name = text.slice(start + 2, nameEnd);
		const hasValue = nameEnd < end;
		return {
			span: this.joined.span(start, end),
			name,
			nameSpan: this.joined.span(start + 2, nameEnd),
			value: hasValue ? this.word(nameEnd + 1, end, name !== "mount") : undefined,
			options: hasValue && name === "mount" ? this.#options(nameEnd + 1, end) : [],
		};
	}

	/** The comma-separated options of a mount. */
	#options(from: number, to: number): FlagOption[] {
		const { text } = this.joined;
		const options: FlagOption[] = [];
		let start = from;
		let quote = "";
		for (let offset = from; offset <= to; offset++) {
			const char = offset < to ? text[offset] : ",";
			if (quote && offset < to) {
				if (char === quote) quote = "";
			} else if (char === '"' || char === "'") quote = char;
			else if (char === ",") {
				if (offset > start || options.length > 0 || to > from) options.push(this.#option(start, offset));
				start = offset + 1;
			}
		}
		return options;
	}

	#option(from: number, to: number): FlagOption {
		const { text } = this.joined;
		const wrapped = to - from >= 2 && (text[from] === '"' || text[from] === "'") && text[to - 1] === text[from];
		const start = wrapped ? from + 1 : from;
		const end = wrapped ? to - 1 : to;
		const cut = this.#equals(start, end);
		return {
			span: this.joined.span(from, to),
			key: text.slice(start, cut),
			keySpan: this.joined.span(start, cut),
			value: cut < end ? this.word(cut + 1, end) : undefined,
		};
	}
}

/** First offset from `from` on that is (`blank`) no blank, or else is one. */
export function skip(text: string, from: number, blank: boolean): number {
	let offset = from;
	while (offset < text.length && isBlank(text.charCodeAt(offset)) === blank) offset++;
	return offset;
}

/** End of a text without its trailing blanks, at least `from`. */
export function trimmedEnd(text: string, from: number): number {
	let end = text.length;
	while (end > from && isBlank(text.charCodeAt(end - 1))) end--;
	return end;
}

/** Whether one pair of quotes goes around all of a word. */
function isQuoted(text: string, escapeChar: string): boolean {
	const quote = text[0];
	if ((quote !== '"' && quote !== "'") || !text.endsWith(quote)) return false;
	for (let offset = 1; offset < text.length - 1; offset++) {
		if (text[offset] === quote) return false;
		if (quote === '"' && text[offset] === escapeChar) offset++;
	}
	return true;
}

function parseStrings(text: string): readonly string[] | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return Array.isArray(value) && value.every((item) => typeof item === "string") ? value : undefined;
	} catch {
		return undefined;
	}
}

function closingQuote(text: string, opening: number): number {
	let offset = opening + 1;
	while (offset < text.length && text[offset] !== '"') offset += text[offset] === "\\" ? 2 : 1;
	return offset;
}

/** Deeper nested operands are taken as text. */
const deepest = 40;

/** Reads quotes, escapes and variables of one word, as BuildKit's shell lexer does. */
class Expansion {
	readonly #text: string;
	readonly #end: number;
	readonly #escape: string;
	readonly #scope: Scope;
	readonly #expands: boolean;
	readonly #uses: Use[];
	#offset: number;
	#depth = 0;

	constructor(
		text: string,
		start: number,
		end: number,
		escapeChar: string,
		scope: Scope,
		expands: boolean,
		uses: Use[],
	) {
		this.#text = text;
		this.#offset = start;
		this.#end = end;
		this.#escape = escapeChar;
		this.#scope = scope;
		this.#expands = expands;
		this.#uses = uses;
	}

	read(): { readonly value: string; readonly resolved: string | undefined } {
		return this.#until("");
	}

	#until(stop: string): Text {
		const result = new Text();
		while (this.#offset < this.#end) {
			const char = this.#text[this.#offset] as string;
			if (char === stop) break;
			if (char === "'") this.#single(result);
			else if (char === '"') this.#double(result);
			else if (char === "$" && this.#expands) this.#dollar(result);
			else if (char === this.#escape) {
				// What follows the escape character stands for itself.
				result.add(this.#text[this.#offset + 1] ?? "");
				this.#offset += 2;
			} else {
				result.add(char);
				this.#offset++;
			}
		}
		this.#offset = Math.min(this.#offset, this.#end);
		return result;
	}

	#single(result: Text): void {
		const closing = this.#text.indexOf("'", this.#offset + 1);
		const end = closing < 0 || closing >= this.#end ? this.#end : closing;
		result.add(this.#text.slice(this.#offset + 1, end));
		this.#offset = end + 1;
	}

	#double(result: Text): void {
		this.#offset++;
		while (this.#offset < this.#end) {
			const char = this.#text[this.#offset] as string;
			if (char === '"') break;
			if (char === "$" && this.#expands) this.#dollar(result);
			else if (char === this.#escape) {
				const next = this.#text[this.#offset + 1] ?? "";
				result.add(next === '"' || next === "$" || next === this.#escape ? next : char + next);
				this.#offset += 2;
			} else {
				result.add(char);
				this.#offset++;
			}
		}
		this.#offset++;
	}

	#dollar(result: Text): void {
		const start = this.#offset;
		const braced = this.#text[start + 1] === "{";
		const nameStart = start + (braced ? 2 : 1);
		const name = nameAt(this.#text, nameStart, this.#end, braced);
		const nameEnd = nameStart + name.length;
		this.#offset = nameEnd;
		if (!braced) {
			if (isName(name)) this.#use(result, { start, end: nameEnd, name, nameStart });
			else result.add(this.#text.slice(start, Math.max(nameEnd, start + 1)));
			this.#offset = Math.max(nameEnd, start + 1);
			return;
		}
		if (this.#text[nameEnd] === "}" && nameEnd < this.#end) {
			this.#offset++;
			if (isName(name)) this.#use(result, { start, end: this.#offset, name, nameStart });
			else result.add(this.#text.slice(start, this.#offset));
			return;
		}
		this.#modified(result, start, name, nameStart);
	}

	/** `${NAME:-operand}` and the other modifiers; the offset is right after the name. */
	#modified(result: Text, start: number, name: string, nameStart: number): void {
		const nameEnd = this.#offset;
		modifierPattern.lastIndex = nameEnd;
		const modifier = modifierPattern.exec(this.#text)?.[0];
		this.#offset = Math.min(nameEnd + (modifier?.length ?? 0), this.#end);
		const operandStart = this.#offset;
		const operand = this.#operand();
		const operandEnd = this.#offset;
		const closed = this.#offset < this.#end;
		if (closed) this.#offset++;
		const end = this.#offset;
		const written = this.#text.slice(start, end);
		let problem: string | undefined;
		if (!closed) problem = `\`${written}\` has no closing brace.`;
		else if (name === "") problem = `\`${written}\` names no variable.`;
		else if (modifier === undefined) problem = `\`${written}\` has a modifier that Dockerfiles do not know.`;
		if (!isName(name)) {
			result.unknown(written);
			if (problem) this.#note({ start, end, name, nameStart }, modifier, undefined, problem);
			return;
		}
		const note = this.#note({ start, end, name, nameStart }, modifier, toSpan(operandStart, operandEnd), problem);
		const value = modifier && !problem ? applyModifier(modifier, note, operand.resolved) : undefined;
		result.both(written, value);
	}

	#operand(): Text {
		this.#depth++;
		const operand = this.#depth > deepest ? this.#skipToEnd() : this.#until("}");
		this.#depth--;
		return operand;
	}

	#skipToEnd(): Text {
		const result = new Text();
		result.add(this.#text.slice(this.#offset, this.#end));
		this.#offset = this.#end;
		return result;
	}

	#use(result: Text, place: Place): void {
		const binding = this.#note(place, undefined, undefined, undefined);
		result.both(this.#text.slice(place.start, place.end), binding?.value);
	}

	#note(
		{ start, end, name, nameStart }: Place,
		modifier: string | undefined,
		operand: Span | undefined,
		problem: string | undefined,
	): Binding | undefined {
		const nameSpan = toSpan(nameStart, nameStart + name.length);
		this.#uses.push({ span: toSpan(start, end), name, nameSpan, modifier, operand, problem });
		return lookup(this.#scope, name);
	}
}

interface Place {
	readonly start: number;
	readonly end: number;
	readonly name: string;
	readonly nameStart: number;
}

/** A text that is put together twice: with variables as written, and with their values. */
class Text {
	#value: string[] = [];
	#resolved: string[] | undefined = [];

	add(text: string): void {
		this.#value.push(text);
		this.#resolved?.push(text);
	}

	both(written: string, value: string | undefined): void {
		this.#value.push(written);
		if (value === undefined) this.#resolved = undefined;
		else this.#resolved?.push(value);
	}

	unknown(written: string): void {
		this.both(written, undefined);
	}

	get value(): string {
		return this.#value.join("");
	}

	get resolved(): string | undefined {
		return this.#resolved?.join("");
	}
}

const modifierPattern = /:[-+?=]|##?|%%?|\/\/?|[-+?]/y;
const namePattern = /[A-Za-z_][A-Za-z0-9_]*/y;
const specialPattern = /[0-9]+|[@*#?$!-]/y;

function nameAt(text: string, offset: number, end: number, braced: boolean): string {
	for (const pattern of [namePattern, specialPattern]) {
		pattern.lastIndex = offset;
		const name = pattern.exec(text)?.[0];
		if (name === undefined) continue;
		// `${#X}` and the like are not BuildKit's; a special parameter in braces stands alone.
		if (pattern === specialPattern && braced && text[offset + name.length] !== "}") return "";
		return name.slice(0, Math.max(0, end - offset));
	}
	return "";
}

function isName(name: string): boolean {
	return /^[A-Za-z_]/.test(name);
}

function applyModifier(
	modifier: string,
	binding: Binding | undefined,
	operand: string | undefined,
): string | undefined {
	const value = binding?.value;
	// Nothing is known of a variable that may come from the base image or the command line.
	if (!binding) return undefined;
	switch (modifier) {
		case ":-":
			return value === undefined || value === "" ? operand : value;
		case "-":
			return value === undefined ? operand : value;
		case ":+":
			return value === undefined || value === "" ? "" : operand;
		case "+":
			return value === undefined ? "" : operand;
		case ":?":
		case "?":
			return value;
		default:
			return undefined;
	}
}
