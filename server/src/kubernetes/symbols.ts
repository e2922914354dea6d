import type { Occurrence } from "../core/feature.ts";
import type { Span } from "../core/text.ts";
import type { KubernetesModel, KubernetesObject, Label, Pod, ReferencedType } from "./nodes.ts";
import { isOpen } from "./read.ts";

type Parsed = Pick<KubernetesModel, "nodes" | "objects" | "unfinished" | "yaml" | "uri" | "text">;

/** Kinds of objects that live outside of namespaces and that others name. */
const clusterScoped: ReadonlySet<string> = new Set(["PriorityClass", "ClusterRole"] satisfies ReferencedType[]);

/** Where an object's name lives. */
export function scopeOf(type: string, namespace: string | undefined): string {
	return `kubernetes:${type}:${clusterScoped.has(type) ? "" : (namespace ?? "")}`;
}

/** All names of a document that something else refers to, and the places that do. */
export function occurrencesOf(model: Parsed): readonly Occurrence[] {
	if (model.unfinished === "template") return [];
	const found: Occurrence[] = [...anchors(model), ...model.objects.flatMap(objectName)];
	for (const node of model.nodes) {
		if (node.kind === "reference") {
			found.push({
				kind: "object",
				scope: scopeOf(node.to, node.namespace),
				name: node.name,
				role: "reference",
				span: node.span,
			});
		} else if (node.kind === "workload") {
			found.push(...node.labels.flatMap((label) => labelOccurrence(label, node.object, "definition")));
		} else if (node.kind === "selector") {
			found.push(...node.labels.flatMap((label) => labelOccurrence(label, node.owner, "reference")));
		} else if (node.kind === "pod") {
			found.push(...podNames(node, model.uri));
		}
	}
	return found.filter(({ name, span }) => model.text.slice(span.start, span.end) === name);
}

function anchors({ yaml, uri, objects }: Parsed): readonly Occurrence[] {
	// Each document has its own anchors, and a model does not know which of its file's documents it is.
	const owner = `${objects[0]?.type?.value ?? ""}/${objects[0]?.name?.value ?? ""}`;
	return yaml.documents.flatMap((document, index) => {
		const scope = `${uri}#anchors-${owner}-${index}`;
		const one = (role: Occurrence["role"], name: string, span: Span): Occurrence => ({
			kind: "anchor",
			scope,
			name,
			role,
			span,
		});
		return [
			...document.anchors.map(({ name, span }) => one("definition", name, span)),
			...document.aliases.map(({ name, nameSpan }) => one("reference", name, nameSpan)),
		];
	});
}

function objectName({ type, name, namespace }: KubernetesObject): readonly Occurrence[] {
	if (!type || !name || isOpen(name.value)) return [];
	const scope = scopeOf(type.value, namespace?.value);
	return [{ kind: "object", scope, name: name.value, role: "definition", span: name.span }];
}

function labelOccurrence(
	{ key, value }: Label,
	object: KubernetesObject,
	role: Occurrence["role"],
): readonly Occurrence[] {
	if (!value || isOpen(value.value) || value.value === "") return [];
	const scope = `kubernetes:label:${object.namespace?.value ?? ""}:${key.value}`;
	return [{ kind: "label", scope, name: value.value, role, span: value.span }];
}

/** Volumes with their mounts, and ports with the probes that name them. */
function podNames(pod: Pod, uri: string): readonly Occurrence[] {
	const scope = `${uri}#${pod.type}/${pod.object.name?.value ?? ""}`;
	const found: Occurrence[] = [];
	const add = (
		kind: Occurrence["kind"],
		where: string,
		role: Occurrence["role"],
		word: { value: unknown; span: Span } | undefined,
	) => {
		if (typeof word?.value === "string") found.push({ kind, scope: where, name: word.value, role, span: word.span });
	};
	for (const { name } of pod.volumes) add("volume", scope, "definition", name);
	for (const container of pod.containers) {
		for (const { name } of container.mounts) add("volume", scope, "reference", name);
		const own = `${scope}/${container.name}`;
		for (const { name } of container.ports) add("port", own, "definition", name);
		for (const { port } of container.probes) add("port", own, "reference", port);
	}
	return found;
}
