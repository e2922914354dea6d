import { mapsAt, pairAt, seqAt } from "../../kubernetes/read.ts";
import { isRole } from "../../kubernetes/semantics/rbac.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "incomplete-rbac-rule",
	severity: "error",
	tags: ["correctness"],
	practice: ["K10"],
	aliases: [],
	scope: "file",
	summary: "A rule of a role does not say what is allowed.",
	why: "Each rule names verbs, and either resources with their API groups or, in a ClusterRole, paths (`nonResourceURLs`). The API server refuses the role otherwise.",
	links: ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/"],
	examples: [
		{
			path: "role.yaml",
			bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
rules:
  - ~~apiGroups~~: [""]
    resources: [pods]
`,
			good: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
rules:
  - apiGroups: [""]
    resources: [pods]
    verbs: [get]
`,
			message: "The rule names no verb.",
		},
	],
	check: {
		object({ type, group, map }, { report }) {
			if (!isRole(type?.value, group)) return;
			for (const { map: rule } of mapsAt(map, "rules")) {
				const first = rule.pairs[0]?.key.span;
				const has = (key: string) => (seqAt(rule, key)?.items.length ?? 0) > 0;
				const lacks = (key: string, what: string) => {
					const span = pairAt(rule, key)?.key.span ?? first;
					if (span) report(span, { message: `The rule names no ${what}.` });
				};
				const paths = pairAt(rule, "nonResourceURLs");
				// A rule of one key is still being typed.
				if (!has("verbs") && (rule.pairs.length > 1 || pairAt(rule, "verbs"))) lacks("verbs", "verb");
				if (paths && type?.value === "Role")
					report(paths.key.span, { message: "Only a ClusterRole can give rights to paths." });
				if (paths || !has("verbs")) continue;
				if (!has("resources")) lacks("resources", "resource");
				else if (!has("apiGroups")) lacks("apiGroups", 'API group; that of core resources is written ""');
			}
		},
	},
});
