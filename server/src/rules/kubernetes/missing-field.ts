import { at, lineBreakOf } from "../../core/text.ts";
import { apiVersionOf, findKind, ownKinds } from "../../kubernetes/kinds.ts";
import type { KubernetesModel, KubernetesObject } from "../../kubernetes/nodes.ts";
import { pairAt, toRecord } from "../../kubernetes/read.ts";
import { schemaProblemsOf } from "../../kubernetes/semantics/schema.ts";
import { minorOf } from "../../kubernetes/version.ts";
import { setKey } from "../../yaml/edit.ts";
import type { World } from "../rule.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "missing-field",
	severity: "error",
	tags: ["correctness"],
	practice: ["K01"],
	aliases: ["kube-linter/schema-validation", "kubeconform/required"],
	scope: "workspace",
	summary: "A field that the object needs is missing.",
	why: "The API server refuses the object without it.",
	links: ["https://kubernetes.io/docs/reference/kubernetes-api/"],
	fix: { title: "Add what is missing", safety: "suggestion" },
	examples: [
		{
			path: "pod.yaml",
			bad: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
~~spec~~:
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.29
`,
			good: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.29
  selector:
    matchLabels:
      app: web
`,
			message: "`selector` is missing: this DeploymentSpec can't do without it.",
		},
		{
			path: "pod.yaml",
			bad: `apiVersion: v1
kind: ConfigMap
~~metadata~~:
  labels:
    app: web
`,
			good: `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  labels:
    app: web
`,
			message: "`name` is missing: an object needs one, or a `generateName`.",
			shown: false,
		},
		{
			path: "pod.yaml",
			bad: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
---
kind: ~~ConfigMap~~
metadata:
  name: web
`,
			good: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
`,
			shown: false,
		},
	],
	check: {
		object(object, { model, text, world, report }) {
			const { map, type, apiVersion, nameSpan } = object;
			const isManifest = model.unfinished === undefined;
			if (isManifest && !type && apiVersion && !pairAt(map, "kind")) {
				report(apiVersion.span, { message: "`kind` is missing: without it nothing says what this object is." });
			}
			if (isManifest && !apiVersion && type && !pairAt(map, "apiVersion")) {
				const version = onlyVersionOf(type.value, world);
				report(type.span, {
					message: "`apiVersion` is missing: without it nothing says which API the object is for.",
					...(version !== undefined && {
						title: `Add apiVersion: ${version}`,
						fix: () => [{ span: at(map.span.start), text: `apiVersion: ${version}${lineBreakOf(text)}` }],
					}),
				});
			}
			for (const { span, message, key, owner, path } of schemaProblemsOf(object, { model, world }, "missing-key")) {
				const isRoot = path.length === 0;
				// Said above; Kustomize and Helm fill them in.
				if (isRoot && (key === "apiVersion" || key === "kind")) continue;
				const labels = key === "selector" ? labelsFor(object, model) : undefined;
				const { spec } = object;
				report(isRoot ? nameSpan : span, {
					message: owner.name === undefined ? `\`${key}\` is missing.` : message,
					...(labels &&
						spec && {
							title: "Select the pods by the template's labels",
							fix: () => setKey(text, spec, "selector", { matchLabels: labels }, { after: ["replicas"] }),
						}),
				});
			}
			if (needsName(object, world)) {
				const metadata = pairAt(map, "metadata");
				if (metadata?.value)
					report(metadata.key.span, { message: "`name` is missing: an object needs one, or a `generateName`." });
			}
		},
	},
});

/** Labels that a workload's pods have, which its selector can ask for. */
function labelsFor(object: KubernetesObject, { nodes }: KubernetesModel): Readonly<Record<string, string>> | undefined {
	for (const node of nodes) {
		if (node.kind === "workload" && node.object === object && node.labels.length > 0) return toRecord(node.labels);
	}
	return undefined;
}

/** The version of a kind, where Kubernetes has only one of that name. */
function onlyVersionOf(kind: string, world: World): string | undefined {
	const found = ownKinds(world).filter((own) => own.kind === kind);
	return found.length === 1 && found[0] ? apiVersionOf(found[0]) : undefined;
}

/** Kinds of Kubernetes itself are stored under their name, but for questions that the API server only answers. */
function needsName({ type, group, version, name, generateName, metadata }: KubernetesObject, world: World): boolean {
	if (!type || !metadata || name || generateName || pairAt(metadata, "name") || type.value.endsWith("Review"))
		return false;
	return findKind(group, version, type.value, minorOf(world.settings))?.origin === "core";
}
