import type { Edit } from "../../core/text.ts";
import type { Amount, Container } from "../../kubernetes/nodes.ts";
import { setKey } from "../../yaml/edit.ts";
import { kubernetesRule } from "../rule.ts";

interface Lack {
	readonly list: "requests" | "limits";
	readonly resource: "cpu" | "memory";
}

const words = { requests: "request", limits: "limit" } as const;

export default kubernetesRule({
	id: "missing-resources",
	severity: "info",
	tags: ["reliability", "performance"],
	practice: ["K07"],
	aliases: [
		"kube-linter/unset-cpu-requirements",
		"kube-linter/unset-memory-requirements",
		"kube-score/container-resources",
		"polaris/cpuRequestsMissing",
		"polaris/memoryRequestsMissing",
		"polaris/memoryLimitsMissing",
		"trivy/KSV-0015",
		"trivy/KSV-0016",
		"trivy/KSV-0018",
	],
	scope: "file",
	summary: "The container says neither what it needs nor how much memory it may take.",
	why: "The scheduler places a pod by its requests: without them it may land on a node that is already full, and is the first to be evicted. Without a memory limit one leak can take down every pod of the node. A CPU limit is not asked for, since it slows a container down even on an idle node.",
	links: ["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],
	fix: { title: "Add requests and a memory limit", safety: "suggestion" },
	examples: [
		{
			path: "pod.yaml",
			bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: ~~web~~
      image: nginx:1.29
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      resources:
        requests:
          cpu: 100m
          memory: 128Mi
        limits:
          memory: 128Mi
`,
			message: "The container `web` has no CPU request, memory request or memory limit.",
		},
		{
			path: "pod.yaml",
			bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: ~~web~~
      image: nginx:1.29
      resources:
        limits:
          memory: 256Mi
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      resources:
        limits:
          memory: 256Mi
        requests:
          cpu: 100m
`,
			message: "The container `web` has no CPU request.",
			shown: false,
		},
		{
			path: "pod.yaml",
			bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: ~~web~~
      image: nginx:1.29
      resources:
        requests:
          cpu: 50m
          memory: 64Mi
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      resources:
        requests:
          cpu: 50m
          memory: 64Mi
        limits:
          memory: 64Mi
`,
			message: "The container `web` has no memory limit.",
			shown: false,
		},
	],
	check: {
		container(container, { text, report }) {
			if (container.role === "init" || container.role === "ephemeral") return;
			const lacks = lacksOf(container);
			if (lacks.length === 0) return;
			report(container.nameSpan, {
				message: `The container \`${container.name}\` has no ${listed(lacks)}.`,
				fix: () => fill(text, container, lacks),
			});
		},
	},
});

/** A limit without a request stands for the request too. */
function lacksOf({ resources: { requests, limits } }: Container): readonly Lack[] {
	const has = (amounts: readonly Amount[], resource: string) => amounts.some((amount) => amount.resource === resource);
	const lacks: Lack[] = [];
	for (const resource of ["cpu", "memory"] as const) {
		if (!has(requests, resource) && !has(limits, resource)) lacks.push({ list: "requests", resource });
	}
	if (!has(limits, "memory")) lacks.push({ list: "limits", resource: "memory" });
	return lacks;
}

function listed(lacks: readonly Lack[]): string {
	const names = lacks.map(({ list, resource }) => `${resource === "cpu" ? "CPU" : "memory"} ${words[list]}`);
	return names.length > 1 ? `${names.slice(0, -1).join(", ")} or ${names.at(-1)}` : (names[0] ?? "");
}

/** Writes what lacks: small values to start from, and a limit that equals the request. */
function fill(text: string, { map, resources }: Container, lacks: readonly Lack[]): readonly Edit[] {
	const memory = resources.requests.find(({ resource }) => resource === "memory")?.text ?? "128Mi";
	const wanted = { requests: {} as Record<string, string>, limits: {} as Record<string, string> };
	for (const { list, resource } of lacks) wanted[list][resource] = resource === "cpu" ? "100m" : memory;
	const lists = (["requests", "limits"] as const).filter((list) => Object.keys(wanted[list]).length > 0);
	if (!resources.map?.pairs.length) {
		return setKey(text, map, "resources", Object.fromEntries(lists.map((list) => [list, wanted[list]])), {
			after: ["env", "envFrom", "ports", "image"],
		});
	}
	const own = resources.map;
	return lists.flatMap((list) => {
		const known = Object.fromEntries(resources[list].map((amount) => [amount.resource, amount.text]));
		return setKey(text, own, list, { ...known, ...wanted[list] });
	});
}
