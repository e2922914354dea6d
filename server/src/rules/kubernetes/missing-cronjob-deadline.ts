import { pairAt } from "../../kubernetes/read.ts";
import { setKey } from "../../yaml/edit.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "missing-cronjob-deadline",
	severity: "info",
	tags: ["reliability"],
	practice: ["K20"],
	aliases: ["kube-score/cronjob-has-deadline"],
	scope: "file",
	preset: "all",
	summary: "The CronJob has no deadline for starting late.",
	why: "A run that could not start in time starts whenever it can, and once a hundred were missed the controller gives up on the CronJob. With `startingDeadlineSeconds` only recent ones count.",
	links: ["https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/"],
	fix: { title: "Allow five minutes", safety: "suggestion" },
	examples: [
		{
			path: "cronjob.yaml",
			bad: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: ~~report~~
spec:
  schedule: "@daily"
`,
			good: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: "@daily"
  startingDeadlineSeconds: 300
`,
		},
	],
	check: {
		object({ type, group, spec, nameSpan }, { text, report }) {
			if (
				type?.value !== "CronJob" ||
				group !== "batch" ||
				!spec?.pairs.length ||
				pairAt(spec, "startingDeadlineSeconds")
			)
				return;
			report(nameSpan, {
				fix: () => setKey(text, spec, "startingDeadlineSeconds", 300, { after: ["schedule", "timeZone"] }),
			});
		},
	},
});
