import type { ContainerNode, SharedNodes } from "../container/nodes.ts";
import type { Quantity } from "../container/quantity.ts";
import type { Model, Node } from "../core/language.ts";
import type { Span } from "../core/text.ts";
import type { YamlFile, YamlItem, YamlMap, YamlNode, YamlPair, YamlSeq } from "../yaml/tree.ts";

/** A value with its place; of a string what is inside the quotes. */
export interface Written<T> {
	readonly value: T;
	readonly span: Span;
}

export type Word = Written<string>;

/** An entry of `labels`, `annotations` or a selector. */
export interface Label {
	readonly key: Word;
	/** Undefined where no scalar is written. */
	readonly value: Word | undefined;
	readonly pair: YamlPair;
}

/** An object: a document, or an item of a `List`. */
export interface KubernetesObject extends Node {
	readonly kind: "object";
	/** Where findings about the object as a whole are put: its name, else its kind, else its first key. */
	readonly nameSpan: Span;
	readonly map: YamlMap;
	readonly apiVersion: Word | undefined;
	/** Empty for the core group. */
	readonly group: string;
	readonly version: string;
	/** The value of `kind`. */
	readonly type: Word | undefined;
	readonly name: Word | undefined;
	readonly generateName: Word | undefined;
	readonly namespace: Word | undefined;
	readonly metadata: YamlMap | undefined;
	readonly labels: readonly Label[];
	readonly annotations: readonly Label[];
	readonly spec: YamlMap | undefined;
}

export type WorkloadType =
	| "Pod"
	| "PodTemplate"
	| "Deployment"
	| "StatefulSet"
	| "DaemonSet"
	| "ReplicaSet"
	| "ReplicationController"
	| "Job"
	| "CronJob";

/** Something that runs pods. */
export interface Workload extends Node {
	readonly kind: "workload";
	readonly type: WorkloadType;
	readonly object: KubernetesObject;
	readonly replicas: Written<number> | undefined;
	/** What it selects its pods with; absent for kinds that have none and where none is written. */
	readonly selector: Selector | undefined;
	/** Map with the pod's metadata and spec; for a Pod the object itself. */
	readonly template: YamlMap;
	readonly templateMetadata: YamlMap | undefined;
	/** Labels that its pods get. */
	readonly labels: readonly Label[];
	/** Names of the claims that a StatefulSet makes for each pod. */
	readonly claims: readonly string[];
	readonly pod: Pod | undefined;
}

/** A selector by labels: of a Service, a workload, a PodDisruptionBudget, a NetworkPolicy. */
export interface Selector extends Node {
	readonly kind: "selector";
	readonly owner: KubernetesObject;
	readonly map: YamlMap;
	/** The map that holds the pairs; absent for a selector by expressions only. */
	readonly labelsMap: YamlMap | undefined;
	readonly labels: readonly Label[];
	/** Whether `matchExpressions` narrow it further. */
	readonly expressions: boolean;
}

/** The spec of a pod. */
export interface Pod extends Node {
	readonly kind: "pod";
	readonly type: WorkloadType;
	readonly object: KubernetesObject;
	readonly map: YamlMap;
	/** Where findings about the pod as a whole are put: the object's. */
	readonly nameSpan: Span;
	readonly restartPolicy: Word | undefined;
	readonly serviceAccount: Word | undefined;
	readonly hostNetwork: Written<boolean> | undefined;
	readonly hostPID: Written<boolean> | undefined;
	readonly hostIPC: Written<boolean> | undefined;
	readonly automountToken: Written<boolean> | undefined;
	readonly windows: boolean;
	readonly volumes: readonly Volume[];
	/** Init and ephemeral containers too, in source order. */
	readonly containers: readonly Container[];
	/** The list under `containers`. */
	readonly list: YamlNode | undefined;
	readonly listPair: YamlPair | undefined;
	/** Claims of the StatefulSet, which mounts may name like volumes. */
	readonly claims: readonly string[];
}

export interface Volume {
	readonly span: Span;
	readonly map: YamlMap;
	readonly name: Word | undefined;
	/** Keys that say where it comes from: `configMap`, `emptyDir`. One in a good manifest. */
	readonly sources: readonly Word[];
	/** Path of a `hostPath`. */
	readonly hostPath: Word | undefined;
}

/** `sidecar`: an init container that keeps running. */
export type ContainerRole = "regular" | "init" | "sidecar" | "ephemeral";

/** A container of a pod, with what it takes over from the pod worked out. */
export interface Container extends ContainerNode {
	readonly map: YamlMap;
	readonly item: YamlItem;
	readonly list: YamlSeq;
	readonly role: ContainerRole;
	readonly type: WorkloadType;
	readonly windows: boolean;
	readonly named: boolean;
	readonly image: Word | undefined;
	readonly ports: readonly ContainerPort[];
	readonly environment: readonly EnvironmentEntry[];
	readonly mounts: readonly Mount[];
	readonly probes: readonly Probe[];
	readonly resources: Resources;
	readonly security: Security;
}

export interface ContainerPort {
	readonly span: Span;
	readonly map: YamlMap;
	readonly name: Word | undefined;
	readonly number: Written<number> | undefined;
	readonly hostPort: Written<number> | undefined;
	readonly hostIP: Word | undefined;
	/** `TCP` where it is not written. */
	readonly protocol: string;
}

