import { numberAt } from "../../kubernetes/read.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "invalid-replica-range",
	severity: "error",
	tags: ["correctness"],
	practice: ["K13"],
	aliases: ["polaris/hpaMaxAvailability"],
	scope: "file",
	summary: "The autoscaler may run fewer pods at most than it must at least.",
	why: "The API server refuses an autoscaler whose `maxReplicas` is below its `minReplicas`, which is 1 where it is not written.",
	links: ["https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/"],
	examples: [
		{
			path: "autoscaler.yaml",
			bad: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  minReplicas: 3
  maxReplicas: ~~2~~
`,
			good: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  minReplicas: 3
  maxReplicas: 6
`,
			message: "At most 2 pods are fewer than the 3 at least.",
		},
	],
	check: {
		object({ type, group, spec }, { report }) {
			if (type?.value !== "HorizontalPodAutoscaler" || group !== "autoscaling") return;
			const most = numberAt(spec, "maxReplicas");
			const least = numberAt(spec, "minReplicas")?.value ?? 1;
			if (most && most.value < least)
				report(most.span, { message: `At most ${most.value} pods are fewer than the ${least} at least.` });
		},
	},
});
