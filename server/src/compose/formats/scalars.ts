import { explainDuration, parseDuration } from "../../container/duration.ts";
import { explainSize, parseSize } from "../../container/size.ts";
import type { Format, FormatProblem } from "../../schema/type.ts";
import { format, wrong, wrongAt } from "./format.ts";

/* Numbers, truth values, times and sizes. */

const oldBooleans: Readonly<Record<string, string>> = {
	y: "true",
	yes: "true",
	on: "true",
	n: "false",
	no: "false",
	off: "false",
};

/** Source: compose-go, loader/interpolate.go toBoolean. */
export const booleanWord: Format = format("truth value", {
	check: (value) => {
		const word = value.toLowerCase();
		if (word === "true" || word === "false") return undefined;
		const replacement = oldBooleans[word];
		return replacement === undefined
			? wrong(value, `“${value}” is neither true nor false.`)
			: wrong(value, `“${value}” is text in YAML 1.2; Compose takes it for ${replacement} with a warning.`, {
					replacement,
					severity: "warning",
				});
	},
});

interface Limits {
	readonly minimum?: number;
	readonly maximum?: number;
}

function checkLimits(value: string, amount: number, { minimum, maximum }: Limits): FormatProblem | undefined {
	if (minimum !== undefined && amount < minimum) {
		return wrong(
			value,
			`${value} is too small: ${minimum} is the least${maximum === undefined ? "" : ` and ${maximum} the most`}.`,
		);
	}
	if (maximum !== undefined && amount > maximum) {
		return wrong(value, `${value} is too large: ${maximum} is the most.`);
	}
	return undefined;
}

/** A whole number, as YAML or a quoted string has it. */
export function integerText(limits: Limits = {}): Format {
	return format("whole number", {
		check: (value) => {
			if (/^0[xo][0-9a-f]+$/i.test(value)) return undefined;
			if (!/^[+-]?\d+$/.test(value)) return wrong(value, `“${value}” is no whole number.`);
			return checkLimits(value, Number(value), limits);
		},
	});
}

function toNumber(value: string): number | undefined {
	return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(value) ? Number(value) : undefined;
}

/** A number, as YAML or a quoted string has it. */
export function numberText(limits: Limits = {}): Format {
	return format("number", {
		check: (value) => {
			const amount = toNumber(value);
			return amount === undefined ? wrong(value, `“${value}” is no number.`) : checkLimits(value, amount, limits);
		},
	});
}

/** A share from 0 to 1. */
export const ratio: Format = format("ratio", {
	check: numberText({ minimum: 0, maximum: 1 }).check,
	explain: (value) => {
		const amount = toNumber(value);
		return amount === undefined ? undefined : `${Math.round(amount * 1000) / 10} percent`;
	},
});

/** Source: compose-go, types/duration.go. */
export const duration: Format = format("duration", {
	check: (value) => {
		const { value: milliseconds, problem } = parseDuration(value, "compose");
		if (problem) return problem;
		return milliseconds < 0 ? wrong(value, `The duration ${value} is negative.`) : undefined;
	},
	explain: (value) => {
		const { value: milliseconds } = parseDuration(value, "compose");
		return milliseconds === undefined ? undefined : explainDuration(milliseconds);
	},
	suggestions: [
		{ value: "5s", doc: "5 seconds." },
		{ value: "10s", doc: "10 seconds." },
		{ value: "30s", doc: "30 seconds." },
		{ value: "1m30s", doc: "1 minute 30 seconds." },
	],
});

function explainBytes(value: string): string | undefined {
	const { value: bytes } = parseSize(value);
	return bytes === undefined
		? undefined
		: bytes < 1024
			? explainSize(bytes)
			: `${explainSize(bytes)} (${grouped(bytes)} bytes)`;
}

