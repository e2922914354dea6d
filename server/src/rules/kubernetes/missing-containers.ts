import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "missing-containers",
	severity: "error",
	tags: ["correctness"],
	practice: ["K01"],
	aliases: [],
	scope: "file",
	summary: "The pod has no container.",
	why: "A pod is its containers; the API server refuses one whose list is empty.",
	links: ["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/"],
	examples: [
		{
			path: "pod.yaml",
			bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  ~~containers~~: []
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
`,
			message: "The list of containers is empty.",
		},
	],
	check: {
		pod({ list, listPair }, { report }) {
			if (list?.kind === "seq" && list.items.length === 0 && listPair)
				report(listPair.key.span, { message: "The list of containers is empty." });
		},
	},
});
