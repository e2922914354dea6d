import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "identical-probes",
	severity: "info",
	tags: ["reliability"],
	practice: ["K08"],
	aliases: ["kube-score/pod-probes-identical"],
	scope: "file",
	preset: "all",
	summary: "The liveness and readiness probe are the same.",
	why: "A container that is only busy fails both, and is restarted where it should merely get no requests for a while: under load the pods then go down one after the other.",
	links: ["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/"],
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
      ~~readinessProbe~~:
        httpGet:
          path: /healthz
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
      readinessProbe:
        httpGet:
          path: /ready
          port: 8080
`,
		},
	],
	check: {
		container({ probes }, { text, report }) {
			const [liveness, readiness] = (["livenessProbe", "readinessProbe"] as const).map((type) =>
				probes.find((probe) => probe.type === type),
			);
			if (!liveness?.map || !readiness?.map || !liveness.handlers.some(({ value }) => value !== "tcpSocket")) return;
			const written = ({ start, end }: { start: number; end: number }) => text.slice(start, end).replace(/\s+/g, " ");
			if (written(liveness.map.span) === written(readiness.map.span)) report(readiness.pair.key.span);
		},
	},
});
