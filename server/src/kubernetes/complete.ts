import { completeImageValue } from "../container/image-offers.ts";
import type { Completion } from "../core/feature.ts";
import type { World } from "../core/world.ts";
import { completeAt } from "../schema/complete.ts";
import type { EnumValue } from "../schema/type.ts";
import type { Cursor, YamlPath } from "../yaml/cursor.ts";
import { renderString } from "../yaml/edit.ts";
import type { YamlMap } from "../yaml/tree.ts";
import { completeFiles } from "./complete-files.ts";
import { kindMarkdown } from "./hover.ts";
import { allKinds, apiVersionOf, describeKind, type Kind, readApiVersion, shortNameOf, versionRank } from "./kinds.ts";
import { lifecycleOf, lifecycleState } from "./lifecycle.ts";
import type { KubernetesModel } from "./nodes.ts";
import { type Place, placeAt } from "./place.ts";
import { pairAt, wordAt } from "./read.ts";
import { referredKeys, referredValues } from "./referred.ts";
import { skeleton } from "./skeleton.ts";

/** What can be written at an offset: kinds, fields, values, and names that the workspace defines. */
export function complete(model: KubernetesModel, offset: number, world: World): readonly Completion[] {
	const images = completeImageValue(model.yaml, offset, world.settings.today, isContainer);
	if (images) return images;
	const place = placeAt(model, offset, world);
	const { cursor, type } = place;
	if (cursor.position === "none") return [];
	const files = completeFiles(model, place, world);
	if (files) return files;
	if (!model.unfinished || model.unfinished === "patch") {
		const root = atRoot(place, world);
		if (root) return root;
	}
	const known = type ? completeAt(cursor, type) : [];
	const referred = referredAt(model, place, world);
	if (referred.length === 0) return known;
	const labels = new Set(referred.map(({ label }) => label));
	return [...referred, ...known.filter(({ label }) => !labels.has(label))];
}

function isContainer(path: YamlPath): boolean {
	return typeof path.at(-1) === "number" && /^(?:c|initC|ephemeralC)ontainers$/.test(String(path.at(-2)));
}

/** At the top of a manifest, where its kind is chosen; undefined elsewhere. */
function atRoot({ cursor, object }: Place, world: World): readonly Completion[] | undefined {
	const { path, position, map } = cursor;
	if (position === "value" && path.length === 1) {
		if (path[0] === "kind") return kindValues(cursor, besideAt(map, "apiVersion"), world);
		if (path[0] === "apiVersion") return versionValues(cursor, besideAt(map, "kind"), world);
		return undefined;
	}
	if (position !== "key" || path.length > 0) return undefined;
	const hasVersion = object?.apiVersion !== undefined;
	const hasKind = object?.type !== undefined;
	if (hasVersion && hasKind) return undefined;
	const keys = [
		...(hasVersion ? [] : [headKey(cursor, "apiVersion", "The group and version of the API, such as `apps/v1`.")]),
		...(hasKind ? [] : [headKey(cursor, "kind", "What kind of object this is.")]),
	];
	// A whole manifest only where nothing is written yet but the word at the cursor.
	const others = map?.pairs.filter((pair) => pair !== cursor.pair) ?? [];
	return others.length > 0 ? keys : [...keys, ...manifests(cursor, world)];
}

/** What is written for a key; empty where the key has no value yet, undefined where it is not there. */
function besideAt(map: YamlMap | undefined, key: string): string | undefined {
	return pairAt(map, key) && (wordAt(map, key)?.value ?? "");
}

function headKey(cursor: Cursor, label: string, documentation: string): Completion {
	return {
		label,
		kind: "key",
		detail: "required",
		documentation,
		edit: { span: cursor.replace, text: `${label}: ` },
		again: true,
	};
}

/** Kinds that are written by hand most, offered first. */
const usual = [
	"Deployment",
	"Service",
	"ConfigMap",
	"Secret",
	"Ingress",
	"StatefulSet",
	"CronJob",
	"Job",
	"PersistentVolumeClaim",
	"Namespace",
];

function rankOf(kind: Kind): number {
	if (kind.origin === "core" && usual.includes(kind.kind)) return 1;
	return kind.origin === "core" ? 2 : 4;
}

/** Each kind once, in its most stable version. */
function newestKinds(world: World): readonly Kind[] {
	const best = new Map<string, Kind>();
	for (const kind of allKinds(world)) {
		const id = `${kind.group}/${kind.kind}`;
		const known = best.get(id);
		if (!known || versionRank(known.version) < versionRank(kind.version)) best.set(id, kind);
	}
	return [...best.values()];
}

