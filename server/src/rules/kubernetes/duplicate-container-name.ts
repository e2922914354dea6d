import type { Container } from "../../kubernetes/nodes.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "duplicate-container-name",
	severity: "error",
	tags: ["correctness"],
	practice: ["K01"],
	aliases: [],
	scope: "file",
	summary: "Two containers of a pod have the same name.",
	why: "Containers are told apart by their names, init containers included; the API server refuses a pod that has a name twice.",
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
    - name: ~~web~~
      image: busybox:1.37
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
    - name: helper
      image: busybox:1.37
`,
			message: "The pod has a container named `web` already.",
		},
	],
	check: {
		pod({ containers }, { report }) {
			const first = new Map<string, Container>();
			for (const container of containers.filter(({ named }) => named)) {
				const earlier = first.get(container.name);
				if (!earlier) first.set(container.name, container);
				else {
					report(container.nameSpan, {
						message: `The pod has a container named \`${container.name}\` already.`,
						related: [{ span: earlier.nameSpan, message: "The first one is here." }],
					});
				}
			}
		},
	},
});
