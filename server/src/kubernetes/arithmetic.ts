import { explainDuration } from "../container/duration.ts";
import type { YamlMap } from "../yaml/tree.ts";
import { mapAt, numberAt, numberOrWordAt, wordAt } from "./read.ts";

/*
 * What several numbers of a manifest mean together, in sentences.
 */

const seconds = (count: number) => explainDuration(count * 1000);

/** Attempts and time of a probe: "3 failures in a row, one try every 10 seconds: acts after 30 seconds." Source: kubelet `prober/worker.go`. */
export function explainProbe(type: string, probe: YamlMap | undefined): string | undefined {
	if (!probe || !effects[type]) return undefined;
	const period = numberAt(probe, "periodSeconds")?.value || 10;
	const failures = numberAt(probe, "failureThreshold")?.value ?? 3;
	const timeout = numberAt(probe, "timeoutSeconds")?.value ?? 1;
	const delay = numberAt(probe, "initialDelaySeconds")?.value ?? 0;
	const first = delay > 0 ? `starts ${seconds(delay)} after the container, ` : "";
	const tries =
		failures === 1 ? "after one failed try" : `after ${failures} failed tries, one every ${seconds(period)}`;
	return `The probe ${first}waits up to ${seconds(timeout)} for an answer, and ${tries} (${failures} × ${period} s = ${seconds(failures * period)}) ${effects[type]}.`;
}

const effects: Readonly<Record<string, string>> = {
	livenessProbe: "the container is restarted",
	readinessProbe: "the Pod gets no more traffic from Services until it answers again",
	startupProbe: "the container is restarted; until the probe succeeds, the others wait",
};

/** How many Pods there are during a rolling update. Source: Deployment controller `deployment_util.go` (surge rounds up, unavailable down). */
export function explainRollout(spec: YamlMap | undefined): string | undefined {
	const strategy = mapAt(spec, "strategy");
	const replicas = numberAt(spec, "replicas")?.value ?? 1;
	if (wordAt(strategy, "type")?.value === "Recreate") {
		return `All ${counted(replicas, "Pod")} stop before new ones start: the application is away in between.`;
	}
	const rolling = mapAt(strategy, "rollingUpdate");
	const surge = share(numberOrWordAt(rolling, "maxSurge")?.value ?? "25%", replicas, Math.ceil);
	let missing = share(numberOrWordAt(rolling, "maxUnavailable")?.value ?? "25%", replicas, Math.floor);
	if (surge === undefined || missing === undefined) return undefined;
	// Both can't be zero, or nothing would ever move.
	if (surge === 0 && missing === 0) missing = 1;
	const least = Math.max(0, replicas - missing);
	return `With ${counted(replicas, "replica")}, an update runs at most ${counted(replicas + surge, "Pod")} at a time (${surge} extra), and at least ${least} ${least === 1 ? "is" : "are"} ready (${missing} missing).`;
}

/** A number, or a percentage of the replicas. */
function share(value: string | number, replicas: number, round: (value: number) => number): number | undefined {
	if (typeof value === "number") return value;
	const percent = /^(\d{1,9})%$/.exec(value)?.[1];
	return percent === undefined ? undefined : round((Number(percent) * replicas) / 100);
}

function counted(count: number, word: string): string {
	return `${count} ${word}${count === 1 ? "" : "s"}`;
}

/** Which of a disruption budget's Pods may be away at a time. */
export function explainBudget(spec: YamlMap | undefined): string | undefined {
	const least = numberOrWordAt(spec, "minAvailable")?.value;
	const most = numberOrWordAt(spec, "maxUnavailable")?.value;
	if (least !== undefined) {
		return least === "100%"
			? "No Pod may be taken away: nodes that run one can't be drained."
			: `A drain waits until ${least} of the selected Pods would still be ready.`;
	}
	if (most === undefined) return undefined;
	return most === 0 || most === "0%"
		? "No Pod may be taken away: nodes that run one can't be drained."
		: `A drain takes at most ${most} of the selected Pods away at a time.`;
}
