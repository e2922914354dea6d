import { pageOf } from "../container/image-description.ts";
import type { Link } from "../core/feature.ts";
import type { World } from "../core/world.ts";
import type { KubernetesModel, Word } from "./nodes.ts";
import { isOpen, mapsAt, wordAt, wordsAt } from "./read.ts";

/** Images, each opening its page, and the files that a Kustomization puts together. */
export function links(model: KubernetesModel, world: World): readonly Link[] {
	const images = model.nodes.flatMap((node) => {
		const target = node.kind === "image" && node.reference && pageOf(node.reference);
		return target ? [{ span: node.span, target, tooltip: `Open the page of ${node.text}` }] : [];
	});
	return model.unfinished === "kustomization" ? [...images, ...fileLinks(model, world)] : images;
}

/** Fields of a Kustomization that list files and folders. */
const lists = [
	"resources",
	"bases",
	"components",
	"crds",
	"configurations",
	"generators",
	"transformers",
	"validators",
	"patchesStrategicMerge",
] as const;

/** Paths that a Kustomization names; what is written in their place, and what is fetched, is none. */
function pathsOf({ objects }: KubernetesModel): readonly Word[] {
	return objects.flatMap(({ map }) => [
		...lists.flatMap((key) => wordsAt(map, key)),
		...["patches", "patchesJson6902"].flatMap((key) =>
			mapsAt(map, key).flatMap((patch) => wordAt(patch.map, "path") ?? []),
		),
		...["configMapGenerator", "secretGenerator"].flatMap((key) =>
			mapsAt(map, key).flatMap((made) => [...wordsAt(made.map, "files").map(withoutKey), ...wordsAt(made.map, "envs")]),
		),
	]);
}

/** Of `key=file` the file. */
function withoutKey({ value, span }: Word): Word {
	const after = value.indexOf("=") + 1;
	return { value: value.slice(after), span: { start: span.start + after, end: span.end } };
}

function fileLinks(model: KubernetesModel, world: World): readonly Link[] {
	return pathsOf(model).flatMap(({ value, span }) => {
		if (value === "" || isOpen(value) || /[\n:?]|\/\/|^[\w.-]+\.(?:com|org|io|dev)\//.test(value)) return [];
		const target = fileOf(world.resolve(model.uri, value), world);
		return target === undefined ? [] : [{ span, target, tooltip: `Open ${value}` }];
	});
}

/** The file itself, or the Kustomization of a folder; undefined where there is none. */
function fileOf(uri: string, world: World): string | undefined {
	const entries = world.list(uri);
	if (!entries) return world.exists(uri) === false ? undefined : uri;
	const own = entries.find(({ name, folder }) => !folder && /^kustomization(?:\.ya?ml)?$/i.test(name));
	return own && `${uri.replace(/\/+$/, "")}/${own.name}`;
}
