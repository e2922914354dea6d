import { pairAt } from "../../kubernetes/read.ts";
import { schemaProblemsOf } from "../../kubernetes/semantics/schema.ts";
import { removePair, renameKey } from "../../yaml/edit.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "deprecated-field",
	severity: "info",
	tags: ["deprecated"],
	practice: ["K01"],
	aliases: ["kube-linter/deprecated-service-account-field"],
	scope: "workspace",
	summary: "The field still works and should not be used any more.",
	why: "Deprecated fields are kept for old manifests. New features only look at what took their place, and a later version of the API leaves them out.",
	links: ["https://kubernetes.io/docs/reference/kubernetes-api/"],
	fix: { title: "Use the field that took its place", safety: "suggestion" },
	examples: [
		{
			path: "pod.yaml",
			bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  ~~serviceAccount~~: web
  containers:
    - name: web
      image: nginx:1.29
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccountName: web
  containers:
    - name: web
      image: nginx:1.29
`,
		},
	],
	check: {
		object(object, { model, text, world, report }) {
			for (const { span, message, pair, map, key } of schemaProblemsOf(object, { model, world }, "deprecated-key")) {
				const isRenamed = key === "serviceAccount";
				const isDouble = isRenamed && pairAt(map, "serviceAccountName") !== undefined;
				report(span, {
					message,
					tag: "deprecated",
					...(isDouble && { title: "Remove it", fix: () => removePair(text, map, pair) }),
					...(isRenamed &&
						!isDouble && {
							title: "Rename to serviceAccountName",
							fix: () => renameKey(text, pair, "serviceAccountName"),
						}),
				});
			}
			for (const { span, message } of schemaProblemsOf(object, { model, world }, "deprecated-value"))
				report(span, { message, tag: "deprecated" });
		},
	},
});
