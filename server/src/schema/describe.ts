import type { YamlNode } from "../yaml/tree.ts";
import type { Primitive, ScalarType, Type } from "./type.ts";
import { formsOf, typeOf } from "./walk.ts";

/** A type in words, as a sentence goes on after "takes": `a string or a list of strings`. */
export function describe(type: Type): string {
	return join(formsOf(type).flatMap((form) => one(form, 0)));
}

/** More values than this are not listed in a sentence. */
const listed = 5;
const maximumDepth = 3;

function one(type: Type, depth: number): readonly string[] {
	switch (type.kind) {
		case "any":
			return ["any value"];
		case "object":
			return [type.name === undefined ? "a mapping" : withArticle(type.name)];
		case "map":
			return [`a mapping of names to ${many(typeOf(type.values), depth + 1)}`];
		case "list":
			return [`a list of ${many(typeOf(type.items), depth + 1)}`];
		case "scalar":
			return scalar(type);
		case "union":
			return formsOf(type).flatMap((form) => one(form, depth));
	}
}

function scalar(type: ScalarType): readonly string[] {
	const { values, open, format, of } = type;
	if (values && !open && values.length <= listed) return values.map(({ value }) => `\`${value}\``);
	if (format && of.every((primitive) => primitive !== "boolean")) {
		return [withArticle(format.name), ...(of.includes("null") ? ["nothing"] : [])];
	}
	if (format) return [withArticle(format.name)];
	return wordsOf(of);
}

const words: Readonly<Record<Primitive, readonly [one: string, many: string]>> = {
	string: ["a string", "strings"],
	integer: ["a whole number", "whole numbers"],
	number: ["a number", "numbers"],
	boolean: ["true or false", "booleans"],
	null: ["nothing", "nothing"],
};

function wordsOf(of: readonly Primitive[]): readonly string[] {
	// A number can be whole anyway.
	const told = of.includes("number") ? of.filter((primitive) => primitive !== "integer") : of;
	return told.map((primitive) => words[primitive][0]);
}

function many(type: Type, depth: number): string {
	if (depth > maximumDepth) return "values";
	const parts = formsOf(type).flatMap((form): readonly string[] => {
		switch (form.kind) {
			case "any":
				return ["any values"];
			case "object":
				return [form.name === undefined ? "mappings" : plural(form.name)];
			case "map":
				return ["mappings"];
			case "list":
				return ["lists"];
			case "scalar": {
				if (form.format) return [plural(form.format.name)];
				const told = form.of.filter(
					(primitive) => primitive !== "null" && !(primitive === "integer" && form.of.includes("number")),
				);
				return told.map((primitive) => words[primitive][1]);
			}
			default:
				return [];
		}
	});
	return join(parts) || "nothing";
}

function join(parts: readonly string[]): string {
	const unique = [...new Set(parts)];
	if (unique.length < 2) return unique[0] ?? "";
	return `${unique.slice(0, -1).join(", ")} or ${unique.at(-1)}`;
}

/** `a service`, `an Ingress`. */
export function withArticle(name: string): string {
	if (/^(?:an?|the) |(?:options|settings|metadata)$/i.test(name)) return name;
	return /^(?:[aeio]|u(?!s|ni|ts))/i.test(name) ? `an ${name}` : `a ${name}`;
}

function plural(name: string): string {
	const [, head, rest = ""] = /^(.+?)( of .+)$/.exec(name) ?? [];
	if (head !== undefined) return plural(head) + rest;
	if (/(?:options|settings|metadata)$/i.test(name)) return name;
	if (/(?:s|x|ch|sh)$/.test(name)) return `${name}es`;
	if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
	return `${name}s`;
}

/** What a node is, in words: `a list`, `a string`. */
export function describeNode(node: YamlNode | undefined): string {
	switch (node?.kind) {
		case "map":
			return "a mapping";
		case "seq":
			return "a list";
		case "scalar":
			return describeValue(node.value);
		default:
			return "nothing";
	}
}

function describeValue(value: string | number | boolean | null): string {
	switch (typeof value) {
		case "string":
			return "a string";
		case "number":
			return Number.isInteger(value) ? "a whole number" : "a number";
		case "boolean":
			return "a boolean";
		default:
			return "nothing";
	}
}
