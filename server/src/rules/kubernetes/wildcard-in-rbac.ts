import { mapsAt, wordsAt } from "../../kubernetes/read.ts";
import { isRole } from "../../kubernetes/semantics/rbac.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "wildcard-in-rbac",
	severity: "warning",
	tags: ["security"],
	practice: ["K10"],
	aliases: ["kube-linter/wildcard-in-rules", "trivy/KSV-0044", "trivy/KSV-0045", "trivy/KSV-0046", "trivy/KSV-0112"],
	scope: "file",
	summary: "The role gives rights with a wildcard.",
	why: "A `*` covers what exists today and whatever is added later, Secrets and the right to change roles included.",
	links: ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/"],
	examples: [
		{
			path: "role.yaml",
			bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
rules:
  - apiGroups: [""]
    resources: [pods]
    verbs: ["~~*~~"]
`,
			good: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
rules:
  - apiGroups: [""]
    resources: [pods]
    verbs: ["get", "list"]
`,
			message: "The role is for all verbs.",
		},
	],
	check: {
		object({ type, group, map }, { report }) {
			if (!isRole(type?.value, group)) return;
			for (const { map: rule } of mapsAt(map, "rules")) {
				for (const key of ["verbs", "resources"]) {
					for (const { value, span } of wordsAt(rule, key)) {
						if (value === "*") report(span, { message: `The role is for all ${key}.` });
					}
				}
			}
		},
	},
});
