import type { Span } from "../core/text.ts";

/*
 * Variables in the values of a Compose file, as compose-go reads them (`template/template.go`): `$X`, `${X}`, with `:-` `-` a default,
 * `:?` `?` a demand, `:+` `+` a replacement, nested, and `$$` for a dollar sign. All offsets count from the value's first character.
 */

export type Operator = ":-" | "-" | ":?" | "?" | ":+" | "+";

/** A use of a variable. */
export interface Variable {
	readonly kind: "variable";
	/** From the dollar sign to the closing brace. */
	readonly span: Span;
	readonly name: string;
	readonly nameSpan: Span;
	readonly operator: Operator | undefined;
	/** What follows the operator. */
	readonly word: Template | undefined;
	readonly wordSpan: Span | undefined;
}

/** Text that stands for itself; `text` has `$$` replaced by `$`. */
export interface Literal {
	readonly kind: "literal";
	readonly span: Span;
	readonly text: string;
}

export type Template = readonly (Variable | Literal)[];

export interface TemplateProblem {
	readonly span: Span;
	/** One sentence. */
	readonly message: string;
}

export interface ParsedTemplate {
	readonly template: Template;
	readonly problems: readonly TemplateProblem[];
}

/** Deeper nesting is taken as text: nobody writes it, and a hostile file must not exhaust the stack. */
const maximumDepth = 20;

/** Reads a value. What follows no grammar is a problem, and taken as text. */
export function parseTemplate(text: string): ParsedTemplate {
	const problems: TemplateProblem[] = [];
	return { template: parse(text, 0, text.length, problems, 0), problems };
}

function parse(text: string, start: number, end: number, problems: TemplateProblem[], depth: number): Template {
	const parts: (Variable | Literal)[] = [];
	let done = start;
	const literal = (to: number) => {
		if (to > done)
			parts.push({ kind: "literal", span: { start: done, end: to }, text: text.slice(done, to).replaceAll("$$", "$") });
	};
	for (let offset = text.indexOf("$", start); offset >= 0 && offset < end; offset = text.indexOf("$", offset)) {
		const next = text[offset + 1];
		if (next === "$" && offset + 1 < end) {
			offset += 2;
			continue;
		}
		const found =
			next === "{" && offset + 1 < end ? braced(text, offset, end, problems, depth) : named(text, offset, end);
		if (!found.variable) {
			offset = found.end;
			continue;
		}
		literal(offset);
		parts.push(found.variable);
		offset = found.end;
		done = offset;
	}
	literal(end);
	return parts;
}

interface Found {
	readonly variable: Variable | undefined;
	/** Where to read on. */
	readonly end: number;
}

function nameAt(text: string, offset: number, end: number): string {
	const pattern = /[A-Za-z_][A-Za-z0-9_]*/y;
	pattern.lastIndex = offset;
	const name = pattern.exec(text)?.[0] ?? "";
	return name.slice(0, end - offset);
}

/** `$X`; a dollar sign that no name follows is text. */
function named(text: string, offset: number, end: number): Found {
	const name = nameAt(text, offset + 1, end);
	if (name === "") return { variable: undefined, end: offset + 1 };
	const nameSpan = { start: offset + 1, end: offset + 1 + name.length };
	const span = { start: offset, end: nameSpan.end };
	return {
		variable: { kind: "variable", span, name, nameSpan, operator: undefined, word: undefined, wordSpan: undefined },
		end: span.end,
	};
}

