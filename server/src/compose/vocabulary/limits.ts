import type { Key, ListType, ObjectType } from "../../schema/type.ts";
import { byteSize, byteSizeOrUnlimited, cpuAmount, cpuSet, cpuTime, integerText, memoryLimit } from "../formats.ts";
import { ulimits } from "./shared.ts";
import { flag, integer, listOf, quantity, text } from "./types.ts";

const devicePath: Key = { type: text(), doc: "The device on the host.", example: "/dev/sda" };

/** `device_read_bps` and its kin; a rate in bytes takes a unit. */
function rates(unit: "bytes" | "operations"): ListType {
	const rate: ObjectType = {
		kind: "object",
		name: "device rate",
		keys: {
			path: devicePath,
			rate: {
				type:
					unit === "bytes" ? { kind: "scalar", of: ["integer", "string"], format: byteSize } : integer({ minimum: 0 }),
				doc: unit === "bytes" ? "Bytes per second, with a unit where that reads better." : "Operations per second.",
				example: unit === "bytes" ? '"12mb"' : "120",
			},
		},
	};
	return listOf(rate);
}

const blockIo: ObjectType = {
	kind: "object",
	name: "blkio_config",
	keys: {
		weight: {
			type: integer({ minimum: 10, maximum: 1000 }),
			default: "500",
			doc: "Share of disk time against other containers, from 10 to 1000.",
			example: "300",
		},
		weight_device: {
			doc: "The share for single devices.",
			example: "- path: /dev/sda\n  weight: 400",
			type: listOf({
				kind: "object",
				name: "device weight",
				keys: {
					path: devicePath,
					weight: {
						type: integer({ minimum: 10, maximum: 1000 }),
						doc: "Share of its time, from 10 to 1000.",
						example: "400",
					},
				},
			}),
		},
		device_read_bps: {
			type: rates("bytes"),
			doc: "Most bytes read per second from a device.",
			example: '- path: /dev/sda\n  rate: "12mb"',
		},
		device_write_bps: {
			type: rates("bytes"),
			doc: "Most bytes written per second to a device.",
			example: '- path: /dev/sda\n  rate: "1024k"',
		},
		device_read_iops: {
			type: rates("operations"),
			doc: "Most reads per second from a device.",
			example: "- path: /dev/sda\n  rate: 120",
		},
		device_write_iops: {
			type: rates("operations"),
			doc: "Most writes per second to a device.",
			example: "- path: /dev/sda\n  rate: 30",
		},
	},
};

/** Keys of a service for processor, memory and disk. Source: compose-spec, 05-services.md. */
export const limitKeys: Readonly<Record<string, Key>> = {
	cpus: {
		type: quantity(cpuAmount),
		doc: "Most processor time, in cores; `0` is no limit. Must agree with `deploy.resources.limits.cpus` where both are set.",
		example: '"0.5"',
	},
	cpu_count: { type: integer({ minimum: 0 }), doc: "Number of processors; Windows only.", example: "2" },
	cpu_percent: {
		type: integer({ minimum: 0, maximum: 100 }),
		doc: "Share of the processors in percent; Windows only.",
		example: "50",
	},
	cpu_shares: {
		type: quantity(integerText({ minimum: 0 })),
		default: "1024",
		doc: "Weight against other containers when the processors are busy.",
		example: "512",
	},
	cpu_period: {
		type: quantity(cpuTime),
		default: "100000",
		doc: "Length of the scheduler's period in microseconds. `cpus` says the same more simply.",
		example: "100000",
	},
	cpu_quota: {
		type: quantity(cpuTime),
		doc: "Processor time in each period, in microseconds. `cpus` says the same more simply.",
		example: "50000",
	},
	cpu_rt_period: {
		type: quantity(cpuTime),
		doc: "Period of the real-time scheduler, in microseconds or as a duration.",
		example: '"1400us"',
	},
	cpu_rt_runtime: {
		type: quantity(cpuTime),
		doc: "Real-time processor time in each period, in microseconds or as a duration.",
		example: '"950us"',
	},
	cpuset: {
		type: text(cpuSet),
		doc: "The processors the container may use: a range or a list, from 0.",
		example: '"0-3"',
	},
	mem_limit: {
		type: quantity(memoryLimit),
		doc: "Most memory; the container is killed beyond that. Must agree with `deploy.resources.limits.memory` where both are set.",
		example: "512m",
	},
	mem_reservation: {
		type: { kind: "scalar", of: ["string", "integer"], format: byteSize },
		doc: "Memory that the container should get when the host runs short.",
		example: "256m",
	},
	memswap_limit: {
		type: quantity(byteSizeOrUnlimited),
		doc: "Most memory and swap together; needs `mem_limit`. The same as that: no swap. `-1`: as much as the host has.",
		example: "1g",
	},
	mem_swappiness: {
		type: integer({ minimum: 0, maximum: 100 }),
		doc: "How readily memory is moved to swap: 0 never, 100 always. Has no effect with cgroup 2.",
		example: "10",
	},
	oom_kill_disable: {
		type: flag,
		default: "false",
		doc: "Keeps the kernel from killing the container when memory runs out. Without `mem_limit` it can freeze the host.",
		example: "false",
	},
	oom_score_adj: {
		type: integer({ minimum: -1000, maximum: 1000 }),
		default: "0",
		doc: "Which container is killed first when memory runs out: from -1000 (never) to 1000 (first).",
		example: "-500",
	},
	pids_limit: {
		type: quantity(integerText({ minimum: -1 })),
		doc: "Most processes and threads; -1 is no limit.",
		example: "200",
	},
	shm_size: {
		type: quantity(byteSize),
		default: "64m",
		doc: "Size of `/dev/shm`. Browsers and PostgreSQL often need more.",
		example: "256m",
	},
	ulimits: {
		type: ulimits,
		doc: "Resource limits of the process: one number, or `soft` and `hard`.",
		example: "nofile:\n  soft: 20000\n  hard: 40000",
	},
	blkio_config: { type: blockIo, doc: "Limits on disk reads and writes.", example: "weight: 300" },
	scale: {
		type: integer({ minimum: 0 }),
		default: "1",
		doc: "Number of containers. `deploy.replicas` says the same; both must agree.",
		example: "2",
	},
};
