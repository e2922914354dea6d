import { mapsAt, pairAt, wordsAt } from "../../kubernetes/read.ts";
import { isRole } from "../../kubernetes/semantics/rbac.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "risky-role",
	severity: "info",
	tags: ["security"],
	practice: ["K10"],
	aliases: [
		"kube-linter/access-to-secrets",
		"kube-linter/access-to-create-pods",
		"polaris/clusterrolePodExecAttach",
		"polaris/rolePodExecAttach",
		"trivy/KSV-0041",
		"trivy/KSV-0113",
		"trivy/KSV-0048",
		"trivy/KSV-0053",
		"trivy/KSV-0043",
		"trivy/KSV-0050",
		"trivy/KSV-0051",
	],
	scope: "file",
	preset: "all",
	summary: "The role gives a right from which others follow.",
	why: "Who reads Secrets of all namespaces has the tokens of all service accounts; who starts a command in any pod, or creates pods, acts with the rights of any of them; who may `escalate`, `bind` or `impersonate` gives himself the rest.",
	links: ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/"],
	examples: [
		{
			path: "role.yaml",
			bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: reader
rules:
  - apiGroups: [""]
    resources: [~~secrets~~]
    verbs: [get]
`,
			good: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: reader
rules:
  - apiGroups: [""]
    resources: [configmaps]
    verbs: [get]
`,
			message: "The role can read Secrets.",
		},
	],
	check: {
		object({ type, group, map }, { report }) {
			if (!isRole(type?.value, group)) return;
			for (const { map: rule } of mapsAt(map, "rules")) {
				// Named objects are a narrow right.
				if (pairAt(rule, "resourceNames")) continue;
				const verbs = wordsAt(rule, "verbs");
				for (const { value, span } of verbs)
					if (/^(?:escalate|bind|impersonate)$/.test(value))
						report(span, { message: `The verb \`${value}\` lets its holder get more rights.` });
				const has = (pattern: RegExp) => verbs.some((verb) => pattern.test(verb.value));
				for (const { value, span } of wordsAt(rule, "resources")) {
					if (value === "secrets" && has(/^(?:get|list|watch)$/))
						report(span, { message: "The role can read Secrets." });
					if (/^pods\/(?:exec|attach)$/.test(value) && has(/^(?:create|get)$/))
						report(span, { message: "The role can start commands in pods." });
					if (value === "pods" && has(/^create$/))
						report(span, { message: "The role can create pods, which run as any service account." });
				}
			}
		},
	},
});
