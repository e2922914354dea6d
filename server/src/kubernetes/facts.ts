import type {
	AutoscalerFact,
	CustomResourceFact,
	DataKeysFact,
	Fact,
	KustomizationFact,
	ObjectFact,
	SelectorFact,
	ServicePortsFact,
	WorkloadFact,
} from "../core/fact.ts";
import { entriesOf, resolve, type YamlMap, type YamlNode } from "../yaml/tree.ts";
import type { KubernetesModel, KubernetesObject, Service, Workload } from "./nodes.ts";
import {
	isOpen,
	labelsAt,
	mapAt,
	mapsAt,
	nodeAt,
	numberAt,
	placeOf,
	toRecord,
	toWord,
	wordAt,
	wordsAt,
} from "./read.ts";

/** What a document states to other files. A patch states its objects too: what it patches exists under that name. */
export function factsOf({
	nodes,
	objects,
	unfinished,
}: Pick<KubernetesModel, "nodes" | "objects" | "unfinished">): readonly Fact[] {
	if (unfinished === "template" || unfinished === "chart") return [];
	if (unfinished === "kustomization") return objects.flatMap(kustomizationFacts);
	const facts: Fact[] = objects.flatMap((object) => [
		...objectFacts(object),
		...dataFacts(object),
		...producedFacts(object),
		...customResourceFacts(object),
		...autoscalerFacts(object),
	]);
	const workloads = new Set<KubernetesObject>();
	for (const node of nodes) {
		if (node.kind === "workload") {
			workloads.add(node.object);
			facts.push(workloadFact(node));
		} else if (node.kind === "service") {
			facts.push(...servicePorts(node));
		} else if (node.kind === "selector" && node.owner.name && !isWorkloadSelector(node.owner)) {
			facts.push({
				...identity(node.owner, node.owner.name.value),
				kind: "selector",
				labels: toRecord(node.labels),
			} satisfies SelectorFact);
		}
	}
	for (const object of objects) if (!workloads.has(object)) facts.push(...unknownWorkload(object));
	return facts;
}

function isWorkloadSelector({ type }: KubernetesObject): boolean {
	return !/^(?:Service|PodDisruptionBudget|NetworkPolicy)$/.test(type?.value ?? "");
}

function identity(object: KubernetesObject, name: string) {
	return {
		span: object.nameSpan,
		object: object.type?.value ?? "",
		name,
		...(object.namespace && { namespace: object.namespace.value }),
	};
}

function objectFacts(object: KubernetesObject): readonly ObjectFact[] {
	if (!object.type || !object.name) return [];
	const { group, version, labels } = object;
	return [{ ...identity(object, object.name.value), kind: "object", group, version, labels: toRecord(labels) }];
}

function dataFacts(object: KubernetesObject): readonly DataKeysFact[] {
	const type = object.type?.value;
	if ((type !== "ConfigMap" && type !== "Secret") || object.group !== "" || !object.name) return [];
	const keys = ["data", "stringData", "binaryData"].flatMap((key) =>
		labelsAt(object.map, key).map((label) => label.key.value),
	);
	return [{ ...identity(object, object.name.value), kind: "data-keys", object: type, keys }];
}

function servicePorts({ object, ports }: Service): readonly ServicePortsFact[] {
	if (!object.name) return [];
	const stated = ports.map(({ name, number }) => ({
		...(name && { name: name.value }),
		...(number && { number: number.value }),
	}));
	const { object: _type, ...whose } = identity(object, object.name.value);
	return [{ ...whose, kind: "service-ports", ports: stated }];
}

function workloadFact({ type, object, labels, pod }: Workload): WorkloadFact {
	const ports = (pod?.containers ?? []).flatMap((container) =>
		container.ports.map(({ name, number, protocol }) => ({
			...(name && { name: name.value }),
			...(number && { number: number.value }),
			protocol,
		})),
	);
	const images = (pod?.containers ?? []).flatMap(({ image }) => (image && !isOpen(image.value) ? [image.value] : []));
	return {
		...identity(object, object.name?.value ?? ""),
		kind: "workload",
		object: type,
		labels: toRecord(labels),
		ports,
		images,
	};
}

/** A kind that is not Kubernetes' own but has a pod template: a Rollout of Argo, a custom controller's. */
function unknownWorkload(object: KubernetesObject): readonly WorkloadFact[] {
	const template = mapAt(object.spec, "template");
	const labels = labelsAt(mapAt(template, "metadata"), "labels");
	const containers = mapsAt(mapAt(template, "spec"), "containers");
	if (labels.length === 0 || containers.length === 0) return [];
	const ports = containers.flatMap(({ map }) =>
		mapsAt(map, "ports").map((port) => {
			const name = wordAt(port.map, "name")?.value;
			const number = numberAt(port.map, "containerPort")?.value;
			const protocol = wordAt(port.map, "protocol")?.value ?? "TCP";
			return { protocol, ...(name !== undefined && { name }), ...(number !== undefined && { number }) };
		}),
	);
	const images = containers.flatMap(({ map }) => wordAt(map, "image")?.value ?? []);
	return [{ ...identity(object, object.name?.value ?? ""), kind: "workload", labels: toRecord(labels), ports, images }];
}

