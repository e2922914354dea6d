import { matcherOf } from "../container/ignore.ts";
import type { World } from "../core/world.ts";
import type { DockerignoreModel, PatternNode } from "./nodes.ts";

/** How many entries of the build context are looked at before a walk gives up. */
const mostEntries = 5000;

/** An entry of the build context. */
export interface ContextEntry {
	/** Relative to the context, with `/`. */
	readonly path: string;
	readonly folder: boolean;
}

/** Entries of a folder of the build context, which is the folder of the ignore file; empty where it is not known. */
export function entriesOf(model: DockerignoreModel, world: World, folder: string): readonly ContextEntry[] {
	const entries = world.list(world.resolve(model.uri, folder === "" ? "." : folder)) ?? [];
	const prefix = folder === "" ? "" : `${folder}/`;
	return entries.map(({ name, folder: isFolder }) => ({ path: prefix + name, folder: isFolder }));
}

/** The first entries a pattern fits, folders before what is in them; not looked into what fits as a whole. */
export function fitting(
	model: DockerignoreModel,
	world: World,
	{ pattern }: PatternNode,
	most: number,
): readonly string[] {
	const matches = matcherOf(pattern);
	const found: string[] = [];
	const folders = [""];
	let seen = 0;
	for (const folder of folders) {
		for (const entry of entriesOf(model, world, folder)) {
			if (found.length > most || ++seen > mostEntries) return found;
			if (matches(entry.path)) found.push(entry.folder ? `${entry.path}/` : entry.path);
			else if (entry.folder) folders.push(entry.path);
		}
	}
	return found;
}