function grouped(amount: number): string {
	return String(amount).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** Source: docker/go-units, size.go. */
export const byteSize: Format = format("byte size", {
	check: (value) => parseSize(value).problem,
	explain: explainBytes,
});

const leastMemory = 6 * 1024 ** 2;

/** A limit on memory. Source of the least: Docker Engine, daemon/daemon_unix.go linuxMinMemory. */
export const memoryLimit: Format = format("byte size", {
	check: (value) => {
		const { value: bytes, problem } = parseSize(value);
		if (problem) return problem;
		if (bytes === 0 || bytes >= leastMemory) return undefined;
		return wrong(
			value,
			`${explainSize(bytes)} of memory is less than the 6 MiB that Docker Engine starts a container with.`,
		);
	},
	explain: (value) => (parseSize(value).value === 0 ? "no limit" : explainBytes(value)),
	suggestions: [
		{ value: "256m", doc: "256 MiB." },
		{ value: "512m", doc: "512 MiB." },
		{ value: "1g", doc: "1 GiB." },
	],
});

/** A size, or -1 for no limit. */
export const byteSizeOrUnlimited: Format = format("byte size or -1", {
	check: (value) => (value === "-1" ? undefined : parseSize(value).problem),
	explain: (value) => (value === "-1" ? "no limit" : explainBytes(value)),
});

/** Cores. Source: compose-go, types/cpus.go. */
export const cpuAmount: Format = format("core count", {
	check: (value) => {
		const amount = toNumber(value);
		if (amount !== undefined) return amount < 0 ? wrong(value, `${value} cores is negative.`) : undefined;
		const thousandths = /^(\d+)m$/.exec(value)?.[1];
		return thousandths === undefined
			? wrong(value, `“${value}” is no number of cores; write one such as 0.5 or 2.`)
			: wrong(value, `“${value}” is how Kubernetes counts; Compose takes cores, here ${Number(thousandths) / 1000}.`, {
					replacement: String(Number(thousandths) / 1000),
				});
	},
	explain: (value) => {
		const amount = toNumber(value);
		if (amount === undefined || amount < 0) return undefined;
		if (amount === 0) return "no limit";
		if (amount === 1) return "one core";
		if (amount === 0.5) return "half a core";
		if (amount === 0.25) return "a quarter of a core";
		return amount < 1 ? `${Math.round(amount * 1000) / 10} percent of a core` : `${amount} cores`;
	},
	suggestions: [
		{ value: "0.5", doc: "Half a core." },
		{ value: "1", doc: "One core." },
		{ value: "2", doc: "Two cores." },
	],
});

/** Microseconds as a number, or a duration. */
export const cpuTime: Format = format("scheduler time", {
	check: (value) => (/^[+-]?\d+$/.test(value) ? undefined : parseDuration(value, "compose").problem),
	explain: (value) => {
		const milliseconds = /^\d+$/.test(value) ? Number(value) / 1000 : parseDuration(value, "compose").value;
		return milliseconds === undefined ? undefined : explainDuration(milliseconds);
	},
});

/** Processors by number. Source: cpuset(7), list format. */
export const cpuSet: Format = format("processor list", {
	check: (value) => {
		let start = 0;
		for (const part of value.split(",")) {
			const range = /^(\d+)(?:-(\d+))?$/.exec(part);
			if (!range)
				return wrongAt(start, part.length, `“${part}” is no processor: a number from 0, or a range such as 0-3.`);
			if (range[2] !== undefined && Number(range[2]) < Number(range[1])) {
				return wrongAt(start, part.length, `The range ${part} ends before it starts.`, {
					replacement: `${range[2]}-${range[1]}`,
				});
			}
			start += part.length + 1;
		}
		return undefined;
	},
	explain: (value) => {
		const parts = value.split(",").map((part) => part.replace("-", " to "));
		return `processor${/[,-]/.test(value) ? "s" : ""} ${parts.join(" and ")}`;
	},
});

/** Permissions of a file in octal. Source: compose-go, types/types.go FileMode. */
export const fileMode: Format = format("file mode", {
	check: (value) =>
		/^0o?[0-7]*$|^[1-9]\d*$/.test(value)
			? undefined
			: wrong(value, `“${value}” is no file mode; write octal digits such as 0440.`),
	explain: (value) => {
		const digits = /^0o?([0-7]{3,4})$/.exec(value)?.[1];
		if (!digits) return undefined;
		const [owner, group, others] = [...digits.slice(-3)].map((digit) => rights(Number(digit)));
		return `owner: ${owner}; group: ${group}; others: ${others}`;
	},
	suggestions: [
		{ value: "0400", doc: "Only the owner reads." },
		{ value: "0440", doc: "Owner and group read." },
		{ value: "0444", doc: "Everybody reads." },
	],
});

function rights(bits: number): string {
	const names = [bits & 4 ? "read" : "", bits & 2 ? "write" : "", bits & 1 ? "execute" : ""].filter(Boolean);
	return names.length === 0 ? "nothing" : names.join(", ");
}

/** Source: compose-go, types/device.go. */
export const deviceCount: Format = format("device count", {
	check: (value) =>
		/^all$/i.test(value) || /^-?\d+$/.test(value)
			? undefined
			: wrong(value, `“${value}” is neither a number of devices nor all.`),
	suggestions: [{ value: "all", doc: "Every one there is." }],
});
