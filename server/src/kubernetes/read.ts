import type { Span } from "../core/text.ts";
import {
	asMap,
	entriesOf,
	entryOf,
	resolve,
	type YamlItem,
	type YamlMap,
	type YamlNode,
	type YamlPair,
	type YamlSeq,
} from "../yaml/tree.ts";
import type { Label, Word, Written } from "./nodes.ts";

/** The value under a key, aliases and merges followed. */
export function nodeAt(map: YamlMap | undefined, key: string): YamlNode | undefined {
	return entryOf(map, key)?.value;
}

/** The map under a path of keys. */
export function mapAt(map: YamlMap | undefined, ...path: readonly string[]): YamlMap | undefined {
	let found = map;
	for (const key of path) found = asMap(nodeAt(found, key));
	return found;
}

/** A scalar as a string with its place; undefined where nothing, a null or a collection is written. */
export function toWord(node: YamlNode | undefined): Word | undefined {
	const found = resolve(node);
	if (found?.kind !== "scalar" || found.value === null) return undefined;
	return { value: found.text, span: placeOf(node as YamlNode) };
}

/** Where a value stands: inside the quotes; for an alias the alias. */
export function placeOf(node: YamlNode): Span {
	return node.kind === "scalar" ? node.inner : node.span;
}

export function wordAt(map: YamlMap | undefined, key: string): Word | undefined {
	const entry = entryOf(map, key);
	if (!entry) return undefined;
	return toWord(entry.inherited ? entry.value : entry.pair.value);
}

export function booleanAt(map: YamlMap | undefined, key: string): Written<boolean> | undefined {
	const entry = entryOf(map, key);
	if (entry?.value?.kind !== "scalar" || typeof entry.value.value !== "boolean") return undefined;
	return { value: entry.value.value, span: entry.pair.value?.span ?? entry.value.span };
}

export function numberAt(map: YamlMap | undefined, key: string): Written<number> | undefined {
	const entry = entryOf(map, key);
	if (entry?.value?.kind !== "scalar" || typeof entry.value.value !== "number") return undefined;
	return { value: entry.value.value, span: entry.pair.value?.span ?? entry.value.span };
}

/** A number, or a string with its place inside the quotes. */
export function numberOrWordAt(map: YamlMap | undefined, key: string): Written<string | number> | undefined {
	return numberAt(map, key) ?? wordAt(map, key);
}

export function pairAt(map: YamlMap | undefined, key: string): YamlPair | undefined {
	return entryOf(map, key)?.pair;
}

export function seqAt(map: YamlMap | undefined, key: string): YamlSeq | undefined {
	const found = nodeAt(map, key);
	return found?.kind === "seq" ? found : undefined;
}

/** Whether nothing is written, or `null`, which the API server takes for nothing. */
export function isNull(node: YamlNode | undefined): boolean {
	const found = resolve(node);
	return found === undefined || (found.kind === "scalar" && found.value === null);
}

/** The items of a list that are maps. */
export function mapsAt(
	map: YamlMap | undefined,
	key: string,
): readonly { readonly item: YamlItem; readonly map: YamlMap }[] {
	const found = seqAt(map, key);
	if (!found) return [];
	return found.items.flatMap((item) => {
		const value = asMap(item.value);
		return value ? [{ item, map: value }] : [];
	});
}

/** The items of a list that are scalars. */
export function wordsAt(map: YamlMap | undefined, key: string): readonly Word[] {
	return seqAt(map, key)?.items.flatMap((item) => toWord(item.value) ?? []) ?? [];
}

/** The pairs of a map of strings. */
export function labelsAt(map: YamlMap | undefined, key: string): readonly Label[] {
	const found = asMap(nodeAt(map, key));
	return found ? labelsOf(found) : [];
}

export function labelsOf(map: YamlMap): readonly Label[] {
	return entriesOf(map).map(({ pair, key, value }) => ({
		key: { value: key, span: pair.key.inner },
		value: pair.value?.kind === "alias" ? toWord(pair.value) : toWord(value),
		pair,
	}));
}

/** Labels as a plain record, those without a value left out. */
export function toRecord(labels: readonly Label[]): Readonly<Record<string, string>> {
	return Object.fromEntries(labels.flatMap(({ key, value }) => (value ? [[key.value, value.value]] : [])));
}

/** Whether a value is filled in by something else before it is applied: `${X}`, `{{ x }}`, `$(X)`, `<x>`, `%x%`. */
export function isOpen(text: string): boolean {
	return /\$\{|\{\{|\$\(|^<.*>$|^%[^%]+%$|^\$[A-Za-z_]|__[A-Z_]+__|@@/.test(text);
}
