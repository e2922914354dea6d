import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "conflicting-volume-source",
	severity: "error",
	tags: ["correctness"],
	practice: ["K16"],
	aliases: [],
	scope: "file",
	summary: "A volume has more than one source.",
	why: "Each volume comes from one place; the API server refuses a pod whose volume names two.",
	links: ["https://kubernetes.io/docs/concepts/storage/volumes/"],
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
      ~~configMap~~:
        name: settings
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
      configMap:
        name: settings
  containers:
    - name: web
      image: nginx:1.29
`,
			message: "The volume `data` comes from `emptyDir` already.",
		},
	],
	check: {
		pod({ volumes }, { report }) {
			for (const { name, sources } of volumes) {
				const [first, second] = sources;
				if (first && second)
					report(second.span, {
						message: `The volume \`${name?.value ?? ""}\` comes from \`${first.value}\` already.`,
					});
			}
		},
	},
});
