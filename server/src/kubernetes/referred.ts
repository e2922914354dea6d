import type { World } from "../core/world.ts";
import type { EnumValue } from "../schema/type.ts";
import type { YamlPath } from "../yaml/cursor.ts";
import type { Container, KubernetesModel, KubernetesObject } from "./nodes.ts";
import { mapOn } from "./place.ts";
import { labelsOf, toRecord, wordAt } from "./read.ts";
import { objectsOf, sharesNamespace, workloadsIn } from "./semantics/relations.ts";

/*
 * What the workspace has to offer where a manifest refers to something: names of objects, keys, ports, labels.
 */

/** Kinds by the end of the path of the field that names one; `*` is an item of a list. */
const kindsByPath: readonly (readonly [path: string, kind: string])[] = [
	["configMapKeyRef.name", "ConfigMap"],
	["configMapRef.name", "ConfigMap"],
	["configMap.name", "ConfigMap"],
	["secretKeyRef.name", "Secret"],
	["secretRef.name", "Secret"],
	["secret.name", "Secret"],
	["secretName", "Secret"],
	["imagePullSecrets.*.name", "Secret"],
	["secrets.*.name", "Secret"],
	["persistentVolumeClaim.claimName", "PersistentVolumeClaim"],
	["serviceAccountName", "ServiceAccount"],
	["serviceName", "Service"],
	["backend.service.name", "Service"],
	["backendRefs.*.name", "Service"],
	["parentRefs.*.name", "Gateway"],
	["gatewayClassName", "GatewayClass"],
	["priorityClassName", "PriorityClass"],
	["storageClassName", "StorageClass"],
	["runtimeClassName", "RuntimeClass"],
	["ingressClassName", "IngressClass"],
	["volumeAttributesClassName", "VolumeAttributesClass"],
	["volumeName", "PersistentVolume"],
	["resourceClaimName", "ResourceClaim"],
	["resourceClaimTemplateName", "ResourceClaimTemplate"],
	["metadata.namespace", "Namespace"],
	["subjects.*.namespace", "Namespace"],
];

/** Maps that name their kind beside the name. */
const withKind = [
	"scaleTargetRef",
	"roleRef",
	"subjects.*",
	"targetRef",
	"issuerRef",
	"secretStoreRef",
	"workloadRef",
	"sourceRef",
];

/** Values for the field at a path, from the workspace and the manifest itself; empty where there is nothing to refer to. */
export function referredValues(
	model: KubernetesModel,
	object: KubernetesObject,
	path: YamlPath,
	world: World,
): readonly EnumValue[] {
	const end = path.map((step) => (typeof step === "number" ? "*" : step)).join(".");
	const ends = (tail: string) => end === tail || end.endsWith(`.${tail}`);
	if (ends("configMapKeyRef.key") || ends("configMap.items.*.key"))
		return keysOf("ConfigMap", model, object, path, world);
	if (ends("secretKeyRef.key") || ends("secret.items.*.key")) return keysOf("Secret", model, object, path, world);
	if (ends("volumeMounts.*.name")) return volumesOf(model, object);
	if (/Probe\.(?:httpGet|tcpSocket)\.port$/.test(end)) return portsOfContainer(model, object, path);
	if (ends("ports.*.targetPort") && object.type?.value === "Service") return portsOfSelected(object, world);
	const servicePort = servicePortAt(end);
	if (servicePort) return portsOfService(object, path.slice(0, servicePort.owner), servicePort.by, world);
	const label = labelOf(end, path, object, world);
	if (label) return label;
	const besideName =
		withKind.some((tail) => ends(`${tail}.name`)) && wordAt(mapOn(object, path.slice(0, -1)), "kind")?.value;
	const kind = besideName || kindsByPath.find(([tail]) => ends(tail))?.[1];
	return kind ? namesOf(kind, object, world) : [];
}

