import type { AnyType, EnumValue, Format, ListType, MapType, ScalarType, Type, UnionType } from "../../schema/type.ts";
import { booleanWord, integerText, numberText } from "../formats.ts";

/** Keys that Compose ignores in every mapping of its own. Source: compose-spec, 11-extension.md. */
export const extensionKey = /^x-/;

/** Whatever a driver, provider or plug-in takes. */
export const anything: AnyType = { kind: "any" };

/** A string, of a grammar where one is given. */
export function text(format?: Format): ScalarType {
	return { kind: "scalar", of: ["string"], ...(format && { format }) };
}

/** One of a fixed set of words; any other is refused. */
export function oneOf(...values: readonly EnumValue[]): ScalarType {
	return { kind: "scalar", of: ["string"], values };
}

/** Words that are known, where an engine or driver may know others. */
export function someOf(...values: readonly EnumValue[]): ScalarType {
	return { kind: "scalar", of: ["string"], values, open: true };
}

/** `true` or `false`, also in quotes: Compose reads the text of a string, which is how a variable gives the value. */
export const flag: ScalarType = { kind: "scalar", of: ["boolean", "string"], format: booleanWord };

/** `true` or `false` and nothing else. */
export const strictFlag: ScalarType = { kind: "scalar", of: ["boolean"] };

/** A whole number, also in quotes. */
export function integer(limits: { readonly minimum?: number; readonly maximum?: number } = {}): ScalarType {
	return { kind: "scalar", of: ["integer", "string"], format: integerText(limits) };
}

/** A number, also in quotes. */
export function number(limits: { readonly minimum?: number; readonly maximum?: number } = {}): ScalarType {
	return { kind: "scalar", of: ["number", "integer", "string"], format: numberText(limits) };
}

/** A number or a text of a grammar that numbers follow too: sizes, shares. */
export function quantity(format: Format): ScalarType {
	return { kind: "scalar", of: ["number", "integer", "string"], format };
}

/** Nothing after the colon. */
export const nothing: ScalarType = { kind: "scalar", of: ["null"] };

export function listOf(items: Type, rest: Omit<ListType, "kind" | "items"> = {}): ListType {
	return { kind: "list", items, ...rest };
}

export function mapOf(values: Type, names?: Format): MapType {
	return { kind: "map", values, ...(names && { names }) };
}

export function eitherOf(...forms: readonly Type[]): UnionType {
	return { kind: "union", forms };
}

/** One string, or a list of them. */
export function oneOrMany(format?: Format): UnionType {
	return eitherOf(text(format), listOf(text(format), { unique: true }));
}

/** A mapping of names to plain values, or a list of `NAME=value`. Source: `list_or_dict` of the Compose schema. */
export function mapOrList(item: Format, options: { readonly names?: Format; readonly value?: Format } = {}): UnionType {
	const value: ScalarType = {
		kind: "scalar",
		of: ["string", "number", "integer", "boolean", "null"],
		...(options.value && { format: options.value }),
	};
	return eitherOf(mapOf(value, options.names), listOf(text(item), { unique: true }));
}

/** A mapping of option names to what a driver makes of them. */
export const driverOptions: MapType = mapOf({ kind: "scalar", of: ["string", "number", "integer"] });

/** A command line: one string that Compose splits as a shell would, or a list of words; null keeps that of the image. */
export const commandLine: UnionType = eitherOf(nothing, text(), listOf(text()));
