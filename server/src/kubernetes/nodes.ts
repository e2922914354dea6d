import type { Model, Node } from "../core/language.ts";
import type { SharedNodes } from "../container/nodes.ts";

/** Every node kind that rules of this language can be written for. */
export interface KubernetesNodes extends SharedNodes {
	readonly file: Node & { readonly kind: "file" };
}

export interface KubernetesModel extends Model {
	readonly language: "kubernetes";
}
