import { hasVariable } from "../../container/value.ts";
import { nearest } from "../../core/nearest.ts";
import type { EnumValue, Format, FormatProblem } from "../../schema/type.ts";

/** What a format may have besides its check. */
export interface FormatParts {
	readonly check?: (value: string) => FormatProblem | undefined;
	readonly explain?: (value: string) => string | undefined;
	readonly suggestions?: readonly EnumValue[];
}

/** A grammar that says nothing of values with variables in them. */
export function format(name: string, { check, explain, suggestions }: FormatParts = {}): Format {
	return {
		name,
		check: (value) => (check && !hasVariable(value) ? check(value) : undefined),
		...(explain && { explain: (value: string) => (hasVariable(value) ? undefined : explain(value)) }),
		...(suggestions && { suggestions }),
	};
}

/** A grammar that reads around variables, so that the rest of the value is checked. */
export function formatAroundVariables(
	name: string,
	parts: FormatParts & { readonly check: (value: string) => FormatProblem | undefined },
): Format {
	return { name, readsVariables: true, ...parts };
}

/** A problem of the whole value. */
export function wrong(
	value: string,
	message: string,
	rest: Omit<FormatProblem, "span" | "message"> = {},
): FormatProblem {
	return { span: { start: 0, end: value.length }, message, ...rest };
}

/** A problem of the part of a value from `start`, `length` characters long. */
export function wrongAt(
	start: number,
	length: number,
	message: string,
	rest: Omit<FormatProblem, "span" | "message"> = {},
): FormatProblem {
	return { span: { start, end: start + length }, message, ...rest };
}

/** The nearest known word as the replacement of an unknown one, where there is one. */
export function meant(word: string, known: Iterable<string>): { replacement?: string } {
	const found = nearest(word, known);
	return found === undefined ? {} : { replacement: found };
}

/** A grammar of words with fixed forms: each of `words`, or one that `also` takes. */
export function wordFormat(
	name: string,
	words: readonly EnumValue[],
	options: {
		readonly also?: (value: string) => boolean;
		readonly explain?: (value: string) => string | undefined;
		readonly severity?: "warning";
		/** What the values are, for the message: "always, no or on-failure". */
		readonly forms: string;
	},
): Format {
	const docs = new Map(words.map(({ value, doc }) => [value, doc]));
	return format(name, {
		check: (value) =>
			docs.has(value) || options.also?.(value)
				? undefined
				: wrong(value, `“${value}” is no ${name}: ${options.forms}.`, {
						...meant(value, docs.keys()),
						...(options.severity && { severity: options.severity }),
					}),
		explain: (value) => {
			const doc = docs.get(value);
			return options.explain?.(value) ?? (typeof doc === "string" ? doc : undefined);
		},
		suggestions: words,
	});
}
