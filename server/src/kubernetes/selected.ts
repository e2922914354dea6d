import type { World } from "../core/world.ts";
import { childOf } from "../schema/walk.ts";
import type { YamlNode } from "../yaml/tree.ts";
import type { KubernetesModel, KubernetesObject } from "./nodes.ts";
import { isKnown, selects, workloadsIn } from "./semantics/relations.ts";

/** Names of more workloads than this are counted only. */
const named = 10;

/** What a selector selects, where the path is of one; undefined elsewhere, and where the workspace is not known. */
export function selectedBy(
	{ nodes }: KubernetesModel,
	object: KubernetesObject,
	path: readonly (string | number)[],
	world: World,
): string | undefined {
	if (!path.some((step) => step === "matchLabels" || /selector$/i.test(String(step)))) return undefined;
	const selector = nodes.find(
		(node) =>
			node.kind === "selector" && node.owner === object && node.labels.length > 0 && isAt(path, node.map, object),
	);
	if (selector?.kind !== "selector" || !isKnown(selector.labels) || object.type?.value === "Node") return undefined;
	const found = workloadsIn(world, object.namespace?.value).filter(({ fact }) => selects(selector.labels, fact.labels));
	const narrowed = selector.expressions ? ", as far as its labels say" : "";
	if (found.length === 0) return world.complete ? `Selects no workload of this workspace${narrowed}.` : undefined;
	const names = [...new Set(found.map(({ fact }) => `${fact.object} \`${fact.name}\``))];
	const shown = names.slice(0, named).join(", ");
	return `Selects ${shown}${names.length > named ? ` and ${names.length - named} more` : ""}${narrowed}.`;
}

/** Whether the path leads to the selector's map or into it. */
function isAt(path: readonly (string | number)[], map: YamlNode, object: KubernetesObject): boolean {
	let node: YamlNode | undefined = object.map;
	for (const step of path) {
		node = childOf(node, step);
		if (node === map) return true;
	}
	return false;
}
