import type { Span } from "../core/text.ts";

/** What is wrong inside a value; `span` counts from the value's first character. Has the shape of `FormatProblem` in schema/type.ts. */
export interface ValueProblem {
	readonly span: Span;
	/** One sentence. */
	readonly message: string;
	/** What to write instead of what `span` covers, where that is certain enough to offer. */
	readonly replacement?: string;
	readonly severity?: "error" | "warning";
}

/** What reading a value yields: what it says, or why it says nothing. */
export type Parsed<T> =
	| { readonly value: T; readonly problem?: never }
	| { readonly value?: never; readonly problem: ValueProblem };

/** A part of a value; `span` counts from the value's first character. */
export interface Part {
	readonly text: string;
	readonly span: Span;
}

/** Whether the text holds a variable (`$X`, `${X}`); `$$` is a dollar sign. */
export function hasVariable(text: string): boolean {
	return /(?:^|[^$])(?:\$\$)*\$(?:\{|[A-Za-z_])/.test(text);
}

/** The parts between separators, those inside `${…}` not counted. */
export function splitOutsideVariables(text: string, separator: string): Part[] {
	const parts: Part[] = [];
	let start = 0;
	let depth = 0;
	for (let offset = 0; offset < text.length; offset++) {
		const character = text[offset];
		if (character === "$" && text[offset + 1] === "$") offset++;
		else if (character === "$" && text[offset + 1] === "{") {
			depth++;
			offset++;
		} else if (character === "}" && depth > 0) depth--;
		else if (character === separator && depth === 0) {
			parts.push({
				text: text.slice(start, offset),
				span: { start, end: offset },
			});
			start = offset + 1;
		}
	}
	parts.push({ text: text.slice(start), span: { start, end: text.length } });
	return parts;
}
