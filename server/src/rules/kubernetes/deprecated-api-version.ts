import { explainLifecycle, lifecycleOf, lifecycleState } from "../../kubernetes/lifecycle.ts";
import { sameShape } from "../../kubernetes/semantics/replacement.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "deprecated-api-version",
	severity: "info",
	tags: ["deprecated"],
	practice: ["K01"],
	aliases: ["kube-score/stable-version", "trivy/KSV-0107"],
	scope: "workspace",
	summary: "This version of the kind will be removed from Kubernetes.",
	why: "The API server still takes it and answers with a warning. A later minor version refuses it, so it is best changed before the cluster is upgraded.",
	links: ["https://kubernetes.io/docs/reference/using-api/deprecation-guide/"],
	fix: { title: "Write the version that took its place", safety: "suggestion" },
	examples: [
		{
			path: "object.yaml",
			bad: `apiVersion: ~~networking.k8s.io/v1beta1~~
kind: ServiceCIDR
metadata:
  name: extra
spec:
  cidrs: [10.1.0.0/16]
`,
			good: `apiVersion: networking.k8s.io/v1
kind: ServiceCIDR
metadata:
  name: extra
spec:
  cidrs: [10.1.0.0/16]
`,
		},
	],
	check: {
		object({ apiVersion, group, version, type, spec }, { world, report }) {
			const lifecycle = type && lifecycleOf(group, version, type.value);
			if (!apiVersion || !type || lifecycleState(lifecycle, world) !== "deprecated") return;
			const message = explainLifecycle(group, version, type.value, world);
			const replacement = sameShape(lifecycle?.replacement, type.value, spec);
			report(apiVersion.span, {
				...(message !== undefined && { message }),
				tag: "deprecated",
				...(replacement !== undefined && {
					title: `Replace with ${replacement}`,
					fix: () => [{ span: apiVersion.span, text: replacement }],
				}),
			});
		},
	},
});
