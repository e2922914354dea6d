import type { Span } from "../core/text.ts";
import type { YamlMap, YamlNode, YamlPair, YamlScalar } from "./nodes.ts";

/** The node itself, or what an alias stands for; undefined for an alias without a target. */
export function resolve(node: YamlNode | undefined): YamlNode | undefined {
	let found = node;
	// An anchor is known only after its node, so a chain of aliases leads backwards and ends.
	while (found?.kind === "alias") found = found.target;
	return found;
}

/** The map that a node is or stands for. */
export function asMap(node: YamlNode | undefined): YamlMap | undefined {
	const found = resolve(node);
	return found?.kind === "map" ? found : undefined;
}

/** The pair with a key of that name written in the map itself; the last one where it is there twice. */
export function pairOf(map: YamlMap | undefined, key: string): YamlPair | undefined {
	return map?.pairs.findLast((pair) => pair.key.text === key);
}

/** A pair that holds in a map. */
export interface Entry {
	readonly pair: YamlPair;
	readonly key: string;
	/** The value, aliases followed. */
	readonly value: YamlNode | undefined;
	/** Whether it comes from a `<<` merge. */
	readonly inherited: boolean;
}

/** How many pairs merges may bring into one map, so that no text makes them grow without bound. */
const maximumEntries = 20_000;

/**
 * The pairs that hold in a map: its own (the last where a key is there twice) in source order, then those of its `<<` merges
 * that it does not have itself; of several merged maps the first wins.
 */
export function entriesOf(map: YamlMap): readonly Entry[] {
	const entries = new Map<string, Entry>();
	const merges: YamlNode[] = [];
	for (const pair of map.pairs) {
		const key = pair.key.text;
		if (isMerge(pair)) {
			if (pair.value) merges.push(pair.value);
		} else entries.set(key, { pair, key, value: resolve(pair.value), inherited: false });
	}
	for (const value of merges) merge(value, entries, new Set([map]));
	return [...entries.values()];
}

function merge(value: YamlNode, entries: Map<string, Entry>, seen: Set<YamlNode>): void {
	const source = resolve(value);
	if (!source || seen.has(source) || entries.size > maximumEntries) return;
	seen.add(source);
	if (source.kind === "seq") {
		for (const item of source.items) if (item.value) merge(item.value, entries, seen);
	} else if (source.kind === "map") {
		// Within one map the last of two equal keys holds; between maps the first.
		const brought = new Set<string>();
		for (const pair of source.pairs) {
			const key = pair.key.text;
			if (isMerge(pair) || (entries.has(key) && !brought.has(key))) continue;
			brought.add(key);
			entries.set(key, { pair, key, value: resolve(pair.value), inherited: true });
		}
		for (const pair of source.pairs) if (isMerge(pair) && pair.value) merge(pair.value, entries, seen);
	}
}

/** Whether a pair merges another map into its own: a plain `<<`. */
export function isMerge({ key }: YamlPair): boolean {
	return key.text === "<<" && key.style === "plain";
}

/** The entry of that name, merges included. */
export function entryOf(map: YamlMap | undefined, key: string): Entry | undefined {
	if (!map) return undefined;
	const pair = pairOf(map, key);
	if (pair) return { pair, key, value: resolve(pair.value), inherited: false };
	if (!map.pairs.some(isMerge)) return undefined;
	return entriesOf(map).find((entry) => entry.key === key);
}

/** The value as a string where the node is a scalar, or an alias of one. */
export function scalarText(node: YamlNode | undefined): string | undefined {
	const found = resolve(node);
	return found?.kind === "scalar" ? found.text : undefined;
}

/** Whether there is no value: nothing written, or a null. */
export function isNull(node: YamlNode | undefined): boolean {
	const found = resolve(node);
	return found === undefined || (found.kind === "scalar" && found.value === null);
}

/**
 * Where a part of a scalar's value stands in the source; `start` and `end` count in `scalar.text`.
 * Exact for all that stands on one line, escapes included, and for literal blocks; else the whole scalar.
 */
export function spanWithin(text: string, scalar: YamlScalar, start: number, end: number): Span {
	const { inner } = scalar;
	const source = text.slice(inner.start, inner.end);
	if (source === scalar.text) return { start: inner.start + start, end: inner.start + end };
	const places = placesOf(source, scalar);
	const from = places?.[start];
	const to = places?.[end];
	if (from === undefined || to === undefined) return scalar.span;
	return { start: inner.start + from, end: inner.start + to };
}

/** For each character of the value, and for its end, the offset in the source between the quotes. */
function placesOf(source: string, { style, text }: YamlScalar): readonly number[] | undefined {
	if (style === "literal") return literalPlaces(source, text);
	if (style === "folded" || /[\r\n]/.test(source)) return undefined;
	const places: number[] = [];
	if (style === "single") {
		for (let place = 0; place < source.length; place++) {
			places.push(place);
			if (source[place] === "'") place++;
		}
	} else if (style === "double") {
		for (let place = 0; place < source.length; ) {
			const length = source[place] === "\\" ? escapeLength(source, place) : 1;
			places.push(place);
			if (source[place] === "\\" && source[place + 1] === "U" && isAstral(source, place)) places.push(place);
			place += length;
		}
	}
	places.push(source.length);
	return places.length === text.length + 1 ? places : undefined;
}

function escapeLength(source: string, place: number): number {
	switch (source[place + 1]) {
		case "x":
			return 4;
		case "u":
			return 6;
		case "U":
			return 10;
		default:
			return 2;
	}
}

/** Whether an 8-digit escape stands for a character of two code units. */
function isAstral(source: string, place: number): boolean {
	return Number.parseInt(source.slice(place + 2, place + 10), 16) > 0xffff;
}

/** A literal block's lines stand in the source as they are, but for their indentation and `\r`. */
function literalPlaces(source: string, text: string): readonly number[] | undefined {
	const places: number[] = [];
	let place = 0;
	const lines = text.split("\n");
	for (const [index, line] of lines.entries()) {
		const lineBreak = source.indexOf("\n", place);
		const end = lineBreak < 0 ? source.length : lineBreak;
		const content = source[end - 1] === "\r" ? end - 1 : end;
		const from = Math.max(place, content - line.length);
		if (source.slice(from, from + line.length) !== line) {
			if (line !== "") return undefined;
		}
		for (let column = 0; column < line.length; column++) places.push(from + column);
		// The line break, or the value's end.
		places.push(index === lines.length - 1 && line === "" ? Math.min(place, source.length) : from + line.length);
		place = lineBreak < 0 ? source.length : end + 1;
	}
	return places;
}
