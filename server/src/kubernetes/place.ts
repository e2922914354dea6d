import type { World } from "../core/world.ts";
import type { Type } from "../schema/type.ts";
import { childOf } from "../schema/walk.ts";
import { type Cursor, cursorAt, type YamlPath } from "../yaml/cursor.ts";
import type { YamlMap, YamlNode } from "../yaml/tree.ts";
import { chartType } from "./chart.ts";
import { kustomizationType } from "./kustomization.ts";
import type { KubernetesModel, KubernetesObject } from "./nodes.ts";
import { schemaOf } from "./schema.ts";

/** Where the cursor is in an object, and what the object is. */
export interface Place {
	/** Its document and path are those of the object, also where the object is an item of a `List`. */
	readonly cursor: Cursor;
	/** Undefined in a document that is no object yet. */
	readonly object: KubernetesObject | undefined;
	/** Undefined where nobody knows the kind. */
	readonly type: Type | undefined;
}

/** What is at an offset of a document. */
export function placeAt(model: KubernetesModel, offset: number, world: World): Place {
	const cursor = cursorAt(model.yaml, offset);
	if (model.unfinished === "chart") return { cursor, object: undefined, type: chartType };
	const [first] = model.objects;
	// Flux has a Kustomization of its own, which may stand in a file of that name.
	if (model.unfinished === "kustomization" && (!first?.apiVersion || first.group === "kustomize.config.k8s.io")) {
		return { cursor, object: first, type: kustomizationType(first?.type?.value) };
	}
	const found = objectAt(model, cursor);
	const object = found?.object;
	const type = object && schemaOf(object.group, object.version, object.type?.value ?? "", world);
	return { cursor: found?.cursor ?? cursor, object, type };
}

/** The object that the cursor's path leads through, with the cursor as seen from it. */
function objectAt(
	{ objects }: KubernetesModel,
	cursor: Cursor,
): { readonly object: KubernetesObject; readonly cursor: Cursor } | undefined {
	const { document, path } = cursor;
	let node: YamlNode | undefined = document?.root;
	for (let depth = 0; depth <= path.length && node; depth++) {
		const object = objects.find(({ map }) => map === node);
		if (object && document) {
			return { object, cursor: { ...cursor, document: { ...document, root: object.map }, path: path.slice(depth) } };
		}
		const step = path[depth];
		node = step === undefined ? undefined : childOf(node, step);
	}
	return undefined;
}

/** The map at a path of an object; undefined where there is none. */
export function mapOn(object: KubernetesObject, path: YamlPath): YamlMap | undefined {
	let node: YamlNode | undefined = object.map;
	for (const step of path) node = childOf(node, step);
	return node?.kind === "map" ? node : undefined;
}
