import type { Comment } from "../core/language.ts";
import type { Span } from "../core/text.ts";

/*
 * A typed, immutable tree of a YAML text with the span of everything. Others import it from tree.ts.
 */

/** A word with its place: an anchor's name without `&`, an alias's without `*`. */
export interface YamlName {
	readonly name: string;
	readonly span: Span;
}

interface Base {
	/** All of the node but its anchor and tag: quotes and brackets included; a block collection from its first key or dash. */
	readonly span: Span;
	readonly anchor?: YamlName;
	/** As written: `!reset`, `!!str`. */
	readonly tag?: { readonly name: string; readonly span: Span };
}

export interface YamlScalar extends Base {
	readonly kind: "scalar";
	/** By the YAML 1.2 core schema; a number keeps its text in `text`. A node that is not written is undefined, not null. */
	readonly value: string | number | boolean | null;
	/** The value as a string: unquoted, unescaped, unfolded. */
	readonly text: string;
	readonly style: "plain" | "single" | "double" | "literal" | "folded";
	/** What is inside the quotes; for a block scalar its lines after the header. */
	readonly inner: Span;
}

export interface YamlPair {
	/** From the key's first character to the end of the value (or of the colon, or of the key where that is missing). */
	readonly span: Span;
	readonly key: YamlScalar;
	/** Absent where nothing is written. */
	readonly value: YamlNode | undefined;
}

export interface YamlMap extends Base {
	readonly kind: "map";
	readonly flow: boolean;
	/** In source order, duplicates and `<<` included. */
	readonly pairs: readonly YamlPair[];
	/** Column of its keys (block style). */
	readonly column: number;
}

export interface YamlItem {
	/** From the dash (block style) to the end of the value. */
	readonly span: Span;
	readonly value: YamlNode | undefined;
}

export interface YamlSeq extends Base {
	readonly kind: "seq";
	readonly flow: boolean;
	readonly items: readonly YamlItem[];
	/** Column of its dashes (block style). */
	readonly column: number;
}

/** A use of an anchor. */
export interface YamlAlias extends Base {
	readonly kind: "alias";
	readonly name: string;
	/** The name without `*`. */
	readonly nameSpan: Span;
	/** The node with that anchor; undefined where there is none before it. */
	readonly target: YamlNode | undefined;
}

export type YamlNode = YamlScalar | YamlMap | YamlSeq | YamlAlias;

export interface YamlProblem {
	/** What is wrong, in one word: see messages.ts; `too-large` and `too-deep` where the text was not read to its end. */
	readonly code: string;
	readonly span: Span;
	/** One sentence for a person. */
	readonly message: string;
	readonly severity: "error" | "warning";
}

export interface YamlDocument {
	readonly span: Span;
	readonly root: YamlNode | undefined;
	/** In source order. */
	readonly anchors: readonly YamlName[];
	readonly aliases: readonly YamlAlias[];
}

export interface YamlFile {
	readonly text: string;
	readonly documents: readonly YamlDocument[];
	readonly comments: readonly Comment[];
	readonly problems: readonly YamlProblem[];
}
