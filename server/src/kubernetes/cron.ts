import { Cron } from "croner";
import cronstrue from "cronstrue";
import { explainDuration, parseDuration } from "../container/duration.ts";
import type { FormatProblem } from "../schema/type.ts";

/*
 * Schedules of CronJobs. Grammar: robfig/cron v3 `parser.go` with its standard five fields, which the CronJob controller uses.
 */

interface CronField {
	readonly name: string;
	readonly low: number;
	readonly high: number;
	readonly names?: readonly string[];
}

const fields: readonly CronField[] = [
	{ name: "minute", low: 0, high: 59 },
	{ name: "hour", low: 0, high: 23 },
	{ name: "day of the month", low: 1, high: 31 },
	{
		name: "month",
		low: 1,
		high: 12,
		names: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
	},
	{ name: "day of the week", low: 0, high: 6, names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] },
];

/** Words that stand for a schedule. */
export const cronWords: Readonly<Record<string, string>> = {
	"@yearly": "0 0 1 1 *",
	"@annually": "0 0 1 1 *",
	"@monthly": "0 0 1 * *",
	"@weekly": "0 0 * * 0",
	"@daily": "0 0 * * *",
	"@midnight": "0 0 * * *",
	"@hourly": "0 * * * *",
};

/** What is wrong with a schedule; undefined where the controller can read it. */
export function cronProblem(text: string): FormatProblem | undefined {
	const whole = { start: 0, end: text.length };
	if (/^\s*(?:TZ|CRON_TZ)=/.test(text)) {
		return { span: whole, message: "A time zone can't stand in the schedule; the field timeZone takes it." };
	}
	if (text.startsWith("@every ")) return everyProblem(text);
	if (text.startsWith("@")) {
		if (cronWords[text] !== undefined) return undefined;
		return {
			span: whole,
			message: `“${text}” is no schedule; known are ${Object.keys(cronWords).join(", ")} and @every <duration>.`,
		};
	}
	const words = [...text.matchAll(/\S+/g)];
	if (words.length !== fields.length) {
		const count = words.length === 1 ? "1 field" : `${words.length} fields`;
		return {
			span: whole,
			message: `A schedule has five fields (minute, hour, day of the month, month, day of the week), and this has ${count}.`,
		};
	}
	for (const [index, field] of fields.entries()) {
		const word = words[index] as RegExpExecArray;
		const problem = fieldProblem(word[0], field);
		if (problem !== undefined) {
			return { span: { start: word.index, end: word.index + word[0].length }, message: problem };
		}
	}
	return undefined;
}

function everyProblem(text: string): FormatProblem | undefined {
	const start = "@every ".length;
	const { problem } = parseDuration(text.slice(start), "go");
	return problem && { span: { start, end: text.length }, message: problem.message };
}

function fieldProblem(text: string, field: CronField): string | undefined {
	for (const part of text.split(",")) {
		const [range = "", step, more] = part.split("/");
		if (more !== undefined || (step !== undefined && !/^[1-9]\d{0,3}$/.test(step))) {
			return `“${part}” is no step for the ${field.name}; a step is a whole number after one slash.`;
		}
		if (range === "*" || range === "?") continue;
		const ends = range.split("-");
		const numbers = ends.map((end) => numberOf(end, field));
		const wrong = ends[numbers.findIndex((number) => Number.isNaN(number))];
		if (wrong !== undefined || ends.length > 2) return `“${wrong ?? range}” is no ${field.name}; ${allowed(field)}.`;
		const outside = ends[numbers.findIndex((number) => number < field.low || number > field.high)];
		if (outside !== undefined) return `${outside} is no ${field.name}; ${allowed(field)}.`;
		if (numbers.length === 2 && (numbers[0] as number) > (numbers[1] as number)) {
			return `The range “${range}” of the ${field.name} ends before it begins.`;
		}
	}
	return undefined;
}

function allowed({ low, high, names }: CronField): string {
	return `it goes from ${low} to ${high}${names ? `, or ${names[0]} to ${names.at(-1)}` : ""}`;
}

function numberOf(text: string, { low, names }: CronField): number {
	const place = names?.indexOf(text.toLowerCase()) ?? -1;
	if (place >= 0) return place + low;
	return /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
}

/** A schedule as a sentence without its full stop: "At 03:00, Monday through Friday". Undefined where it can't be read. */
export function explainCron(text: string): string | undefined {
	if (cronProblem(text)) return undefined;
	if (text.startsWith("@every ")) {
		const { value } = parseDuration(text.slice("@every ".length), "go");
		return value === undefined ? undefined : `Every ${explainDuration(value)}, counted from when the controller starts`;
	}
	return cronstrue.toString(plain(text), {
		use24HourTimeFormat: true,
		verbose: true,
		throwExceptionOnParseError: false,
	});
}

/** The next times a schedule starts after `now`; none where it can't be read or the zone is not known. */
export function nextRuns(text: string, timeZone: string, now: Date, count: number): readonly Date[] {
	if (cronProblem(text) || text.startsWith("@every ")) return [];
	try {
		return new Cron(plain(text), { timezone: timeZone }).nextRuns(count, now);
	} catch {
		// An unknown time zone, or a date that never comes: 30 February.
		return [];
	}
}

/** Without the words and the `?` that only some libraries know. */
function plain(text: string): string {
	return (cronWords[text] ?? text).trim().replaceAll("?", "*");
}
