import type { YamlItem, YamlMap, YamlNode, YamlPair, YamlScalar, YamlSeq } from "../yaml/tree.ts";

/*
 * Values as Compose sees them after anchors, `<<`, `extends` of the same file and later documents are applied. Every value still
 * knows the YAML node it is written in. Made lazily and once for each YAML node, so a bomb of aliases costs nothing.
 */

/** A key of an effective mapping. */
export interface Entry {
	readonly key: YamlScalar;
	/** The pair as written, wherever it came from. */
	readonly pair: YamlPair;
	readonly value: Value | undefined;
	/** Taken from another service by `extends`, which reports on it itself. */
	readonly inherited: boolean;
}

export interface Item {
	readonly item: YamlItem;
	readonly value: Value | undefined;
	readonly inherited: boolean;
}

export interface MapValue {
	readonly kind: "map";
	readonly node: YamlMap;
	readonly entries: ReadonlyMap<string, Entry>;
	/** Whether a part of it could not be read: an alias without an anchor, a `<<` of something that is no mapping. */
	readonly partial: boolean;
	readonly inherited?: boolean;
}

export interface ListValue {
	readonly kind: "list";
	readonly node: YamlSeq;
	readonly items: readonly Item[];
	readonly inherited?: boolean;
}

export interface ScalarValue {
	readonly kind: "scalar";
	readonly node: YamlScalar;
	readonly inherited?: boolean;
}

/** Two forms of one thing merged, such as an environment list over a mapping; the last layer wins. */
export interface MixedValue {
	readonly kind: "mixed";
	readonly layers: readonly Layer[];
}

export type Layer = MapValue | ListValue | ScalarValue;

export type Value = MapValue | ListValue | ScalarValue | MixedValue;

/** The forms a value is made of, from the base to the last. */
export function layersOf(value: Value | undefined): readonly Layer[] {
	if (!value) return [];
	return value.kind === "mixed" ? value.layers : [value];
}

/** The form that wins where forms can't be merged. */
export function lastOf(value: Value | undefined): Layer | undefined {
	return layersOf(value).at(-1);
}

/** So many keys may come into the mappings of one file by `<<`; no text written by people gets near it. */
const maximumMerged = 100_000;

/** Reads YAML nodes of one file into values. */
export class Reader {
	readonly #made = new Map<YamlNode, Value | undefined>();
	#budget = maximumMerged;

	/** Undefined for an alias without an anchor, or one inside its own anchor. */
	read(node: YamlNode | undefined): Value | undefined {
		if (!node) return undefined;
		if (this.#made.has(node)) return this.#made.get(node);
		this.#made.set(node, undefined);
		const value = this.#make(node);
		this.#made.set(node, value);
		return value;
	}

	#make(node: YamlNode): Value | undefined {
		switch (node.kind) {
			case "alias":
				return this.read(node.target);
			case "scalar":
				return { kind: "scalar", node };
			case "seq":
				return {
					kind: "list",
					node,
					items: node.items.map((item) => ({ item, value: this.read(item.value), inherited: false })),
				};
			case "map":
				return this.#readMap(node);
		}
	}

	/** Own keys win over those of `<<`, and among several merged mappings the first. Source: yaml.org/type/merge.html. */
	#readMap(node: YamlMap): MapValue {
		const own = new Map<string, Entry>();
		const merged = new Map<string, Entry>();
		let partial = false;
		for (const pair of node.pairs) {
			if (pair.key.text === "<<" && pair.key.style === "plain") {
				for (const source of this.#mergeSources(pair.value)) {
					if (!source) {
						partial = true;
						continue;
					}
					this.#budget -= source.entries.size;
					partial ||= source.partial || this.#budget < 0;
					if (this.#budget < 0) break;
					for (const [name, entry] of source.entries) if (!merged.has(name)) merged.set(name, entry);
				}
			} else own.set(pair.key.text, { key: pair.key, pair, value: this.read(pair.value), inherited: false });
		}
		if (merged.size === 0) return { kind: "map", node, entries: own, partial };
		return { kind: "map", node, entries: new Map([...merged, ...own]), partial };
	}

	#mergeSources(node: YamlNode | undefined): (MapValue | undefined)[] {
		const value = this.read(node);
		if (value?.kind === "map") return [value];
		if (value?.kind === "list") return value.items.map((item) => (item.value?.kind === "map" ? item.value : undefined));
		return [undefined];
	}
}

/** Keys whose lists replace each other instead of being joined. Source: compose-go, `override/merge.go`. */
const replaced: ReadonlySet<string> = new Set(["command", "entrypoint", "test"]);

/** `over` on top of `base`, as Compose merges files and `extends`. Source: compose-spec, 13-merge.md. */
export function merge(base: Value | undefined, over: Value | undefined, key = ""): Value | undefined {
	if (!base) return over;
	if (!over) return base;
	const tag = tagOf(over);
	if (tag === "!override") return over;
	if (tag === "!reset") return undefined;
	if (base.kind === "map" && over.kind === "map") return mergeMaps(base, over);
	if (base.kind === "list" && over.kind === "list" && !replaced.has(key)) {
		return { kind: "list", node: over.node, items: [...base.items, ...over.items] };
	}
	if (base.kind === over.kind && base.kind !== "mixed") return over;
	return { kind: "mixed", layers: [...layersOf(base), ...layersOf(over)] };
}

function mergeMaps(base: MapValue, over: MapValue): MapValue {
	const entries = new Map(base.entries);
	for (const [name, entry] of over.entries) {
		const below = entries.get(name);
		if (tagOf(entry.value) === "!reset") entries.delete(name);
		else entries.set(name, below ? { ...entry, value: merge(below.value, entry.value, name) } : entry);
	}
	return { kind: "map", node: over.node, entries, partial: base.partial || over.partial };
}

function tagOf(value: Value | undefined): string | undefined {
	return value && value.kind !== "mixed" ? value.node.tag?.name : undefined;
}

const heirlooms = new WeakMap<Value, Value>();

/** The value as another service inherits it: nothing in it is the heir's own. Made once for each value. */
export function inherit(value: Value | undefined): Value | undefined {
	if (!value) return undefined;
	const known = heirlooms.get(value);
	if (known) return known;
	const made = makeHeirloom(value);
	heirlooms.set(value, made);
	heirlooms.set(made, made);
	return made;
}

function makeHeirloom(value: Value): Value {
	switch (value.kind) {
		case "scalar":
			return { ...value, inherited: true };
		case "list":
			return {
				...value,
				items: value.items.map((item) => ({ ...item, value: inherit(item.value), inherited: true })),
				inherited: true,
			};
		case "map": {
			const entries = [...value.entries].map(
				([name, entry]) => [name, { ...entry, value: inherit(entry.value), inherited: true }] as const,
			);
			return { ...value, entries: new Map(entries), inherited: true };
		}
		case "mixed":
			return { kind: "mixed", layers: value.layers.map((layer) => inherit(layer) as Layer) };
	}
}
