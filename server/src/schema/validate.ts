import type { Severity } from "../core/finding.ts";
import { nearest } from "../core/nearest.ts";
import { at, type Span } from "../core/text.ts";
import { plainValue } from "../yaml/scalar.ts";
import {
	type Entry,
	entriesOf,
	isMerge,
	resolve,
	spanWithin,
	type YamlItem,
	type YamlMap,
	type YamlNode,
	type YamlPair,
	type YamlScalar,
	type YamlSeq,
} from "../yaml/tree.ts";
import { describe, describeNode, withArticle } from "./describe.ts";
import type { EnumValue, Format, Key, ListType, MapType, ObjectType, ScalarType, Type } from "./type.ts";
import { formsFor, formsOf, keyOf, typeOf } from "./walk.ts";

/** Keys and indexes from the validated node. */
export type SchemaPath = readonly (string | number)[];

interface Base {
	/** The smallest thing that is wrong. */
	readonly span: Span;
	/** One sentence. */
	readonly message: string;
	/** Of the value, or of the key; for a missing key that of the map. */
	readonly path: SchemaPath;
	/** Absent for what is certainly wrong. */
	readonly severity?: Severity | undefined;
}

export interface UnknownKey extends Base {
	readonly kind: "unknown-key";
	readonly key: string;
	readonly pair: YamlPair;
	/** The map that the key is written in. */
	readonly map: YamlMap;
	readonly owner: ObjectType;
	/** Keys that could be meant: those that are not there yet, hidden ones left out. */
	readonly known: readonly string[];
	readonly nearest: string | undefined;
}

export interface WrongType extends Base {
	readonly kind: "wrong-type";
	/** Undefined where nothing is written. */
	readonly node: YamlNode | undefined;
	readonly pair: YamlPair | undefined;
	readonly type: Type;
	/** In words: `a string or a list of strings`. */
	readonly expected: string;
	readonly actual: string;
	/** What would make the scalar right: quotes around it, or none. */
	readonly mend: "quote" | "unquote" | undefined;
}

export interface MissingKey extends Base {
	readonly kind: "missing-key";
	readonly key: string;
	readonly about: Key;
	readonly map: YamlMap;
	readonly owner: ObjectType;
}

export interface BadValue extends Base {
	readonly kind: "bad-value";
	readonly scalar: YamlScalar;
	readonly values: readonly EnumValue[];
	readonly nearest: string | undefined;
}

export interface BadFormat extends Base {
	readonly kind: "bad-format";
	/** A value, or the name of an entry. */
	readonly scalar: YamlScalar;
	readonly format: Format;
	/** What to write instead of what `span` covers. */
	readonly replacement: string | undefined;
}

export interface OutOfRange extends Base {
	readonly kind: "too-small" | "too-large";
	readonly scalar: YamlScalar;
	/** The smallest or largest value that is taken. */
	readonly limit: number;
}

export interface TooFew extends Base {
	readonly kind: "too-few";
	readonly seq: YamlSeq;
	readonly limit: number;
}

export interface DuplicateItem extends Base {
	readonly kind: "duplicate-item";
	readonly seq: YamlSeq;
	readonly item: YamlItem;
	readonly earlier: YamlItem;
}

export interface DeprecatedKey extends Base {
	readonly kind: "deprecated-key";
	readonly key: string;
	readonly pair: YamlPair;
	readonly map: YamlMap;
	readonly owner: ObjectType;
	/** Why, and what to use instead. */
	readonly reason: string;
}

export interface DeprecatedValue extends Base {
	readonly kind: "deprecated-value";
	readonly scalar: YamlScalar;
	readonly reason: string;
}

/** What does not follow a table. */
export type SchemaProblem =
	| UnknownKey
	| WrongType
	| MissingKey
	| BadValue
	| BadFormat
	| OutOfRange
	| TooFew
	| DuplicateItem
	| DeprecatedKey
	| DeprecatedValue;

