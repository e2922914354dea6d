import type { ObjectType, ScalarType, Type } from "../../schema/type.ts";
import { extraHostItem, hostAddress, hostName, ulimitName, ulimitValue } from "../formats.ts";
import { eitherOf, extensionKey, listOf, mapOf, someOf, text } from "./types.ts";

/** `extra_hosts` of a service and of a build. */
export const extraHosts: Type = eitherOf(
	mapOf(eitherOf(text(hostAddress), listOf(text(hostAddress))), hostName),
	listOf(text(extraHostItem), { unique: true }),
);

/** `isolation` of a service and of a build. Source: Docker Engine, Windows containers. */
export const isolation: ScalarType = someOf(
	{ value: "default", doc: "What the engine is set to." },
	{ value: "process", doc: "Windows: the container shares the kernel of the host." },
	{ value: "hyperv", doc: "Windows: the container runs in a small virtual machine with a kernel of its own." },
);

const limit: ScalarType = { kind: "scalar", of: ["integer", "string"], format: ulimitValue };

const limitPair: ObjectType = {
	kind: "object",
	name: "ulimit",
	open: extensionKey,
	keys: {
		soft: {
			type: limit,
			required: true,
			doc: "What holds at the start; the process may raise it up to `hard`.",
			example: "20000",
		},
		hard: { type: limit, required: true, doc: "The ceiling, which only root can raise.", example: "40000" },
	},
};

/** `ulimits` of a service and of a build. */
export const ulimits: Type = mapOf(eitherOf(limit, limitPair), ulimitName);
