import type { Edit } from "../core/text.ts";
import type { Container, Pod } from "../kubernetes/nodes.ts";
import { insertItem, type Plain, setKey } from "../yaml/edit.ts";
import { pairOf, resolve, type YamlMap } from "../yaml/tree.ts";
import { type ServiceTarget, targetAt, toOutcome, type WorkloadTarget } from "./cursor.ts";
import type { Scaffold, ScaffoldOutcome } from "./scaffold.ts";

/** What the restricted level of the Pod Security Standards asks for, and a read-only root, for the containers or the service at the cursor. */
export const addSecurityContext: Scaffold = (request) => {
	const target = targetAt(request);
	if (typeof target === "string") return { kind: "nothing", message: target };
	return target.kind === "workload" ? ofWorkload(target) : ofService(target);
};

/** Restricted, by https://kubernetes.io/docs/concepts/security/pod-security-standards/. */
const ofPod = { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } };
const ofContainer = { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ["ALL"] } };

function ofWorkload(target: WorkloadTarget): ScaffoldOutcome {
	const { pod } = target.workload;
	if (!pod) return { kind: "nothing", message: "There is no pod here." };
	const containers = target.containers.filter(({ windows, role }) => !windows && role !== "ephemeral");
	const edits = [
		...contextEdits(target.text, pod.map, ofPod),
		...containers.flatMap(({ map }) => contextEdits(target.text, map, ofContainer)),
		...scratchEdits(target.text, pod, containers),
	];
	return toOutcome(
		target,
		edits,
		"Added a security context. The image must run as a user other than root, and may write to /tmp only.",
		"Pod and containers have all of it already.",
	);
}

/** The keys of a security context that are not there yet. */
function contextEdits(text: string, owner: YamlMap, wanted: Readonly<Record<string, Plain>>): Edit[] {
	const pair = pairOf(owner, "securityContext");
	const context = resolve(pair?.value);
	if (context?.kind === "alias" || (pair && pair.value?.kind === "alias")) return [];
	if (context?.kind !== "map" || context.pairs.length === 0) return setKey(text, owner, "securityContext", wanted);
	return Object.entries(wanted).flatMap(([key, value]) =>
		pairOf(context, key) ? [] : setKey(text, context, key, value),
	);
}

/** A read-only root leaves programs without /tmp: containers that had none get one in memory-less scratch space. */
function scratchEdits(text: string, pod: Pod, containers: readonly Container[]): Edit[] {
	const lacking = containers.filter(
		({ map, mounts }) => !mounts.some(({ path }) => path?.value === "/tmp") && !setsReadOnlyRoot(map),
	);
	if (lacking.length === 0) return [];
	const name = freeName(pod);
	const volume = { name, emptyDir: { sizeLimit: "64Mi" } };
	return [
		...appendEdits(text, pod.map, "volumes", volume),
		...lacking.flatMap(({ map }) => appendEdits(text, map, "volumeMounts", { name, mountPath: "/tmp" })),
	];
}

function setsReadOnlyRoot(container: YamlMap): boolean {
	const context = resolve(pairOf(container, "securityContext")?.value);
	return context?.kind === "map" && pairOf(context, "readOnlyRootFilesystem") !== undefined;
}

function freeName({ volumes, claims }: Pod): string {
	const taken = new Set([...volumes.map(({ name }) => name?.value), ...claims]);
	let name = "tmp";
	for (let index = 2; taken.has(name); index++) name = `tmp-${index}`;
	return name;
}

function appendEdits(text: string, owner: YamlMap, key: string, item: Plain): Edit[] {
	const list = resolve(pairOf(owner, key)?.value);
	if (list?.kind === "seq" && list.items.length > 0) return insertItem(text, list, item);
	return setKey(text, owner, key, [item]);
}

function ofService({ service, ...target }: ServiceTarget): ScaffoldOutcome {
	const map = service.pair.value?.kind === "map" ? service.pair.value : undefined;
	if (!map) return { kind: "nothing", message: `\`${service.name}\` can't be seen whole.` };
	const wanted: Readonly<Record<string, Plain>> = {
		cap_drop: ["ALL"],
		security_opt: ["no-new-privileges:true"],
		read_only: true,
		tmpfs: ["/tmp"],
	};
	const edits = Object.entries(wanted).flatMap(([key, value]) =>
		service.attributes.has(key) ? [] : setKey(target.text, map, key, value),
	);
	return toOutcome(
		{ service, ...target },
		edits,
		`Hardened \`${service.name}\`: it may write to /tmp and its volumes only.`,
		`\`${service.name}\` has all of it already.`,
	);
}
