import type { Completion } from "../core/feature.ts";
import { resolveUri } from "../core/uri.ts";
import type { World } from "../core/world.ts";
import type { YamlPath } from "../yaml/cursor.ts";
import type { KubernetesModel } from "./nodes.ts";
import type { Place } from "./place.ts";

/*
 * Files and folders where a Kustomization names them. Source: kustomize `api/types/kustomization.go`.
 */

/** Fields that list manifests, and whether a folder with a Kustomization of its own may stand there. */
const lists: Readonly<Record<string, { readonly folders: boolean; readonly file: RegExp }>> = {
	resources: { folders: true, file: /\.(?:ya?ml|json)$/i },
	components: { folders: true, file: /^$/ },
	bases: { folders: true, file: /^$/ },
	crds: { folders: false, file: /\.(?:ya?ml|json)$/i },
	configurations: { folders: false, file: /\.ya?ml$/i },
	generators: { folders: true, file: /\.ya?ml$/i },
	transformers: { folders: true, file: /\.ya?ml$/i },
	validators: { folders: true, file: /\.ya?ml$/i },
	patchesStrategicMerge: { folders: false, file: /\.ya?ml$/i },
};

const patch = { folders: false, file: /\.(?:ya?ml|json)$/i };
const anyFile = { folders: false, file: /^[^.]|^\.env/ };

function wantedAt(path: YamlPath) {
	const [list, index, field] = path;
	if (typeof list !== "string" || typeof index !== "number") return undefined;
	if (path.length === 2) return Object.hasOwn(lists, list) ? lists[list] : undefined;
	if (/^patches(?:Json6902)?$/.test(list)) return field === "path" ? patch : undefined;
	if (/^(?:configMap|secret)Generator$/.test(list)) return field === "files" || field === "envs" ? anyFile : undefined;
	return undefined;
}

/** What may stand at the cursor of a Kustomization where it names a file; undefined elsewhere. */
export function completeFiles(
	model: KubernetesModel,
	{ cursor }: Place,
	world: World,
): readonly Completion[] | undefined {
	const wanted = model.unfinished === "kustomization" && cursor.position !== "key" && wantedAt(cursor.path);
	if (!wanted) return undefined;
	const { replace, tight, prefix } = cursor;
	const before = prefix.slice(0, prefix.lastIndexOf("/") + 1);
	const folder = resolveUri(model.uri, before === "" ? "." : before);
	const offers = (world.list(folder) ?? []).flatMap(({ name, folder: isFolder }) => {
		const uri = `${folder}/${name}`;
		if (!isFolder)
			return wanted.file.test(name) && uri !== model.uri && !isKustomization(name) ? [{ name, again: false }] : [];
		if (name.startsWith(".")) return [];
		const isOne = wanted.folders && (world.list(uri) ?? []).some((entry) => isKustomization(entry.name));
		return [isOne ? { name, again: false } : { name: `${name}/`, again: true }];
	});
	const up = /^(?:\.\.\/)*$/.test(before) ? [{ name: "../", again: true }] : [];
	return [...offers, ...up].map(({ name, again }) => ({
		label: before + name,
		kind: again ? "folder" : "file",
		edit: { span: replace, text: tight ? ` ${before}${name}` : before + name },
		rank: name === "../" ? 2 : again ? 1 : 0,
		...(again && { again }),
	}));
}

function isKustomization(name: string): boolean {
	return /^kustomization(?:\.ya?ml)?$/i.test(name);
}
