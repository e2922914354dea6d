import { schemaProblemsOf } from "../../kubernetes/semantics/schema.ts";
import type { Type } from "../../schema/type.ts";
import { formsOf } from "../../schema/walk.ts";
import type { YamlNode } from "../../yaml/tree.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "wrong-field-type",
	severity: "error",
	tags: ["correctness"],
	practice: ["K01"],
	aliases: ["kube-linter/schema-validation", "kubeconform/type"],
	scope: "workspace",
	summary: "The value is of another type than the field takes.",
	why: "The API server reads each field as one type and refuses the object otherwise. Numbers and words such as `yes` and `on` need quotes where a string is meant, which is so for labels, annotations, and the values of variables and ConfigMaps.",
	links: ["https://kubernetes.io/docs/reference/kubernetes-api/"],
	fix: { title: "Put it in quotes, or take them off", safety: "suggestion" },
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
      env:
        - name: WORKERS
          value: ~~4~~
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      env:
        - name: WORKERS
          value: "4"
`,
		},
		{
			path: "pod.yaml",
			bad: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: ~~"2"~~
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
			for (const { span, message, severity, node, type, mend } of schemaProblemsOf(
				object,
				{ model, world },
				"wrong-type",
			)) {
				if (isBeingTyped(node, type)) continue;
				// Helm takes a number where a string is meant.
				if (model.unfinished === "chart" && mend === "quote") continue;
				report(span, {
					message,
					severity,
					...(mend !== undefined &&
						node?.kind === "scalar" && {
							title: mend === "quote" ? "Put it in quotes" : "Take the quotes off",
							fix: () => [
								{
									span: node.span,
									text: mend === "quote" ? `"${text.slice(node.span.start, node.span.end)}"` : node.text,
								},
							],
						}),
				});
			}
		},
	},
});

/** Whether a word where fields belong is the start of a field's name. */
function isBeingTyped(node: YamlNode | undefined, type: Type): boolean {
	if (node?.kind !== "scalar" || node.style !== "plain") return false;
	return formsOf(type).some(
		(form) => form.kind === "object" && Object.keys(form.keys).some((key) => key.startsWith(node.text)),
	);
}
