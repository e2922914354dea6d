import { parseImage } from "../container/image.ts";
import type { EnvironmentVariable, ImageUse } from "../container/nodes.ts";
import { parseQuantity } from "../container/quantity.ts";
import { entriesOf, type YamlMap } from "../yaml/tree.ts";
import {
	type Amount,
	type Container,
	type ContainerPort,
	type ContainerRole,
	type EnvironmentEntry,
	type KubernetesNode,
	type KubernetesObject,
	type Pod,
	type Probe,
	type ProbeType,
	probeHandlers,
	type Resources,
	type Security,
	type Setting,
	type Volume,
	type WorkloadType,
	type Written,
} from "./nodes.ts";
import {
	booleanAt,
	isOpen,
	mapAt,
	mapsAt,
	nodeAt,
	numberAt,
	numberOrWordAt,
	pairAt,
	seqAt,
	toWord,
	wordAt,
	wordsAt,
} from "./read.ts";

const containerLists = ["initContainers", "containers", "ephemeralContainers"] as const;

/** The pod that a spec describes. */
export function podOf(
	object: KubernetesObject,
	type: WorkloadType,
	map: YamlMap | undefined,
	claims: readonly string[],
): Pod | undefined {
	if (!map) return undefined;
	const windows = wordAt(mapAt(map, "os"), "name")?.value === "windows" || isWindowsSelected(map);
	return {
		kind: "pod",
		span: map.span,
		type,
		object,
		map,
		nameSpan: object.nameSpan,
		restartPolicy: wordAt(map, "restartPolicy"),
		serviceAccount: wordAt(map, "serviceAccountName") ?? wordAt(map, "serviceAccount"),
		hostNetwork: booleanAt(map, "hostNetwork"),
		hostPID: booleanAt(map, "hostPID"),
		hostIPC: booleanAt(map, "hostIPC"),
		automountToken: booleanAt(map, "automountServiceAccountToken"),
		windows,
		volumes: mapsAt(map, "volumes").map((item) => toVolume(item.map)),
		containers: containerLists.flatMap((list) => toContainers(map, list, type, windows)),
		list: nodeAt(map, "containers"),
		listPair: pairAt(map, "containers"),
		claims,
	};
}

function isWindowsSelected(map: YamlMap): boolean {
	const selector = mapAt(map, "nodeSelector");
	return (wordAt(selector, "kubernetes.io/os") ?? wordAt(selector, "beta.kubernetes.io/os"))?.value === "windows";
}

function toVolume(map: YamlMap): Volume {
	return {
		span: map.span,
		map,
		name: wordAt(map, "name"),
		sources: keysOf(map).filter(({ value }) => value !== "name"),
		hostPath: wordAt(mapAt(map, "hostPath"), "path"),
	};
}

function keysOf(map: YamlMap | undefined): readonly { readonly value: string; readonly span: YamlMap["span"] }[] {
	return map ? entriesOf(map).map(({ key, pair }) => ({ value: key, span: pair.key.inner })) : [];
}

function toContainers(
	pod: YamlMap,
	key: (typeof containerLists)[number],
	type: WorkloadType,
	windows: boolean,
): readonly Container[] {
	const list = seqAt(pod, key);
	if (!list) return [];
	return mapsAt(pod, key).map(({ item, map }) => {
		const name = wordAt(map, "name");
		const image = wordAt(map, "image");
		const security = toSecurity(map, pod);
		return {
			kind: "container",
			span: map.span,
			name: name?.value ?? "",
			nameSpan: name?.span ?? image?.span ?? map.pairs[0]?.key.span ?? map.span,
			privileged: security.privileged,
			map,
			item,
			list,
			role: roleOf(key, map),
			type,
			windows,
			named: name !== undefined,
			image,
			ports: mapsAt(map, "ports").map((port) => toPort(port.map)),
			environment: mapsAt(map, "env").map((entry) => toEnvironment(entry)),
			mounts: mapsAt(map, "volumeMounts").map((mount) => ({
				span: mount.map.span,
				map: mount.map,
				item: mount.item,
				name: wordAt(mount.map, "name"),
				path: wordAt(mount.map, "mountPath"),
				subPath: wordAt(mount.map, "subPath"),
				readOnly: booleanAt(mount.map, "readOnly")?.value ?? false,
			})),
			probes: probeTypes.flatMap((probe) => toProbe(map, probe)),
			resources: toResources(mapAt(map, "resources")),
			security,
		};
	});
}

function roleOf(list: (typeof containerLists)[number], map: YamlMap): ContainerRole {
	if (list === "containers") return "regular";
	if (list === "ephemeralContainers") return "ephemeral";
	return wordAt(map, "restartPolicy")?.value === "Always" ? "sidecar" : "init";
}