export interface ValidateOptions {
	/** The text that the nodes come from: spans inside values with escapes are exact with it. */
	readonly text?: string;
	/** Values and keys that can't be judged: variables and templates. */
	readonly skip?: (scalar: YamlScalar) => boolean;
	/** What a scalar is read as, where that is not what is written. */
	readonly replaced?: (scalar: YamlScalar) => YamlScalar | undefined;
	/** Tags of values that are not judged: `!reset`, `!override`. */
	readonly tags?: readonly string[];
	/** Whether a key without a value counts as not being there (Kubernetes), not as one with a null. */
	readonly nullIsAbsent?: boolean;
}

/** All that does not follow the type, in source order. Each place is judged once, however many aliases and merges lead to it. */
export function validate(
	node: YamlNode | undefined,
	type: Type,
	options: ValidateOptions = {},
): readonly SchemaProblem[] {
	const pass = new Pass(options);
	if (node) pass.check(node, type, [], undefined);
	return pass.problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** More than a reader can mend; keeps hostile files cheap. */
const maximumProblems = 1000;

/** The state of one validation. */
class Pass {
	readonly problems: SchemaProblem[] = [];
	readonly #options: ValidateOptions;
	readonly #aliased = new Set<YamlNode>();
	/** A pair is judged where it is first met: merges and aliases lead to it again. */
	readonly #judged = new Set<YamlPair>();

	constructor(options: ValidateOptions) {
		this.#options = options;
	}

	/** `pair` is the nearest key above, which names the place. */
	check(written: YamlNode | undefined, type: Type, path: SchemaPath, pair: YamlPair | undefined): void {
		if (type.kind === "any" || this.problems.length >= maximumProblems) return;
		if (written?.tag && this.#options.tags?.includes(written.tag.name)) return;
		const node = resolve(written);
		if (written?.kind === "alias") {
			if (!node || this.#aliased.has(node)) return;
			this.#aliased.add(node);
			if (node.tag && this.#options.tags?.includes(node.tag.name)) return;
		}
		if (node?.kind === "scalar" && node.value !== null && this.#options.skip?.(node)) {
			this.#aroundVariables(node, type, path);
			return;
		}
		if (isPlaceholder(node)) return;
		const replaced = node?.kind === "scalar" && this.#options.replaced?.(node);
		if (replaced) {
			this.#scalar(replaced, formsFor(type, replaced), type, path, pair, written);
			return;
		}
		const forms = formsFor(type, node);
		if (forms.some(({ kind }) => kind === "any")) return;
		if (node?.kind === "map") this.#map(node, forms, type, path, pair, written);
		else if (node?.kind === "seq") this.#seq(node, forms, type, path, pair, written);
		else this.#scalar(node?.kind === "scalar" ? node : undefined, forms, type, path, pair, written);
	}

	/** A value that can't be judged as a whole may still be wrong beside its variables. */
	#aroundVariables(scalar: YamlScalar, type: Type, path: SchemaPath): void {
		for (const form of formsFor(type, scalar)) {
			if (form.kind === "scalar" && form.format?.readsVariables) this.#format(scalar, form.format, path);
		}
	}

	#map(
		map: YamlMap,
		forms: readonly Type[],
		type: Type,
		path: SchemaPath,
		pair: YamlPair | undefined,
		written: YamlNode | undefined,
	): void {
		const form = forms.find(({ kind }) => kind === "object") ?? forms[0];
		if (form?.kind === "object") this.#object(map, form, path, pair);
		else if (form?.kind === "map") this.#names(map, form, path);
		else this.#wrongType(written, map, type, path, pair);
	}

	#object(map: YamlMap, type: ObjectType, path: SchemaPath, parent: YamlPair | undefined): void {
		const entries = map.pairs.some(isMerge) ? entriesOf(map) : ownEntries(map);
		let mayHaveMore = false;
		let free: readonly string[] | undefined;
		for (const entry of entries) {
			const { pair, key: name } = entry;
			if (this.#isTyping(pair)) continue;
			if (this.#options.skip?.(pair.key)) {
				mayHaveMore = true;
				continue;
			}
			if (this.#judged.has(pair)) continue;
			this.#judged.add(pair);
			const key = keyOf(type, name);
			if (key) this.#known(map, type, name, key, pair, path);
			else if (!isOpenTo(type, name) && this.problems.length < maximumProblems) {
				free ??= freeKeys(type, entries);
				this.#unknown(map, type, name, pair, path, free);
			}
		}
		if (!mayHaveMore) this.#required(map, type, path, parent, entries);
	}

	#known(map: YamlMap, owner: ObjectType, name: string, key: Key, pair: YamlPair, path: SchemaPath): void {
		const inner = [...path, name];
		if (key.deprecated !== undefined) {
			const message = `\`${name}\` is deprecated: ${lowerFirst(key.deprecated)}`;
			this.problems.push({
				kind: "deprecated-key",
				span: pair.key.span,
				message,
				path: inner,
				key: name,
				pair,
				map,
				owner,
				reason: key.deprecated,
			});
		}
		if (this.#options.nullIsAbsent && isEmpty(pair.value)) return;
		this.check(pair.value, typeOf(key.type), inner, pair);
	}

	#unknown(
		map: YamlMap,
		owner: ObjectType,
		name: string,
		pair: YamlPair,
		path: SchemaPath,
		free: readonly string[],
	): void {
		const versions = owner.otherVersions?.[name];
		const meant = versions === undefined ? nearest(name, free) : undefined;
		const where = owner.name === undefined ? placeName(path) : withArticle(owner.name);
		const when = versions === undefined ? "" : ` ${versions}`;
		const hint = meant === undefined ? "." : `; did you mean \`${meant}\`?`;
		this.problems.push({
			kind: "unknown-key",
			span: pair.key.span,
			message: `\`${name}\` is no key of ${where}${when}${hint}`,
			path: [...path, name],
			key: name,
			pair,
			map,
			owner,
			known: free,
			nearest: meant,
		});
	}

	#required(
		map: YamlMap,
		owner: ObjectType,
		path: SchemaPath,
		parent: YamlPair | undefined,
		entries: readonly Entry[],
	): void {
		for (const name in owner.keys) {
			const about = owner.keys[name];
			if (!about?.required || about.default !== undefined) continue;
			const entry = entries.find(({ key }) => key === name);
			if (entry && !(this.#options.nullIsAbsent && isEmpty(entry.pair.value))) continue;
			const isItem = typeof path.at(-1) === "number";
			const first = map.pairs[0]?.key.span;
			const span = (isItem ? first : (parent?.key.span ?? first)) ?? at(map.span.start);
			const what = owner.name === undefined ? placeName(path) : `this ${owner.name}`;
			const message = `\`${name}\` is missing: ${what} can't do without it.`;
			this.problems.push({ kind: "missing-key", span, message, path, key: name, about, map, owner });
		}
	}

	#names(map: YamlMap, type: MapType, path: SchemaPath): void {
		const values = typeOf(type.values);
		for (const { pair, key: name } of map.pairs.some(isMerge) ? entriesOf(map) : ownEntries(map)) {
			if (this.#isTyping(pair)) continue;
			if (this.#judged.has(pair)) continue;
			this.#judged.add(pair);
			const inner = [...path, name];
			if (type.names && !this.#options.skip?.(pair.key)) this.#format(pair.key, type.names, inner);
			if (this.#options.nullIsAbsent && isEmpty(pair.value)) continue;
			this.check(pair.value, values, inner, pair);
		}
	}

	#seq(
		seq: YamlSeq,
		forms: readonly Type[],
		type: Type,
		path: SchemaPath,
		pair: YamlPair | undefined,
		written: YamlNode | undefined,
	): void {
		const form = forms[0];
		if (form?.kind !== "list") {
			this.#wrongType(written, seq, type, path, pair);
			return;
		}
		if (form.minimum !== undefined && seq.items.length < form.minimum) {
			const message = `${capital(placeName(path))} needs ${form.minimum === 1 ? "at least one item" : `${form.minimum} items at least`}.`;
			this.problems.push({
				kind: "too-few",
				span: pair?.key.span ?? seq.span,
				message,
				path,
				seq,
				limit: form.minimum,
			});
		}
		const items = typeOf(form.items);
		for (const [index, item] of seq.items.entries()) {
			// `- ` alone is being typed, or stands for nothing.
			if (item.value || !this.#options.nullIsAbsent) this.check(item.value, items, [...path, index], pair);
		}
		this.#duplicates(seq, form, path);
	}

	#duplicates(seq: YamlSeq, { unique, identity }: ListType, path: SchemaPath): void {
		if (!unique && !identity) return;
		const first = new Map<string, YamlItem>();
		for (const [index, item] of seq.items.entries()) {
			const found = identity ? this.#identityOf(item.value, identity) : this.#valueOf(item.value);
			if (!found) continue;
			const earlier = first.get(found.id);
			if (!earlier) {
				first.set(found.id, item);
				continue;
			}
			const message = `${found.words} is in this list already.`;
			this.problems.push({
				kind: "duplicate-item",
				span: found.span,
				message,
				path: [...path, index],
				seq,
				item,
				earlier,
			});
		}
	}

	#valueOf(
		node: YamlNode | undefined,
	): { readonly id: string; readonly words: string; readonly span: Span } | undefined {
		const value = resolve(node);
		if (!node || value?.kind !== "scalar" || this.#options.skip?.(value)) return undefined;
		return { id: `${typeof value.value} ${value.text}`, words: `\`${value.text}\``, span: node.span };
	}

	#identityOf(
		node: YamlNode | undefined,
		keys: readonly string[],
	): { readonly id: string; readonly words: string; readonly span: Span } | undefined {
		const map = resolve(node);
		if (map?.kind !== "map") return undefined;
		const entries = entriesOf(map);
		const parts: YamlScalar[] = [];
		const texts: string[] = [];
		for (const name of keys) {
			const value = entries.find(({ key }) => key === name)?.value;
			if (value?.kind === "scalar" && !this.#options.skip?.(value)) {
				parts.push(value);
				texts.push(value.text);
			} else if (value) return undefined;
			else texts.push("");
		}
		const first = parts[0];
		if (!first) return undefined;
		return { id: JSON.stringify(texts), words: `An item with \`${keys[0]}: ${first.text}\``, span: first.span };
	}

	#scalar(
		scalar: YamlScalar | undefined,
		forms: readonly Type[],
		type: Type,
		path: SchemaPath,
		pair: YamlPair | undefined,
		written: YamlNode | undefined,
	): void {
		const candidates = forms.filter((form): form is ScalarType => form.kind === "scalar");
		const fitting = candidates.filter(({ of }) => of.some((primitive) => isOf(primitive, scalar)));
		const [first, ...others] = fitting;
		if (!first) {
			this.#wrongType(written, scalar, type, path, pair);
			return;
		}
		if (!scalar || scalar.value === null) return;
		const found = this.#problemsOf(scalar, first, path);
		// Of several grammars one is enough.
		if (found.length > 0 && others.some((other) => this.#problemsOf(scalar, other, path).length === 0)) return;
		this.problems.push(...found);
	}

	#problemsOf(scalar: YamlScalar, type: ScalarType, path: SchemaPath): SchemaProblem[] {
		const known = type.values?.find(({ value }) => value === scalar.text);
		if (known) {
			if (known.deprecated === undefined) return [];
			const message = `\`${scalar.text}\` is deprecated: ${lowerFirst(known.deprecated)}`;
			return [{ kind: "deprecated-value", span: scalar.span, message, path, scalar, reason: known.deprecated }];
		}
		// To the API server, an empty text is what it is to Go: nothing set.
		if (scalar.text === "" && this.#options.nullIsAbsent && type.values) return [];
		if (type.values && !type.open && !type.format) return [badValue(scalar, type.values, path)];
		if (typeof scalar.value === "number") {
			const { minimum, maximum } = type;
			if (minimum !== undefined && scalar.value < minimum) return [outOfRange("too-small", scalar, minimum, path)];
			if (maximum !== undefined && scalar.value > maximum) return [outOfRange("too-large", scalar, maximum, path)];
		}
		const format = type.format && this.#formatProblem(scalar, type.format, path);
		return format ? [format] : [];
	}

	#format(scalar: YamlScalar, format: Format, path: SchemaPath): void {
		const problem = this.#formatProblem(scalar, format, path);
		if (problem) this.problems.push(problem);
	}

	#formatProblem(scalar: YamlScalar, format: Format, path: SchemaPath): BadFormat | undefined {
		const found = format.check(scalar.text);
		if (!found) return undefined;
		const { replacement, severity } = found;
		const isEmpty = scalar.text === "";
		const message = isEmpty
			? `${capital(placeName(path))} is empty; it takes ${withArticle(format.name)}.`
			: found.message;
		const span = isEmpty ? scalar.span : this.#spanWithin(scalar, found.span);
		return { kind: "bad-format", span, message, path, scalar, format, replacement, ...(severity && { severity }) };
	}

	#spanWithin(scalar: YamlScalar, { start, end }: Span): Span {
		const { inner, text } = scalar;
		if (inner.end - inner.start === text.length) return { start: inner.start + start, end: inner.start + end };
		return this.#options.text === undefined ? scalar.span : spanWithin(this.#options.text, scalar, start, end);
	}

	#wrongType(
		written: YamlNode | undefined,
		node: YamlNode | undefined,
		type: Type,
		path: SchemaPath,
		pair: YamlPair | undefined,
	): void {
		const expected = describe(type);
		const actual = describeNode(node);
		const name = capital(placeName(path));
		const nothing = actual === "nothing";
		const isItem = typeof path.at(-1) === "number";
		const message = nothing
			? `${name} has no value; it takes ${expected}.`
			: `${name} takes ${expected}, but this is ${actual}.`;
		// A whole collection underlined would hide what is in it.
		const large = node && node.kind !== "scalar" && !(node.kind !== "alias" && node.flow);
		const key = isItem ? firstWord(node) : pair?.key.span;
		const span = written?.kind === "alias" ? written.span : nothing || large ? key : node?.span;
		const place = span ?? written?.span ?? pair?.key.span;
		if (!place) return;
		this.problems.push({
			kind: "wrong-type",
			span: place,
			message,
			path,
			node,
			pair,
			type,
			expected,
			actual,
			mend: mendOf(node, type),
		});
	}

	/** A key whose colon is not typed yet; the parser has said so. */
	#isTyping({ key, span, value }: YamlPair): boolean {
		return value === undefined && span.end === key.span.end;
	}
}

