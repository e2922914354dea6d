import type { YamlMap } from "../yaml/tree.ts";
import { isVariation } from "./neighbours.ts";
import type { ComposeModel, Service } from "./nodes.ts";

/**
 * The mapping of a service that is wholly seen, into which a missing setting can be written; undefined for services that another
 * file may complete, and for those that a provider runs.
 */
export function wholeService({ pair, partial, attributes }: Service, { file, uri }: ComposeModel): YamlMap | undefined {
	if (partial || attributes.has("provider") || file.override || isVariation(uri)) return undefined;
	return pair.value?.kind === "map" && pair.value.pairs.length > 0 ? pair.value : undefined;
}
