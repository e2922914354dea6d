import { schemaProblemsOf } from "../../kubernetes/semantics/schema.ts";
import { removePair, renameKey } from "../../yaml/edit.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "unknown-field",
	severity: "error",
	tags: ["correctness"],
	practice: ["K01"],
	aliases: ["kube-linter/schema-validation", "kubeconform/additional-properties"],
	scope: "workspace",
	summary: "The field does not exist in this kind of object.",
	why: "The API server refuses unknown fields where `kubectl` asks for it, which is the default, and drops them silently otherwise: what the field was meant to do then does not happen.",
	links: ["https://kubernetes.io/docs/reference/kubernetes-api/"],
	fix: { title: "Rename or remove the field", safety: "suggestion" },
	examples: [
		{
			path: "pod.yaml",
			bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      ~~port~~:
        - containerPort: 8080
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      ports:
        - containerPort: 8080
`,
		},
		{
			path: "pod.yaml",
			bad: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  ~~replica~~: 2
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
			shown: false,
		},
	],
	check: {
		object(object, { model, text, world, report }) {
			for (const { span, message, severity, pair, map, nearest } of schemaProblemsOf(
				object,
				{ model, world },
				"unknown-key",
			)) {
				report(span, {
					message,
					severity,
					...(nearest !== undefined
						? { title: `Rename to ${nearest}`, fix: () => renameKey(text, pair, nearest) }
						: { title: "Remove the field", fix: () => removePair(text, map, pair) }),
				});
			}
		},
	},
});
