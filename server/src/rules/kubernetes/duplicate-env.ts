import type { EnvironmentEntry } from "../../kubernetes/nodes.ts";
import { seqAt } from "../../kubernetes/read.ts";
import { removeItem } from "../../yaml/edit.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "duplicate-env",
	severity: "warning",
	tags: ["correctness"],
	practice: ["K01"],
	aliases: ["kube-linter/duplicate-env-var", "kube-score/environment-variable-key-duplication"],
	scope: "file",
	summary: "A container sets an environment variable twice.",
	why: "Only the last value counts, and tools that patch lists by name may drop the other one. A later value may build on the earlier with `$(NAME)`.",
	links: ["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/"],
	fix: { title: "Remove the earlier one", safety: "suggestion" },
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
          value: fast
        - name: ~~MODE~~
          value: safe
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
          value: safe
`,
			message: "`MODE` is set already; only this last value counts.",
		},
	],
	check: {
		container({ environment, map }, { text, report }) {
			const list = seqAt(map, "env");
			const last = new Map<string, EnvironmentEntry>();
			for (const entry of environment) {
				const name = entry.name?.value;
				if (!entry.name || name === undefined) continue;
				const earlier = last.get(name);
				last.set(name, entry);
				// A value that builds on the earlier one needs both.
				if (!earlier || entry.value?.value.includes(`$(${name})`)) continue;
				report(entry.name.span, {
					message: `\`${name}\` is set already; only this last value counts.`,
					...(list && { fix: () => removeItem(text, list, earlier.item) }),
				});
			}
		},
	},
});
