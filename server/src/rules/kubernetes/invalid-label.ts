import { formatProblems } from "../../kubernetes/semantics/schema.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "invalid-label",
	severity: "error",
	tags: ["correctness"],
	practice: ["K01", "K02"],
	aliases: ["kube-score/label-values"],
	scope: "workspace",
	summary: "A label or annotation is not written as the API server takes it.",
	why: "The key is a name of at most 63 letters, digits, dashes, dots and underscores, with a domain and a slash before it or not; the value of a label follows the same grammar and may be empty. Anything longer or freer belongs into an annotation.",
	links: ["https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/"],
	examples: [
		{
			path: "namespace.yaml",
			bad: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    owner: ~~team web@example.com~~
`,
			good: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    owner: team-web
`,
		},
	],
	check: {
		object(object, { model, world, report }) {
			for (const { span, message, severity } of formatProblems("invalid-label", object, { model, world }))
				report(span, { message, severity });
		},
	},
});
