/*
 * The form of the generated tables of Kubernetes types, which `tools/generate/kubernetes.ts` writes and `schema.ts` reads.
 */

/**
 * A type as text: `s` string, `i` integer, `n` number, `b` boolean, `a` anything, `q` quantity, `p` integer or string,
 * `t` date and time, `y` bytes in base64; `[x` a list of x, `{x` a map to x, `=a|b` one of these values, `@Name` another entry.
 */
export type EncodedType = string;

/** The name of a field that stands for all fields of the type it refers to. */
export const spread = "<";

/** Fields of a type; a name that ends in `!` is required, and the name `*` says that others are let in. */
export type EncodedFields = Readonly<Record<string, EncodedType>>;

/** Group, version, kind, plural, whether namespaced, and the entry that describes it. */
export type EncodedKind = readonly [
	group: string,
	version: string,
	kind: string,
	plural: string,
	namespaced: 0 | 1,
	type: string,
];

/** Types by name, and the kinds whose manifests they describe. */
export interface TypeTable {
	readonly kinds: readonly EncodedKind[];
	readonly types: Readonly<Record<string, EncodedFields>>;
}

/**
 * Documentation of a table's types: for each its fields, as places in `texts`. The field with the empty name stands for the type itself,
 * `field=value` for a value of an enumeration.
 */
export interface DocTable {
	readonly texts: readonly string[];
	readonly types: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Generated tables that are read from a file of their own on first use; each is JSON text. */
export const tableFiles = ["docs", "custom-types", "custom-docs"] as const;
export type TableFile = (typeof tableFiles)[number];

/** The name of a table's file beside the program that reads it. */
export function tableFileName(file: TableFile): string {
	return `kubernetes-${file}.json`;
}
