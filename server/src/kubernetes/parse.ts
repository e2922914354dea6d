import type { Node, Source } from "../core/language.ts";
import { covers, type Span } from "../core/text.ts";
import { duplicateKeysOf } from "../yaml/duplicates.ts";
import { asMap, parseYaml, problemsOf, resolve, type YamlFile, type YamlMap, type YamlNode } from "../yaml/tree.ts";
import { containersOf, podOf } from "./containers.ts";
import { factsOf } from "./facts.ts";
import type {
	KubernetesModel,
	KubernetesNode,
	KubernetesObject,
	Selector,
	Service,
	Unfinished,
	Workload,
	WorkloadType,
} from "./nodes.ts";
import { labelsAt, labelsOf, mapAt, mapsAt, nodeAt, numberAt, numberOrWordAt, pairAt, seqAt, wordAt } from "./read.ts";
import { referencesOf } from "./references.ts";
import { occurrencesOf } from "./symbols.ts";
import { waiversOf } from "./waivers.ts";

/** Reads one YAML document. */
export function parse(source: Source): KubernetesModel {
	const yaml = parseYaml(source.text);
	const objects = yaml.documents.flatMap(({ root }) => objectsOf(resolve(root), source.uri));
	const unfinished = unfinishedReason(source, yaml, objects);
	const said =
		unfinished === "template" || unfinished === "patch"
			? []
			: [...nodesOfAll(objects, unfinished, source.text), ...duplicateKeysOf(yaml)];
	const nodes = inSourceOrder(said);
	const base = {
		language: "kubernetes",
		uri: source.uri,
		text: source.text,
		yaml,
		objects,
		unfinished,
		nodes,
	} as const;
	return {
		...base,
		facts: factsOf(base),
		problems: unfinished === "template" ? [] : problemsOf(yaml, source.text),
		comments: yaml.comments,
		waivers: unfinished ? [] : objects.flatMap(waiversOf),
		occurrences: occurrencesOf(base),
	};
}

/** Kustomize's and Helm's own files are checked by their tables alone. */
function nodesOfAll(
	objects: readonly KubernetesObject[],
	unfinished: Unfinished | undefined,
	text: string,
): readonly KubernetesNode[] {
	return unfinished ? objects : objects.flatMap((object) => nodesOf(object, text));
}

function inSourceOrder<N extends Node>(nodes: readonly N[]): readonly N[] {
	return [...nodes].sort((a, b) => a.span.start - b.span.start);
}

/** A document's object; for a list of objects those of its items. Depth is bounded by the tree's own. */
function objectsOf(root: YamlNode | undefined, uri: string): readonly KubernetesObject[] {
	const map = asMap(root);
	if (!map) return [];
	const type = wordAt(map, "kind");
	const apiVersion = wordAt(map, "apiVersion");
	if (!type && !apiVersion && !pairAt(map, "kind") && !pairAt(map, "apiVersion") && !isOwnFile(uri)) return [];
	if (type?.value.endsWith("List") && seqAt(map, "items")) {
		return mapsAt(map, "items").flatMap((item) => objectsOf(item.map, uri));
	}
	return [toObject(map)];
}

function toObject(map: YamlMap): KubernetesObject {
	const apiVersion = wordAt(map, "apiVersion");
	const type = wordAt(map, "kind");
	const metadata = mapAt(map, "metadata");
	const name = wordAt(metadata, "name");
	const [group, version] = splitVersion(apiVersion?.value ?? "");
	return {
		kind: "object",
		span: map.span,
		nameSpan: name?.span ?? type?.span ?? map.pairs[0]?.key.span ?? map.span,
		map,
		apiVersion,
		group,
		version,
		type,
		name,
		generateName: wordAt(metadata, "generateName"),
		namespace: wordAt(metadata, "namespace"),
		metadata,
		labels: labelsAt(metadata, "labels"),
		annotations: labelsAt(metadata, "annotations"),
		spec: mapAt(map, "spec"),
	};
}

function splitVersion(apiVersion: string): readonly [group: string, version: string] {
	const slash = apiVersion.indexOf("/");
	return slash < 0 ? ["", apiVersion] : [apiVersion.slice(0, slash), apiVersion.slice(slash + 1)];
}

