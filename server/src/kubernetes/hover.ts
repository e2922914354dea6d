import { describeImageAt } from "../container/image-description.ts";
import { explainQuantity, unitOf } from "../container/quantity.ts";
import type { Hover } from "../core/feature.ts";
import type { World } from "../core/world.ts";
import { docText, hoverAt } from "../schema/hover.ts";
import type { YamlMap, YamlScalar } from "../yaml/tree.ts";
import { explainBudget, explainProbe, explainRollout } from "./arithmetic.ts";
import { nextRuns } from "./cron.ts";
import { apiVersionOf, describeKind, findKind, isNamespaced, kindSince, newestVersion, shortNameOf } from "./kinds.ts";
import { explainLifecycle } from "./lifecycle.ts";
import type { Container, KubernetesModel, KubernetesObject } from "./nodes.ts";
import { mapOn, type Place, placeAt } from "./place.ts";
import { wordAt } from "./read.ts";
import { schemaOf } from "./schema.ts";
import { selectedBy } from "./selected.ts";
import { explainBackendPort, explainProbePort, explainServicePort } from "./service-ports.ts";
import { minorOf } from "./version.ts";

/** Documentation of what is at an offset: of a kind, a field or a value, and what its numbers mean together. */
export function hover(model: KubernetesModel, offset: number, world: World): Hover | undefined {
	const image = describeImageAt(model, offset, world);
	if (image) return image;
	const place = placeAt(model, offset, world);
	const { cursor, object, type } = place;
	if (!cursor.scalar) return undefined;
	if (object && isKindOrVersion(place)) {
		const markdown = kindMarkdown(object, world);
		if (markdown) return { span: cursor.scalar.span, markdown };
	}
	const base = type && hoverAt(cursor, type);
	const more = object ? meaning(model, place, object, cursor.scalar, world) : undefined;
	if (!more) return base;
	if (!base) return { span: cursor.scalar.span, markdown: more };
	return {
		span: base.span,
		markdown: `${base.markdown}

${more}`,
	};
}

function isKindOrVersion({ cursor: { path, position } }: Place): boolean {
	return position === "value" && path.length === 1 && (path[0] === "kind" || path[0] === "apiVersion");
}

/** What a kind is for, where its objects live, and how long this version of it is served. */
export function kindMarkdown(
	object: Pick<KubernetesObject, "group" | "version" | "type">,
	world: World,
): string | undefined {
	const kind = object.type?.value;
	if (kind === undefined || kind === "") return undefined;
	const { group, version } = object;
	const lifecycle = explainLifecycle(group, version, kind, world);
	const found = findKind(group, version, kind, minorOf(world.settings)) ?? newestVersion(group, kind, world);
	const namespaced = isNamespaced(group, version, kind, world);
	if (!found && !lifecycle && namespaced === undefined) return undefined;
	const short = shortNameOf(group, kind);
	const since = found && kindSince(found);
	const facts = [
		`**${kind}**`,
		`\`${apiVersionOf({ group, version })}\``,
		namespaced === undefined ? "" : namespaced ? "lives in a namespace" : "one for the whole cluster",
		short ? `\`kubectl get ${short}\`` : "",
		since === undefined ? "" : `since Kubernetes 1.${since}`,
	].filter((fact) => fact !== "");
	const own = found ? undefined : schemaOf(group, version, kind, world);
	const about = found ? describeKind(found) : docText(own?.doc);
	const defined = namespaced !== undefined && !found ? "Defined by a CustomResourceDefinition of this workspace." : "";
	return [facts.join(" · "), lifecycle && `**${lifecycle}**`, about, defined].filter(Boolean).join("\n\n");
}

/** What a table can't say: it takes more than the value at the cursor. */
function meaning(
	model: KubernetesModel,
	place: Place,
	object: KubernetesObject,
	scalar: YamlScalar,
	world: World,
): string | undefined {
	const { cursor } = place;
	const path = cursor.position === "key" ? [...cursor.path, scalar.text] : cursor.path;
	const name = path.at(-1);
	const parent = path.at(-2);
	if (typeof name !== "string") return undefined;
	if (name === "schedule" && object.type?.value === "CronJob" && path.length === 2) return runsMarkdown(object, world);
	if (/Probe$/.test(name)) return explainProbe(name, mapOn(object, path));
	if (typeof parent === "string" && /Probe$/.test(parent))
		return explainProbe(parent, mapOn(object, path.slice(0, -1)));
	if (isRollout(object, path)) return explainRollout(object.spec);
	if (object.type?.value === "PodDisruptionBudget" && /^(?:min|max)\w*available$/i.test(name))
		return explainBudget(object.spec);
	if (name === "resources") return qualityMarkdown(model, cursor.map);
	if (typeof parent === "string" && amounts.has(parent)) {
		const value = cursor.pair?.value;
		const words = value?.kind === "scalar" ? explainQuantity(value.text, unitOf(name)) : undefined;
		return words && value?.kind === "scalar" ? `\`${value.text}\`: ${words}` : undefined;
	}
	return (
		explainServicePort(object, path, world) ??
		explainBackendPort(object, path, world) ??
		explainProbePort(model, object, path) ??
		selectedBy(model, object, path, world)
	);
}

