import { mapAt, wordAt } from "../../kubernetes/read.ts";
import { isBinding } from "../../kubernetes/semantics/rbac.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "cluster-admin-binding",
	severity: "warning",
	tags: ["security"],
	practice: ["K10"],
	aliases: [
		"kube-linter/cluster-admin-role-binding",
		"polaris/clusterrolebindingClusterAdmin",
		"polaris/rolebindingClusterAdminClusterRole",
		"trivy/KSV-0111",
	],
	scope: "file",
	summary: "The binding makes its subjects administrators of the cluster.",
	why: "The role `cluster-admin` may do everything, everywhere. Whoever gets hold of the token of such a service account owns the cluster.",
	links: ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/"],
	examples: [
		{
			path: "binding.yaml",
			bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: web
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: ~~cluster-admin~~
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
  name: view
subjects:
  - kind: ServiceAccount
    name: web
    namespace: shop
`,
		},
	],
	check: {
		object({ type, group, map }, { report }) {
			if (!isBinding(type?.value, group)) return;
			const name = wordAt(mapAt(map, "roleRef"), "name");
			if (name?.value === "cluster-admin") report(name.span);
		},
	},
});
