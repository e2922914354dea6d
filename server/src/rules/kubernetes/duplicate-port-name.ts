import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "duplicate-port-name",
	severity: "error",
	tags: ["correctness"],
	practice: ["K01", "K12"],
	aliases: [],
	scope: "file",
	summary: "Two ports of a container have the same name.",
	why: "Services and probes name a port of a container; the API server refuses a container that has a name twice.",
	links: ["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/"],
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
        - name: ~~http~~
          containerPort: 9090
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
        - name: metrics
          containerPort: 9090
`,
			message: "The container has a port named `http` already.",
		},
	],
	check: {
		container({ ports }, { report }) {
			const seen = new Set<string>();
			for (const { name } of ports) {
				if (!name) continue;
				if (seen.has(name.value))
					report(name.span, { message: `The container has a port named \`${name.value}\` already.` });
				seen.add(name.value);
			}
		},
	},
});
