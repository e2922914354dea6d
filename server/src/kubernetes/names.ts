/*
 * Grammars of names. Sources: apimachinery `pkg/util/validation/validation.go`; label syntax from
 * `pkg/apis/meta/v1/validation`.
 */

const label = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
const subdomain = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/;
const qualified = /^[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?$/;

/** Why a text is no DNS label (RFC 1123), as the end of a sentence; undefined where it is one. */
export function labelProblem(text: string): string | undefined {
	if (text.length > 63) return `has ${text.length} characters, and 63 is the most`;
	return label.test(text)
		? undefined
		: "may only have lower-case letters, digits and dashes, and starts and ends with a letter or digit";
}

/** Why a text is no DNS label of the older kind (RFC 1035), which starts with a letter. */
export function olderLabelProblem(text: string): string | undefined {
	if (/^[0-9]/.test(text) && !labelProblem(text)) return "must start with a letter";
	return labelProblem(text);
}

/** Why a text is no DNS subdomain (RFC 1123). */
export function subdomainProblem(text: string): string | undefined {
	if (text.length > 253) return `has ${text.length} characters, and 253 is the most`;
	if (subdomain.test(text)) return undefined;
	return "may only have lower-case letters, digits, dashes and dots, and starts and ends with a letter or digit";
}

/** Why a text can't be part of a path, which is all that names of RBAC objects have to be. */
export function pathSegmentProblem(text: string): string | undefined {
	return text === "." || text === ".." || /[/%]/.test(text)
		? "may not be `.` or `..` or hold a slash or percent sign"
		: undefined;
}

/** Why a text is no key of a label or annotation: `name` or `prefix/name`. */
export function labelKeyProblem(text: string): string | undefined {
	const parts = text.split("/");
	if (parts.length > 2) return "may have one slash only, after a domain";
	const name = parts.at(-1) ?? "";
	const prefix = parts.length === 2 ? parts[0] : undefined;
	if (prefix !== undefined && subdomainProblem(prefix))
		return "must have a domain such as `example.com` before its slash";
	if (name === "") return "must have a name";
	if (name.length > 63) return `has a name of ${name.length} characters, and 63 is the most`;
	return qualified.test(name)
		? undefined
		: "may only have letters, digits, dashes, dots and underscores, and starts and ends with a letter or digit";
}

/** Why a text is no value of a label. */
export function labelValueProblem(text: string): string | undefined {
	if (text === "") return undefined;
	if (text.length > 63) return `has ${text.length} characters, and 63 is the most`;
	return qualified.test(text)
		? undefined
		: "may only have letters, digits, dashes, dots and underscores, and starts and ends with a letter or digit";
}

/** Why a text is no name of a port (an IANA service name). */
export function portNameProblem(text: string): string | undefined {
	if (text.length > 15) return `has ${text.length} characters, and 15 is the most`;
	if (!/^[a-z0-9-]+$/.test(text)) return "may only have lower-case letters, digits and dashes";
	if (!/[a-z]/.test(text)) return "must have a letter in it";
	if (text.includes("--")) return "may not have two dashes side by side";
	return /^-|-$/.test(text) ? "may not start or end with a dash" : undefined;
}

/** Why a text is no key of a ConfigMap or Secret. */
export function dataKeyProblem(text: string): string | undefined {
	if (text.length > 253) return `has ${text.length} characters, and 253 is the most`;
	if (text === "." || text === ".." || text.startsWith("..")) return "may not be or start with two dots";
	return /^[-._a-zA-Z0-9]+$/.test(text) ? undefined : "may only have letters, digits, dashes, dots and underscores";
}

/** A text made to follow the grammar of DNS labels, or undefined where nothing is left of it. */
export function toLabel(text: string): string | undefined {
	const made = text
		.toLowerCase()
		.replace(/[^a-z0-9-]+/g, "-")
		.slice(0, 63)
		.replace(/^-+|-+$/g, "");
	return made === "" ? undefined : made;
}

/** A grammar: why a text does not follow it, as the end of a sentence. */
export type Grammar = (text: string) => string | undefined;

/** By kind. Source: the validation of each API group; kinds that are not here are left to the API server. */
const grammars: Readonly<Record<string, Grammar>> = {
	Service: olderLabelProblem,
	Namespace: labelProblem,
	StatefulSet: labelProblem,
	Role: pathSegmentProblem,
	ClusterRole: pathSegmentProblem,
	RoleBinding: pathSegmentProblem,
	ClusterRoleBinding: pathSegmentProblem,
	// The name gets a number of 11 characters to name its Jobs.
	CronJob: (text) =>
		text.length > 52 ? `has ${text.length} characters, and 52 is the most for a CronJob` : subdomainProblem(text),
};

const subdomains: ReadonlySet<string> = new Set([
	"Pod",
	"Deployment",
	"DaemonSet",
	"ReplicaSet",
	"Job",
	"ConfigMap",
	"Secret",
	"ServiceAccount",
	"Ingress",
	"IngressClass",
	"NetworkPolicy",
	"PersistentVolume",
	"PersistentVolumeClaim",
	"StorageClass",
	"PodDisruptionBudget",
	"HorizontalPodAutoscaler",
	"PriorityClass",
]);

const ownGroup =
	/^(?:|apps|batch|extensions|policy|autoscaling|(?:networking|storage|scheduling|rbac\.authorization)\.k8s\.io)$/;

/** The grammar of an object's name; undefined for kinds of which it is not known. */
export function nameGrammar(group: string, kind: string): Grammar | undefined {
	if (!ownGroup.test(group)) return undefined;
	if (Object.hasOwn(grammars, kind)) return grammars[kind];
	return subdomains.has(kind) ? subdomainProblem : undefined;
}
