import type { Span } from "../../core/text.ts";
import { labelKeyProblem, labelValueProblem } from "../../kubernetes/names.ts";
import type { Label } from "../../kubernetes/nodes.ts";
import { isOpen } from "../../kubernetes/read.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "invalid-label",
	severity: "error",
	tags: ["correctness"],
	practice: ["K01", "K02"],
	aliases: ["kube-score/label-values"],
	scope: "file",
	summary: "A label or annotation is not written as the API server takes it.",
	why: "The key is a name of at most 63 letters, digits, dashes, dots and underscores, with a domain and a slash before it or not; the value of a label follows the same grammar and may be empty. Anything longer or freer belongs into an annotation.",
	links: ["https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/"],
	examples: [
		{
			path: "pod.yaml",
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
			message:
				"The value `team web@example.com` of the label `owner` may only have letters, digits, dashes, dots and underscores, and starts and ends with a letter or digit.",
		},
	],
	check: {
		object({ labels, annotations }, { report }) {
			checkLabels(labels, report);
			for (const { key } of annotations) {
				const problem = isOpen(key.value) ? undefined : labelKeyProblem(key.value.toLowerCase());
				if (problem) report(key.span, { message: `The annotation \`${key.value}\` ${problem}.` });
			}
		},
		workload({ labels, type }, { report }) {
			if (type !== "Pod") checkLabels(labels, report);
		},
		selector({ labels }, { report }) {
			checkLabels(labels, report);
		},
	},
});

function checkLabels(labels: readonly Label[], report: (span: Span, found: { message: string }) => void): void {
	for (const { key, value } of labels) {
		const keyProblem = isOpen(key.value) ? undefined : labelKeyProblem(key.value);
		if (keyProblem) report(key.span, { message: `The label \`${key.value}\` ${keyProblem}.` });
		const problem = value && !isOpen(value.value) ? labelValueProblem(value.value) : undefined;
		if (value && problem)
			report(value.span, { message: `The value \`${value.value}\` of the label \`${key.value}\` ${problem}.` });
	}
}
