import type { AliasNode, AnchorNode } from "../container/nodes.ts";
import type { YamlFile, YamlName } from "./nodes.ts";

/** So many names are offered for an alias that leads nowhere: the nearest above it. */
const maximumNames = 200;

/** Every anchor with whether it is used, and every alias with whether it leads somewhere. */
export function anchorNodesOf(file: YamlFile): (AnchorNode | AliasNode)[] {
	return file.documents.flatMap(({ anchors, aliases }) => {
		const used = new Set(aliases.map(({ name }) => name));
		return [
			...anchors.map(({ name, span }): AnchorNode => ({ kind: "anchor", span, name, used: used.has(name) })),
			...aliases.map(({ name, nameSpan, target }): AliasNode => {
				const known = target ? [] : namesBefore(anchors, nameSpan.start);
				return { kind: "alias", span: nameSpan, name, defined: target !== undefined, known };
			}),
		];
	});
}

function namesBefore(anchors: readonly YamlName[], offset: number): string[] {
	const end = anchors.findLastIndex(({ span }) => span.start < offset) + 1;
	return anchors.slice(Math.max(0, end - maximumNames), end).map(({ name }) => name);
}
