import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "duplicate-volume-name",
	severity: "error",
	tags: ["correctness"],
	practice: ["K01"],
	aliases: [],
	scope: "file",
	summary: "Two volumes of a pod have the same name.",
	why: "A mount names its volume; the API server refuses a pod that has a name twice.",
	links: ["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/"],
	examples: [
		{
			path: "pod.yaml",
			bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - name: data
      emptyDir: {}
    - name: ~~data~~
      emptyDir: {}
  containers:
    - name: web
      image: nginx:1.29
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - name: data
      emptyDir: {}
    - name: cache
      emptyDir: {}
  containers:
    - name: web
      image: nginx:1.29
`,
			message: "The pod has a volume named `data` already.",
		},
	],
	check: {
		pod({ volumes }, { report }) {
			const seen = new Set<string>();
			for (const { name } of volumes) {
				if (!name) continue;
				if (seen.has(name.value))
					report(name.span, { message: `The pod has a volume named \`${name.value}\` already.` });
				seen.add(name.value);
			}
		},
	},
});
