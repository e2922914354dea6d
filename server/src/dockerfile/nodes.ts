import type { Model, Node } from "../core/language.ts";
import type { SharedNodes } from "../container/nodes.ts";

/** Every node kind that rules of this language can be written for. */
export interface DockerfileNodes extends SharedNodes {
	readonly file: Node & { readonly kind: "file" };
}

export interface DockerfileModel extends Model {
	readonly language: "dockerfile";
}
