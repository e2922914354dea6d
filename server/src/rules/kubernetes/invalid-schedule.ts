import { formatProblems } from "../../kubernetes/semantics/schema.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "invalid-schedule",
	severity: "error",
	tags: ["correctness"],
	practice: ["K20"],
	aliases: [],
	scope: "workspace",
	summary: "The schedule of a CronJob can't be read.",
	why: "A schedule has five fields (minute, hour, day of the month, month, day of the week) or is a word such as `@daily`. The week goes from 0, Sunday, to 6. The API server refuses others.",
	links: ["https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax"],
	examples: [
		{
			path: "cronjob.yaml",
			bad: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: "0 ~~24~~ * * *"
`,
			good: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: "0 0 * * *"
`,
			message: "The hour goes from 0 to 23; 24 is outside.",
		},
	],
	check: {
		object(object, { model, world, report }) {
			for (const { span, message, severity } of formatProblems("invalid-schedule", object, { model, world }))
				report(span, { message, severity });
		},
	},
});
