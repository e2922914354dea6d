import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "system-namespace",
	severity: "info",
	tags: ["security"],
	practice: ["K11"],
	aliases: ["trivy/KSV-0037"],
	scope: "file",
	preset: "all",
	summary: "The object goes into a namespace of the system.",
	why: "What runs in `kube-system` sits beside the parts that keep the cluster going, often outside of policies that hold elsewhere. It is meant for these parts only.",
	links: ["https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/"],
	examples: [
		{
			path: "pod.yaml",
			bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: ~~kube-system~~
spec:
  containers:
    - name: web
      image: nginx:1.29
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: web
      image: nginx:1.29
`,
		},
	],
	check: {
		workload({ object: { namespace } }, { report }) {
			if (namespace && /^kube-(?:system|public|node-lease)$/.test(namespace.value))
				report(namespace.span, {
					message: `The workload goes into \`${namespace.value}\`, a namespace of the system.`,
				});
		},
	},
});
