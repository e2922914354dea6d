import type { World } from "../core/world.ts";
import type { YamlPath } from "../yaml/cursor.ts";
import type { KubernetesObject } from "./nodes.ts";
import { mapOn } from "./place.ts";
import { labelsOf, numberAt, numberOrWordAt, toRecord } from "./read.ts";
import { workloadsIn } from "./semantics/relations.ts";

/** Where traffic to a port of a Service ends up, for a path into one of its ports; undefined elsewhere. */
export function explainServicePort(object: KubernetesObject, path: YamlPath, world: World): string | undefined {
	const [spec, ports, index, field] = path;
	if (object.type?.value !== "Service" || object.group !== "" || spec !== "spec" || ports !== "ports") return undefined;
	if (typeof index !== "number" || (field !== "port" && field !== "targetPort" && field !== "nodePort"))
		return undefined;
	const item = mapOn(object, path.slice(0, 3));
	const port = numberAt(item, "port")?.value;
	if (port === undefined) return undefined;
	const target = numberOrWordAt(item, "targetPort")?.value ?? port;
	const node = numberAt(item, "nodePort")?.value;
	const outside = node === undefined ? "" : `, and so does port ${node} of every node`;
	return `Port ${port} of the Service leads to port ${described(target, object, world)}${outside}.`;
}

/** `http (8080) of Deployment web`, as far as the workspace tells. */
function described(target: string | number, service: KubernetesObject, world: World): string {
	const selector = mapOn(service, ["spec", "selector"]);
	const wanted = selector ? Object.entries(toRecord(labelsOf(selector))) : [];
	const selected = workloadsIn(world, service.namespace?.value).filter(
		({ fact }) => wanted.length > 0 && wanted.every(([key, value]) => fact.labels[key] === value),
	);
	for (const { fact } of selected) {
		const found = fact.ports.find(({ name, number }) => name === target || number === target);
		if (!found) continue;
		const number = typeof target === "string" && found.number !== undefined ? ` (${found.number})` : "";
		return `\`${target}\`${number} of ${fact.object} \`${fact.name}\``;
	}
	return `\`${target}\` of the Pods it selects`;
}
