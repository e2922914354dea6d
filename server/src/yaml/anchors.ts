import type { AliasNode, AnchorNode } from "../container/nodes.ts";
import type { YamlFile } from "./nodes.ts";

/** Every anchor with whether it is used, and every alias with whether it leads somewhere. */
export function anchorNodesOf(file: YamlFile): (AnchorNode | AliasNode)[] {
	return file.documents.flatMap(({ anchors, aliases }) => {
		const used = new Set(aliases.map(({ name }) => name));
		return [
			...anchors.map(({ name, span }): AnchorNode => ({ kind: "anchor", span, name, used: used.has(name) })),
			...aliases.map(({ name, nameSpan, target }): AliasNode => {
				const known = anchors.filter(({ span }) => span.start < nameSpan.start).map((anchor) => anchor.name);
				return { kind: "alias", span: nameSpan, name, defined: target !== undefined, known: target ? [] : known };
			}),
		];
	});
}
