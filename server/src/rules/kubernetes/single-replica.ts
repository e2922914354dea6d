import { pairAt } from "../../kubernetes/read.ts";
import { sharesNamespace } from "../../kubernetes/semantics/relations.ts";
import { setKey } from "../../yaml/edit.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "single-replica",
	severity: "info",
	tags: ["reliability"],
	practice: ["K14"],
	aliases: [
		"kube-linter/minimum-three-replicas",
		"kube-score/deployment-replicas",
		"polaris/deploymentMissingReplicas",
	],
	scope: "workspace",
	preset: "all",
	summary: "The Deployment runs one pod only.",
	why: "While that pod is moved, updated or restarted nothing answers. Two pods on two nodes survive each of these; where an autoscaler sets the number this does not matter.",
	links: ["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/"],
	fix: { title: "Run two replicas", safety: "suggestion" },
	examples: [
		{
			path: "deployment.yaml",
			bad: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: ~~1~~
  selector:
    matchLabels:
      app: web
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
  replicas: 2
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.29
`,
		},
	],
	check: {
		workload({ type, object, replicas, pod }, { text, world, report }) {
			const { name, namespace, spec } = object;
			if (type !== "Deployment" || !spec || !pod || (replicas && replicas.value !== 1)) return;
			const isScaled = world
				.facts("autoscaler")
				.some(
					({ fact }) =>
						fact.target === name?.value &&
						fact.targetKind === type &&
						sharesNamespace(fact.namespace, namespace?.value),
				);
			if (isScaled || (!replicas && pairAt(spec, "replicas"))) return;
			report(replicas?.span ?? object.nameSpan, {
				fix: () => (replicas ? [{ span: replicas.span, text: "2" }] : setKey(text, spec, "replicas", 2)),
			});
		},
	},
});