/** `{{ name }}` of a template, which YAML takes for a mapping in a mapping. */
function isPlaceholder(node: YamlNode | undefined): boolean {
	return (
		node?.kind === "map" && node.flow && node.pairs.length === 1 && (node.pairs[0]?.key.text.startsWith("{") ?? false)
	);
}

function ownEntries(map: YamlMap): readonly Entry[] {
	return map.pairs.map((pair) => ({ pair, key: pair.key.text, value: pair.value, inherited: false }));
}

/** Keys that an object has and a map has not: only such a key can be meant by one that is unknown. */
function freeKeys({ keys }: ObjectType, entries: readonly Entry[]): readonly string[] {
	const present = new Set(entries.map(({ key }) => key));
	return Object.keys(keys).filter((key) => !keys[key]?.hidden && !present.has(key));
}

function isOpenTo({ open }: ObjectType, name: string): boolean {
	return open === true || (open?.test(name) ?? false);
}

function isEmpty(node: YamlNode | undefined): boolean {
	const value = resolve(node);
	return value === undefined || (value.kind === "scalar" && value.value === null);
}

/** Words that YAML 1.1, which Go's library speaks for booleans, takes for true and false. */
const oldBoolean = /^(?:y|yes|on|n|no|off)$/i;

function isOf(primitive: ScalarType["of"][number], scalar: YamlScalar | undefined): boolean {
	const value = scalar?.value ?? null;
	switch (primitive) {
		case "string":
			return typeof value === "string";
		case "integer":
			return typeof value === "number" && Number.isInteger(value);
		case "number":
			return typeof value === "number";
		case "boolean":
			return typeof value === "boolean" || (scalar?.style === "plain" && oldBoolean.test(scalar.text));
		case "null":
			return value === null;
	}
}

