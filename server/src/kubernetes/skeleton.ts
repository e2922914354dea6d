import { apiVersionOf, type Kind } from "./kinds.ts";
import { typeTable } from "./tables.ts";

/*
 * A manifest from nothing: apiVersion, kind, name and what the kind can't do without, as a snippet with tab stops.
 */

const container = ["- name: $1", "  image: $2", "  ports:", "    - name: http", "      containerPort: ${3:8080}"];
const labels = ["labels:", "  app.kubernetes.io/name: $1"];
const selector = ["selector:", "  matchLabels:", "    app.kubernetes.io/name: $1"];

const below = (key: string, lines: readonly string[]) => [`${key}:`, ...lines.map((line) => `  ${line}`)];
const template = (containers: readonly string[], more: readonly string[] = []) =>
	below("template", [...below("metadata", labels), ...below("spec", [...more, ...below("containers", containers)])]);
const task = template(["- name: $1", "  image: $2"], ["restartPolicy: ${3|OnFailure,Never|}"]);

/** What follows the name, for kinds whose types require less than a useful object has. By `group/kind`. */
const bodies: Readonly<Record<string, readonly string[]>> = {
	"/ConfigMap": below("data", ["${2:KEY}: ${3:value}"]),
	"/Secret": ["type: Opaque", ...below("stringData", ["${2:KEY}: ${3:value}"])],
	"/Pod": below("spec", below("containers", container)),
	"/PersistentVolumeClaim": below("spec", [
		"accessModes:",
		"  - ${2|ReadWriteOnce,ReadWriteMany,ReadOnlyMany,ReadWriteOncePod|}",
		"resources:",
		"  requests:",
		"    storage: ${3:1Gi}",
	]),
	"/Service": below("spec", [
		"selector:",
		"  app.kubernetes.io/name: $1",
		"ports:",
		"  - name: http",
		"    port: ${2:80}",
		"    targetPort: ${3:http}",
	]),
	"apps/Deployment": below("spec", ["replicas: ${4:2}", ...selector, ...template(container)]),
	"apps/StatefulSet": below("spec", ["serviceName: $1", "replicas: ${4:1}", ...selector, ...template(container)]),
	"apps/DaemonSet": below("spec", [...selector, ...template(["- name: $1", "  image: $2"])]),
	"batch/Job": below("spec", task),
	"batch/CronJob": below("spec", [
		'schedule: "${4:0 3 * * *}"',
		"jobTemplate:",
		"  spec:",
		...task.map((line) => `    ${line}`),
	]),
	"networking.k8s.io/Ingress": below("spec", [
		"rules:",
		"  - host: ${2:example.com}",
		"    http:",
		"      paths:",
		"        - path: /",
		"          pathType: Prefix",
		"          backend:",
		"            service:",
		"              name: ${3:$1}",
		"              port:",
		"                name: ${4:http}",
	]),
	"networking.k8s.io/NetworkPolicy": below("spec", [
		"podSelector:",
		"  matchLabels:",
		"    app.kubernetes.io/name: ${2:$1}",
		"policyTypes:",
		"  - Ingress",
	]),
	"policy/PodDisruptionBudget": below("spec", ["maxUnavailable: ${2:1}", ...selector]),
	"autoscaling/HorizontalPodAutoscaler": below("spec", [
		"scaleTargetRef:",
		"  apiVersion: apps/v1",
		"  kind: Deployment",
		"  name: $1",
		"minReplicas: ${2:2}",
		"maxReplicas: ${3:10}",
		"metrics:",
		"  - type: Resource",
		"    resource:",
		"      name: cpu",
		"      target:",
		"        type: Utilization",
		"        averageUtilization: ${4:80}",
	]),
	"rbac.authorization.k8s.io/Role": [
		"rules:",
		'  - apiGroups: [""]',
		"    resources: [${2:pods}]",
		"    verbs: [${3:get, list, watch}]",
	],
	"rbac.authorization.k8s.io/ClusterRoleBinding": [
		...below("roleRef", ["apiGroup: rbac.authorization.k8s.io", "kind: ClusterRole", "name: ${2:$1}"]),
		"subjects:",
		"  - kind: ServiceAccount",
		"    name: ${3:$1}",
		"    namespace: ${4:default}",
	],
	"rbac.authorization.k8s.io/RoleBinding": [
		...below("roleRef", ["apiGroup: rbac.authorization.k8s.io", "kind: Role", "name: ${2:$1}"]),
		"subjects:",
		"  - kind: ServiceAccount",
		"    name: ${3:$1}",
	],
};

/** The whole manifest; what is below `spec` of other kinds is for completion to fill. */
export function skeleton(kind: Kind, step: number, lineBreak: string): string {
	const body = bodies[`${kind.group}/${kind.kind}`] ?? neededLines(kind);
	const lines = [`apiVersion: ${apiVersionOf(kind)}`, `kind: ${kind.kind}`, "metadata:", "  name: $1", ...body];
	return lines.map((line) => indented(line, step)).join(lineBreak);
}

/** The fields that the kind requires, and its spec, each with a tab stop. */
function neededLines({ origin, type }: Kind): string[] {
	let stop = 2;
	const lines: string[] = [];
	for (const [field, encoded] of Object.entries(typeTable(origin).types[type] ?? {})) {
		const name = field.replace(/!$/, "");
		if (name === "metadata" || (name !== "spec" && name === field)) continue;
		const isCollection = /^[@[{]/.test(encoded);
		lines.push(
			...(isCollection ? [`${name}:`, `  ${encoded.startsWith("[") ? "- " : ""}$${stop++}`] : [`${name}: $${stop++}`]),
		);
	}
	return lines;
}

/** With as many blanks a level as the file has. */
function indented(line: string, step: number): string {
	const blanks = /^ */.exec(line)?.[0].length ?? 0;
	return `${" ".repeat((blanks / 2) * step)}${line.slice(blanks)}`;
}