/** Objects that another one brings about: the Secret of a SealedSecret, an ExternalSecret or a Certificate. */
function producedFacts(object: KubernetesObject): readonly ObjectFact[] {
	const name = producedSecret(object);
	if (!name) return [];
	return [{ ...identity(object, name), kind: "object", object: "Secret", group: "", version: "v1", labels: {} }];
}

function producedSecret(object: KubernetesObject): string | undefined {
	switch (object.type?.value) {
		case "SealedSecret":
			return wordAt(mapAt(object.spec, "template", "metadata"), "name")?.value ?? object.name?.value;
		case "ExternalSecret":
			return wordAt(mapAt(object.spec, "target"), "name")?.value ?? object.name?.value;
		case "Certificate":
			return wordAt(object.spec, "secretName")?.value;
		case "SopsSecret":
		case "VaultStaticSecret":
			return wordAt(mapAt(object.spec, "destination"), "name")?.value ?? object.name?.value;
		default:
			return undefined;
	}
}

/** A HorizontalPodAutoscaler, or a ScaledObject of KEDA, which makes one. */
function autoscalerFacts(object: KubernetesObject): readonly AutoscalerFact[] {
	const type = object.type?.value;
	if (type !== "HorizontalPodAutoscaler" && type !== "ScaledObject") return [];
	const reference = mapAt(object.spec, "scaleTargetRef");
	const target = wordAt(reference, "name");
	if (!target) return [];
	const targetKind = wordAt(reference, "kind")?.value ?? "Deployment";
	const namespace = object.namespace && { namespace: object.namespace.value };
	return [{ kind: "autoscaler", span: object.nameSpan, target: target.value, targetKind, ...namespace }];
}

function customResourceFacts(object: KubernetesObject): readonly CustomResourceFact[] {
	if (object.type?.value !== "CustomResourceDefinition") return [];
	const names = mapAt(object.spec, "names");
	const type = wordAt(names, "kind");
	const group = wordAt(object.spec, "group")?.value;
	if (!type || group === undefined) return [];
	const base = {
		kind: "custom-resource",
		span: type.span,
		group,
		object: type.value,
		plural: wordAt(names, "plural")?.value ?? "",
		namespaced: wordAt(object.spec, "scope")?.value !== "Cluster",
	} as const;
	const shared = nodeAt(mapAt(object.spec, "validation"), "openAPIV3Schema");
	const versions = mapsAt(object.spec, "versions").flatMap(({ map }) => {
		const version = wordAt(map, "name")?.value;
		const schema = nodeAt(mapAt(map, "schema"), "openAPIV3Schema") ?? shared;
		return version === undefined ? [] : [{ ...base, version, schema: toPlain(schema) }];
	});
	const single = wordAt(object.spec, "version")?.value;
	return versions.length > 0 || single === undefined
		? versions
		: [{ ...base, version: single, schema: toPlain(shared) }];
}

/** How many values a schema may hold, so that aliases of aliases can't make it grow without bound. */
const maximumValues = 200_000;

/** A YAML value as plain data. */
function toPlain(node: YamlNode | undefined, budget = { left: maximumValues }): unknown {
	const found = resolve(node);
	if (!found || budget.left-- <= 0) return undefined;
	if (found.kind === "scalar") return found.value;
	if (found.kind === "seq") return found.items.map((item) => toPlain(item.value, budget));
	return found.kind === "map" ? plainMap(found, budget) : undefined;
}

function plainMap(map: YamlMap, budget: { left: number }): Record<string, unknown> {
	const plain: Record<string, unknown> = {};
	for (const { key, value } of entriesOf(map)) {
		if (key !== "__proto__") plain[key] = toPlain(value, budget);
	}
	return plain;
}

/** The ConfigMaps and Secrets a Kustomization generates, and the patches it lists. Source: kustomize's kustomization.yaml. */
function kustomizationFacts(object: KubernetesObject): readonly Fact[] {
	const generated = (key: string, type: string) =>
		mapsAt(object.map, key).flatMap(({ map }): ObjectFact[] => {
			const name = wordAt(map, "name");
			if (!name) return [];
			return [
				{ kind: "object", span: name.span, group: "", version: "v1", object: type, name: name.value, labels: {} },
			];
		});
	const patches = [
		...wordsAt(object.map, "patchesStrategicMerge").map(({ value }) => value),
		...["patches", "patchesJson6902"].flatMap((key) =>
			mapsAt(object.map, key).flatMap(({ map }) => wordAt(map, "path")?.value ?? []),
		),
	].filter((path) => !path.includes("\n"));
	const renames = ["namePrefix", "nameSuffix"].some((key) => toWord(nodeAt(object.map, key)) !== undefined);
	const span = object.map.pairs[0]?.key.span ?? placeOf(object.map);
	return [
		...generated("configMapGenerator", "ConfigMap"),
		...generated("secretGenerator", "Secret"),
		{ kind: "kustomization", span, patches, renames } satisfies KustomizationFact,
	];
}
