import { isKnown } from "../../kubernetes/semantics/relations.ts";
import { replaceScalar, setPath } from "../../yaml/edit.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "mismatching-selector",
	severity: "error",
	tags: ["correctness"],
	practice: ["K12"],
	aliases: [
		"kube-linter/mismatching-selector",
		"kube-score/deployment-pod-selector-labels-match-template-metadata-labels",
		"kube-score/statefulset-pod-selector-labels-match-template-metadata-labels",
	],
	scope: "file",
	summary: "The selector does not match the labels of the pod template.",
	why: "A workload finds its own pods by its selector. The API server refuses one whose template would make pods that the selector does not match.",
	links: ["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector"],
	fix: { title: "Give the pod template the label", safety: "suggestion" },
	examples: [
		{
			path: "deployment.yaml",
			bad: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: ~~web~~
  template:
    metadata:
      labels:
        app: website
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
			message: "The selector asks for `app: web`, but the pod template's label is `app: website`.",
		},
		{
			path: "deployment.yaml",
			bad: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
      tier: ~~front~~
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
      tier: front
  template:
    metadata:
      labels:
        app: web
        tier: front
    spec:
      containers:
        - name: web
          image: nginx:1.29
`,
			message: "The selector asks for `tier: front`, which the pod template's labels do not have.",
			shown: false,
		},
	],
	check: {
		workload({ type, selector, template, labels, pod }, { text, report }) {
			// A template without a pod is still being typed; that of a Job gets its labels from the API server.
			if (!selector || !pod || type === "Job" || type === "CronJob") return;
			if (!isKnown(selector.labels) || !isKnown(labels)) return;
			for (const { key, value } of selector.labels) {
				const label = labels.find((other) => other.key.value === key.value);
				if (!value || label?.value?.value === value.value) continue;
				const wanted = `\`${key.value}: ${value.value}\``;
				const node = label?.pair.value;
				report(value.span.start < value.span.end ? value.span : key.span, {
					message: label
						? `The selector asks for ${wanted}, but the pod template's label is \`${key.value}: ${label.value?.value ?? ""}\`.`
						: `The selector asks for ${wanted}, which the pod template's labels do not have.`,
					...(node?.kind === "scalar" && {
						title: "Change the pod template's label",
						fix: () => replaceScalar(text, node, value.value),
					}),
					...(!label && { fix: () => setPath(text, template, ["metadata", "labels", key.value], value.value) }),
				});
			}
		},
	},
});
