import type { YamlScalar } from "./nodes.ts";

/*
 * What a scalar says. Source: YAML 1.2.2, chapter 10.3 (core schema), 7.3 (flow scalars), 8.1 (block scalars).
 */

const integer = /^[-+]?[0-9]+$/;
const octal = /^0o[0-7]+$/;
const hexadecimal = /^0x[0-9a-fA-F]+$/;
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const infinite = /^[-+]?\.(?:inf|Inf|INF)$/;
const notNumber = /^\.(?:nan|NaN|NAN)$/;

/** The value of a plain scalar by the core schema. */
export function plainValue(text: string): YamlScalar["value"] {
	switch (text) {
		case "":
		case "~":
		case "null":
		case "Null":
		case "NULL":
			return null;
		case "true":
		case "True":
		case "TRUE":
			return true;
		case "false":
		case "False":
		case "FALSE":
			return false;
	}
	const first = text.charCodeAt(0);
	// Digits, a sign or a dot: nothing else starts a number.
	if (!((first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46)) return text;
	if (integer.test(text) || float.test(text)) return Number(text);
	if (octal.test(text) || hexadecimal.test(text)) return Number(text);
	if (infinite.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
	if (notNumber.test(text)) return NaN;
	return text;
}

/** The value under a tag; other tags than YAML's own leave the value as it is. */
export function taggedValue(value: YamlScalar["value"], text: string, tag: string): YamlScalar["value"] {
	switch (tag) {
		case "!!str":
		case "!":
			return text;
		case "!!int":
		case "!!float":
		case "!!bool":
		case "!!null":
			return plainValue(text);
		default:
			return value;
	}
}
