import type { World } from "../core/world.ts";
import { lifecycles } from "./lifecycle-data.ts";
import { chosenMinor } from "./version.ts";

/** What becomes of one version of a kind; minors of Kubernetes 1. */
export interface Lifecycle {
	/** The minor from which on the API server warns; undefined where only the removal is known. */
	readonly deprecated: number | undefined;
	/** The minor that no longer serves it; undefined where none is planned. */
	readonly removed: number | undefined;
	/** What to write instead: `apps/v1`, or another kind as `discovery.k8s.io/v1 EndpointSlice`; undefined where nothing takes its place. */
	readonly replacement: string | undefined;
}

const table: ReadonlyMap<string, Lifecycle> = new Map(
	lifecycles.flatMap(([apiVersion, kinds, deprecated, removed, replacement]) =>
		kinds
			.split(" ")
			.map((kind): [string, Lifecycle] => [
				`${apiVersion} ${kind}`,
				{ deprecated: deprecated || undefined, removed: removed || undefined, replacement: replacement || undefined },
			]),
	),
);

/** The lifecycle of a version of a kind; undefined where it is neither deprecated nor to be removed. */
export function lifecycleOf(group: string, version: string, kind: string): Lifecycle | undefined {
	return table.get(`${group === "" ? version : `${group}/${version}`} ${kind}`);
}

/** `current`: nothing to say. `deprecated`: works, with a warning. `removed`: the API server knows it no longer. */
export type LifecycleState = "current" | "deprecated" | "removed";

/** How the chosen minor of Kubernetes sees a version of a kind. */
export function lifecycleState(lifecycle: Lifecycle | undefined, world: Pick<World, "settings">): LifecycleState {
	if (!lifecycle) return "current";
	const minor = chosenMinor(world.settings);
	if (lifecycle.removed !== undefined && lifecycle.removed <= minor) return "removed";
	return lifecycle.deprecated !== undefined && lifecycle.deprecated <= minor ? "deprecated" : "current";
}

/** The lifecycle in a sentence; undefined where there is nothing to tell. */
export function explainLifecycle(
	group: string,
	version: string,
	kind: string,
	world: Pick<World, "settings">,
): string | undefined {
	const lifecycle = lifecycleOf(group, version, kind);
	if (!lifecycle) return undefined;
	const { deprecated, removed, replacement } = lifecycle;
	const state = lifecycleState(lifecycle, world);
	const instead = replacement === undefined ? "" : ` Write \`${replacement}\` instead.`;
	if (state === "removed") return `Kubernetes has not served this version of ${kind} since 1.${removed}.${instead}`;
	const parts = [
		deprecated !== undefined && `deprecated ${state === "deprecated" ? "since" : "from"} 1.${deprecated}`,
		removed !== undefined && `${state === "deprecated" ? "" : "to be "}removed in 1.${removed}`,
	].filter((part) => part !== false);
	return `This version of ${kind} is ${parts.join(" and ")}.${instead}`;
}
