import { pairAt } from "../../kubernetes/read.ts";
import { setKey } from "../../yaml/edit.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "invalid-restart-policy",
	severity: "error",
	tags: ["correctness"],
	practice: ["K01", "K20"],
	aliases: ["kube-linter/restart-policy", "kube-score/cronjob-restartpolicy"],
	scope: "file",
	summary: "The restart policy does not fit the kind of workload.",
	why: "Pods of a Deployment, StatefulSet or DaemonSet are always restarted. Pods of a Job or CronJob never are, or only on failure; the default `Always` is refused there, so the policy has to be written.",
	links: ["https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-template"],
	fix: { title: "Set the restart policy that fits", safety: "suggestion" },
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
      containers:
        - name: report
          image: busybox:1.37
      restartPolicy: OnFailure
`,
			message: "The Job has no restart policy, and the default `Always` is refused here.",
		},
		{
			path: "job.yaml",
			bad: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      restartPolicy: ~~Never~~
      containers:
        - name: web
          image: nginx:1.29
`,
			good: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      restartPolicy: Always
      containers:
        - name: web
          image: nginx:1.29
`,
			shown: false,
		},
	],
	check: {
		pod({ type, restartPolicy, nameSpan, map, containers }, { text, report }) {
			if (type === "Pod" || type === "PodTemplate") return;
			const ends = type === "Job" || type === "CronJob";
			const value = restartPolicy?.value;
			const wanted = ends ? "OnFailure" : "Always";
			// Without containers the pod is still being typed.
			if (value === undefined && (!ends || containers.length === 0 || pairAt(map, "restartPolicy"))) return;
			const wrong = ends ? value === undefined || value === "Always" : value === "OnFailure" || value === "Never";
			if (!wrong) return;
			report(restartPolicy?.span ?? nameSpan, {
				message:
					value === undefined
						? `The ${type} has no restart policy, and the default \`Always\` is refused here.`
						: `The pods of a ${type} can't have the restart policy \`${value}\`.`,
				title: `Set restartPolicy to ${wanted}`,
				fix: () =>
					restartPolicy ? [{ span: restartPolicy.span, text: wanted }] : setKey(text, map, "restartPolicy", wanted),
			});
		},
	},
});
