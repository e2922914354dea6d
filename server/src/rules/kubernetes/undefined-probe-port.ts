import { nearest } from "../../core/nearest.ts";
import { isOpen } from "../../kubernetes/read.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "undefined-probe-port",
	severity: "error",
	tags: ["correctness"],
	practice: ["K08"],
	aliases: ["kube-linter/liveness-port", "kube-linter/readiness-port", "kube-linter/startup-port"],
	scope: "file",
	summary: "A probe names a port that the container does not have.",
	why: "A port given by name is looked up among the ports of the same container. Where it is not found the probe fails each time, so the container is restarted for ever or gets no request.",
	links: ["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/"],
	fix: { title: "Name the port of the container", safety: "suggestion" },
	examples: [
		{
			path: "pod.yaml",
			bad: `apiVersion: v1
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
          port: ~~web~~
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
`,
			message: "The container has no port named `web`.",
		},
	],
	check: {
		container({ ports, probes }, { report }) {
			const names = ports.flatMap(({ name }) => name?.value ?? []);
			for (const { port } of probes) {
				if (
					typeof port?.value !== "string" ||
					isOpen(port.value) ||
					/^[0-9]*$/.test(port.value) ||
					names.includes(port.value)
				)
					continue;
				const meant = nearest(port.value, names) ?? (names.length === 1 ? names[0] : undefined);
				report(port.span, {
					message: `The container has no port named \`${port.value}\`.`,
					...(meant !== undefined && { title: `Replace with ${meant}`, fix: () => [{ span: port.span, text: meant }] }),
				});
			}
		},
	},
});
