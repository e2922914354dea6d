import type { YamlMap } from "../../yaml/tree.ts";
import { pairAt } from "../read.ts";

/** Kinds whose newer version has other fields, so that changing the version alone would break the manifest. */
const reshaped: ReadonlySet<string> = new Set([
	"Ingress",
	"HorizontalPodAutoscaler",
	"CustomResourceDefinition",
	"ValidatingWebhookConfiguration",
	"MutatingWebhookConfiguration",
	"CertificateSigningRequest",
	"Event",
	"EndpointSlice",
	"RuntimeClass",
	"FlowSchema",
	"PriorityLevelConfiguration",
	"ResourceClaim",
	"ResourceClaimTemplate",
	"ResourceSlice",
	"DeviceClass",
]);

/** Workloads that need a selector since apps/v1. */
const selecting: ReadonlySet<string> = new Set(["Deployment", "DaemonSet", "ReplicaSet", "StatefulSet"]);

/** The newer apiVersion, where writing it is all that has to be done. */
export function sameShape(
	replacement: string | undefined,
	kind: string,
	spec: YamlMap | undefined,
): string | undefined {
	// `group/version Kind` names another kind.
	if (replacement === undefined || replacement.includes(" ") || reshaped.has(kind)) return undefined;
	return selecting.has(kind) && !pairAt(spec, "selector") ? undefined : replacement;
}
