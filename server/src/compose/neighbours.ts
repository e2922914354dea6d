import type { ComposeFileFact } from "../core/fact.ts";
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

/** Compose files that may be loaded together with this one: of its folder, those that load it, and those it loads. */
function neighboursOf({ uri }: ComposeModel, world: World): readonly ComposeFileFact[] {
	const all = world.facts("compose-file");
	const own = all.find((one) => one.uri === uri)?.fact;
	const folder = folderOf(uri);
	return all
		.filter((one) => one.uri !== uri)
		.filter(
			({ uri: other, fact }) => folderOf(other) === folder || fact.loads.includes(uri) || own?.loads.includes(other),
		)
		.map(({ fact }) => fact);
}

/** Whether `name` (`network:front`) may be defined in a file that Compose reads together with this one. */
export function mayBeDefinedElsewhere(model: ComposeModel, world: World, name: string): boolean {
	const { file, uri } = model;
	if (file.override || !file.knownIncludes) return true;
	const known = new Map(world.facts("compose-file").map((one) => [one.uri, one.fact]));
	for (const path of file.includes) {
		const included = known.get(world.resolve(uri, path.text));
		// A file that is not there, or that pulls in more, may bring the name.
		if (!included || included.loads.length > 0) return true;
	}
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
