import { removePair } from "../../yaml/edit.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "conflicting-env-source",
	severity: "error",
	tags: ["correctness"],
	practice: ["K01", "K18"],
	aliases: [],
	scope: "file",
	summary: "A variable has no source for its value, or more than one.",
	why: "A variable has either a `value` or a `valueFrom`, and that names exactly one source; the API server refuses both together.",
	links: ["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/"],
	fix: { title: "Remove the value", safety: "suggestion" },
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
      env:
        - name: MODE
          ~~value~~: fast
          valueFrom:
            configMapKeyRef:
              name: settings
              key: mode
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      env:
        - name: MODE
          valueFrom:
            configMapKeyRef:
              name: settings
              key: mode
`,
			message: "The variable `MODE` has both a `value` and a `valueFrom`.",
		},
	],
	check: {
		container({ environment }, { text, report }) {
			for (const { name, map, value, valuePair, valueFrom, sources } of environment) {
				if (!name || !valueFrom) continue;
				if (valuePair && value && value.value !== "") {
					report(valuePair.key.span, {
						message: `The variable \`${name.value}\` has both a \`value\` and a \`valueFrom\`.`,
						fix: () => removePair(text, map, valuePair),
					});
				}
				const second = sources[1];
				if (second) report(second.span, { message: `\`valueFrom\` of \`${name.value}\` names more than one source.` });
			}
		},
	},
});
