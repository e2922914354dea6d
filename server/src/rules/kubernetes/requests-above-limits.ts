import { compareQuantities } from "../../container/quantity.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "requests-above-limits",
	severity: "error",
	tags: ["correctness"],
	practice: ["K07"],
	aliases: [],
	scope: "file",
	summary: "A container requests more than its limit lets it have.",
	why: "The API server refuses a pod that asks for more of a resource than it may use.",
	links: ["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],
	fix: { title: "Lower the request to the limit", safety: "suggestion" },
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
      resources:
        requests:
          cpu: 250m
          memory: ~~1Gi~~
        limits:
          memory: 512Mi
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      resources:
        requests:
          cpu: 250m
          memory: 512Mi
        limits:
          memory: 512Mi
`,
			message: "The request for `memory`, 1Gi, is above its limit, 512Mi.",
		},
	],
	check: {
		container({ resources }, { report }) {
			for (const request of resources.requests) {
				const limit = resources.limits.find(({ resource }) => resource === request.resource);
				if (!limit?.quantity || !request.quantity || compareQuantities(request.quantity, limit.quantity) <= 0) continue;
				report(request.span, {
					message: `The request for \`${request.resource}\`, ${request.text}, is above its limit, ${limit.text}.`,
					fix: () => [{ span: request.span, text: limit.text }],
					others: [{ title: "Raise the limit to the request", fix: () => [{ span: limit.span, text: request.text }] }],
				});
			}
		},
	},
});
