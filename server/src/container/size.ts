import type { Parsed } from "./value.ts";

/** Exponent of 1024 for each unit letter. */
const powers: Readonly<Record<string, number>> = {
	b: 0,
	k: 1,
	m: 2,
	g: 3,
	t: 4,
	p: 5,
};

/** Reads a byte size such as `512m`, `1.5gb` or `64MiB`; the value is in bytes, all units are powers of 1024. Source: docker/go-units, `size.go` RAMInBytes. */
export function parseSize(text: string): Parsed<number> {
	const whole = { start: 0, end: text.length };
	const match = /^(\d+(?:\.\d*)?|\.\d+) ?([^\d\s.]*)$/.exec(text);
	if (!match)
		return {
			problem: {
				span: whole,
				message: `“${text}” is no size in bytes; write one such as 512m or 2g.`,
			},
		};
	const [, number = "", unit = ""] = match;
	const parts = /^(?:b|([kmgtp])(?:i?b)?)?$/i.exec(unit);
	if (!parts) {
		const span = { start: text.length - unit.length, end: text.length };
		const letter = /^([kmgtp])/i.exec(unit)?.[1];
		return {
			problem: {
				span,
				message: `“${unit}” is no unit of a size; b, k, m, g and t are.`,
				...(letter === undefined ? {} : { replacement: letter.toLowerCase() }),
			},
		};
	}
	const power = powers[(parts[1] ?? "b").toLowerCase()] ?? 0;
	return { value: Math.floor(Number(number) * 1024 ** power) };
}

/** Bytes in the largest unit that fits: "512 MiB". */
export function explainSize(bytes: number): string {
	const units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB"];
	let value = bytes;
	let unit = 0;
	while (value >= 1024 && unit < units.length - 1) {
		value /= 1024;
		unit++;
	}
	return `${Math.round(value * 100) / 100} ${unit === 0 && value === 1 ? "byte" : units[unit]}`;
}
