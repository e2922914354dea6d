import { type Ignored, ignoredBy, parseIgnore } from "../container/ignore.ts";
import { baseName } from "../core/uri.ts";
import type { FolderEntry, World } from "../core/world.ts";

/*
 * The build context of a Dockerfile: the folder that COPY and ADD take files from. A Compose file of the workspace that builds the
 * Dockerfile says which it is; without one it is the Dockerfile's own folder.
 */

/** URI of the build context, without a slash at the end. */
export function contextOf(uri: string, world: World): string {
	for (const { uri: compose, fact } of world.facts("compose-service")) {
		const context = fact.build?.context;
		if (context === undefined) continue;
		const folder = world.resolve(compose, context);
		if (world.resolve(`${folder}/-`, fact.build?.dockerfile ?? "Dockerfile") === uri) return folder;
	}
	return world.resolve(uri, ".");
}

/** What the ignore file of the build leaves out: `<Dockerfile>.dockerignore` beside it, else that of the context. */
export function ignoredIn(uri: string, world: World): Ignored {
	const beside = world.resolve(uri, `${baseName(uri)}.dockerignore`);
	const text = world.read(beside) ?? world.read(`${contextOf(uri, world)}/.dockerignore`);
	return text === undefined ? () => false : ignoredBy(parseIgnore(text));
}

/** URI of a source of COPY or ADD; leading slashes and `..` do not lead out of the context. */
export function sourceUri(uri: string, world: World, path: string): string {
	const segments: string[] = [];
	for (const segment of path.split("/")) {
		if (segment === "..") segments.pop();
		else if (segment !== "" && segment !== ".") segments.push(segment);
	}
	return world.resolve(`${contextOf(uri, world)}/-`, segments.join("/") || ".");
}

/** What COPY can take from a folder of the context, `""` being its root; what is ignored is left out. */
export function sourcesIn(uri: string, world: World, folder: string): readonly FolderEntry[] {
	const ignored = ignoredIn(uri, world);
	const prefix = folder === "" ? "" : `${folder.replace(/^(?:\.?\/)+|\/+$/g, "")}/`;
	const entries = world.list(sourceUri(uri, world, folder)) ?? [];
	return entries.filter(({ name }) => !ignored(prefix === "/" ? name : prefix + name));
}
