import type { Key, ObjectType, Type } from "../../schema/type.ts";
import {
	assignment,
	byteSize,
	cpuAmount,
	deviceCount,
	duration,
	labelItem,
	memoryLimit,
	placementConstraint,
	ratio,
} from "../formats.ts";
import { eitherOf, extensionKey, integer, listOf, mapOrList, nothing, oneOf, quantity, someOf, text } from "./types.ts";

const order = oneOf(
	{ value: "stop-first", doc: "The old container stops before the new one starts: a short gap." },
	{ value: "start-first", doc: "The new container starts first; both run for a moment." },
);

/** `update_config` and `rollback_config`. Source: compose-spec, deploy.md. */
function rollout(what: "update" | "rollback"): ObjectType {
	const failure = [
		{ value: "pause", doc: `Stops the ${what} where it stands.` },
		{ value: "continue", doc: "Goes on with the next containers." },
		...(what === "update" ? [{ value: "rollback", doc: "Returns to what ran before." }] : []),
	];
	return {
		kind: "object",
		name: `${what}_config`,
		open: extensionKey,
		keys: {
			parallelism: {
				type: integer({ minimum: 0 }),
				default: "1",
				doc: `How many containers at a time; 0 is all at once.`,
				example: "2",
			},
			delay: {
				type: text(duration),
				default: "0s",
				doc: "Pause between one group of containers and the next.",
				example: "10s",
			},
			failure_action: {
				type: someOf(...failure),
				default: "pause",
				doc: `What happens when the ${what} fails.`,
				example: "pause",
			},
			monitor: {
				type: text(duration),
				doc: "How long each new container is watched for failure.",
				example: "30s",
			},
			max_failure_ratio: {
				type: quantity(ratio),
				default: "0",
				doc: "Share of failed containers, from 0 to 1, that is still no failure of the whole.",
				example: "0.3",
			},
			order: {
				type: order,
				default: "stop-first",
				doc: "Whether the old or the new container comes first.",
				example: "start-first",
			},
		},
	};
}

const deviceKeys = (what: string): Readonly<Record<string, Key>> => ({
	driver: { type: text(), doc: `Driver of the ${what}.`, example: "nvidia" },
	count: {
		type: { kind: "scalar", of: ["string", "integer"], format: deviceCount },
		default: "all",
		doc: "How many; `all` for every one there is. Excludes `device_ids`.",
		example: "1",
	},
	device_ids: {
		type: listOf(text(), { unique: true }),
		doc: "Which ones, by their id. Excludes `count`.",
		example: '- "0"',
	},
	options: { type: mapOrList(assignment), doc: "Options of the driver.", example: "virtualization: false" },
});

const capabilities = (required: boolean): Key => ({
	type: listOf(
		text({
			name: "device capability",
			check: () => undefined,
			suggestions: [
				{ value: "gpu", doc: "A graphics accelerator." },
				{ value: "tpu", doc: "An AI accelerator." },
				{ value: "compute", doc: "NVIDIA: CUDA and OpenCL." },
				{ value: "utility", doc: "NVIDIA: `nvidia-smi` and NVML." },
				{ value: "video", doc: "NVIDIA: video encoding and decoding." },
				{ value: "graphics", doc: "NVIDIA: OpenGL and Vulkan." },
			],
		}),
		{ unique: true },
	),
	...(required && { required: true }),
	doc: "What the device must be able to do; it must have all of these.",
	example: "- gpu",
});

const deviceRequest: ObjectType = {
	kind: "object",
	name: "device request",
	open: extensionKey,
	keys: { capabilities: capabilities(true), ...deviceKeys("device") },
};

const gpu: ObjectType = {
	kind: "object",
	name: "GPU request",
	open: true,
	keys: { capabilities: capabilities(false), ...deviceKeys("GPU") },
};

const genericResource: ObjectType = {
	kind: "object",
	name: "generic resource",
	open: extensionKey,
	keys: {
		discrete_resource_spec: {
			doc: "A resource that is counted.",
			example: "kind: SSD\nvalue: 1",
			type: {
				kind: "object",
				name: "counted resource",
				open: extensionKey,
				keys: {
					kind: { type: text(), doc: "Its name, as the nodes of the swarm advertise it.", example: "SSD" },
					value: {
						type: { kind: "scalar", of: ["integer", "number", "string"] },
						doc: "How many of it.",
						example: "1",
					},
				},
			},
		},
	},
};

const resources: ObjectType = {
	kind: "object",
	name: "resources section",
	open: extensionKey,
	keys: {
		limits: {
			doc: "What the container can't exceed.",
			example: 'cpus: "0.5"\nmemory: 256M',
			type: {
				kind: "object",
				name: "set of resource limits",
				open: extensionKey,
				keys: {
					cpus: {
						type: quantity(cpuAmount),
						doc: "Most processor time, in cores; it is slowed down beyond that.",
						example: '"0.5"',
					},
					memory: { type: text(memoryLimit), doc: "Most memory; it is killed beyond that.", example: "256M" },
					pids: { type: integer(), doc: "Most processes and threads; a guard against fork bombs.", example: "100" },
				},
			},
		},
		reservations: {
			doc: "What the host sets aside for the container.",
			example: "memory: 128M",
			type: {
				kind: "object",
				name: "set of resource reservations",
				open: extensionKey,
				keys: {
					cpus: { type: quantity(cpuAmount), doc: "Processor time set aside, in cores.", example: '"0.25"' },
					memory: { type: text(byteSize), doc: "Memory set aside.", example: "128M" },
					generic_resources: {
						type: listOf(genericResource),
						doc: "Resources of one's own naming to set aside; Docker Swarm only.",
						example: "- discrete_resource_spec:\n    kind: SSD\n    value: 1",
					},
					devices: {
						type: listOf(deviceRequest),
						doc: "Devices, such as GPUs, to set aside.",
						example: "- driver: nvidia\n  count: 1\n  capabilities: [gpu]",
					},
				},
			},
		},
	},
};

