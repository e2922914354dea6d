import type { Model, Node } from "../core/language.ts";
import type { SharedNodes } from "../container/nodes.ts";

/** Every node kind that rules of this language can be written for. */
export interface ComposeNodes extends SharedNodes {
	readonly file: Node & { readonly kind: "file" };
}

export interface ComposeModel extends Model {
	readonly language: "compose";
}
