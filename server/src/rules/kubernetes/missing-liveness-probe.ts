import { probedPort, runsOn } from "../../kubernetes/semantics/probes.ts";
import { setKey } from "../../yaml/edit.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "missing-liveness-probe",
	severity: "info",
	tags: ["reliability"],
	practice: ["K08"],
	aliases: ["kube-linter/no-liveness-probe", "kube-score/pod-probes", "polaris/livenessProbeMissing"],
	scope: "file",
	summary: "The container has no liveness probe.",
	why: "Without a liveness probe a process that hangs is never restarted: the kubelet only sees that it has not exited. A probe that opens the port is enough for most; one that asks other services for their health makes an outage worse.",
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
      livenessProbe:
        tcpSocket:
          port: http
        initialDelaySeconds: 10
        periodSeconds: 10
`,
			message: "The container `web` of the Pod has no liveness probe.",
		},
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
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      livenessProbe:
        exec:
          command: ["test", "-e", "/tmp/alive"]
`,
			shown: false,
		},
	],
	check: {
		workload({ pod, type }, { text, report }) {
			if (!pod || !runsOn(pod)) return;
			for (const container of pod.containers) {
				if (container.role !== "regular" || container.probes.some(({ type }) => type === "livenessProbe")) continue;
				const port = probedPort(container);
				report(container.nameSpan, {
					message: `The container \`${container.name}\` of the ${type} has no liveness probe.`,
					...(port !== undefined && {
						fix: () =>
							setKey(text, container.map, "livenessProbe", {
								tcpSocket: { port },
								initialDelaySeconds: 10,
								periodSeconds: 10,
							}),
					}),
				});
			}
		},
	},
});
