import type { World } from "../core/world.ts";
import type { ObjectType, Type } from "../schema/type.ts";
import { customResourceType } from "./crd.ts";
import { findKind } from "./kinds.ts";
import { rootType } from "./root.ts";
import { TypeReader } from "./types.ts";
import { minorOf } from "./version.ts";

interface Readers {
	readonly core: TypeReader;
	readonly custom: TypeReader;
	readonly roots: Map<string, ObjectType>;
}

/** One set for each minor that was asked for. */
const readersOf = new Map<number, Readers>();

function readers(minor: number): Readers {
	let found = readersOf.get(minor);
	if (!found) {
		const core = new TypeReader("core", minor);
		found = { core, custom: new TypeReader("custom", minor, core), roots: new Map() };
		readersOf.set(minor, found);
	}
	return found;
}

/**
 * The type of a manifest: what Kubernetes of the chosen version knows, else what a CustomResourceDefinition of the workspace says,
 * else a bundled custom resource. Undefined for a kind that nobody knows, of which nothing may be said.
 */
export function schemaOf(group: string, version: string, kind: string, world: World): Type | undefined {
	const minor = minorOf(world.settings);
	const known = findKind(group, version, kind, minor);
	const { core, custom, roots } = readers(minor);
	if (known?.origin !== "core") {
		const defined = customResourceType(group, version, kind, core.type("V1ObjectMeta"), world);
		if (defined) return defined;
	}
	if (!known) return undefined;
	const id = `${group}/${version}/${kind}`;
	let root = roots.get(id);
	if (!root) {
		const body = (known.origin === "core" ? core : custom).type(known.type);
		if (body.kind !== "object") return undefined;
		root = rootType(group, version, kind, body, core.type("V1ObjectMeta"));
		roots.set(id, root);
	}
	return root;
}

/**
 * Whether what is known of a kind is what one release of its project had: fields may have come since, and what is required is not
 * known for certain, because defaults are not.
 */
export function isBundled(group: string, version: string, kind: string, world: World): boolean {
	if (findKind(group, version, kind, minorOf(world.settings))?.origin !== "custom") return false;
	return !world
		.facts("custom-resource")
		.some(({ fact }) => fact.group === group && fact.version === version && fact.object === kind);
}

/** A type of Kubernetes by its name in the table, such as `V1PodSpec`. */
export function namedType(name: string, world: World): Type {
	return readers(minorOf(world.settings)).core.type(name);
}
