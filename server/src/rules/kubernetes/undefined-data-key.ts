import { nearest } from "../../core/nearest.ts";
import { isOpen } from "../../kubernetes/read.ts";
import { keysOf } from "../../kubernetes/semantics/relations.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "undefined-data-key",
	severity: "warning",
	tags: ["correctness"],
	practice: ["K18"],
	aliases: ["kube-linter/env-value-from"],
	scope: "workspace",
	summary: "The ConfigMap or Secret does not have the key.",
	why: "A container that takes a variable or a file from a key that is not there does not start, unless the reference is optional.",
	links: ["https://kubernetes.io/docs/concepts/configuration/configmap/"],
	fix: { title: "Write the key that is there", safety: "suggestion" },
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
          valueFrom:
            configMapKeyRef:
              name: settings
              key: ~~modes~~
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
			files: {
				"settings.yaml": `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  mode: fast
`,
			},
		},
	],
	check: {
		reference({ to, name, namespace, keys, optional }, { world, report }) {
			if (optional || (to !== "ConfigMap" && to !== "Secret") || keys.length === 0) return;
			const known = keysOf(world, to, name, namespace);
			if (!known) return;
			for (const { value, span } of keys) {
				if (known.has(value) || isOpen(value)) continue;
				const meant = nearest(value, known);
				report(span, {
					message: `The ${to} \`${name}\` has no key \`${value}\`${meant === undefined ? "." : `; did you mean \`${meant}\`?`}`,
					...(meant !== undefined && { title: `Replace with ${meant}`, fix: () => [{ span, text: meant }] }),
				});
			}
		},
	},
});
