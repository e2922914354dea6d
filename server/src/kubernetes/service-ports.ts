import type { World } from "../core/world.ts";
import type { YamlPath } from "../yaml/cursor.ts";
import type { Container, KubernetesModel, KubernetesObject } from "./nodes.ts";
import { mapOn } from "./place.ts";
import { labelsOf, numberAt, numberOrWordAt, toRecord, wordAt } from "./read.ts";
import { sharesNamespace, workloadsIn } from "./semantics/relations.ts";

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

/** The Service's port that a backend of an Ingress or a route names; undefined elsewhere. */
export function explainBackendPort(object: KubernetesObject, path: YamlPath, world: World): string | undefined {
	const field = path.at(-1);
	const inIngress = path.at(-2) === "port" && (field === "number" || field === "name");
	const inRoute = path.at(-3) === "backendRefs" && field === "port";
	if (!inIngress && !inRoute) return undefined;
	const map = mapOn(object, path.slice(0, inIngress ? -2 : -1));
	const service = wordAt(map, "name")?.value;
	const wanted = inIngress ? numberOrWordAt(mapOn(object, path.slice(0, -1)), String(field)) : numberAt(map, "port");
	if (service === undefined || wanted === undefined) return undefined;
	const found = world
		.facts("service-ports")
		.find(({ fact }) => fact.name === service && sharesNamespace(fact.namespace, object.namespace?.value));
	if (!found) return undefined;
	const port = found.fact.ports.find(
		({ name, number }) => (name ?? number) === wanted.value || number === wanted.value,
	);
	if (!port) return `The Service \`${service}\` has no port \`${wanted.value}\`.`;
	const called = port.name === undefined ? "" : ` (\`${port.name}\`)`;
	return `Port ${port.number}${called} of the Service \`${service}\`.`;
}

/** The container's port that a probe or hook names; undefined elsewhere, and where the container does not list it. */
export function explainProbePort({ nodes }: KubernetesModel, object: KubernetesObject, path: YamlPath) {
	const [handler, field] = path.slice(-2);
	if (field !== "port" || !/^(?:httpGet|tcpSocket|grpc)$/.test(String(handler))) return undefined;
	const wanted = numberOrWordAt(mapOn(object, path.slice(0, -1)), "port")?.value;
	const above = path.slice(0, -2).map((_, index) => mapOn(object, path.slice(0, index + 1)));
	const container = nodes.find((node): node is Container => node.kind === "container" && above.includes(node.map));
	const port = container?.ports.find(({ name, number }) => name?.value === wanted || number?.value === wanted);
	if (!port?.number) return undefined;
	const called = port.name ? ` (\`${port.name.value}\`)` : "";
	return `Port ${port.number.value}${called} of this container.`;
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
