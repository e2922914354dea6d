import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "invalid-probe",
	severity: "error",
	tags: ["correctness"],
	practice: ["K08"],
	aliases: [],
	scope: "file",
	summary: "A probe is put together in a way that the API server refuses.",
	why: "A probe does exactly one thing: `exec`, `httpGet`, `tcpSocket` or `grpc`. A liveness or startup probe passes with its first success. Init containers that end have no probes, since the next one starts once they are done.",
	links: ["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/"],
	fix: { title: "Set it to 1", safety: "suggestion" },
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
      livenessProbe:
        httpGet:
          path: /healthz
          port: 8080
        ~~tcpSocket~~:
          port: 8080
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
        httpGet:
          path: /healthz
          port: 8080
`,
			message: "The `livenessProbe` has `httpGet` already, and may do one thing only.",
		},
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
      livenessProbe:
        tcpSocket:
          port: 8080
        successThreshold: ~~2~~
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
        tcpSocket:
          port: 8080
        successThreshold: 1
`,
			shown: false,
		},
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
      ~~readinessProbe~~:
        periodSeconds: 5
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      readinessProbe:
        periodSeconds: 5
        tcpSocket:
          port: 8080
`,
			shown: false,
		},
	],
	check: {
		container({ probes, role }, { report }) {
			for (const { type, pair, map, handlers, successThreshold } of probes) {
				if (role === "init") {
					report(pair.key.span, { message: `An init container that ends can't have a \`${type}\`.` });
					continue;
				}
				// An empty probe is still being typed.
				if (map && map.pairs.length > 0 && handlers.length === 0) {
					report(pair.key.span, {
						message: `The \`${type}\` does nothing: it needs \`httpGet\`, \`tcpSocket\`, \`exec\` or \`grpc\`.`,
					});
				}
				for (const handler of handlers.slice(1)) {
					report(handler.span, {
						message: `The \`${type}\` has \`${handlers[0]?.value}\` already, and may do one thing only.`,
					});
				}
				if (successThreshold && successThreshold.value !== 1 && type !== "readinessProbe") {
					report(successThreshold.span, {
						message: `The success threshold of a \`${type}\` must be 1.`,
						fix: () => [{ span: successThreshold.span, text: "1" }],
					});
				}
			}
		},
	},
});
