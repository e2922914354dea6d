import type { DataKeysFact, Located, ObjectFact, WorkloadFact } from "../../core/fact.ts";
import type { World } from "../../core/world.ts";
import type { Label } from "../nodes.ts";
import { isOpen } from "../read.ts";

/** Whether two objects can be in one namespace: one that names none goes wherever it is applied to. */
export function sharesNamespace(a: string | undefined, b: string | undefined): boolean {
	return a === undefined || b === undefined || a === b;
}

/** Labels that controllers give to their pods, which no template shows. Source: kubernetes.io, Well-Known Labels. */
const givenLabel =
	/^(?:statefulset\.kubernetes\.io\/pod-name|apps\.kubernetes\.io\/pod-index|(?:batch\.kubernetes\.io\/)?(?:job-name|controller-uid)|batch\.kubernetes\.io\/job-completion-index|pod-template-hash|controller-revision-hash)$/;

/** Whether pods can have a label, as far as manifests show. */
export function mayHave({ key, value }: Label, labels: Readonly<Record<string, string>>): boolean {
	return labels[key.value] === value?.value || givenLabel.test(key.value);
}

/** Whether pods with these labels are selected. */
export function selects(selector: readonly Label[], labels: Readonly<Record<string, string>>): boolean {
	return selector.every((label) => mayHave(label, labels));
}

/** Whether a selector's words are all known. */
export function isKnown(labels: readonly Label[]): boolean {
	return labels.every(({ key, value }) => value !== undefined && !isOpen(value.value) && !isOpen(key.value));
}

const objectIndex = new WeakMap<object, ReadonlyMap<string, readonly Located<ObjectFact>[]>>();

/** Objects of the workspace of one kind. */
export function objectsOf(world: World, type: string): readonly Located<ObjectFact>[] {
	const facts = world.facts("object");
	let index = objectIndex.get(facts);
	if (!index) {
		const made = new Map<string, Located<ObjectFact>[]>();
		for (const located of facts) {
			const known = made.get(located.fact.object);
			if (known) known.push(located);
			else made.set(located.fact.object, [located]);
		}
		index = made;
		objectIndex.set(facts, index);
	}
	return index.get(type) ?? [];
}

/** Objects of the workspace that a reference can mean. */
export function definitionsOf(
	world: World,
	type: string,
	name: string,
	namespace: string | undefined,
): readonly Located<ObjectFact>[] {
	return objectsOf(world, type).filter(({ fact }) => fact.name === name && sharesNamespace(fact.namespace, namespace));
}

/** The keys that a ConfigMap or Secret has in all its versions in the workspace; undefined where they can't all be known. */
export function keysOf(
	world: World,
	type: DataKeysFact["object"],
	name: string,
	namespace: string | undefined,
): ReadonlySet<string> | undefined {
	const found = world
		.facts("data-keys")
		.filter(({ fact }) => fact.object === type && fact.name === name && sharesNamespace(fact.namespace, namespace));
	// A generator or controller may make the object too, with keys that no manifest shows.
	if (found.length === 0 || found.length < definitionsOf(world, type, name, namespace).length) return undefined;
	return new Set(found.flatMap(({ fact }) => fact.keys));
}

/** Workloads of the workspace that may be in a namespace. */
export function workloadsIn(world: World, namespace: string | undefined): readonly Located<WorkloadFact>[] {
	return world.facts("workload").filter(({ fact }) => sharesNamespace(fact.namespace, namespace));
}

/** Whether a Kustomization of the workspace lists the file as a patch: what is in it is only a part of an object. */
export function isListedPatch(world: World, uri: string): boolean {
	return world
		.facts("kustomization")
		.some(({ uri: from, fact }) => fact.patches.some((path) => world.resolve(from, path) === uri));
}

/** Whether a Kustomization of the workspace changes names, so that a name that is not there may be meant so. */
export function namesAreChanged(world: World): boolean {
	return world.facts("kustomization").some(({ fact }) => fact.renames);
}
