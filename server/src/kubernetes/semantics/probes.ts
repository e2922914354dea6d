import type { Container, Pod } from "../nodes.ts";

/** Whether the pod is one that is to run on and on, so that probes make sense. */
export function runsOn({ type, restartPolicy }: Pod): boolean {
	return type !== "Job" && type !== "CronJob" && (restartPolicy?.value ?? "Always") === "Always";
}

/** The port that a probe would open: by its name where it has one. Undefined where the container declares none over TCP. */
export function probedPort({ ports }: Container): string | number | undefined {
	const port = ports.find(({ protocol, number }) => protocol === "TCP" && number !== undefined);
	return port?.name?.value ?? port?.number?.value;
}