/** Where each kind of workload keeps its pod template. */
const templatePaths: Readonly<Record<WorkloadType, readonly string[]>> = {
	Pod: [],
	PodTemplate: ["template"],
	Deployment: ["spec", "template"],
	StatefulSet: ["spec", "template"],
	DaemonSet: ["spec", "template"],
	ReplicaSet: ["spec", "template"],
	ReplicationController: ["spec", "template"],
	Job: ["spec", "template"],
	CronJob: ["spec", "jobTemplate", "spec", "template"],
};

/** API groups that the kinds above are of; `extensions` is where some of them were. */
const workloadGroups: ReadonlySet<string> = new Set(["", "apps", "batch", "extensions"]);

/** The kind of workload that an object is. */
export function workloadType(object: KubernetesObject): WorkloadType | undefined {
	const type = object.type?.value;
	if (type === undefined || !Object.hasOwn(templatePaths, type) || !workloadGroups.has(object.group)) return undefined;
	return type as WorkloadType;
}

function nodesOf(object: KubernetesObject, text: string): readonly KubernetesNode[] {
	const nodes: KubernetesNode[] = [object];
	const workload = toWorkload(object);
	if (workload) {
		nodes.push(workload);
		if (workload.selector) nodes.push(workload.selector);
		if (workload.pod) nodes.push(workload.pod, ...containersOf(workload.pod, text));
	}
	const service = toService(object);
	if (service) {
		nodes.push(service);
		if (service.selector) nodes.push(service.selector);
	}
	if (object.type?.value === "PodDisruptionBudget" || object.type?.value === "NetworkPolicy") {
		const selector = labelSelector(
			object,
			nodeAt(object.spec, object.type.value === "NetworkPolicy" ? "podSelector" : "selector"),
		);
		if (selector) nodes.push(selector);
	}
	nodes.push(...referencesOf(object, workload));
	return nodes;
}

function toWorkload(object: KubernetesObject): Workload | undefined {
	const type = workloadType(object);
	if (!type) return undefined;
	const template = mapAt(object.map, ...templatePaths[type]);
	const metadata = mapAt(template, "metadata");
	const owner = type === "CronJob" ? mapAt(object.map, "spec", "jobTemplate", "spec") : object.spec;
	const selector = nodeAt(owner, "selector");
	const claims = mapsAt(object.spec, "volumeClaimTemplates").flatMap(
		({ map }) => wordAt(mapAt(map, "metadata"), "name")?.value ?? [],
	);
	return {
		kind: "workload",
		span: object.span,
		type,
		object,
		replicas: numberAt(object.spec, "replicas"),
		selector: type === "ReplicationController" ? plainSelector(object, selector) : labelSelector(object, selector),
		template: template ?? object.map,
		templateMetadata: metadata,
		labels: labelsAt(metadata, "labels"),
		claims,
		pod: template && podOf(object, type, mapAt(template, "spec"), claims),
	};
}

/** A selector that is just a map of labels. */
function plainSelector(owner: KubernetesObject, node: YamlNode | undefined): Selector | undefined {
	const map = asMap(node);
	return (
		map && { kind: "selector", span: map.span, owner, map, labelsMap: map, labels: labelsOf(map), expressions: false }
	);
}

/** A selector with `matchLabels` and `matchExpressions`. */
function labelSelector(owner: KubernetesObject, node: YamlNode | undefined): Selector | undefined {
	const map = asMap(node);
	if (!map) return undefined;
	return {
		kind: "selector",
		span: map.span,
		owner,
		map,
		labelsMap: mapAt(map, "matchLabels"),
		labels: labelsAt(map, "matchLabels"),
		expressions: (seqAt(map, "matchExpressions")?.items.length ?? 0) > 0,
	};
}

function toService(object: KubernetesObject): Service | undefined {
	if (object.type?.value !== "Service" || object.group !== "") return undefined;
	const { spec } = object;
	const type = wordAt(spec, "type");
	return {
		kind: "service",
		span: object.span,
		object,
		nameSpan: object.nameSpan,
		type: type?.value ?? "ClusterIP",
		typeSpan: type?.span,
		clusterIP: wordAt(spec, "clusterIP"),
		externalName: wordAt(spec, "externalName"),
		selector: plainSelector(object, nodeAt(spec, "selector")),
		ports: mapsAt(spec, "ports").map(({ map }) => ({
			span: map.span,
			map,
			name: wordAt(map, "name"),
			number: numberAt(map, "port"),
			nodePort: numberAt(map, "nodePort"),
			targetPort: numberOrWordAt(map, "targetPort"),
			protocol: wordAt(map, "protocol")?.value ?? "TCP",
		})),
		portsPair: pairAt(spec, "ports"),
	};
}

