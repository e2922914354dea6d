import { hasEnded, type Lifecycle, type Line, recommended } from "../../container/lifecycles.ts";

/** Whether the newest release of a line, such as `3.13`, is one that a project accepts. */
export type Accepts = (line: string) => boolean;

/** A line that gets security fixes and is accepted: the recommended one where it is, else the newest; the recommended one where none is. */
export function pickLine(lifecycle: Lifecycle, accepts: Accepts | undefined, today: string): string {
	const best = recommended(lifecycle, today)?.name ?? lifecycle.lines[0]?.name ?? "";
	if (!accepts || accepts(best)) return best;
	const fitting = lifecycle.lines.filter((line) => !hasEnded(line, today) && accepts(line.name));
	return (fitting.find(isLongTerm) ?? fitting[0])?.name ?? best;
}

function isLongTerm({ lts }: Line): boolean {
	return lts;
}

/** A number that no release reaches: a line stands for its newest release. */
const newest = 9999;

function numbers(version: string): readonly number[] {
	return version.split(".").map(Number);
}

/** Compares versions of different lengths; a missing part of `a` counts as `newest`, one of `b` as `missing`. */
function compare(a: readonly number[], b: readonly number[], missing: number): number {
	for (let index = 0; index < Math.max(a.length, b.length); index++) {
		const difference = (a[index] ?? newest) - (b[index] ?? missing);
		if (difference !== 0) return difference;
	}
	return 0;
}

/** Whether one version begins with the other: `22` and `22.4.1` do. */
function agrees(a: readonly number[], b: readonly number[], length = newest): boolean {
	const common = Math.min(a.length, b.length, length);
	return a.slice(0, common).every((part, index) => part === b[index]);
}

function meets(line: readonly number[], operator: string, version: readonly number[]): boolean {
	switch (operator) {
		case ">=":
			return compare(line, version, 0) >= 0;
		case ">":
			return compare(line, version, newest) > 0;
		case "<":
			return compare(line, version, 0) < 0;
		case "<=":
			return compare(line, version, newest) <= 0;
		case "!=":
			return !agrees(line, version);
		case "^":
			return agrees(line, version, 1) && compare(line, version, 0) >= 0;
		case "~=":
			// Python: all but the last number stays.
			return agrees(line, version, Math.max(1, version.length - 1)) && compare(line, version, 0) >= 0;
		case "~":
			return agrees(line, version, 2);
		default:
			return agrees(line, version);
	}
}

const comparator = /(>=|<=|~=|!=|={1,3}|[<>^~])?\s*v?(\d+(?:\.\d+)*)(?:\.[x*])*(?:[-+][\w.-]+)?/g;

/**
 * Reads a range as npm and Python's packaging write them: `>=20 <25`, `^22.1 || 24.x`, `>=3.11,<4`, `18 - 22`.
 * Undefined where it says nothing: `*`, `lts/*`, an empty text.
 */
export function acceptsRange(range: string): Accepts | undefined {
	const alternatives = range.split("||").map((part) => {
		const hyphen = /^\s*v?(\d[\d.]*)\s+-\s+v?(\d[\d.]*)\s*$/.exec(part);
		return [...(hyphen ? `>=${hyphen[1]} <=${hyphen[2]}` : part).matchAll(comparator)];
	});
	if (alternatives.some((comparators) => comparators.length === 0)) return undefined;
	return (line) =>
		alternatives.some((comparators) =>
			comparators.every(([, operator = "", version = ""]) => meets(numbers(line), operator, numbers(version))),
		);
}

/** Accepts a line and all after it. */
export function acceptsFrom(version: string): Accepts | undefined {
	return /^\d/.test(version) ? (line) => compare(numbers(line), numbers(version), 0) >= 0 : undefined;
}
