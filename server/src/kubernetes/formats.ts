import { explainDuration, parseDuration } from "../container/duration.ts";
import { explainQuantity, quantityProblem, repairQuantity } from "../container/quantity.ts";
import type { EnumValue, Format, FormatProblem } from "../schema/type.ts";
import { cronWords, explainCron } from "./cron.ts";
import { dataKeyProblem, labelKeyProblem, labelProblem, labelValueProblem, portNameProblem } from "./names.ts";
import { scheduleProblem } from "./semantics/schedule.ts";

/*
 * Grammars of values that the types have as plain strings.
 * Names are in names.ts, schedules in semantics/schedule.ts, quantities in container/quantity.ts.
 */

function wrong(value: string, message: string, replacement?: string): FormatProblem {
	return { span: { start: 0, end: value.length }, message, ...(replacement !== undefined && { replacement }) };
}

/** A format that a test decides; `message` gets the value. */
function format(
	name: string,
	isRight: (value: string) => boolean,
	message: (value: string) => string,
	more: { explain?: (value: string) => string | undefined; suggestions?: readonly EnumValue[] } = {},
): Format {
	return { name, check: (value) => (isRight(value) ? undefined : wrong(value, message(value))), ...more };
}

export const quantity: Format = {
	name: "quantity",
	check(value) {
		const message = quantityProblem(value);
		return message === undefined ? undefined : wrong(value, message, repairQuantity(value));
	},
	explain: (value) => explainQuantity(value),
};

/** Quantities of one resource, which says what is counted. */
export function quantityOf(resource: "cpu" | "bytes"): Format {
	return { ...quantity, explain: (value) => explainQuantity(value, resource) };
}

export const cron: Format = {
	name: "cron schedule",
	check: scheduleProblem,
	explain: explainCron,
	suggestions: [
		{ value: "0 3 * * *", doc: "Every day at 03:00." },
		{ value: "*/15 * * * *", doc: "Every 15 minutes." },
		{ value: "0 * * * *", doc: "Every hour." },
		{ value: "0 6 * * 1-5", doc: "At 06:00 from Monday to Friday." },
		{ value: "0 0 1 * *", doc: "At midnight on the first of each month." },
		...Object.entries(cronWords).map(([value, means]) => ({ value, doc: `The same as \`${means}\`.` })),
	],
};

export const duration: Format = {
	name: "duration",
	check: (value) => parseDuration(value, "go").problem,
	explain(value) {
		const { value: milliseconds } = parseDuration(value, "go");
		return milliseconds === undefined ? undefined : explainDuration(milliseconds);
	},
};

/** A format whose grammar names.ts has: the problem is the end of a sentence. */
function named(
	name: string,
	problem: (value: string) => string | undefined,
	suggestions?: readonly EnumValue[],
): Format {
	return {
		name,
		check(value) {
			const end = problem(value);
			return end === undefined ? undefined : wrong(value, `The ${name} “${value}” ${end}.`);
		},
		...(suggestions && { suggestions }),
	};
}

export const dnsLabel: Format = named("name", labelProblem);

/** Name of a container's port. */
export const portName: Format = named("port name", portNameProblem);

/** A port by number or by the name that a container gives it. */
export const portOrName: Format = {
	name: "port number or name",
	check(value) {
		if (!/^\d+$/.test(value)) return portName.check(value);
		const isPort = Number(value) >= 1 && Number(value) <= 65535;
		return isPort ? undefined : wrong(value, `${value} is no port: ports go from 1 to 65535.`);
	},
};

/** A whole number or a percentage. */
export const intOrPercent: Format = format(
	"number or percentage",
	(value) => /^\d{1,9}%?$/.test(value),
	(value) => `“${value}” is neither a whole number nor a percentage such as 25%.`,
);

const recommendedLabels: readonly EnumValue[] = [
	{ value: "app.kubernetes.io/name", doc: "The name of the application." },
	{ value: "app.kubernetes.io/instance", doc: "Tells several installations of the application apart." },
	{ value: "app.kubernetes.io/version", doc: "The version of the application." },
	{ value: "app.kubernetes.io/component", doc: "The part it plays in the architecture, such as database." },
	{ value: "app.kubernetes.io/part-of", doc: "The larger application it belongs to." },
	{ value: "app.kubernetes.io/managed-by", doc: "The tool that manages it." },
];

/** Keys of labels, and of what is named like them. */
export const labelKey: Format = named("label key", labelKeyProblem, recommendedLabels);

/** Names of resources that are asked for or limited. */
export const resourceName: Format = named("resource name", labelKeyProblem, [
	{ value: "cpu", doc: "Cores: `500m` is half a core." },
	{ value: "memory", doc: "Bytes: `128Mi`." },
	{ value: "ephemeral-storage", doc: "Bytes of the node's disk: logs, writable layers and emptyDir volumes." },
]);

