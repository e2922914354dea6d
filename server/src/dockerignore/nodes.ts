import type { IgnorePattern } from "../container/ignore.ts";
import type { Model, Node } from "../core/language.ts";

/** A line that leaves something out of the build context, or puts it back. */
export interface PatternNode extends Node, IgnorePattern {
	readonly kind: "ignore-pattern";
	readonly span: IgnorePattern["span"];
}

export interface DockerignoreModel extends Model {
	readonly language: "dockerignore";
	readonly nodes: readonly PatternNode[];
}
