import type { Format, ObjectType, Type } from "../../server/src/schema/type.ts";

/** A grammar for the tests: digits and a unit. */
export const duration: Format = {
	name: "duration",
	check(value) {
		const match = /^\d+(.*)$/.exec(value);
		if (!match) return { span: { start: 0, end: value.length }, message: `\`${value}\` is no duration.` };
		const unit = match[1] ?? "";
		if (unit === "s" || unit === "m") return undefined;
		return {
			span: { start: value.length - unit.length, end: value.length },
			message: `\`${unit}\` is no unit.`,
			replacement: "s",
		};
	},
	explain: (value) => (value.endsWith("s") ? `${value.slice(0, -1)} seconds` : undefined),
	suggestions: [{ value: "30s", doc: "Half a minute." }],
};

const text: Type = { kind: "scalar", of: ["string"] };

export const check: ObjectType = {
	kind: "object",
	name: "healthcheck",
	keys: {
		test: { type: { kind: "union", forms: [text, { kind: "list", items: text }] }, required: true },
		interval: { type: { kind: "scalar", of: ["string"], format: duration }, default: "30s" },
		retries: { type: { kind: "scalar", of: ["integer"], minimum: 1, maximum: 10 } },
	},
};

export const port: ObjectType = {
	kind: "object",
	name: "port",
	keys: {
		target: { type: { kind: "scalar", of: ["integer"] }, required: true },
		protocol: { type: { kind: "scalar", of: ["string"], values: [{ value: "tcp" }, { value: "udp" }] } },
	},
};

export const service: ObjectType = {
	kind: "object",
	name: "service",
	open: /^x-/,
	keys: {
		image: { type: text, doc: "What it runs.", example: "nginx:1.29", required: true },
		ports: {
			type: { kind: "list", items: { kind: "union", forms: [text, port] }, unique: true, minimum: 1 },
			doc: "Ports that are published.",
			example: '- "80:80"',
		},
		restart: {
			type: {
				kind: "scalar",
				of: ["string"],
				values: [
					{ value: "no" },
					{ value: "always", doc: "Whatever happens." },
					{ value: "on", deprecated: "Write always." },
				],
			},
			since: "Compose 1.0",
		},
		init: { type: { kind: "scalar", of: ["boolean"] } },
		healthcheck: { type: check },
		depends_on: { type: { kind: "map", values: { kind: "scalar", of: ["string", "null"] } } },
		// A service may hold services: the table refers to itself.
		parts: { type: () => ({ kind: "list", items: service, identity: ["image"] }) },
		old: { type: text, deprecated: "Use `image`." },
		secret: { type: text, hidden: true },
		anything: { type: { kind: "any" } },
		restart_delay: { type: { kind: "scalar", of: ["string"], format: duration } },
	},
};

export const file: ObjectType = {
	kind: "object",
	name: "test file",
	open: /^x-/,
	keys: {
		services: {
			type: {
				kind: "map",
				values: service,
				names: {
					name: "service name",
					check: (value) =>
						/^[a-z]+$/.test(value)
							? undefined
							: { span: { start: 0, end: value.length }, message: `\`${value}\` is no name.` },
				},
			},
		},
	},
};