function mendOf(node: YamlNode | undefined, type: Type): WrongType["mend"] {
	if (node?.kind !== "scalar" || node.value === null) return undefined;
	const takes = formsOf(type).flatMap((form) => (form.kind === "scalar" ? form.of : []));
	if (typeof node.value !== "string") return takes.includes("string") ? "quote" : undefined;
	const quoted = node.style === "single" || node.style === "double";
	const plain: YamlScalar = { ...node, value: plainValue(node.text), style: "plain" };
	return quoted && plain.value !== null && takes.some((primitive) => isOf(primitive, plain)) ? "unquote" : undefined;
}

function firstWord(node: YamlNode | undefined): Span | undefined {
	if (node?.kind === "map") return node.pairs[0]?.key.span;
	return node?.span;
}

/** The place a path leads to, for a sentence: its last key, an item by the key of its list. */
function placeName(path: SchemaPath): string {
	const last = path.findLastIndex((step) => typeof step === "string");
	if (last < 0) return path.length === 0 ? "this file" : "an item of this list";
	const name = `\`${path[last]}\``;
	return last === path.length - 1 ? name : `an item of ${name}`;
}

function capital(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}

function badValue(scalar: YamlScalar, values: readonly EnumValue[], path: SchemaPath): BadValue {
	const meant = nearest(
		scalar.text,
		values.map(({ value }) => value),
	);
	const hint = meant === undefined ? takes(values) : `; did you mean \`${meant}\`?`;
	const message =
		scalar.text === ""
			? `${capital(placeName(path))} is empty${takes(values)}`
			: `\`${shorten(scalar.text)}\` is no value of ${placeName(path)}${hint}`;
	return { kind: "bad-value", span: scalar.span, message, path, scalar, values, nearest: meant };
}

