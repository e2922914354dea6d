import { pairAt } from "../../kubernetes/read.ts";
import { sharesNamespace } from "../../kubernetes/semantics/relations.ts";
import { removePair } from "../../yaml/edit.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "replicas-under-autoscaler",
	severity: "info",
	tags: ["reliability"],
	practice: ["K13"],
	aliases: ["kube-score/deployment-targeted-by-hpa-does-not-have-replicas-configured"],
	scope: "workspace",
	summary: "The workload has a fixed number of replicas and an autoscaler.",
	why: "Each time the manifest is applied the number is set back to what it says, until the autoscaler notices: pods are killed under load. Without `replicas` the autoscaler alone decides.",
	links: ["https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/"],
	fix: { title: "Remove the number", safety: "suggestion" },
	examples: [
		{
			path: "deployment.yaml",
			bad: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: ~~3~~
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
			message: "An autoscaler decides how many pods the Deployment `web` has.",
			files: {
				"autoscaler.yaml": `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  minReplicas: 2
  maxReplicas: 6
`,
			},
		},
	],
	check: {
		workload({ replicas, object }, { text, world, report }) {
			const { type, name, namespace, spec } = object;
			const pair = pairAt(spec, "replicas");
			if (!replicas || !spec || !pair || !type || !name) return;
			const scaled = world
				.facts("autoscaler")
				.some(
					({ fact }) =>
						fact.target === name.value &&
						fact.targetKind === type.value &&
						sharesNamespace(fact.namespace, namespace?.value),
				);
			if (!scaled) return;
			report(replicas.span, {
				message: `An autoscaler decides how many pods the ${type.value} \`${name.value}\` has.`,
				fix: () => removePair(text, spec, pair),
			});
		},
	},
});
