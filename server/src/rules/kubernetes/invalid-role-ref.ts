import { isOpen, mapAt, mapsAt, pairAt, wordAt } from "../../kubernetes/read.ts";
import { isBinding } from "../../kubernetes/semantics/rbac.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "invalid-role-ref",
	severity: "error",
	tags: ["correctness"],
	practice: ["K10"],
	aliases: [],
	scope: "file",
	summary: "The binding names a role or subject that it can't bind.",
	why: "A ClusterRoleBinding binds a ClusterRole only, the role's `apiGroup` is always `rbac.authorization.k8s.io`, and a ServiceAccount needs its namespace there. The API server refuses the binding otherwise.",
	links: ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/"],
	fix: { title: "Write the API group of roles", safety: "suggestion" },
	examples: [
		{
			path: "binding.yaml",
			bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: web
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ~~Role~~
  name: reader
subjects:
  - kind: ServiceAccount
    name: web
    namespace: shop
`,
			good: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: web
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: reader
subjects:
  - kind: ServiceAccount
    name: web
    namespace: shop
`,
			message: "A ClusterRoleBinding can't bind a Role.",
		},
		{
			path: "binding.yaml",
			bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: web
roleRef:
  apiGroup: ~~rbac~~
  kind: ClusterRole
  name: reader
subjects:
  - kind: ServiceAccount
    name: web
    namespace: shop
`,
			good: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: web
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: reader
subjects:
  - kind: ServiceAccount
    name: web
    namespace: shop
`,
			shown: false,
		},
	],
	check: {
		object({ type, group, map }, { report }) {
			if (!isBinding(type?.value, group)) return;
			const role = mapAt(map, "roleRef");
			const kind = wordAt(role, "kind");
			const isCluster = type?.value === "ClusterRoleBinding";
			if (isCluster && kind?.value === "Role")
				report(kind.span, { message: "A ClusterRoleBinding can't bind a Role." });
			const apiGroup = wordAt(role, "apiGroup");
			const wanted = "rbac.authorization.k8s.io";
			if (apiGroup && apiGroup.value !== wanted && apiGroup.value !== "" && !isOpen(apiGroup.value)) {
				report(apiGroup.span, {
					message: `The API group of roles is \`${wanted}\`, not \`${apiGroup.value}\`.`,
					title: `Replace with ${wanted}`,
					fix: () => [{ span: apiGroup.span, text: wanted }],
				});
			}
			for (const { map: subject } of mapsAt(map, "subjects")) {
				const kindOfSubject = wordAt(subject, "kind");
				if (
					isCluster &&
					kindOfSubject?.value === "ServiceAccount" &&
					wordAt(subject, "name") &&
					!pairAt(subject, "namespace")
				) {
					report(kindOfSubject.span, { message: "A ServiceAccount needs its namespace here." });
				}
			}
		},
	},
});
