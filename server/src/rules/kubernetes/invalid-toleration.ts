import { mapsAt, pairAt, wordAt } from "../../kubernetes/read.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "invalid-toleration",
	severity: "error",
	tags: ["correctness"],
	practice: ["K14"],
	aliases: [],
	scope: "file",
	summary: "A toleration contradicts itself.",
	why: "A toleration without a key matches every taint, which only the operator Exists does; with Exists there is nothing to compare a value with; and seconds only count for the effect NoExecute. The API server refuses others.",
	links: ["https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/"],
	examples: [
		{
			path: "pod.yaml",
			bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  tolerations:
    - key: gpu
      operator: Exists
      ~~value~~: "true"
  containers:
    - name: web
      image: nginx:1.29
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  tolerations:
    - key: gpu
      operator: Exists
  containers:
    - name: web
      image: nginx:1.29
`,
			message: "A toleration with the operator Exists has no value.",
		},
	],
	check: {
		pod({ map }, { report }) {
			for (const { map: toleration } of mapsAt(map, "tolerations")) {
				const operator = wordAt(toleration, "operator")?.value ?? "Equal";
				const value = pairAt(toleration, "value");
				const effect = wordAt(toleration, "effect")?.value;
				const seconds = pairAt(toleration, "tolerationSeconds");
				const first = toleration.pairs[0]?.key.span;
				if (operator === "Exists" && wordAt(toleration, "value")?.value && value) {
					report(value.key.span, { message: "A toleration with the operator Exists has no value." });
				}
				// A toleration of one key is still being typed.
				if (!pairAt(toleration, "key") && operator !== "Exists" && first && toleration.pairs.length > 1) {
					report(first, { message: "A toleration without a key needs the operator Exists." });
				}
				if (seconds && effect !== undefined && effect !== "NoExecute") {
					report(seconds.key.span, { message: `Seconds are for the effect NoExecute, not for ${effect}.` });
				}
			}
		},
	},
});