function braced(text: string, offset: number, end: number, problems: TemplateProblem[], depth: number): Found {
	const close = closingBrace(text, offset, end);
	if (close === undefined) {
		const line = lineEndWithin(text, offset, end);
		problems.push({
			span: { start: offset, end: line },
			message: `“${text.slice(offset, line)}” has no closing brace.`,
		});
		// The rest of the line belongs to it; looking for more in there would take quadratic time.
		return { variable: undefined, end: line };
	}
	const span = { start: offset, end: close + 1 };
	const name = nameAt(text, offset + 2, close);
	const nameEnd = offset + 2 + name.length;
	const operator = /^(?::?[-?+])/.exec(text.slice(nameEnd, nameEnd + 2))?.[0] as Operator | undefined;
	if (name === "" || (operator === undefined && nameEnd < close) || depth >= maximumDepth) {
		problems.push({ span, message: messageFor(text.slice(offset, close + 1), name) });
		return { variable: undefined, end: close + 1 };
	}
	const nameSpan = { start: offset + 2, end: nameEnd };
	if (operator === undefined) {
		return {
			variable: { kind: "variable", span, name, nameSpan, operator, word: undefined, wordSpan: undefined },
			end: close + 1,
		};
	}
	const wordSpan = { start: nameEnd + operator.length, end: close };
	const word = parse(text, wordSpan.start, wordSpan.end, problems, depth + 1);
	return { variable: { kind: "variable", span, name, nameSpan, operator, word, wordSpan }, end: close + 1 };
}

/** Braces are counted whether a dollar sign stands before them or not, and never beyond the line. Source: getFirstBraceClosingIndex. */
function closingBrace(text: string, offset: number, end: number): number | undefined {
	let open = 0;
	for (let at = offset + 1; at < end; at++) {
		const character = text[at];
		if (character === "\n") return undefined;
		if (character === "{") open++;
		else if (character === "}" && --open === 0) return at;
	}
	return undefined;
}

function lineEndWithin(text: string, offset: number, end: number): number {
	const lineBreak = text.indexOf("\n", offset);
	return lineBreak < 0 || lineBreak > end ? end : lineBreak;
}

function messageFor(written: string, name: string): string {
	if (/^\$\{\s*\}$/.test(written)) return "The braces hold no name of a variable.";
	if (name === "") return `“${written}” does not start with the name of a variable: letters, digits and underscores.`;
	return `Compose can't read “${written}”: after the name stand :-, -, :?, ?, :+ or + at most.`;
}

/** A value and where it is from. */
export interface Setting {
	readonly value: string;
	/** For people: "`.env`, line 3". */
	readonly source: string;
}

/** What variables stand for; undefined for one that is not set. */
export type Environment = (name: string) => Setting | undefined;

export interface Evaluated {
	readonly text: string;
	/** Variables that stand for nothing here, each once. */
	readonly unset: readonly string[];
	/** What a demand (`:?`, `?`) that is not met says. */
	readonly demands: readonly string[];
}

/** The value with all variables replaced; one that is not set is empty, as Compose has it. */
export function evaluate(template: Template, environment: Environment): Evaluated {
	const unset = new Set<string>();
	const demands: string[] = [];
	const text = render(template, environment, unset, demands);
	return { text, unset: [...unset], demands };
}

function render(template: Template, environment: Environment, unset: Set<string>, demands: string[]): string {
	return template
		.map((part) => (part.kind === "literal" ? part.text : replace(part, environment, unset, demands)))
		.join("");
}

function replace(
	{ name, operator, word = [] }: Variable,
	environment: Environment,
	unset: Set<string>,
	demands: string[],
): string {
	const value = environment(name)?.value;
	const present = operator?.startsWith(":") ? value !== undefined && value !== "" : value !== undefined;
	const inner = () => render(word, environment, unset, demands);
	switch (operator) {
		case ":-":
		case "-":
			return present ? (value ?? "") : inner();
		case ":+":
		case "+":
			return present ? inner() : (value ?? "");
		case ":?":
		case "?":
			if (!present) demands.push(`${name}: ${inner() || "required"}`);
			return value ?? "";
		default:
			if (value === undefined) unset.add(name);
			return value ?? "";
	}
}

/** Every use of a variable, nested ones after the one they stand in. */
export function* variablesOf(template: Template): Generator<Variable> {
	for (const part of template) {
		if (part.kind !== "variable") continue;
		yield part;
		if (part.word) yield* variablesOf(part.word);
	}
}