const restartPolicy: ObjectType = {
	kind: "object",
	name: "restart_policy",
	open: extensionKey,
	keys: {
		condition: {
			type: someOf(
				{ value: "any", doc: "Always, whatever the exit code." },
				{ value: "on-failure", doc: "Only after an exit code other than 0." },
				{ value: "none", doc: "Never." },
			),
			default: "any",
			doc: "When a container that ended is started again.",
			example: "on-failure",
		},
		delay: { type: text(duration), default: "0s", doc: "Pause before each attempt.", example: "5s" },
		max_attempts: {
			type: integer({ minimum: 0 }),
			doc: "Attempts before giving up; without it, no end.",
			example: "3",
		},
		window: {
			type: text(duration),
			default: "0s",
			doc: "How long it must run before a restart counts as successful.",
			example: "120s",
		},
	},
};

const placement: ObjectType = {
	kind: "object",
	name: "placement section",
	open: extensionKey,
	keys: {
		constraints: {
			type: listOf(text(placementConstraint)),
			doc: "Conditions a node must meet, as `attribute==value` or `attribute!=value`.",
			example: "- node.role==worker",
		},
		preferences: {
			doc: "How tasks are spread over nodes.",
			example: "- spread: node.labels.zone",
			type: listOf({
				kind: "object",
				name: "placement preference",
				open: extensionKey,
				keys: {
					spread: {
						type: text(),
						doc: "The node label over whose values tasks are spread evenly.",
						example: "node.labels.zone",
					},
				},
			}),
		},
		max_replicas_per_node: {
			type: integer({ minimum: 0 }),
			doc: "Most replicas on one node; 0 is no limit.",
			example: "1",
		},
	},
};

const deploy: ObjectType = {
	kind: "object",
	name: "deploy section",
	open: extensionKey,
	keys: {
		mode: {
			type: someOf(
				{ value: "replicated", doc: "A fixed number of containers." },
				{ value: "global", doc: "One container on each node." },
				{ value: "replicated-job", doc: "Docker Swarm: containers that run to their end, a fixed number of times." },
				{ value: "global-job", doc: "Docker Swarm: a container that runs to its end, once on each node." },
			),
			default: "replicated",
			doc: "How many containers there are.",
			example: "replicated",
		},
		replicas: {
			type: integer({ minimum: 0 }),
			default: "1",
			doc: "Number of containers in replicated mode. Above 1 the service can have no `container_name`, and no single host port.",
			example: "3",
		},
		endpoint_mode: {
			type: someOf(
				{ value: "vip", doc: "One virtual address for the service, behind which connections are spread." },
				{ value: "dnsrr", doc: "DNS answers with the addresses of all containers; the client chooses." },
			),
			default: "vip",
			doc: "How other services find the containers; Docker Swarm only.",
			example: "dnsrr",
		},
		labels: {
			type: mapOrList(labelItem),
			doc: "Labels of the service itself, not of its containers.",
			example: "com.example.team: shop",
		},
		resources: {
			type: resources,
			doc: "Processor, memory and devices: what is set aside and what is the limit. Docker Compose honours it without Swarm.",
			example: 'limits:\n  cpus: "0.5"\n  memory: 256M',
		},
		restart_policy: {
			type: restartPolicy,
			doc: "Whether and how containers that ended are started again; `restart` holds where this is absent.",
			example: "condition: on-failure\nmax_attempts: 3",
		},
		update_config: {
			type: rollout("update"),
			doc: "How a new version replaces the old one.",
			example: "order: start-first",
		},
		rollback_config: {
			type: rollout("rollback"),
			doc: "How a failed update is undone; Docker Swarm only.",
			example: "parallelism: 1",
		},
		placement: {
			type: placement,
			doc: "Which nodes containers may run on; Docker Swarm only.",
			example: "constraints:\n  - node.role==worker",
		},
	},
};

const gpus: Type = eitherOf(oneOf({ value: "all", doc: "Every GPU of the host." }), listOf(gpu));

/** Keys of a service for resources and replication. Source: compose-spec, deploy.md. */
export const deployKeys: Readonly<Record<string, Key>> = {
	deploy: {
		type: eitherOf(deploy, nothing),
		doc: "Replicas, resources, restart and roll-out. Docker Compose honours resources, replicas and the restart policy; the rest is for Docker Swarm.",
		example: "replicas: 2\nresources:\n  limits:\n    memory: 256M",
	},
	gpus: {
		type: gpus,
		since: "Compose 2.30",
		doc: "GPUs that the container may use: `all`, or a list of requests.",
		example: "- driver: nvidia\n  count: 1",
	},
};
