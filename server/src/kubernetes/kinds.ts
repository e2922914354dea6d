import type { World } from "../core/world.ts";
import { isNotYet, olderKinds, sinceOf } from "./history.ts";
import { kindNotes } from "./kind-notes.ts";
import type { EncodedKind } from "./table.ts";
import { docOf, type TableOrigin, typeTable } from "./tables.ts";
import { minorOf } from "./version.ts";

/** A kind of object as one version of an API group has it. */
export interface Kind {
	/** Empty for the core group. */
	readonly group: string;
	readonly version: string;
	readonly kind: string;
	/** As in RBAC rules and paths; empty where it is not known. */
	readonly plural: string;
	readonly namespaced: boolean;
	readonly origin: TableOrigin;
	/** Its entry in the table of types. */
	readonly type: string;
}

/** `apps/v1`, or `v1` for the core group. */
export function apiVersionOf({ group, version }: { readonly group: string; readonly version: string }): string {
	return group === "" ? version : `${group}/${version}`;
}

/** Group and version of an `apiVersion` as written. */
export function readApiVersion(apiVersion: string): { readonly group: string; readonly version: string } {
	const slash = apiVersion.indexOf("/");
	return slash < 0
		? { group: "", version: apiVersion }
		: { group: apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1) };
}

const byMinor = new Map<number, { readonly core: Map<string, Kind>; all?: Map<string, Kind> }>();

function coreKinds(minor: number): Map<string, Kind> {
	let found = byMinor.get(minor);
	if (!found) {
		const current = typeTable("core").kinds.filter(([, , , , , type]) => !isNotYet(type, minor));
		found = { core: indexed([...current, ...olderKinds(minor)].map((encoded) => toKind("core", encoded))) };
		byMinor.set(minor, found);
	}
	return found.core;
}

let bundled: Map<string, Kind> | undefined;

/** Custom resources that come with the extension; their table is read when a kind is not one of Kubernetes' own. */
function customKinds(): Map<string, Kind> {
	const { kinds } = typeTable("custom");
	if (kinds.length === 0) return new Map();
	bundled ??= indexed(kinds.map((encoded) => toKind("custom", encoded)));
	return bundled;
}

function toKind(origin: TableOrigin, [group, version, kind, plural, namespaced, type]: EncodedKind): Kind {
	return { group, version, kind, plural, namespaced: namespaced === 1, origin, type };
}

function indexed(kinds: readonly Kind[]): Map<string, Kind> {
	return new Map(kinds.map((kind) => [`${kind.group}/${kind.version}/${kind.kind}`, kind]));
}

/** A kind that Kubernetes of this minor has, or else a bundled custom resource. */
export function findKind(group: string, version: string, kind: string, minor: number): Kind | undefined {
	const id = `${group}/${version}/${kind}`;
	return coreKinds(minor).get(id) ?? (isCustomGroup(group) ? customKinds().get(id) : undefined);
}

/** Groups of Kubernetes' own API end in k8s.io or have no dot; looking for their kinds must not read the custom table. */
function isCustomGroup(group: string): boolean {
	return group.includes(".") && (!group.endsWith(".k8s.io") || group.startsWith("gateway."));
}

/** Kubernetes' own kinds as the chosen minor has them. */
export function ownKinds(world: World): readonly Kind[] {
	return [...coreKinds(minorOf(world.settings)).values()];
}

/** Kubernetes' own kinds and the bundled custom resources. */
export function allKinds(world: World): readonly Kind[] {
	return [...ownKinds(world), ...customKinds().values()];
}

/** Whether the objects of a kind live in a namespace; undefined for a kind that nobody knows. */
export function isNamespaced(group: string, version: string, kind: string, world: World): boolean | undefined {
	const defined = world.facts("custom-resource").find(({ fact }) => fact.group === group && fact.object === kind)
		?.fact.namespaced;
	return findKind(group, version, kind, minorOf(world.settings))?.namespaced ?? defined;
}

/** The newest version of a kind in a group, stable before beta before alpha. */
export function newestVersion(group: string, kind: string, world: World): Kind | undefined {
	return allKinds(world)
		.filter((candidate) => candidate.group === group && candidate.kind === kind)
		.sort((a, b) => versionRank(b.version) - versionRank(a.version))[0];
}

/** Higher for more stable and newer: v1beta1 < v1 < v2. Source: apimachinery `pkg/version/helpers.go`. */
export function versionRank(version: string): number {
	const [, major = "0", stage, minor = "0"] = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version) ?? [];
	const level = stage === undefined ? 2 : stage === "beta" ? 1 : 0;
	return level * 1_000_000 + Number(major) * 1000 + Number(minor);
}

/** What kubectl also calls a kind: `deploy`. */
export function shortNameOf(group: string, kind: string): string | undefined {
	return noteOf(group, kind)?.[0] || undefined;
}

/** What objects of this kind are for. */
export function describeKind(kind: Pick<Kind, "group" | "kind" | "origin" | "type">): string {
	return (
		noteOf(kind.group, kind.kind)?.[1] ?? docOf(kind.origin, kind.type, "") ?? `A kind of the API group ${kind.group}.`
	);
}

/** The minor of Kubernetes that brought this version of the kind; undefined where every known one has it. */
export function kindSince(kind: Pick<Kind, "type" | "origin">): number | undefined {
	return kind.origin === "core" ? sinceOf(kind.type) : undefined;
}

function noteOf(group: string, kind: string) {
	return kindNotes[`${group}/${kind}`];
}
