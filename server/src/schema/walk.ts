import { resolve, type YamlNode } from "../yaml/tree.ts";
import type { Format, Key, ObjectType, Type } from "./type.ts";

/** A type, made now where it is a thunk. */
export function typeOf(type: Type | (() => Type)): Type {
	return typeof type === "function" ? type() : type;
}

/** Unions inside unions are flattened this deep; a table that nests deeper refers to itself without end. */
const maximumNesting = 8;

/** The forms a value can take; a type that is no union is its own only form. */
export function formsOf(type: Type, nesting = 0): readonly Exclude<Type, { kind: "union" }>[] {
	if (type.kind !== "union") return [type];
	if (nesting > maximumNesting) return [];
	return type.forms.flatMap((form) => formsOf(typeOf(form), nesting + 1));
}

/** The forms that a value of this YAML kind can be meant for; `any` takes every kind. */
export function formsFor(type: Type, node: YamlNode | undefined): readonly Exclude<Type, { kind: "union" }>[] {
	const kind = resolve(node)?.kind ?? "scalar";
	return formsOf(type).filter((form) => form.kind === "any" || kindOf[form.kind] === kind);
}

const kindOf = { object: "map", map: "map", list: "seq", scalar: "scalar" } as const;

/** A place in a table: the type there, and the key that leads to it where there is one. */
export interface TypePlace {
	readonly type: Type;
	/** The last step of the path; undefined at the root. */
	readonly name: string | number | undefined;
	readonly key: Key | undefined;
	/** The object that has the key. */
	readonly owner: ObjectType | undefined;
	/** In a map, the grammar of its names. */
	readonly names?: Format;
}

/**
 * The place that a path leads to; undefined where the table knows nothing of it. Of several forms, that of the YAML value is taken
 * where `node`, the value at the path's start, is given and has one; else the first that the next step fits.
 */
export function placeAt(type: Type, path: readonly (string | number)[], node?: YamlNode): TypePlace | undefined {
	let place: TypePlace = { type, name: undefined, key: undefined, owner: undefined };
	let value = resolve(node);
	for (const step of path) {
		const forms = value && value.kind !== "scalar" ? formsFor(place.type, value) : formsOf(place.type);
		const next = stepInto(forms, step);
		if (!next) return undefined;
		place = next;
		value = resolve(childOf(value, step));
	}
	return place;
}

/** The type that a path leads to. */
export function typeAt(type: Type, path: readonly (string | number)[], node?: YamlNode): Type | undefined {
	return placeAt(type, path, node)?.type;
}

function stepInto(forms: readonly Type[], step: string | number): TypePlace | undefined {
	for (const form of forms) {
		if (typeof step === "number") {
			if (form.kind === "list") return { type: typeOf(form.items), name: step, key: undefined, owner: undefined };
		} else if (form.kind === "object") {
			const key = keyOf(form, step);
			if (key) return { type: typeOf(key.type), name: step, key, owner: form };
		} else if (form.kind === "map") {
			const place = { type: typeOf(form.values), name: step, key: undefined, owner: undefined };
			return form.names ? { ...place, names: form.names } : place;
		}
	}
	return undefined;
}

/** The key of that name; what every JavaScript object inherits is none. */
export function keyOf({ keys }: ObjectType, name: string): Key | undefined {
	return Object.hasOwn(keys, name) ? keys[name] : undefined;
}

/** The child of a node that a step of a path leads to. */
export function childOf(node: YamlNode | undefined, step: string | number): YamlNode | undefined {
	if (node?.kind === "map") return node.pairs.findLast(({ key }) => key.text === step)?.value;
	return node?.kind === "seq" && typeof step === "number" ? node.items[step]?.value : undefined;
}

/** An entry of a table. */
export interface TableEntry {
	/** From the table's root: `services.*.build.context`; `*` stands for names and items. */
	readonly path: string;
	readonly name: string;
	readonly key: Key;
	readonly owner: ObjectType;
}

/** Every key of a table once, however often and from wherever its object is referred to. */
export function* entriesOfTable(root: Type): Generator<TableEntry> {
	const seen = new Set<Type>();
	const open: { readonly type: Type; readonly path: string }[] = [{ type: root, path: "" }];
	for (let next = open.pop(); next; next = open.pop()) {
		const { type, path } = next;
		for (const form of formsOf(type)) {
			if (form.kind === "list") open.push({ type: typeOf(form.items), path: `${path}.*` });
			else if (form.kind === "map") open.push({ type: typeOf(form.values), path: `${path}.*` });
			if (form.kind !== "object" || seen.has(form)) continue;
			seen.add(form);
			for (const [name, key] of Object.entries(form.keys)) {
				const inner = path === "" ? name : `${path}.${name}`;
				yield { path: inner, name, key, owner: form };
				open.push({ type: typeOf(key.type), path: inner });
			}
		}
	}
}
