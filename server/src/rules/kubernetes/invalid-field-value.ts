import { formatProblems, schemaProblemsOf } from "../../kubernetes/semantics/schema.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "invalid-field-value",
	severity: "error",
	tags: ["correctness"],
	practice: ["K01"],
	aliases: ["kube-linter/schema-validation", "kubeconform/enum"],
	scope: "workspace",
	summary: "The field takes other values than this one.",
	why: "Where a field takes one of a few words, a number in a range or a text of a certain form, the API server refuses anything else. The words are case-sensitive.",
	links: ["https://kubernetes.io/docs/reference/kubernetes-api/"],
	fix: { title: "Write the value that is meant", safety: "suggestion" },
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
      imagePullPolicy: ~~always~~
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      imagePullPolicy: Always
`,
		},
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
      ports:
        - containerPort: ~~80800~~
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
			shown: false,
		},
	],
	check: {
		object(object, { model, world, report }) {
			const place = { model, world };
			for (const { span, message, severity, scalar, nearest } of schemaProblemsOf(object, place, "bad-value")) {
				report(span, {
					message,
					severity,
					...(nearest !== undefined && {
						title: `Replace with ${nearest}`,
						fix: () => [{ span: scalar.inner, text: nearest }],
					}),
				});
			}
			for (const { span, message, severity } of schemaProblemsOf(object, place, "too-small", "too-large", "too-few"))
				report(span, { message, severity });
			for (const { span, message, replacement, severity } of formatProblems("invalid-field-value", object, place)) {
				report(span, {
					message,
					severity,
					...(replacement !== undefined && {
						title: `Replace with ${replacement}`,
						fix: () => [{ span, text: replacement }],
					}),
				});
			}
		},
	},
});