/** An item of `env`. */
export interface EnvironmentEntry {
	readonly span: Span;
	readonly map: YamlMap;
	readonly item: YamlItem;
	readonly name: Word | undefined;
	readonly value: Word | undefined;
	readonly valuePair: YamlPair | undefined;
	readonly valueFrom: YamlPair | undefined;
	/** Keys under `valueFrom`. */
	readonly sources: readonly Word[];
}

export interface Mount {
	readonly span: Span;
	readonly map: YamlMap;
	readonly item: YamlItem;
	readonly name: Word | undefined;
	readonly path: Word | undefined;
	readonly subPath: Word | undefined;
	readonly readOnly: boolean;
}

export type ProbeType = "livenessProbe" | "readinessProbe" | "startupProbe";

/** What a probe does. */
export const probeHandlers = ["exec", "httpGet", "tcpSocket", "grpc"] as const;

export interface Probe {
	readonly type: ProbeType;
	readonly pair: YamlPair;
	/** Absent where no map is written. */
	readonly map: YamlMap | undefined;
	readonly handlers: readonly Word[];
	/** Port of `httpGet` or `tcpSocket`, a number or a name. */
	readonly port: Written<string | number> | undefined;
	readonly successThreshold: Written<number> | undefined;
}

/** An amount of a resource, such as `cpu: 250m`. */
export interface Amount {
	readonly resource: string;
	readonly keySpan: Span;
	readonly text: string;
	readonly span: Span;
	/** Undefined where the text is no quantity. */
	readonly quantity: Quantity | undefined;
}

export interface Resources {
	readonly map: YamlMap | undefined;
	readonly requests: readonly Amount[];
	readonly limits: readonly Amount[];
}

/** A setting of a security context and whose it is. */
export interface Setting<T> extends Written<T> {
	readonly from: "container" | "pod";
}

/** What holds for a container: its own settings over those of its pod. */
export interface Security {
	/** The container's own context. */
	readonly map: YamlMap | undefined;
	readonly runAsNonRoot: Setting<boolean> | undefined;
	readonly runAsUser: Setting<number> | undefined;
	readonly runAsGroup: Setting<number> | undefined;
	readonly privileged: Setting<boolean> | undefined;
	readonly allowPrivilegeEscalation: Setting<boolean> | undefined;
	readonly readOnlyRootFilesystem: Setting<boolean> | undefined;
	readonly procMount: Setting<string> | undefined;
	/** Type of the seccomp profile. */
	readonly seccomp: Setting<string> | undefined;
	readonly add: readonly Word[];
	readonly drop: readonly Word[];
}

export interface ServicePort {
	readonly span: Span;
	readonly map: YamlMap;
	readonly name: Word | undefined;
	readonly number: Written<number> | undefined;
	readonly nodePort: Written<number> | undefined;
	readonly targetPort: Written<string | number> | undefined;
	/** `TCP` where it is not written. */
	readonly protocol: string;
}

/** A Service. */
export interface Service extends Node {
	readonly kind: "service";
	readonly object: KubernetesObject;
	readonly nameSpan: Span;
	/** `ClusterIP` where it is not written. */
	readonly type: string;
	readonly typeSpan: Span | undefined;
	readonly clusterIP: Word | undefined;
	readonly externalName: Word | undefined;
	readonly selector: Selector | undefined;
	readonly ports: readonly ServicePort[];
	readonly portsPair: YamlPair | undefined;
}

/** Kinds that other objects refer to by name. */
export type ReferencedType =
	| "ConfigMap"
	| "Secret"
	| "PersistentVolumeClaim"
	| "ServiceAccount"
	| "Service"
	| "PriorityClass"
	| "Role"
	| "ClusterRole"
	| WorkloadType;

/** A place where an object names another. */
export interface Reference extends Node {
	readonly kind: "reference";
	/** The name, inside any quotes. */
	readonly span: Span;
	readonly owner: KubernetesObject;
	readonly to: ReferencedType;
	readonly name: string;
	/** As written at the reference or for its owner; absent where neither says. */
	readonly namespace: string | undefined;
	/** Keys of the ConfigMap or Secret that must be there. */
	readonly keys: readonly Word[];
	/** Whether the pod starts without it. */
	readonly optional: boolean;
	/** The field that holds it: `configMapKeyRef`, `volumes`, `serviceAccountName`. */
	readonly via: string;
}

/** Every node kind that rules of this language can be written for. */
export interface KubernetesNodes extends SharedNodes {
	readonly object: KubernetesObject;
	readonly workload: Workload;
	readonly selector: Selector;
	readonly pod: Pod;
	readonly container: Container;
	readonly service: Service;
	readonly reference: Reference;
}

export type KubernetesNode = KubernetesNodes[keyof KubernetesNodes];

/** Why a document is not judged as a manifest: it is none yet, or it is Kustomize's or Helm's own file. */
export type Unfinished = "template" | "patch" | "kustomization" | "chart";

export interface KubernetesModel extends Model {
	readonly language: "kubernetes";
	readonly nodes: readonly KubernetesNode[];
	readonly yaml: YamlFile;
	/** All objects, also those of templates and patches, about which nothing is said in `nodes`. */
	readonly objects: readonly KubernetesObject[];
	readonly unfinished: Unfinished | undefined;
}