const kustomizationFile = /\/kustomization(?:\.ya?ml)?$/i;
const chartFile = /\/Chart\.ya?ml$/;

/** Whether a file is Kustomize's or Helm's own by its name, whatever is in it. */
export function isOwnFile(uri: string): boolean {
	return kustomizationFile.test(uri) || chartFile.test(uri);
}

const kustomizeGroup = "kustomize.config.k8s.io";

/** Why nothing is to be said about a document, if so. */
function unfinishedReason(
	source: Source,
	yaml: YamlFile,
	objects: readonly KubernetesObject[],
): Unfinished | undefined {
	if (isTemplate(source, yaml)) return "template";
	if (chartFile.test(source.uri)) return "chart";
	// Flux has a Kustomization of its own, which may stand in a file of that name.
	const isKustomize = objects.some(
		({ group, apiVersion }) => group === kustomizeGroup || (!apiVersion && kustomizationFile.test(source.uri)),
	);
	if (isKustomize) return "kustomization";
	return objects.some((object) => isPatch(object, source.uri)) ? "patch" : undefined;
}

const helmObject = /\{\{[^}]*[.$](?:Values|Release|Chart|Capabilities|Files|Template)\b/;

/** A line that is a statement of a template, `{% if … %}`: no YAML starts with it. */
const jinjaLine = /^[ \t]*\{%.*%\}[ \t]*\r?$/m;

/**
 * Whether the text is still to be rendered: braces outside of strings are, for YAML takes them for maps; those in a quoted or
 * block string may be meant for another program (alerts, workflows), unless they name one of Helm's objects.
 */
function isTemplate({ uri, text }: Source, yaml: YamlFile): boolean {
	if (jinjaLine.test(text)) return true;
	if (!text.includes("{{")) return false;
	if (/\/templates\//.test(uri) || helmObject.test(text)) return true;
	const strings: Span[] = yaml.comments.map(({ span }) => span);
	for (const { root } of yaml.documents) collectStrings(root, strings);
	strings.sort((a, b) => a.start - b.start);
	let next = 0;
	for (let offset = text.indexOf("{{"); offset >= 0; offset = text.indexOf("{{", offset + 2)) {
		while (next < strings.length && (strings[next] as Span).end <= offset) next++;
		const string = strings[next];
		if (!string || !covers(string, { start: offset, end: offset + 2 })) return true;
	}
	return false;
}

function collectStrings(node: YamlNode | undefined, strings: Span[]): void {
	if (node?.kind === "scalar") {
		// A plain string can't start with a brace, but may have some further on.
		strings.push(node.span);
	} else if (node?.kind === "map") {
		for (const { key, value } of node.pairs) {
			strings.push(key.span);
			collectStrings(value, strings);
		}
	} else if (node?.kind === "seq") {
		for (const { value } of node.items) collectStrings(value, strings);
	}
}

/** Files that say by their name or folder that they hold patches. */
const patchFile = /\/patches\/|(?:^|[/._-])patch(?:es)?(?:[._-][^/]*)?\.ya?ml$/i;

/** Folders where people keep patches along with whole objects. */
const overlay = /\/overlays\//i;

/** Kinds of workloads that can't be applied without a selector. */
const selecting: ReadonlySet<WorkloadType> = new Set(["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"]);

/**
 * Whether an object is a strategic merge patch rather than a whole one: it says `$patch`, stands among patches without being
 * a whole workload, or is a workload that has neither a selector nor a single image.
 */
function isPatch(object: KubernetesObject, uri: string): boolean {
	if (patchFile.test(uri) || pairAt(object.map, "$patch") || pairAt(object.spec, "$patch")) return true;
	const type = workloadType(object);
	if (!type) return overlay.test(uri);
	const containers = mapsAt(mapAt(object.map, ...templatePaths[type], "spec"), "containers");
	const lacksSelector = selecting.has(type) && !pairAt(object.spec, "selector");
	if (overlay.test(uri)) return lacksSelector || !containers.some(({ map }) => pairAt(map, "image"));
	if (!lacksSelector) return false;
	// A spec that has nothing in it yet is being typed.
	return object.spec !== undefined && !containers.some(({ map }) => pairAt(map, "image"));
}
