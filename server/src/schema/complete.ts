import type { Completion } from "../core/feature.ts";
import type { Cursor } from "../yaml/cursor.ts";
import { renderString } from "../yaml/edit.ts";
import { plainValue } from "../yaml/scalar.ts";
import { entriesOf } from "../yaml/tree.ts";
import { describe } from "./describe.ts";
import { docText, keyMarkdown } from "./hover.ts";
import type { EnumValue, Key, MapType, ObjectType, ScalarType, Type } from "./type.ts";
import { formsOf, typeAt, typeOf } from "./walk.ts";

/** Order of completions: what is required first, what is deprecated last. */
const ranks = { required: 0, usual: 1, deprecated: 9 } as const;

/** Everything the table knows that could be written at the cursor. */
export function completeAt(cursor: Cursor, type: Type): readonly Completion[] {
	const here = cursor.position === "none" ? undefined : typeAt(type, cursor.path, cursor.document?.root);
	return here ? completeType(cursor, here) : [];
}

/** Everything that the type at the cursor's path offers there; a language may add to its suggestions before it asks. */
export function completeType(cursor: Cursor, here: Type): readonly Completion[] {
	const { position } = cursor;
	if (position === "none") return [];
	if (position === "key") return atKey(cursor, here);
	if (position === "item") return [...keysOf(cursor, here, cursor.column), ...valuesOf(cursor, here)];
	return atValue(cursor, here);
}

/** On a line of its own: keys where a map is or may begin, `- ` where a list may, values where one may stand alone. */
function atKey(cursor: Cursor, type: Type): readonly Completion[] {
	const { map, seq, column } = cursor;
	if (map) return keysOf(cursor, type, column);
	const items = formsOf(type).flatMap((form) => (form.kind === "list" ? itemsOf(cursor, typeOf(form.items)) : []));
	if (seq) return items;
	return [...keysOf(cursor, type, column), ...items, ...valuesOf(cursor, type)];
}

function atValue(cursor: Cursor, type: Type): readonly Completion[] {
	const values = valuesOf(cursor, type);
	const isItem = cursor.seq !== undefined;
	const keys =
		isItem && cursor.flow
			? formsOf(type)
					.filter(({ kind }) => kind === "object")
					.map(() => flowMap(cursor))
			: [];
	return [...values, ...keys, ...(cursor.flow ? [] : collectionsBelow(cursor, type))];
}

function keysOf(cursor: Cursor, type: Type, column: number): readonly Completion[] {
	return formsOf(type).flatMap((form) => {
		if (form.kind === "object") return keysOfObject(cursor, form, column);
		return form.kind === "map" ? namesOf(cursor, form) : [];
	});
}

function keysOfObject(cursor: Cursor, owner: ObjectType, column: number): Completion[] {
	const present = presentKeys(cursor);
	const completions: Completion[] = [];
	for (const [name, key] of Object.entries(owner.keys)) {
		if (key.hidden || present.has(name)) continue;
		completions.push(keyCompletion(cursor, name, key, column));
	}
	return completions;
}

/** Keys that are there, the one at the cursor left out. */
function presentKeys({ map, pair }: Cursor): ReadonlySet<string> {
	const present = new Set<string>();
	if (map) for (const entry of entriesOf(map)) if (entry.pair !== pair) present.add(entry.key);
	return present;
}

function keyCompletion(cursor: Cursor, name: string, key: Key, column: number): Completion {
	const type = typeOf(key.type);
	const body = hasColon(cursor) ? { text: "", again: false } : bodyOf(cursor, type, column);
	const written = cursor.scalar && cursor.scalar.style !== "plain" ? name : renderString(name, cursor.flow);
	const snippet = body.text.includes("$");
	const text = (cursor.tight ? " " : "") + (snippet ? escaped(written) + body.text : written + body.text);
	const rank = key.deprecated === undefined ? (key.required ? ranks.required : ranks.usual) : ranks.deprecated;
	return {
		label: name,
		kind: "key",
		detail: key.required ? `required, ${describe(type)}` : describe(type),
		documentation: () => keyMarkdown(name, key),
		edit: { span: cursor.replace, text },
		...(snippet && { snippet }),
		rank,
		...(key.deprecated !== undefined && { deprecated: true }),
		...(body.again && { again: true }),
	};
}

