import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "default-namespace",
	severity: "info",
	tags: ["maintainability"],
	practice: ["K11"],
	aliases: ["kube-linter/use-namespace", "trivy/KSV-0110"],
	scope: "file",
	preset: "all",
	summary: "The object goes into the namespace `default`.",
	why: "Objects of all kinds of programs meet there, and quotas, network policies and rights can't be set for one of them alone.",
	links: ["https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/"],
	examples: [
		{
			path: "pod.yaml",
			bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: ~~default~~
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
		object({ namespace }, { report }) {
			if (namespace?.value === "default") report(namespace.span);
		},
	},
});
