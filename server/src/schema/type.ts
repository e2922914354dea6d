import type { Span } from "../core/text.ts";

/*
 * A small type language for what may be written in a YAML file. One table of these validates, completes and documents:
 * unknown-key rules, type checks, completion and hover all read it.
 */

/** Documentation in markdown; a thunk where it is loaded on first use. */
export type Doc = string | (() => string);

/** Documentation and examples that any type may carry. */
interface Described {
	readonly doc?: Doc;
}

/** A key of an object. */
export interface Key {
	/** A thunk where types refer to each other, or are made on first use. */
	readonly type: Type | (() => Type);
	readonly doc?: Doc;
	readonly required?: boolean;
	/** What holds when the key is absent, as it would be written. */
	readonly default?: string;
	/** A value as it would be written, valid under the type; several lines are indented by two blanks a level. */
	readonly example?: string;
	/** First version that has it: "Compose 2.24", "Kubernetes 1.31". */
	readonly since?: string;
	/** Why not to use it any more and what to use instead; a sentence. */
	readonly deprecated?: string;
	/** Not offered by completion. */
	readonly hidden?: boolean;
}

/** A mapping with known keys. */
export interface ObjectType extends Described {
	readonly kind: "object";
	/** As people call it: "service", "Container". */
	readonly name?: string;
	readonly keys: Readonly<Record<string, Key>>;
	/** Keys that match may hold anything (`^x-`); `true` lets every key in, checking only the known. */
	readonly open?: RegExp | true;
	/** Keys that only other versions have, and which have not: "before Kubernetes 1.32". */
	readonly otherVersions?: Readonly<Record<string, string>>;
}

/** A mapping from names that the user chooses to values of one type. */
export interface MapType extends Described {
	readonly kind: "map";
	readonly values: Type | (() => Type);
	/** Grammar of the names. */
	readonly names?: Format;
}

export interface ListType extends Described {
	readonly kind: "list";
	readonly items: Type | (() => Type);
	/** For a list of objects: the keys that tell them apart (Kubernetes list-map keys). */
	readonly identity?: readonly string[];
	readonly unique?: boolean;
	readonly minimum?: number;
}

export type Primitive = "string" | "integer" | "number" | "boolean" | "null";

/** A value of an enumeration with what it means. */
export interface EnumValue {
	readonly value: string;
	readonly doc?: Doc;
	readonly deprecated?: string;
}

export interface ScalarType extends Described {
	readonly kind: "scalar";
	/** Kinds of YAML values that are taken. */
	readonly of: readonly [Primitive, ...Primitive[]];
	readonly values?: readonly EnumValue[];
	/** Values other than `values` are valid too. */
	readonly open?: true;
	readonly format?: Format;
	readonly minimum?: number;
	readonly maximum?: number;
	readonly default?: string;
}

/** One of several forms, told apart by the kind of the YAML value; a short form and a long one of the same kind do not occur. */
export interface UnionType extends Described {
	readonly kind: "union";
	readonly forms: readonly (Type | (() => Type))[];
}

/** Whatever is written is right. */
export interface AnyType extends Described {
	readonly kind: "any";
}

export type Type = ObjectType | MapType | ListType | ScalarType | UnionType | AnyType;

/** What is wrong inside a value: `span` counts from the value's first character. */
export interface FormatProblem {
	readonly span: Span;
	/** One sentence. */
	readonly message: string;
	/** What to write instead of what `span` covers, where that is certain enough to offer. */
	readonly replacement?: string;
	readonly severity?: "error" | "warning";
}

/** The grammar of a value that YAML sees as one scalar: a port, a duration, a quantity. */
export interface Format {
	/** As people call it: "port mapping", "duration", "quantity". */
	readonly name: string;
	/** Whether `check` reads around variables and judges the rest; else values with variables are not given to it. */
	readonly readsVariables?: true;
	/** Undefined when the value follows the grammar. */
	check(value: string): FormatProblem | undefined;
	/** The value in plain words: "a quarter of a core", "1 minute 30 seconds". */
	explain?(value: string): string | undefined;
	/** Values worth offering. */
	suggestions?: readonly EnumValue[];
}