/** Names of resources that a quota limits. */
export const quotaName: Format = named("resource name", labelKeyProblem, [
	{ value: "requests.cpu", doc: "Sum of the CPU requests of all pods." },
	{ value: "requests.memory", doc: "Sum of the memory requests of all pods." },
	{ value: "limits.cpu", doc: "Sum of the CPU limits of all pods." },
	{ value: "limits.memory", doc: "Sum of the memory limits of all pods." },
	{ value: "requests.storage", doc: "Sum of what all claims ask for." },
	{ value: "persistentvolumeclaims", doc: "Number of claims." },
	{ value: "pods", doc: "Number of pods that have not finished." },
	{ value: "services", doc: "Number of Services." },
	{ value: "services.loadbalancers", doc: "Number of Services of type LoadBalancer." },
	{ value: "configmaps", doc: "Number of ConfigMaps." },
	{ value: "secrets", doc: "Number of Secrets." },
]);

/** What can be asked of a volume. */
export const volumeResource: Format = named("resource name", labelKeyProblem, [
	{ value: "storage", doc: "Bytes: `10Gi`." },
]);

/** Annotation keys: as those of labels, but the prefix is compared without regard to case. */
export const annotationKey: Format = named("annotation key", (value) => labelKeyProblem(value.toLowerCase()));

export const labelValue: Format = named("label value", labelValueProblem);

/** Keys of ConfigMaps and Secrets. */
export const dataKey: Format = named("key", dataKeyProblem);

const octet = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const ipv4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`);

function isIpv6(value: string): boolean {
	if (!/^[0-9a-fA-F:.]{2,45}$/.test(value) || value.includes(":::")) return false;
	const halves = value.split("::");
	if (halves.length > 2) return false;
	const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
	const last = groups.at(-1) ?? "";
	const hasIpv4 = ipv4.test(last);
	const hexadecimal = hasIpv4 ? groups.slice(0, -1) : groups;
	const size = hexadecimal.length + (hasIpv4 ? 2 : 0);
	return (
		hexadecimal.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group)) && (halves.length === 2 ? size < 8 : size === 8)
	);
}

/** An IPv4 or IPv6 address. */
export const ipAddress: Format = format(
	"IP address",
	(value) => ipv4.test(value) || isIpv6(value),
	(value) => `“${value}” is no IP address.`,
);

/** An address range. */
export const cidr: Format = format(
	"address range (CIDR)",
	isCidr,
	(value) => `“${value}” is no address range such as 10.0.0.0/8.`,
	{
		explain: explainCidr,
	},
);

function isCidr(value: string): boolean {
	const [address = "", bits, more] = value.split("/");
	if (bits === undefined || more !== undefined || !/^(?:0|[1-9]\d{0,2})$/.test(bits)) return false;
	return ipv4.test(address) ? Number(bits) <= 32 : isIpv6(address) && Number(bits) <= 128;
}

function explainCidr(value: string): string | undefined {
	const [address = "", bits = ""] = value.split("/");
	if (!isCidr(value)) return undefined;
	if (Number(bits) === 0) return ipv4.test(address) ? "every IPv4 address" : "every IPv6 address";
	if (!ipv4.test(address)) return `the IPv6 addresses that share the first ${bits} bits of ${address}`;
	const size = 2 ** (32 - Number(bits));
	const start = address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
	const first = Math.floor(start / size) * size;
	if (size === 1) return `only ${address}`;
	return `${dotted(first)} to ${dotted(first + size - 1)}, ${size.toLocaleString("en-US")} addresses`;
}

function dotted(address: number): string {
	return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}

/** A name of the time zone database, as the platform knows it. */
export const timeZone: Format = format(
	"time zone",
	isTimeZone,
	(value) => `“${value}” is no time zone such as Etc/UTC or Europe/Berlin.`,
	{
		suggestions: [
			"Etc/UTC",
			"Europe/Berlin",
			"Europe/London",
			"America/New_York",
			"America/Los_Angeles",
			"Asia/Kolkata",
			"Asia/Tokyo",
		].map((value) => ({ value })),
	},
);

function isTimeZone(value: string): boolean {
	// Go's time.LoadLocation knows no offsets, which some platforms take for zones.
	if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(value)) return false;
	try {
		new Intl.DateTimeFormat("en", { timeZone: value });
		return true;
	} catch {
		return false;
	}
}

/** Bytes as text: RFC 4648 with padding; line breaks are let in. */
export const base64: Format = {
	name: "base64",
	check(value) {
		const text = value.replace(/[\r\n]/g, "");
		if (text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
		return wrong(value, "This is no base64; a Secret takes plain text under stringData.");
	},
	explain(value) {
		const bytes = decodeBase64(value);
		if (!bytes) return undefined;
		return bytes.length === 1 ? "1 byte in base64" : `${bytes.length} bytes in base64`;
	},
};

const base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The bytes that base64 text stands for; undefined where it is none. */
export function decodeBase64(value: string): number[] | undefined {
	if (base64.check(value)) return undefined;
	const bytes: number[] = [];
	let bits = 0;
	let buffer = 0;
	for (const character of value.replace(/[\r\n=]/g, "")) {
		buffer = ((buffer << 6) | base64Digits.indexOf(character)) & 0xffff;
		bits += 6;
		if (bits < 8) continue;
		bits -= 8;
		bytes.push((buffer >> bits) & 0xff);
	}
	return bytes;
}

/** RFC 3339. */
export const dateTime: Format = format(
	"date and time",
	(value) => value === "" || /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/.test(value),
	(value) => `“${value}” is no date and time as in 2026-01-31T12:00:00Z.`,
);