function manifests(cursor: Cursor, world: World): readonly Completion[] {
	return newestKinds(world).map((kind) => ({
		label: kind.kind,
		kind: "snippet",
		detail: apiVersionOf(kind),
		documentation: () => describeKind(kind),
		edit: { span: cursor.replace, text: skeleton(kind, cursor.indent, cursor.lineBreak) },
		snippet: true,
		filter: [kind.kind, shortNameOf(kind.group, kind.kind)].filter(Boolean).join(" "),
		rank: rankOf(kind),
	}));
}

/** Behind `kind:`; with the version in the next line where none is written. */
function kindValues(cursor: Cursor, apiVersion: string | undefined, world: World): readonly Completion[] {
	const given = apiVersion === undefined || apiVersion === "" ? undefined : readApiVersion(apiVersion);
	const fitting = given
		? allKinds(world).filter(({ group, version }) => group === given.group && version === given.version)
		: newestKinds(world);
	return [
		...fitting.map((kind) =>
			value(cursor, kind, kind.kind, apiVersion !== undefined ? undefined : `apiVersion: ${apiVersionOf(kind)}`, world),
		),
		...definedKinds(cursor, given, apiVersion !== undefined, world),
	];
}

/** Kinds that the workspace's own CustomResourceDefinitions define. */
function definedKinds(
	cursor: Cursor,
	given: { readonly group: string; readonly version: string } | undefined,
	alone: boolean,
	world: World,
): readonly Completion[] {
	return world
		.facts("custom-resource")
		.filter(({ fact }) => !given || (fact.group === given.group && fact.version === given.version))
		.map(({ fact }) => ({
			label: fact.object,
			kind: "enum",
			detail: apiVersionOf(fact),
			edit: edit(cursor, alone ? fact.object : `${fact.object}${cursor.lineBreak}apiVersion: ${apiVersionOf(fact)}`),
			rank: 3,
		}));
}

/** Behind `apiVersion:`; of the kind where it is written, else with the kind in the next line. */
function versionValues(cursor: Cursor, kind: string | undefined, world: World): readonly Completion[] {
	const kinds =
		kind === undefined || kind === "" ? newestKinds(world) : allKinds(world).filter((known) => known.kind === kind);
	const shown = kind === "" ? [...new Map(kinds.map((known) => [apiVersionOf(known), known])).values()] : kinds;
	return shown.map((known) => {
		const apiVersion = apiVersionOf(known);
		if (kind !== undefined) return value(cursor, known, apiVersion, undefined, world);
		const both = value(cursor, known, apiVersion, `kind: ${known.kind}`, world);
		return { ...both, label: `${apiVersion} ${known.kind}`, filter: `${apiVersion} ${known.kind}` };
	});
}

function value(cursor: Cursor, kind: Kind, label: string, nextLine: string | undefined, world: World): Completion {
	const isOld = lifecycleState(lifecycleOf(kind.group, kind.version, kind.kind), world) !== "current";
	const type = { value: kind.kind, span: cursor.replace };
	return {
		label,
		kind: "enum",
		detail: label === kind.kind ? apiVersionOf(kind) : kind.kind,
		documentation: () => kindMarkdown({ group: kind.group, version: kind.version, type }, world) ?? "",
		edit: edit(cursor, nextLine === undefined ? label : `${label}${cursor.lineBreak}${nextLine}`),
		rank: isOld ? 9 : rankOf(kind),
		...(isOld && { deprecated: true }),
	};
}

function edit({ replace, tight }: Cursor, text: string): Completion["edit"] {
	return { span: replace, text: tight ? ` ${text}` : text };
}

function referredAt(model: KubernetesModel, { cursor, object }: Place, world: World): readonly Completion[] {
	if (!object) return [];
	if (cursor.position === "key") {
		return referredKeys(object, cursor.path, world)
			.filter(({ value }) => !cursor.map?.pairs.some((pair) => pair !== cursor.pair && pair.key.text === value))
			.map((key) =>
				referred(
					cursor,
					key,
					cursor.pair?.value === undefined ? `${renderString(key.value, cursor.flow)}: ` : key.value,
				),
			);
	}
	return referredValues(model, object, cursor.path, world).map((known) =>
		referred(cursor, known, written(cursor, known.value)),
	);
}

function referred(cursor: Cursor, { value, doc }: EnumValue, text: string): Completion {
	return {
		label: value,
		kind: "reference",
		...(doc !== undefined && { documentation: doc }),
		edit: edit(cursor, text),
		rank: 0,
	};
}

/** Ports are numbers; everything else is quoted where it would not be a string. */
function written({ scalar, flow, path }: Cursor, value: string): string {
	if (scalar && scalar.style !== "plain") return value;
	const isPort = /(?:port|^number)$/i.test(String(path.at(-1)));
	return isPort && /^\d+$/.test(value) ? value : renderString(value, flow);
}
