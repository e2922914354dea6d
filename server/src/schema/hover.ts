import type { Hover } from "../core/feature.ts";
import type { Cursor } from "../yaml/cursor.ts";
import { resolve, type YamlNode } from "../yaml/tree.ts";
import { describe } from "./describe.ts";
import type { Doc, EnumValue, Format, Key, Type } from "./type.ts";
import { formsFor, formsOf, placeAt, type TypePlace, typeOf } from "./walk.ts";

/** What the table says of the key or value at the cursor; undefined where it says nothing. */
export function hoverAt(cursor: Cursor, type: Type): Hover | undefined {
	const { position, pair, scalar, path, document } = cursor;
	if (position === "key" && pair && scalar) {
		const place = placeAt(type, [...path, scalar.text], document?.root);
		return place && { span: scalar.span, markdown: placeMarkdown(place, scalar.text, pair.value) };
	}
	if (position === "none" || !scalar) return undefined;
	const place = placeAt(type, path, document?.root);
	const markdown = place && valueMarkdown(place, scalar);
	return markdown ? { span: scalar.span, markdown } : undefined;
}

function placeMarkdown(place: TypePlace, name: string, value: YamlNode | undefined): string {
	if (place.key) return keyMarkdown(name, place.key, value);
	return paragraphs(
		heading(name, [describe(place.type)]),
		explanation(place.names, name) ?? "",
		docOfType(place.type, value),
		explained(place.type, value),
	);
}

/** Everything a table says of a key: name, type, whether it is needed, default, values, history, example; and what `value` means. */
export function keyMarkdown(name: string, key: Key, value?: YamlNode): string {
	const type = typeOf(key.type);
	const facts = [
		describe(type),
		key.required ? "required" : "",
		key.default === undefined ? "" : `default ${code(key.default)}`,
		key.since === undefined ? "" : `since ${key.since}`,
	];
	return paragraphs(
		heading(name, facts),
		key.deprecated === undefined ? "" : `**Deprecated.** ${key.deprecated}`,
		docText(key.doc) || docOfType(type, value),
		valuesMarkdown(type),
		isListed(type, value) ? "" : explained(type, value),
		key.example === undefined ? "" : exampleMarkdown(name, key.example),
	);
}

function heading(name: string, facts: readonly string[]): string {
	return [`**${code(name)}**`, ...facts.filter((fact) => fact !== "")].join(" · ");
}

/** An example under its key. */
function exampleMarkdown(name: string, example: string): string {
	const below = example.includes("\n") || /^(?:- |[\w."'-]+:(?:\s|$))/.test(example);
	// A text block starts behind its key already.
	const inPlace = /^[|>][-+]?\n/.test(example);
	const yaml = below && !inPlace ? `${name}:\n${example.replace(/^(?=.)/gm, "  ")}` : `${name}: ${example}`;
	return `\`\`\`yaml\n${yaml}\n\`\`\``;
}

/** Values are listed up to this many; more of them are named only. */
const explainedValues = 20;

function valuesMarkdown(type: Type): string {
	const values = enumValues(type);
	if (values.length === 0) return "";
	if (values.length > explainedValues) return `Values: ${values.map(({ value }) => code(value)).join(", ")}`;
	return values.map(valueLine).join("\n");
}

/** Whether the list of values says already what the value means. */
function isListed(type: Type, value: YamlNode | undefined): boolean {
	const values = enumValues(type);
	const scalar = resolve(value);
	return (
		values.length <= explainedValues && scalar?.kind === "scalar" && values.some((one) => one.value === scalar.text)
	);
}

function valueLine({ value, doc, deprecated }: EnumValue): string {
	const words = [deprecated === undefined ? "" : `**Deprecated.** ${deprecated}`, docText(doc)].filter(
		(text) => text !== "",
	);
	return words.length === 0 ? `- ${code(value)}` : `- ${code(value)}: ${words.join(" ")}`;
}

/** The values that a type lists, items of its lists included. */
function enumValues(type: Type): readonly EnumValue[] {
	return formsOf(type).flatMap((form) => {
		if (form.kind === "scalar") return form.values ?? [];
		return form.kind === "list"
			? formsOf(typeOf(form.items)).flatMap((item) => (item.kind === "scalar" ? (item.values ?? []) : []))
			: [];
	});
}

function valueMarkdown({ type, key, name }: TypePlace, scalar: YamlNode): string {
	const meaning = explained(type, scalar);
	const about = key && typeof name === "string" ? docText(key.doc) : docOfType(type, scalar);
	if (meaning === "" && about === "") return "";
	return paragraphs(meaning, typeof name === "string" && about !== "" ? `${code(name)}: ${about}` : about);
}

/** What a scalar means: the documentation of a listed value, or its format in plain words. */
function explained(type: Type, node: YamlNode | undefined): string {
	const scalar = resolve(node);
	if (scalar?.kind !== "scalar" || scalar.value === null) return "";
	for (const form of formsFor(type, scalar)) {
		if (form.kind !== "scalar") continue;
		const known =
			form.values?.find(({ value }) => value === scalar.text) ??
			form.format?.suggestions?.find(({ value }) => value === scalar.text);
		const doc = known && docText(known.doc);
		if (doc) return `${code(scalar.text)}: ${doc}`;
		const words = explanation(form.format, scalar.text);
		if (words) return `${code(scalar.text)}: ${words}`;
	}
	return "";
}

function explanation(format: Format | undefined, text: string): string | undefined {
	return format?.explain?.(text);
}

function docOfType(type: Type, value: YamlNode | undefined): string {
	const own = docText(type.doc);
	if (own !== "") return own;
	const form = (value && formsFor(type, value)[0]) ?? formsOf(type)[0];
	return form ? docText(form.doc) : "";
}

/** Documentation as text; empty where there is none. */
export function docText(doc: Doc | undefined): string {
	return (typeof doc === "function" ? doc() : doc) ?? "";
}

function paragraphs(...parts: readonly string[]): string {
	return parts.filter((part) => part !== "").join("\n\n");
}

function code(text: string): string {
	const line = text.replace(/\s*\n\s*/g, " ");
	const short = line.length > 60 ? `${line.slice(0, 60)}…` : line;
	return short.includes("`") ? `\`\` ${short} \`\`` : `\`${short}\``;
}
