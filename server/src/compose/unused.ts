import type { Edit } from "../core/text.ts";
import type { World } from "../core/world.ts";
import { removePair } from "../yaml/edit.ts";
import type { YamlMap, YamlPair } from "../yaml/tree.ts";
import { mayBeUsedElsewhere } from "./neighbours.ts";
import { type ComposeModel, type Resource, sections } from "./nodes.ts";

/** What to say of a resource that no service of this file or its neighbours uses. */
export function unusedResource(
	{ kind, name, used, pair }: Resource,
	model: ComposeModel,
	world: World,
): { message: string; tag: "unnecessary"; fix: () => readonly Edit[] } | undefined {
	if (used || isImplicit(kind, name) || isTemplate(pair) || mayBeUsedElsewhere(model, world, `${kind}:${name}`))
		return undefined;
	return {
		message: `No service uses the ${kind} \`${name}\`.`,
		tag: "unnecessary",
		fix: () => removal(model, sections[kind], pair),
	};
}

/** Services without `networks` join `default`. */
function isImplicit(kind: Resource["kind"], name: string): boolean {
	return kind === "network" && name === "default";
}

/** An anchor in it may be what it is there for. */
function isTemplate({ value }: YamlPair): boolean {
	return value?.anchor !== undefined;
}

function removal({ text, yaml }: ComposeModel, section: string, pair: YamlPair): readonly Edit[] {
	for (const { root } of yaml.documents) {
		if (root?.kind !== "map") continue;
		const holder = root.pairs.find(
			({ key, value }) => key.text === section && value?.kind === "map" && value.pairs.includes(pair),
		);
		if (!holder) continue;
		const resources = holder.value as YamlMap;
		return resources.pairs.length === 1 ? removePair(text, root, holder) : removePair(text, resources, pair);
	}
	return [];
}