/** Whether the key at the cursor has its colon already: then only its name is replaced. */
function hasColon({ pair, scalar }: Cursor): boolean {
	return pair !== undefined && scalar === pair.key && pair.span.end > pair.key.span.end;
}

interface Body {
	/** A snippet, where it has a `$`. */
	readonly text: string;
	/** Whether there is something to choose from once it is written. */
	readonly again: boolean;
}

/** What follows a key: its colon and a place for the value, with what the value can't do without. */
function bodyOf(cursor: Cursor, type: Type, column: number): Body {
	const form = preferredForm(type);
	if (cursor.flow) {
		if (form?.kind === "list") return { text: ": [$0]", again: true };
		return form?.kind === "object" || form?.kind === "map"
			? { text: ": {$0}", again: true }
			: { text: ": ", again: hasChoices(type) };
	}
	if (form === undefined || form.kind === "any" || form.kind === "scalar")
		return { text: ": ", again: hasChoices(type) };
	const inner = column + cursor.indent;
	const lead = `:${cursor.lineBreak}${" ".repeat(inner)}`;
	const tabStops = { last: 0 };
	const required =
		form.kind === "list"
			? requiredBody(cursor, typeOf(form.items), inner + 2, tabStops, 1)
			: requiredBody(cursor, form, inner, tabStops, 1);
	return { text: lead + (form.kind === "list" ? "- " : "") + (required || "$0"), again: required === "" };
}

/** The form that a new value is begun in: the first that holds anything. */
function preferredForm(type: Type): Exclude<Type, { kind: "union" }> | undefined {
	const forms = formsOf(type);
	return forms.find((form) => form.kind !== "scalar" || form.of.some((primitive) => primitive !== "null")) ?? forms[0];
}

const maximumSnippetDepth = 4;

/** The required keys of an object as a snippet, a tab stop for each value; empty where there is none. */
function requiredBody(cursor: Cursor, type: Type, column: number, tabStops: { last: number }, depth: number): string {
	const form = formsOf(type).find(({ kind }) => kind === "object");
	if (form?.kind !== "object" || depth > maximumSnippetDepth || preferredForm(type) !== form) return "";
	const lines: string[] = [];
	for (const [name, key] of Object.entries(form.keys)) {
		if (!key.required || key.default !== undefined) continue;
		lines.push(`${escaped(renderString(name))}:${requiredValue(cursor, typeOf(key.type), column, tabStops, depth)}`);
	}
	return lines.join(`${cursor.lineBreak}${" ".repeat(column)}`);
}

function requiredValue(cursor: Cursor, type: Type, column: number, tabStops: { last: number }, depth: number): string {
	const form = preferredForm(type);
	const inner = column + cursor.indent;
	const lineBreak = `${cursor.lineBreak}${" ".repeat(inner)}`;
	const stop = () => `$${++tabStops.last}`;
	switch (form?.kind) {
		case "list":
			return `${lineBreak}- ${requiredBody(cursor, typeOf(form.items), inner + 2, tabStops, depth + 1) || stop()}`;
		case "object":
		case "map":
			return `${lineBreak}${requiredBody(cursor, form, inner, tabStops, depth + 1) || stop()}`;
		case "scalar":
			return ` ${choice(form, tabStops)}`;
		default:
			return ` ${stop()}`;
	}
}

/** A tab stop that offers the listed values. */
function choice({ values, default: preset }: ScalarType, tabStops: { last: number }): string {
	tabStops.last++;
	if (values?.length === 1) return escaped(values[0]?.value ?? "");
	if (values && values.length > 0) {
		const options = values.map(({ value }) => value.replace(/[\\$},|]/g, "\\$&"));
		return `\${${tabStops.last}|${options.join(",")}|}`;
	}
	return preset === undefined ? `$${tabStops.last}` : `\${${tabStops.last}:${escaped(preset)}}`;
}

function escaped(text: string): string {
	return text.replace(/[\\$}]/g, "\\$&");
}

function hasChoices(type: Type): boolean {
	return formsOf(type).some(
		(form) =>
			form.kind === "scalar" &&
			(form.values !== undefined || form.of.includes("boolean") || form.format?.suggestions !== undefined),
	);
}