/** Label keys for a map of labels by which workloads are selected. */
export function referredKeys(object: KubernetesObject, path: YamlPath, world: World): readonly EnumValue[] {
	if (!isLabelSelector(path.at(-1))) return [];
	const counts = new Map<string, number>();
	for (const { fact } of workloadsIn(world, object.namespace?.value)) {
		for (const key of Object.keys(fact.labels)) counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return [...counts].map(([value, count]) => ({
		value,
		doc: `A label of ${count} ${count === 1 ? "workload" : "workloads"} here.`,
	}));
}

function isLabelSelector(step: string | number | undefined): boolean {
	return step === "matchLabels" || step === "selector";
}

function labelOf(
	end: string,
	path: YamlPath,
	object: KubernetesObject,
	world: World,
): readonly EnumValue[] | undefined {
	const key = path.at(-1);
	if (typeof key !== "string" || !isLabelSelector(path.at(-2)) || end === "spec.selector") return undefined;
	const values = new Map<string, string>();
	for (const { fact } of workloadsIn(world, object.namespace?.value)) {
		const value = fact.labels[key];
		if (value !== undefined && !values.has(value)) values.set(value, `${fact.object} \`${fact.name}\``);
	}
	return [...values].map(([value, whose]) => ({ value, doc: `A label of ${whose}.` }));
}

function namesOf(kind: string, object: KubernetesObject, world: World): EnumValue[] {
	const found = objectsOf(world, kind).filter(({ fact }) => sharesNamespace(fact.namespace, object.namespace?.value));
	return [...new Set(found.map(({ fact }) => fact.name))].map((value) => ({
		value,
		doc: `A ${kind} of this workspace.`,
	}));
}

/** Keys of the ConfigMap or Secret that the same map, or the one around the list of items, names; of all where it names none. */
function keysOf(
	kind: "ConfigMap" | "Secret",
	_model: KubernetesModel,
	object: KubernetesObject,
	path: YamlPath,
	world: World,
): EnumValue[] {
	const depth = path.at(-3) === "items" ? -3 : -1;
	const owner = mapOn(object, path.slice(0, depth));
	const name = wordAt(owner, "name")?.value ?? wordAt(owner, "secretName")?.value;
	const found = world
		.facts("data-keys")
		.filter(({ fact }) => fact.object === kind && sharesNamespace(fact.namespace, object.namespace?.value))
		.filter(({ fact }) => name === undefined || fact.name === name);
	return found.flatMap(({ fact }) =>
		fact.keys.map((value) => ({ value, doc: `A key of the ${kind} \`${fact.name}\`.` })),
	);
}

function volumesOf({ nodes }: KubernetesModel, object: KubernetesObject): EnumValue[] {
	return nodes.flatMap((node) =>
		node.kind === "pod" && node.object === object
			? [
					...node.volumes.flatMap(({ name, sources }) =>
						name
							? [{ value: name.value, doc: `A volume of this Pod${sources[0] ? `: ${sources[0].value}` : ""}.` }]
							: [],
					),
					...node.claims.map((value) => ({ value, doc: "A claim that the StatefulSet makes for each Pod." })),
				]
			: [],
	);
}

function portsOfContainer({ nodes }: KubernetesModel, object: KubernetesObject, path: YamlPath): EnumValue[] {
	const probe = path.findIndex((step) => /Probe$/.test(String(step)));
	const map = mapOn(object, path.slice(0, probe));
	const found = nodes.find(
		(node): node is Container => node.kind === "container" && "ports" in node && node.map === map,
	);
	return (found?.ports ?? []).flatMap(({ name, number }) => portValues(name?.value, number?.value));
}

function portValues(name: string | undefined, number: number | undefined): EnumValue[] {
	const byName = name === undefined ? [] : [{ value: name, doc: `Port ${number ?? "?"} by its name.` }];
	return number === undefined
		? byName
		: [...byName, { value: String(number), ...(name !== undefined && { doc: `Port \`${name}\`.` }) }];
}

/** Fields that name a port of a Service: how far up from them the map is that names the Service, and what of the port they say. */
const servicePortFields: readonly (readonly [path: RegExp, owner: number, by: "name" | "number" | "both"])[] = [
	[/(?:^|\.)service\.port\.name$/, -2, "name"],
	[/(?:^|\.)service\.port\.number$/, -2, "number"],
	[/(?:^|\.)backendRefs\.\*\.port$/, -1, "number"],
	[/^spec\.routes\.\*\.services\.\*\.port$/, -1, "both"],
];

function servicePortAt(end: string) {
	const found = servicePortFields.find(([path]) => path.test(end));
	return found && { owner: found[1], by: found[2] };
}

/** Ports of the Service that the map at `path` names; of all where it names none yet. */
function portsOfService(
	object: KubernetesObject,
	path: YamlPath,
	by: "name" | "number" | "both",
	world: World,
): readonly EnumValue[] {
	const service = wordAt(mapOn(object, path), "name")?.value;
	const values = world
		.facts("service-ports")
		.filter(({ fact }) => service === undefined || fact.name === service)
		.filter(({ fact }) => sharesNamespace(fact.namespace, object.namespace?.value))
		.flatMap(({ fact }) =>
			fact.ports.flatMap(({ name, number }) =>
				portValues(by === "number" ? undefined : name, by === "name" ? undefined : number).map(({ value }) => ({
					value,
					doc: `A port of the Service \`${fact.name}\`${name === undefined ? "" : `: \`${name}\`, ${number}`}.`,
				})),
			),
		);
	return [...new Map(values.map((one) => [one.value, one])).values()];
}

function portsOfSelected(service: KubernetesObject, world: World): EnumValue[] {
	const labels = mapOn(service, ["spec", "selector"]);
	if (!labels) return [];
	const wanted = Object.entries(toRecord(labelsOf(labels)));
	const found = workloadsIn(world, service.namespace?.value).filter(({ fact }) =>
		wanted.every(([key, value]) => fact.labels[key] === value),
	);
	const ports = new Map<string, EnumValue>();
	for (const { fact } of found) {
		for (const { name, number } of fact.ports) {
			for (const value of portValues(name, number))
				ports.set(value.value, { ...value, doc: `A port of ${fact.object} \`${fact.name}\`.` });
		}
	}
	return [...ports.values()];
}
