import { isNull, pairAt } from "../../kubernetes/read.ts";
import { removePair } from "../../yaml/edit.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "conflicting-disruption-budget",
	severity: "error",
	tags: ["correctness"],
	practice: ["K14"],
	aliases: [],
	scope: "file",
	summary: "The budget says both how many pods must be there and how many may be missing.",
	why: "`minAvailable` and `maxUnavailable` are two ways to say one thing; the API server refuses both together.",
	links: ["https://kubernetes.io/docs/tasks/run-application/configure-pdb/"],
	fix: { title: "Remove the later one", safety: "suggestion" },
	examples: [
		{
			path: "budget.yaml",
			bad: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  minAvailable: 1
  ~~maxUnavailable~~: 1
  selector:
    matchLabels:
      app: web
`,
			good: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  minAvailable: 1
  selector:
    matchLabels:
      app: web
`,
		},
	],
	check: {
		object({ type, group, spec }, { text, report }) {
			if (type?.value !== "PodDisruptionBudget" || group !== "policy" || !spec) return;
			const pairs = [pairAt(spec, "minAvailable"), pairAt(spec, "maxUnavailable")];
			if (!pairs.every((pair) => pair && !isNull(pair.value))) return;
			const later = pairs[0] && pairs[1] && pairs[0].span.start > pairs[1].span.start ? pairs[0] : pairs[1];
			if (later) report(later.key.span, { fix: () => removePair(text, spec, later) });
		},
	},
});
