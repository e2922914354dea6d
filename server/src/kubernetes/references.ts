import type { YamlMap } from "../yaml/tree.ts";
import type { KubernetesNode, KubernetesObject, Pod, Reference, ReferencedType, Word, Workload } from "./nodes.ts";
import { booleanAt, isOpen, mapAt, mapsAt, wordAt } from "./read.ts";

interface Target {
	readonly to: ReferencedType;
	readonly name: Word | undefined;
	readonly via: string;
	readonly keys?: readonly Word[];
	readonly optional?: boolean;
	readonly namespace?: string | undefined;
}

/** Every place of an object that names another one. */
export function referencesOf(object: KubernetesObject, workload: Workload | undefined): readonly KubernetesNode[] {
	const targets = [...(workload?.pod ? podTargets(workload.pod) : []), ...objectTargets(object)];
	return targets.flatMap((target) => toReference(object, target));
}

function toReference(
	owner: KubernetesObject,
	{ to, name, via, keys = [], optional = false, namespace }: Target,
): readonly Reference[] {
	if (!name || name.value === "" || isOpen(name.value)) return [];
	const where = namespace ?? owner.namespace?.value;
	return [{ kind: "reference", span: name.span, owner, to, name: name.value, namespace: where, keys, optional, via }];
}

function podTargets({ map: pod, claims }: Pod): readonly Target[] {
	const containers = ["initContainers", "containers", "ephemeralContainers"].flatMap((list) => mapsAt(pod, list));
	return [
		...containers.flatMap(({ map }) => containerTargets(map)),
		// A claim of the StatefulSet's own is made for each pod, under a longer name.
		...mapsAt(pod, "volumes")
			.flatMap(({ map }) => volumeTargets(map))
			.filter(({ to, name }) => to !== "PersistentVolumeClaim" || !claims.includes(name?.value ?? "")),
		...mapsAt(pod, "imagePullSecrets").map(({ map }) => named("Secret", map, "imagePullSecrets")),
		{
			to: "ServiceAccount",
			name: wordAt(pod, "serviceAccountName") ?? wordAt(pod, "serviceAccount"),
			via: "serviceAccountName",
		},
		{ to: "PriorityClass", name: wordAt(pod, "priorityClassName"), via: "priorityClassName" },
	];
}

function named(to: ReferencedType, map: YamlMap | undefined, via: string, key = "name"): Target {
	return { to, name: wordAt(map, key), via, optional: booleanAt(map, "optional")?.value ?? false };
}

function containerTargets(container: YamlMap): readonly Target[] {
	const keyed = mapsAt(container, "env").flatMap(({ map }) => {
		const from = mapAt(map, "valueFrom");
		return [withKey("ConfigMap", from, "configMapKeyRef"), withKey("Secret", from, "secretKeyRef")];
	});
	const whole = mapsAt(container, "envFrom").flatMap(({ map }) => [
		named("ConfigMap", mapAt(map, "configMapRef"), "configMapRef"),
		named("Secret", mapAt(map, "secretRef"), "secretRef"),
	]);
	return [...keyed, ...whole];
}

function withKey(to: ReferencedType, from: YamlMap | undefined, via: string): Target {
	const map = mapAt(from, via);
	const key = wordAt(map, "key");
	return { ...named(to, map, via), keys: key ? [key] : [] };
}

function volumeTargets(volume: YamlMap): readonly Target[] {
	return [
		...dataTargets(volume, "secretName", "volumes"),
		...mapsAt(mapAt(volume, "projected"), "sources").flatMap(({ map }) => dataTargets(map, "name", "projected")),
		named("PersistentVolumeClaim", mapAt(volume, "persistentVolumeClaim"), "persistentVolumeClaim", "claimName"),
	];
}

/** A `configMap` and a `secret`; the latter is named by `secretName` in a volume and by `name` in a projection. */
function dataTargets(map: YamlMap, secretKey: string, via: string): readonly Target[] {
	const withItems = (to: ReferencedType, key: string, nameKey: string): Target => {
		const source = mapAt(map, key);
		const keys = mapsAt(source, "items").flatMap((item) => wordAt(item.map, "key") ?? []);
		return { ...named(to, source, via, nameKey), keys };
	};
	return [withItems("ConfigMap", "configMap", "name"), withItems("Secret", "secret", secretKey)];
}

const scalable: ReadonlySet<string> = new Set(["Deployment", "StatefulSet", "ReplicaSet", "ReplicationController"]);
const roles: ReadonlySet<string> = new Set(["Role", "ClusterRole"]);

function objectTargets(object: KubernetesObject): readonly Target[] {
	const { spec } = object;
	switch (object.type?.value) {
		case "StatefulSet":
			return [{ to: "Service", name: wordAt(spec, "serviceName"), via: "serviceName" }];
		case "Ingress":
			return ingressTargets(spec);
		case "HorizontalPodAutoscaler":
			return kindTargets(mapAt(spec, "scaleTargetRef"), scalable, "scaleTargetRef");
		case "RoleBinding":
		case "ClusterRoleBinding":
			return [
				...kindTargets(mapAt(object.map, "roleRef"), roles, "roleRef"),
				...mapsAt(object.map, "subjects").flatMap(({ map }) =>
					kindTargets(map, new Set(["ServiceAccount"]), "subjects").map((target) => ({
						...target,
						namespace: wordAt(map, "namespace")?.value,
					})),
				),
			];
		case "ServiceAccount":
			return mapsAt(object.map, "imagePullSecrets").map(({ map }) => named("Secret", map, "imagePullSecrets"));
		default:
			return [];
	}
}

function kindTargets(map: YamlMap | undefined, kinds: ReadonlySet<string>, via: string): readonly Target[] {
	const type = wordAt(map, "kind")?.value;
	return type !== undefined && kinds.has(type) ? [named(type as ReferencedType, map, via)] : [];
}

function ingressTargets(spec: YamlMap | undefined): readonly Target[] {
	const backends = [
		mapAt(spec, "defaultBackend"),
		mapAt(spec, "backend"),
		...mapsAt(spec, "rules").flatMap(({ map }) =>
			mapsAt(mapAt(map, "http"), "paths").map((path) => mapAt(path.map, "backend")),
		),
	];
	return [
		...backends.flatMap((backend) => [
			named("Service", mapAt(backend, "service"), "backend"),
			named("Service", backend, "backend", "serviceName"),
		]),
		...mapsAt(spec, "tls").map(({ map }) => named("Secret", map, "tls", "secretName")),
	];
}
