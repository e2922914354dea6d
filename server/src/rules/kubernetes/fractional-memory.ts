import { unitOf } from "../../container/quantity.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "fractional-memory",
	severity: "warning",
	tags: ["correctness"],
	practice: ["K07"],
	aliases: [],
	scope: "file",
	summary: "An amount of memory or storage is a fraction of a byte.",
	why: "The suffix `m` means thousandths: `512m` of memory is half a byte, so the container is killed as soon as it starts. `M` stands for a million bytes and `Mi` for 1,048,576.",
	links: ["https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/"],
	fix: { title: "Write it in mebibytes", safety: "suggestion" },
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
        limits:
          memory: ~~512m~~
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
        limits:
          memory: 512Mi
`,
			message: "`512m` of memory is 0.512 bytes.",
		},
	],
	check: {
		container({ resources }, { report }) {
			for (const { resource, text, span, quantity } of [...resources.requests, ...resources.limits]) {
				if (quantity?.suffix !== "m" || unitOf(resource) !== "bytes" || quantity.nanos % 1_000_000_000n === 0n)
					continue;
				report(span, {
					message: `\`${text}\` of ${resource} is ${Number(quantity.nanos) / 1e9} bytes.`,
					fix: () => [{ span, text: `${quantity.digits}Mi` }],
				});
			}
		},
	},
});