/** Names that a map's grammar suggests. */
function namesOf(cursor: Cursor, { names, values }: MapType): readonly Completion[] {
	const present = presentKeys(cursor);
	return (names?.suggestions ?? [])
		.filter(({ value }) => !present.has(value))
		.map((name) =>
			keyCompletion(
				cursor,
				name.value,
				{ type: values, ...(name.doc !== undefined && { doc: name.doc }) },
				cursor.column,
			),
		);
}

/** Items of a list that has yet to get its dash. */
function itemsOf(cursor: Cursor, item: Type): readonly Completion[] {
	const values = valuesOf(cursor, item).map((value) => ({
		...value,
		edit: { ...value.edit, text: `- ${value.edit.text}` },
	}));
	if (values.length > 0) return values;
	const required = requiredBody(cursor, item, cursor.column + 2, { last: 0 }, 1);
	return [
		{
			label: "- ",
			kind: "snippet",
			detail: describe(item),
			edit: { span: cursor.replace, text: `- ${required || "$0"}` },
			snippet: true,
			...(required === "" && { again: true }),
		},
	];
}

function flowMap(cursor: Cursor): Completion {
	return { label: "{ }", kind: "snippet", edit: { span: cursor.replace, text: "{$0}" }, snippet: true, again: true };
}

/** Behind `key: `, a list or map begins on the next line. */
function collectionsBelow(cursor: Cursor, type: Type): readonly Completion[] {
	if (cursor.position !== "value" || cursor.prefix !== "" || cursor.pair?.value) return [];
	const column = (cursor.map?.column ?? 0) + cursor.indent;
	const lead = cursor.lineBreak + " ".repeat(column);
	return formsOf(type).flatMap((form): Completion[] => {
		if (form.kind !== "list" && form.kind !== "object") return [];
		const isList = form.kind === "list";
		const inner = isList ? typeOf(form.items) : form;
		const required = requiredBody(cursor, inner, column + (isList ? 2 : 0), { last: 0 }, 1);
		const text = lead + (isList ? "- " : "") + (required || "$0");
		const label = isList ? "- …" : "…";
		return [
			{
				label,
				kind: "snippet",
				detail: `${describe(form)} below`,
				edit: { span: cursor.replace, text },
				snippet: true,
				rank: 2,
				again: true,
			},
		];
	});
}

/** Listed values, booleans and what a format suggests. */
function valuesOf(cursor: Cursor, type: Type): readonly Completion[] {
	const seen = new Set<string>();
	const completions: Completion[] = [];
	for (const form of formsOf(type)) {
		if (form.kind !== "scalar") continue;
		const offered: readonly EnumValue[] = [
			...(form.values ?? []),
			...(form.format?.suggestions ?? []),
			...booleans(form),
			...presetOf(form),
		];
		for (const value of offered) {
			if (seen.has(value.value)) continue;
			seen.add(value.value);
			completions.push(valueCompletion(cursor, form, value));
		}
	}
	return completions;
}

function booleans({ of, values }: ScalarType): readonly EnumValue[] {
	return of.includes("boolean") && !values ? [{ value: "true" }, { value: "false" }] : [];
}

function presetOf({ default: preset, values, of }: ScalarType): readonly EnumValue[] {
	return preset === undefined || values || of.includes("boolean") ? [] : [{ value: preset }];
}

function valueCompletion(cursor: Cursor, type: ScalarType, { value, doc, deprecated }: EnumValue): Completion {
	return {
		label: value,
		kind: type.values ? "enum" : "value",
		...(doc !== undefined && { documentation: () => docText(doc) }),
		edit: { span: cursor.replace, text: (cursor.tight ? " " : "") + written(cursor, type, value) },
		rank: deprecated === undefined ? ranks.usual : ranks.deprecated,
		...(deprecated !== undefined && { deprecated: true }),
	};
}

/** A value as it has to be written: in quotes where it would be no string without them, but is meant as one. */
function written({ scalar, flow }: Cursor, { of }: ScalarType, value: string): string {
	if (scalar && scalar.style !== "plain") return value;
	const plain = plainValue(value);
	const isTyped =
		(typeof plain === "boolean" && of.includes("boolean")) ||
		(typeof plain === "number" && (of.includes("number") || of.includes("integer"))) ||
		(plain === null && of.includes("null"));
	return isTyped ? value : renderString(value, flow);
}