/** Maps from the names of resources to quantities. */
const amounts: ReadonlySet<string> = new Set([
	"requests",
	"limits",
	"hard",
	"capacity",
	"default",
	"defaultRequest",
	"max",
	"min",
	"overhead",
	"allocatable",
]);

const rolloutFields: ReadonlySet<string | number> = new Set([
	"strategy",
	"rollingUpdate",
	"maxSurge",
	"maxUnavailable",
	"replicas",
]);

function isRollout(object: KubernetesObject, path: readonly (string | number)[]): boolean {
	if (object.type?.value !== "Deployment" || path[0] !== "spec") return false;
	const last = path.at(-1) as string | number;
	return rolloutFields.has(last) && path.slice(1).every((step) => rolloutFields.has(step));
}

/** The sentence stands in the schema's hover; here the next times, where the clock is known. */
function runsMarkdown(object: KubernetesObject, world: World): string | undefined {
	const now = clockOf(world);
	const schedule = wordAt(object.spec, "schedule");
	if (!now || !schedule) return undefined;
	const zone = wordAt(object.spec, "timeZone")?.value;
	const runs = nextRuns(schedule.value, zone ?? "Etc/UTC", now, 3);
	if (runs.length === 0) return undefined;
	const where = zone === undefined ? " (UTC; the cluster's own zone counts where `timeZone` is not set)" : ` (${zone})`;
	return `Next runs${where}:\n${runs.map((run) => `- ${spoken(run, zone ?? "Etc/UTC")}`).join("\n")}`;
}

/** The time it is; undefined where a shell tells none. */
function clockOf({ now, settings }: World): Date | undefined {
	if (now) return new Date(now());
	return settings.today === "" ? undefined : new Date(`${settings.today}T00:00:00Z`);
}

/** `Monday 23 November 2026, 03:00`. */
function spoken(time: Date, timeZone: string): string {
	const parts = new Intl.DateTimeFormat("en-GB", {
		timeZone,
		weekday: "long",
		day: "numeric",
		month: "long",
		year: "numeric",
		hour: "2-digit",
		minute: "2-digit",
		hourCycle: "h23",
	}).formatToParts(time);
	const part = (name: string) => parts.find(({ type }) => type === name)?.value ?? "";
	return `${part("weekday")} ${part("day")} ${part("month")} ${part("year")}, ${part("hour")}:${part("minute")}`;
}

/** The quality of service that the pod's resources come to. Source: kubernetes.io/docs/concepts/workloads/pods/pod-qos. */
function qualityMarkdown({ nodes }: KubernetesModel, owner: YamlMap | undefined): string | undefined {
	const pod = nodes.find((node) => node.kind === "pod" && node.containers.some(({ map }) => map === owner));
	if (pod?.kind !== "pod") return undefined;
	const containers = pod.containers.filter(({ role }) => role !== "ephemeral");
	if (containers.every(isBestEffort)) {
		return "The Pod is of the class **BestEffort**: it asks for nothing and is the first to be evicted when the node runs short.";
	}
	if (containers.every(isGuaranteed)) {
		return "The Pod is of the class **Guaranteed**: limits equal requests in every container, and it is the last to be evicted.";
	}
	return "The Pod is of the class **Burstable**: it may use more than it asks for, and is evicted before Guaranteed ones.";
}

function isBestEffort({ resources }: Container): boolean {
	const counted = (resource: string) => resource === "cpu" || resource === "memory";
	return ![...resources.requests, ...resources.limits].some(({ resource }) => counted(resource));
}

function isGuaranteed({ resources }: Container): boolean {
	return ["cpu", "memory"].every((resource) => {
		const limit = resources.limits.find((amount) => amount.resource === resource)?.quantity;
		const request = resources.requests.find((amount) => amount.resource === resource)?.quantity ?? limit;
		return limit !== undefined && request?.nanos === limit.nanos;
	});
}
