import type { EnvironmentVariable } from "../container/nodes.ts";
import { hasVariable } from "../container/value.ts";
import type { Span } from "../core/text.ts";
import { spanWithin, type YamlScalar } from "../yaml/tree.ts";
import { type Entry, lastOf, layersOf, type Value } from "./merge.ts";
import type { Text } from "./nodes.ts";

/** Keys of a mapping by name. */
export type Attributes = ReadonlyMap<string, Entry>;

const none: Attributes = new Map();

/** The scalar that a value is; undefined for anything else, and for null. */
export function textOf(value: Value | undefined, inherited = false): Text | undefined {
	const last = lastOf(value);
	if (last?.kind !== "scalar" || last.node.value === null) return undefined;
	return toText(last.node, inherited || last.inherited === true);
}

export function toText(node: YamlScalar, inherited: boolean): Text {
	return { text: node.text, span: node.inner, node, literal: !hasVariable(node.text), inherited };
}

/** The scalar at a key. */
export function textAt(attributes: Attributes, key: string): Text | undefined {
	const entry = attributes.get(key);
	return entry && textOf(entry.value, entry.inherited);
}

/** The keys of the mapping that a value is, merged from all its layers. */
export function attributesOf(value: Value | undefined): Attributes {
	const last = layersOf(value).findLast((layer) => layer.kind === "map");
	return last?.kind === "map" ? last.entries : none;
}

/** The keys of the mapping at a key. */
export function attributesAt(attributes: Attributes, key: string): Attributes {
	return attributesOf(attributes.get(key)?.value);
}

/** Scalars of a list, or the one scalar where a list may be left out. */
export function textsOf(value: Value | undefined): readonly Text[] {
	return layersOf(value).flatMap((layer) => {
		if (layer.kind === "list") return layer.items.flatMap((item) => textOf(item.value, item.inherited) ?? []);
		const text = layer.kind === "scalar" ? textOf(layer) : undefined;
		return text ? [text] : [];
	});
}

export function textsAt(attributes: Attributes, key: string): readonly Text[] {
	return textsOf(attributes.get(key)?.value);
}

/** Place of a part of a scalar; offsets count in its text. */
export function partOf(source: string, text: Text, part: Span): Span {
	return spanWithin(source, text.node, part.start, part.end);
}

/** A boolean as Compose casts it; undefined for anything else. Source: compose-go, `loader/interpolate.go` toBoolean. */
export function toBoolean(text: string): boolean | undefined {
	if (/^(?:true|y|yes|on)$/i.test(text)) return true;
	if (/^(?:false|n|no|off)$/i.test(text)) return false;
	return undefined;
}

/** A key with an optional value, as lists (`KEY=value`) and mappings write it. */
export interface Assignment extends Omit<EnvironmentVariable, "kind" | "role"> {
	readonly inherited: boolean;
}

/** `KEY=value` of a list, or `KEY: value` of a mapping; of equal names the last holds. */
export function assignmentsOf(source: string, value: Value | undefined): readonly Assignment[] {
	const found = new Map<string, Assignment>();
	for (const layer of layersOf(value)) {
		const assignments =
			layer.kind === "map"
				? [...layer.entries.values()].flatMap((entry) => fromEntry(entry) ?? [])
				: layer.kind === "list"
					? layer.items.flatMap((item) => {
							const text = textOf(item.value, item.inherited);
							return text ? [fromText(source, text)] : [];
						})
					: [];
		for (const assignment of assignments) found.set(assignment.name, assignment);
	}
	return [...found.values()];
}

function fromEntry(entry: Entry): Assignment | undefined {
	const last = lastOf(entry.value);
	if (last && last.kind !== "scalar") return undefined;
	const text = textOf(last, entry.inherited);
	return {
		span: entry.pair.span,
		name: entry.key.text,
		nameSpan: entry.key.inner,
		value: text?.text,
		valueSpan: text?.span,
		literal: text?.literal ?? false,
		inherited: entry.inherited,
	};
}

function fromText(source: string, text: Text): Assignment {
	const equals = text.text.indexOf("=");
	const end = equals < 0 ? text.text.length : equals;
	const value = equals < 0 ? undefined : text.text.slice(equals + 1);
	return {
		span: text.span,
		name: text.text.slice(0, end),
		nameSpan: partOf(source, text, { start: 0, end }),
		value,
		valueSpan: value === undefined ? undefined : partOf(source, text, { start: equals + 1, end: text.text.length }),
		literal: value !== undefined && !hasVariable(value),
		inherited: text.inherited,
	};
}
