import type { IgnorePattern } from "../container/ignore.ts";
import type { Model, Node } from "../core/language.ts";

/** A line that leaves something out of the build context, or puts it back. */
export interface PatternNode extends Node, IgnorePattern {
	readonly kind: "ignore-pattern";
	readonly span: IgnorePattern["span"];
	/** Why an exception certainly puts nothing back: no line above leaves it out, or `later`, below, leaves it out again. */
	readonly unused: { readonly later: IgnorePattern | undefined } | undefined;
}

/** Node kinds of ignore files. */
export interface DockerignoreNodes {
	readonly "ignore-pattern": PatternNode;
}

export interface DockerignoreModel extends Model {
	readonly language: "dockerignore";
	readonly nodes: readonly PatternNode[];
}
