import { numberOrWordAt } from "../../kubernetes/read.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "blocking-disruption-budget",
	severity: "warning",
	tags: ["reliability"],
	practice: ["K14"],
	aliases: [
		"kube-linter/pdb-max-unavailable",
		"kube-linter/pdb-min-available",
		"kube-score/poddisruptionbudget-has-policy",
		"polaris/pdbDisruptionsIsZero",
	],
	scope: "file",
	summary: "The budget never lets a pod be moved.",
	why: "Draining a node waits until the budget allows to evict its pods. With no disruption allowed it waits for ever, and upgrades of the cluster stop there.",
	links: ["https://kubernetes.io/docs/tasks/run-application/configure-pdb/"],
	examples: [
		{
			path: "budget.yaml",
			bad: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  maxUnavailable: ~~0~~
  selector:
    matchLabels:
      app: web
`,
			good: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      app: web
`,
			message: "No pod may ever be missing, so none can be moved.",
		},
	],
	check: {
		object({ type, group, spec }, { report }) {
			if (type?.value !== "PodDisruptionBudget" || group !== "policy") return;
			const most = numberOrWordAt(spec, "maxUnavailable");
			const least = numberOrWordAt(spec, "minAvailable");
			if (most && /^0+%?$/.test(String(most.value)))
				report(most.span, { message: "No pod may ever be missing, so none can be moved." });
			if (least && String(least.value) === "100%")
				report(least.span, { message: "All pods must always be there, so none can be moved." });
		},
	},
});
