const group = "rbac.authorization.k8s.io";

/** Whether an object is a Role or ClusterRole. */
export function isRole(kind: string | undefined, itsGroup: string): boolean {
	return itsGroup === group && (kind === "Role" || kind === "ClusterRole");
}

/** Whether an object is a RoleBinding or ClusterRoleBinding. */
export function isBinding(kind: string | undefined, itsGroup: string): boolean {
	return itsGroup === group && (kind === "RoleBinding" || kind === "ClusterRoleBinding");
}
