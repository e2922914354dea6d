import type { Span } from "../../core/text.ts";

/*
 * The schedule of a CronJob. Grammar: robfig/cron v3, ParseStandard, which the CronJob controller uses: five fields, or one of
 * the words that start with `@`.
 */

interface Field {
	readonly name: string;
	readonly minimum: number;
	readonly maximum: number;
	readonly words?: readonly string[];
	/** What the first word stands for. */
	readonly first?: number;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

const fields: readonly Field[] = [
	{ name: "minute", minimum: 0, maximum: 59 },
	{ name: "hour", minimum: 0, maximum: 23 },
	{ name: "day of the month", minimum: 1, maximum: 31 },
	{ name: "month", minimum: 1, maximum: 12, words: months, first: 1 },
	{ name: "day of the week", minimum: 0, maximum: 6, words: days, first: 0 },
];

const words: ReadonlySet<string> = new Set([
	"@yearly",
	"@annually",
	"@monthly",
	"@weekly",
	"@daily",
	"@midnight",
	"@hourly",
]);

/** What is wrong with a schedule; `span` counts from its first character. */
export interface ScheduleProblem {
	readonly span: Span;
	/** A whole sentence. */
	readonly message: string;
}

/** The first thing that keeps a schedule from being read; undefined where it can be. */
export function scheduleProblem(text: string): ScheduleProblem | undefined {
	const whole = { start: 0, end: text.length };
	const zone = /^(?:CRON_)?TZ=\S*/.exec(text);
	if (zone) {
		const span = { start: 0, end: zone[0].length };
		return { span, message: "A schedule may not hold a time zone; that is what `timeZone` is for." };
	}
	if (text.startsWith("@")) {
		if (words.has(text) || /^@every\s+\S+$/.test(text)) return undefined;
		return { span: whole, message: `\`${text}\` is no schedule; @hourly, @daily, @weekly, @monthly and @yearly are.` };
	}
	const parts = [...text.matchAll(/\S+/g)];
	if (parts.length !== fields.length) {
		const count = parts.length === 1 ? "1 field" : `${parts.length} fields`;
		return {
			span: whole,
			message: `The schedule has ${count} instead of five: minute, hour, day of the month, month, day of the week.`,
		};
	}
	for (const [index, part] of parts.entries()) {
		const problem = fieldProblem(part[0], fields[index] as Field);
		if (problem) return { span: { start: part.index, end: part.index + part[0].length }, message: problem };
	}
	return undefined;
}

function fieldProblem(text: string, field: Field): string | undefined {
	for (const range of text.split(",")) {
		const problem = rangeProblem(range, field);
		if (problem) return problem;
	}
	return undefined;
}

function rangeProblem(text: string, field: Field): string | undefined {
	const [range = "", step, ...more] = text.split("/");
	const [low = "", high, ...rest] = range.split("-");
	if (more.length > 0 || rest.length > 0) return `\`${text}\` is no ${field.name}.`;
	if (step !== undefined && !(/^\d{1,4}$/.test(step) && Number(step) > 0))
		return `\`${step}\` is no step of a ${field.name}.`;
	if (low === "*" || low === "?") return high === undefined ? undefined : `\`${text}\` is no ${field.name}.`;
	const from = numberOf(low, field);
	const to = high === undefined ? from : numberOf(high, field);
	if (from === undefined || to === undefined) return `\`${text}\` is no ${field.name}.`;
	for (const number of [from, to]) {
		if (number < field.minimum || number > field.maximum) {
			return `The ${field.name} goes from ${field.minimum} to ${field.maximum}; ${number} is outside.`;
		}
	}
	return from > to ? `The range \`${range}\` of the ${field.name} ends before it starts.` : undefined;
}

function numberOf(text: string, { words: names, first = 0 }: Field): number | undefined {
	const index = names?.indexOf(text.toLowerCase()) ?? -1;
	if (index >= 0) return index + first;
	return /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}
