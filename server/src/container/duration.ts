import type { Parsed } from "./value.ts";

/** Milliseconds of each unit of Go's time.ParseDuration. */
const goUnits: Readonly<Record<string, number>> = {
	ns: 1e-6,
	us: 1e-3,
	µs: 1e-3,
	μs: 1e-3,
	ms: 1,
	s: 1000,
	m: 60_000,
	h: 3_600_000,
};

/** Compose adds days and weeks. Source: compose-go, `types/duration.go` (xhit/go-str2duration). */
const composeUnits: Readonly<Record<string, number>> = {
	...goUnits,
	d: 86_400_000,
	w: 604_800_000,
};

/** Which units are known: Go's (Dockerfile, Kubernetes) or also `d` and `w` (Compose). */
export type DurationGrammar = "go" | "compose";

/** Reads a duration such as `1m30s`; the value is in milliseconds. Source of the grammar: Go's time.ParseDuration. */
export function parseDuration(text: string, grammar: DurationGrammar): Parsed<number> {
	const units = grammar === "go" ? goUnits : composeUnits;
	const whole = { start: 0, end: text.length };
	const sign = /^[+-]/.exec(text)?.[0] ?? "";
	const body = text.slice(sign.length);
	if (body === "0") return { value: 0 };
	if (body === "")
		return {
			problem: {
				span: whole,
				message: "The duration is empty; write one such as 30s or 1m30s.",
			},
		};
	let total = 0;
	let offset = sign.length;
	const piece = /(\d+(?:\.\d*)?|\.\d+)([^\d.\s]*)/y;
	while (offset < text.length) {
		piece.lastIndex = offset;
		const match = piece.exec(text);
		if (!match)
			return {
				problem: {
					span: whole,
					message: `“${text}” is no duration; write one such as 30s or 1m30s.`,
				},
			};
		const [found, number = "", unit = ""] = match;
		const span = { start: offset, end: offset + found.length };
		if (unit === "") {
			return {
				problem: {
					span,
					message: `“${found}” has no unit; write ${number}s for ${number} seconds.`,
					replacement: `${number}s`,
				},
			};
		}
		const factor = units[unit];
		if (factor === undefined) {
			const known = grammar === "go" ? "ms, s, m and h" : "ms, s, m, h, d and w";
			const lower = unit.toLowerCase();
			const unitSpan = { start: offset + number.length, end: span.end };
			return {
				problem: {
					span: unitSpan,
					message: `“${unit}” is no unit of a duration; ${known} are.`,
					...(units[lower] === undefined ? wordUnit(unit) : { replacement: lower }),
				},
			};
		}
		total += Number(number) * factor;
		offset = span.end;
	}
	return { value: sign === "-" ? -total : total };
}

/** Units written out, as people try them. */
function wordUnit(unit: string): { replacement?: string } {
	if (/^sec(?:ond)?s?$/i.test(unit)) return { replacement: "s" };
	if (/^min(?:ute)?s?$/i.test(unit)) return { replacement: "m" };
	if (/^(?:hr|hour)s?$/i.test(unit)) return { replacement: "h" };
	return {};
}

const spoken: readonly (readonly [string, number])[] = [
	["week", 604_800_000],
	["day", 86_400_000],
	["hour", 3_600_000],
	["minute", 60_000],
	["second", 1000],
	["millisecond", 1],
];

/** Milliseconds in words: "1 minute 30 seconds". */
export function explainDuration(milliseconds: number): string {
	if (milliseconds === 0) return "no time";
	const words: string[] = [];
	let rest = Math.abs(milliseconds);
	for (const [name, size] of spoken) {
		const count = name === "millisecond" ? Math.round(rest * 1e6) / 1e6 : Math.floor(rest / size);
		if (count > 0) words.push(`${count} ${name}${count === 1 ? "" : "s"}`);
		rest -= count * size;
	}
	return (milliseconds < 0 ? "minus " : "") + words.join(" ");
}
