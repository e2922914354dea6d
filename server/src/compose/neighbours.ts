import type { ComposeFileFact, Located } from "../core/fact.ts";
import { baseName, folderOf } from "../core/uri.ts";
import type { World } from "../core/world.ts";
import type { ComposeModel, Resource, Service } from "./nodes.ts";
import { attributesAt, textAt } from "./read.ts";

/*
 * A Compose file is seldom alone: overrides are laid over it, other files include it or extend its services. What it does not
 * define itself may be defined there, so nothing is called missing before these are asked.
 */

const base = /^(?:docker-)?compose\.ya?ml$/i;

/** Whether Compose loads the file by its name alone. */
export function isBase(uri: string): boolean {
	return base.test(baseName(uri));
}

/** Whether its name is that of a variation: `compose.prod.yaml`. */
export function isVariation(uri: string): boolean {
	return /^(?:docker-)?compose[.-]/i.test(baseName(uri)) && !isBase(uri);
}

/** Whether the file makes a project of its own, so that a service without an image is a mistake of this very file. */
export function isWhole({ file, uri }: ComposeModel): boolean {
	return !file.override && file.knownIncludes && isBase(uri);
}

type Files = ReadonlyArray<Located<ComposeFileFact>>;

const projects = new WeakMap<Files, ReadonlyMap<string, string>>();

/** For each Compose file a name for what it belongs to: files of one folder, and those that load each other, are one. */
function projectsOf(files: Files): ReadonlyMap<string, string> {
	const known = projects.get(files);
	if (known) return known;
	const parents = new Map<string, string>();
	const find = (one: string): string => {
		let top = one;
		for (let above = parents.get(top); above !== undefined; above = parents.get(top)) top = above;
		// The way up is shortened, so that the next search is a step.
		for (let at = one; at !== top; ) {
			const above = parents.get(at) ?? top;
			parents.set(at, top);
			at = above;
		}
		return top;
	};
	const join = (a: string, b: string) => {
		const [left, right] = [find(a), find(b)];
		if (left !== right) parents.set(left, right);
	};
	for (const { uri, fact } of files) {
		join(uri, `${folderOf(uri)}/`);
		for (const other of fact.loads) join(uri, other);
	}
	const found = new Map(files.map(({ uri }) => [uri, find(uri)]));
	projects.set(files, found);
	return found;
}

/**
 * Compose files that may be loaded together with this one: those of its folder, those that load each other; and for a file that
 * Compose does not find by its name, and that is given to it beside others, all of the workspace.
 */
function neighboursOf({ uri }: ComposeModel, world: World): readonly ComposeFileFact[] {
	const files = world.facts("compose-file");
	const belongsTo = projectsOf(files);
	const own = belongsTo.get(uri);
	return files
		.filter((one) => one.uri !== uri && (!isBase(uri) || belongsTo.get(one.uri) === own))
		.map(({ fact }) => fact);
}

/** Whether `name` (`network:front`) may be defined in a file that Compose reads together with this one. */
export function mayBeDefinedElsewhere(model: ComposeModel, world: World, name: string): boolean {
	const { file, uri } = model;
	if (file.override || !file.knownIncludes) return true;
	const known = new Set(world.facts("compose-file").map((one) => one.uri));
	// A file that is not there may bring the name.
	if (file.includes.some((path) => !known.has(world.resolve(uri, path.text)))) return true;
	return neighboursOf(model, world).some(({ defines }) => defines.includes(name));
}

/** Whether a file that is read together with this one refers to `name` (`network:front`). */
export function mayBeUsedElsewhere(model: ComposeModel, world: World, name: string): boolean {
	const { file } = model;
	if (file.override || file.includes.length > 0 || !file.knownIncludes) return true;
	return neighboursOf(model, world).some(({ uses }) => uses.includes(name));
}

/** Keys of `deploy` that only Swarm follows. Source: compose-spec, deploy.md. */
const swarmKeys = ["placement", "update_config", "rollback_config", "endpoint_mode", "mode"] as const;

/** Whether the file is deployed with `docker stack`, where ports and replicas are spread over machines. */
export function isForSwarm({ file, uri }: ComposeModel): boolean {
	if (/stack|swarm/i.test(baseName(uri))) return true;
	const isSwarm = ({ attributes }: Service) => {
		const deploy = attributesAt(attributes, "deploy");
		return swarmKeys.some((key) => deploy.has(key));
	};
	const isOverlay = ({ attributes }: Resource) => textAt(attributes, "driver")?.text === "overlay";
	return file.services.some(isSwarm) || file.resources.some(isOverlay);
}
