import { probedPort, runsOn } from "../../kubernetes/semantics/probes.ts";
import { setKey } from "../../yaml/edit.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "missing-readiness-probe",
	severity: "info",
	tags: ["reliability"],
	practice: ["K08"],
	aliases: ["kube-linter/no-readiness-probe", "kube-score/pod-probes", "polaris/readinessProbeMissing"],
	scope: "file",
	summary: "The container listens on a port and has no readiness probe.",
	why: "A Service sends requests to a pod as soon as its containers have started, unless a readiness probe says that it is not ready yet. Each rollout then fails some requests.",
	links: ["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/"],
	fix: { title: "Add a probe that opens the port", safety: "suggestion" },
	examples: [
		{
			path: "pod.yaml",
			bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: ~~web~~
      image: nginx:1.29
      ports:
        - name: http
          containerPort: 8080
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      ports:
        - name: http
          containerPort: 8080
      readinessProbe:
        tcpSocket:
          port: http
        periodSeconds: 5
`,
			message: "The container `web` of the Pod has no readiness probe.",
		},
	],
	check: {
		workload({ pod, type }, { text, report }) {
			if (!pod || !runsOn(pod)) return;
			for (const container of pod.containers) {
				// What listens on no port gets no requests.
				const port = probedPort(container);
				if (container.role !== "regular" || port === undefined) continue;
				if (container.probes.some(({ type }) => type === "readinessProbe")) continue;
				report(container.nameSpan, {
					message: `The container \`${container.name}\` of the ${type} has no readiness probe.`,
					fix: () => setKey(text, container.map, "readinessProbe", { tcpSocket: { port }, periodSeconds: 5 }),
				});
			}
		},
	},
});
