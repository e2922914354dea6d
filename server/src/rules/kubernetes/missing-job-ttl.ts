import { pairAt } from "../../kubernetes/read.ts";
import { setKey } from "../../yaml/edit.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "missing-job-ttl",
	severity: "info",
	tags: ["maintainability"],
	practice: ["K20"],
	aliases: ["kube-linter/job-ttl-seconds-after-finished"],
	scope: "file",
	preset: "all",
	summary: "The Job stays when it is done.",
	why: "Finished Jobs and their pods are kept for ever unless something deletes them; with `ttlSecondsAfterFinished` the cluster does. A CronJob cleans up its own.",
	links: ["https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/"],
	fix: { title: "Delete it after an hour", safety: "suggestion" },
	examples: [
		{
			path: "job.yaml",
			bad: `apiVersion: batch/v1
kind: Job
metadata:
  name: ~~report~~
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: busybox:1.37
`,
			good: `apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: busybox:1.37
  ttlSecondsAfterFinished: 3600
`,
		},
	],
	check: {
		workload({ type, object }, { text, report }) {
			const { spec, nameSpan } = object;
			if (type !== "Job" || !spec?.pairs.length || pairAt(spec, "ttlSecondsAfterFinished")) return;
			// Argo CD and Helm delete the Jobs of their hooks.
			if (object.annotations.some(({ key }) => /^(?:helm\.sh|argocd\.argoproj\.io)\/hook$/.test(key.value))) return;
			report(nameSpan, { fix: () => setKey(text, spec, "ttlSecondsAfterFinished", 3600) });
		},
	},
});
