import type { World } from "../../core/world.ts";
import type { Type } from "../../schema/type.ts";
import { type BadFormat, type SchemaProblem, validate } from "../../schema/validate.ts";
import { chartType } from "../chart.ts";
import { kustomizationType } from "../kustomization.ts";
import type { KubernetesModel, KubernetesObject } from "../nodes.ts";
import { isNull, isOpen } from "../read.ts";
import { isBundled, schemaOf } from "../schema.ts";

/** The part of a rule's context that the schema's problems depend on. */
interface Place {
	readonly model: KubernetesModel;
	readonly world: World;
}

interface Remembered {
	readonly version: string;
	readonly resources: unknown;
	readonly problems: readonly SchemaProblem[];
}

const remembered = new WeakMap<KubernetesObject, Remembered>();

/**
 * All that does not follow the object's schema; nothing for a kind that nobody knows. Several rules read it, so it is kept until
 * the chosen version of Kubernetes or the custom resources of the workspace change.
 */
export function schemaProblems(object: KubernetesObject, { model, world }: Place): readonly SchemaProblem[] {
	const version = world.settings.kubernetesVersion;
	const resources = world.facts("custom-resource");
	const known = remembered.get(object);
	if (known && known.version === version && known.resources === resources) return known.problems;
	const problems = judge(object, model, world);
	remembered.set(object, { version, resources, problems });
	return problems;
}

function judge(object: KubernetesObject, model: KubernetesModel, world: World): readonly SchemaProblem[] {
	const type = typeOf(object, model, world);
	if (!type) return [];
	const problems = validate(object.map, type, {
		text: model.text,
		nullIsAbsent: true,
		skip: ({ text }) => isOpen(text),
	});
	// Helm reads past keys that it does not know; its linter warns of them.
	if (model.unfinished === "chart")
		return problems.map((problem) => (problem.kind === "unknown-key" ? { ...problem, severity: "warning" } : problem));
	// Kustomize reads the names of fields whatever their case. Source: kustomize `api/types/kustomization.go`, Unmarshal.
	if (model.unfinished === "kustomization") return problems.filter((problem) => !isOtherCase(problem));
	const isCertain = !isBundled(object.group, object.version, object.type?.value ?? "", world);
	return isCertain ? problems.filter(isMeant) : problems.filter(isLikely).map(asRemark);
}

function isOtherCase(problem: SchemaProblem): boolean {
	return problem.kind === "unknown-key" && problem.nearest?.toLowerCase() === problem.key.toLowerCase();
}

/** Go programs write `creationTimestamp: null` into every metadata, be it of a schema that has no such field. */
function isMeant(problem: SchemaProblem): boolean {
	if (problem.kind !== "unknown-key" || problem.key !== "creationTimestamp") return true;
	return !isNull(problem.pair.value);
}

/**
 * What is said of a custom resource by the types that come with the extension, which may be older or newer than the cluster's:
 * only what looks like a slip of the pen. What a pod template in it needs may be filled in, as Knative does with names of containers.
 */
function isLikely(problem: SchemaProblem): boolean {
	switch (problem.kind) {
		case "missing-key":
			return false;
		case "unknown-key":
			return isSlip(problem.key, problem.nearest);
		case "bad-value":
			return problem.nearest !== undefined;
		default:
			return true;
	}
}

/** Never an error: the cluster's own definition decides. */
function asRemark(problem: SchemaProblem): SchemaProblem {
	return {
		...problem,
		severity: problem.kind === "unknown-key" || problem.kind === "deprecated-key" ? "info" : "warning",
	};
}

function typeOf(
	{ type, apiVersion, group, version }: KubernetesObject,
	{ unfinished }: KubernetesModel,
	world: World,
): Type | undefined {
	if (unfinished === "chart") return chartType;
	if (unfinished === "kustomization") return kustomizationType(type?.value);
	return type && apiVersion && schemaOf(group, version, type.value, world);
}

/** `dataTo` beside `data` is a newer field rather than a misspelt one. */
function isSlip(key: string, meant: string | undefined): boolean {
	return meant !== undefined && !key.startsWith(meant) && !meant.startsWith(key);
}

/** Problems of one kind. */
export function schemaProblemsOf<K extends SchemaProblem["kind"]>(
	object: KubernetesObject,
	place: Place,
	...kinds: readonly K[]
): readonly Extract<SchemaProblem, { kind: K }>[] {
	const wanted: readonly string[] = kinds;
	return schemaProblems(object, place).filter((problem): problem is Extract<SchemaProblem, { kind: K }> =>
		wanted.includes(problem.kind),
	);
}

/** Formats whose values have a rule of their own. */
const ownRules: Readonly<Record<string, readonly string[]>> = {
	"invalid-quantity": ["quantity"],
	"invalid-schedule": ["cron schedule"],
	"invalid-label": ["label key", "label value", "annotation key"],
	"invalid-port-name": ["port name", "port number or name"],
	"invalid-name": ["name"],
	"invalid-base64": ["base64"],
};

const ruleOf: ReadonlyMap<string, string> = new Map(
	Object.entries(ownRules).flatMap(([rule, formats]) => formats.map((format) => [format, rule] as const)),
);

/** Values that do not follow their grammar, as one rule reports them; `invalid-field-value` gets those that no other takes. */
export function formatProblems(rule: string, object: KubernetesObject, place: Place): readonly BadFormat[] {
	return schemaProblemsOf(object, place, "bad-format").filter(
		({ format }) => (ruleOf.get(format.name) ?? "invalid-field-value") === rule,
	);
}