function takes(values: readonly EnumValue[]): string {
	const names = values.filter(({ deprecated }) => deprecated === undefined).map(({ value }) => `\`${value}\``);
	if (names.length === 0 || names.length > 8) return ".";
	return names.length === 1
		? `, which takes ${names[0]}.`
		: `, which takes ${names.slice(0, -1).join(", ")} or ${names.at(-1)}.`;
}

function outOfRange(kind: OutOfRange["kind"], scalar: YamlScalar, limit: number, path: SchemaPath): OutOfRange {
	const bound = kind === "too-small" ? `${limit} at least` : `${limit} at most`;
	return {
		kind,
		span: scalar.span,
		message: `${capital(placeName(path))} has to be ${bound}, but this is ${scalar.text}.`,
		path,
		scalar,
		limit,
	};
}

function shorten(text: string): string {
	const line = text.split("\n", 1)[0] ?? "";
	return line.length > 40 || line.length < text.length ? `${line.slice(0, 40)}…` : line;
}

function lowerFirst(sentence: string): string {
	return /^[A-Z][a-z ]/.test(sentence) && !/^(?:Compose|Docker|Kubernetes|Swarm|Podman|Linux|Windows)\b/.test(sentence)
		? sentence.charAt(0).toLowerCase() + sentence.slice(1)
		: sentence;
}
