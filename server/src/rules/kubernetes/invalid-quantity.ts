import { formatProblems } from "../../kubernetes/semantics/schema.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "invalid-quantity",
	severity: "error",
	tags: ["correctness"],
	practice: ["K07"],
	aliases: [],
	scope: "workspace",
	summary: "The amount is not written as Kubernetes reads it.",
	why: "A quantity is a number with one of the suffixes `m`, `k`, `M`, `G`, `T`, `Ki`, `Mi`, `Gi`, `Ti` or none: bytes are meant anyway, so there is no `B`. `M` is a million, `Mi` 1,048,576.",
	links: ["https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/"],
	fix: { title: "Write the quantity that is meant", safety: "suggestion" },
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
          memory: ~~512MB~~
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
          memory: 512M
`,
			message: "`512MB` is not a quantity; `512M` is.",
		},
		{
			path: "pod.yaml",
			bad: `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
spec:
  accessModes: [ReadWriteOnce]
  resources:
    requests:
      storage: ~~0.5GB~~
`,
			good: `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
spec:
  accessModes: [ReadWriteOnce]
  resources:
    requests:
      storage: 0.5G
`,
			shown: false,
		},
	],
	check: {
		object(object, { model, world, report }) {
			for (const { span, message, severity, replacement } of formatProblems("invalid-quantity", object, {
				model,
				world,
			})) {
				report(span, {
					message,
					severity,
					...(replacement !== undefined && {
						title: `Replace with ${replacement}`,
						fix: () => [{ span, text: replacement }],
					}),
				});
			}
		},
		container({ resources }, { report }) {
			for (const { span, text, quantity } of [...resources.requests, ...resources.limits]) {
				if (quantity && quantity.nanos < 0n) report(span, { message: `\`${text}\` is less than nothing.` });
			}
		},
	},
});
