import { nearest } from "../../core/nearest.ts";
import type { Reference } from "../../kubernetes/nodes.ts";
import { definitionsOf, namesAreChanged, objectsOf, sharesNamespace } from "../../kubernetes/semantics/relations.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "undefined-reference",
	severity: "warning",
	tags: ["correctness"],
	practice: ["K18", "K12"],
	aliases: [
		"kube-linter/env-value-from",
		"kube-linter/non-existent-service-account",
		"kube-linter/dangling-ingress",
		"kube-linter/dangling-horizontalpodautoscaler",
		"kube-score/ingress-targets-service",
		"kube-score/horizontalpodautoscaler-has-target",
		"kube-score/statefulset-has-servicename",
	],
	scope: "workspace",
	summary: "Nothing in the workspace defines the object that is named.",
	why: "A container whose ConfigMap, Secret or volume claim is not there does not start, and an Ingress without its Service answers with errors. The object may of course be made by other means than the manifests of this workspace, so this is only a warning where a very similar name is defined.",
	links: ["https://kubernetes.io/docs/concepts/configuration/configmap/"],
	fix: { title: "Write the name that is defined", safety: "suggestion" },
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
              name: ~~setings~~
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
			message: "Nothing in the workspace defines the ConfigMap `setings`; did you mean `settings`?",
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
      envFrom:
        - secretRef:
            name: ~~passwords~~
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      envFrom:
        - secretRef:
            name: passwords
            optional: true
`,
			message: "Nothing in the workspace defines the Secret `passwords`.",
			shown: false,
		},
	],
	check: {
		reference(reference, { world, report }) {
			if (!world.complete || reference.optional || isAlwaysThere(reference) || namesAreChanged(world)) return;
			const { to, name, namespace, span, owner } = reference;
			if (definitionsOf(world, to, name, namespace).length > 0) return;
			// A certificate's Secret is made on the way, for an annotation of the Ingress.
			if (reference.via === "tls" && owner.annotations.some(({ key }) => /cert-manager\.io|tls-acme/.test(key.value)))
				return;
			// Hardly anybody gets the first letter wrong; names of other things often share an ending.
			const known = objectsOf(world, to).filter(({ fact }) => sharesNamespace(fact.namespace, namespace));
			const meant = nearest(name, new Set(known.map(({ fact }) => fact.name).filter((other) => other[0] === name[0])));
			report(span, {
				message: `Nothing in the workspace defines the ${to} \`${name}\`${meant === undefined ? "." : `; did you mean \`${meant}\`?`}`,
				...(meant === undefined
					? { severity: "info" }
					: { title: `Replace with ${meant}`, fix: () => [{ span, text: meant }] }),
			});
		},
	},
});

/** What every cluster or namespace has from the start. */
function isAlwaysThere({ to, name }: Reference): boolean {
	switch (to) {
		case "ServiceAccount":
			return name === "default";
		case "ConfigMap":
			return name === "kube-root-ca.crt" || name === "extension-apiserver-authentication";
		case "PriorityClass":
			return name.startsWith("system-");
		case "Role":
		case "ClusterRole":
			return /^(?:cluster-admin|admin|edit|view|system:.*|extension-apiserver-authentication-reader)$/.test(name);
		default:
			return false;
	}
}
