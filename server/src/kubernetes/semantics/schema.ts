import type { World } from "../../core/world.ts";
import type { Type } from "../../schema/type.ts";
import { type BadFormat, type SchemaProblem, validate } from "../../schema/validate.ts";
import { chartType } from "../chart.ts";
import { kustomizationType } from "../kustomization.ts";
import type { KubernetesModel, KubernetesObject } from "../nodes.ts";
import { isOpen } from "../read.ts";
import { isBundled, schemaOf } from "../schema.ts";
import { isListedPatch } from "./relations.ts";

/** The part of a rule's context that the schema's problems depend on. */
interface Place {
	readonly model: KubernetesModel;
	readonly world: World;
}

interface Remembered {
	readonly version: string;
	readonly resources: unknown;
	readonly kustomizations: unknown;
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
	const kustomizations = world.facts("kustomization");
	const known = remembered.get(object);
	if (known && known.version === version && known.resources === resources && known.kustomizations === kustomizations) {
		return known.problems;
	}
	const problems = judge(object, model, world);
	remembered.set(object, { version, resources, kustomizations, problems });
	return problems;
}

function judge(object: KubernetesObject, model: KubernetesModel, world: World): readonly SchemaProblem[] {
	const type = typeOf(object, model, world);
	if (!type || isListedPatch(world, model.uri)) return [];
	const problems = validate(object.map, type, {
		text: model.text,
		nullIsAbsent: true,
		skip: ({ text }) => isOpen(text),
	});
	const isCertain = !isBundled(object.group, object.version, object.type?.value ?? "", world);
	return isCertain ? problems : problems.filter(isCertainAnyway);
}

/**
 * What is said of a custom resource by the types that come with the extension, which may be older or newer than the cluster's:
 * only what looks like a slip of the pen. Types of Kubernetes itself, such as a pod template in it, have names and are certain.
 */
function isCertainAnyway(problem: SchemaProblem): boolean {
	switch (problem.kind) {
		case "missing-key":
			return problem.owner.name !== undefined;
		case "unknown-key":
			return problem.owner.name !== undefined || isSlip(problem.key, problem.nearest);
		case "bad-value":
			return problem.nearest !== undefined;
		default:
			return true;
	}
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
