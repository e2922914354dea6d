import { Cron } from "croner";
import cronstrue from "cronstrue";
import { explainDuration, parseDuration } from "../container/duration.ts";
import { scheduleProblem } from "./semantics/schedule.ts";

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

/** A schedule as a sentence without its full stop: "At 03:00, Monday through Friday". Undefined where it can't be read. */
export function explainCron(text: string): string | undefined {
	if (scheduleProblem(text)) return undefined;
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
	if (scheduleProblem(text) || text.startsWith("@every ")) return [];
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