function toPort(map: YamlMap): ContainerPort {
	return {
		span: map.span,
		map,
		name: wordAt(map, "name"),
		number: numberAt(map, "containerPort"),
		hostPort: numberAt(map, "hostPort"),
		hostIP: wordAt(map, "hostIP"),
		protocol: wordAt(map, "protocol")?.value ?? "TCP",
	};
}

function toEnvironment({ item, map }: ReturnType<typeof mapsAt>[number]): EnvironmentEntry {
	const valuePair = pairAt(map, "value");
	return {
		span: map.span,
		map,
		item,
		name: wordAt(map, "name"),
		value: wordAt(map, "value"),
		valuePair,
		valueFrom: pairAt(map, "valueFrom"),
		sources: keysOf(mapAt(map, "valueFrom")),
	};
}

const probeTypes: readonly ProbeType[] = ["livenessProbe", "readinessProbe", "startupProbe"];

function toProbe(container: YamlMap, type: ProbeType): readonly Probe[] {
	const pair = pairAt(container, type);
	if (!pair) return [];
	const map = mapAt(container, type);
	const handlers = keysOf(map).filter(({ value }) => (probeHandlers as readonly string[]).includes(value));
	const port = numberOrWordAt(mapAt(map, "httpGet"), "port") ?? numberOrWordAt(mapAt(map, "tcpSocket"), "port");
	return [{ type, pair, map, handlers, port, successThreshold: numberAt(map, "successThreshold") }];
}

function toResources(map: YamlMap | undefined): Resources {
	return { map, requests: amountsOf(mapAt(map, "requests")), limits: amountsOf(mapAt(map, "limits")) };
}

function amountsOf(map: YamlMap | undefined): readonly Amount[] {
	if (!map) return [];
	return entriesOf(map).flatMap(({ key, pair, value }) => {
		const word = toWord(pair.value?.kind === "alias" ? pair.value : value);
		if (!word) return [];
		return [
			{
				resource: key,
				keySpan: pair.key.inner,
				text: word.value,
				span: word.span,
				quantity: parseQuantity(word.value),
			},
		];
	});
}

function toSecurity(container: YamlMap, pod: YamlMap): Security {
	const own = mapAt(container, "securityContext");
	const shared = mapAt(pod, "securityContext");
	const capabilities = mapAt(own, "capabilities");
	const merged = <T>(
		read: (map: YamlMap | undefined, key: string) => Written<T> | undefined,
		key: string,
	): Setting<T> | undefined => {
		const inner = read(own, key);
		if (inner) return { ...inner, from: "container" };
		const outer = read(shared, key);
		return outer && { ...outer, from: "pod" };
	};
	const only = <T>(found: Written<T> | undefined): Setting<T> | undefined => found && { ...found, from: "container" };
	return {
		map: own,
		runAsNonRoot: merged(booleanAt, "runAsNonRoot"),
		runAsUser: merged(numberAt, "runAsUser"),
		runAsGroup: merged(numberAt, "runAsGroup"),
		privileged: only(booleanAt(own, "privileged")),
		allowPrivilegeEscalation: only(booleanAt(own, "allowPrivilegeEscalation")),
		readOnlyRootFilesystem: only(booleanAt(own, "readOnlyRootFilesystem")),
		procMount: only(wordAt(own, "procMount")),
		seccomp: merged((map, key) => wordAt(mapAt(map, key), "type"), "seccompProfile"),
		add: wordsAt(capabilities, "add"),
		drop: wordsAt(capabilities, "drop"),
	};
}

/** The containers of a pod with the images they run and the variables they set, which rules of all languages look at. */
export function containersOf(pod: Pod, text: string): readonly KubernetesNode[] {
	return pod.containers.flatMap((container) => {
		const nodes: KubernetesNode[] = [container];
		if (container.image) nodes.push(toImage(container.image, text));
		for (const entry of container.environment) {
			const variable = toVariable(entry);
			if (variable) nodes.push(variable);
		}
		return nodes;
	});
}

function toImage({ value, span }: { value: string; span: ImageUse["span"] }, text: string): ImageUse {
	const open = isOpen(value);
	return {
		kind: "image",
		span,
		text: value,
		reference: open ? undefined : parseImage(value),
		role: "run",
		literal: !open && text.slice(span.start, span.end) === value,
	};
}

function toVariable({ name, value, span }: EnvironmentEntry): EnvironmentVariable | undefined {
	if (!name) return undefined;
	return {
		kind: "environment-variable",
		span,
		name: name.value,
		nameSpan: name.span,
		value: value?.value,
		valueSpan: value?.span,
		literal: value !== undefined && !isOpen(value.value),
		role: "env",
	};
}
