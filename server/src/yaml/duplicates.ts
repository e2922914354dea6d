import type { DuplicateKey } from "../container/nodes.ts";
import type { YamlFile, YamlNode } from "./nodes.ts";

/** Every key that its mapping has already; linear, and `<<` counts as a key, as Go's YAML library has it. */
export function duplicateKeysOf(file: YamlFile): DuplicateKey[] {
	const found: DuplicateKey[] = [];
	for (const { root } of file.documents) collect(root, found);
	return found;
}

function collect(node: YamlNode | undefined, found: DuplicateKey[]): void {
	if (node?.kind === "seq") for (const { value } of node.items) collect(value, found);
	if (node?.kind !== "map") return;
	const first = new Map<string, (typeof node.pairs)[number]>();
	for (const pair of node.pairs) {
		// `1:` and `"1":` are two keys to YAML.
		const name = `${typeof pair.key.value} ${pair.key.text}`;
		const earlier = first.get(name);
		if (earlier === undefined) first.set(name, pair);
		else found.push({ kind: "duplicate-key", span: pair.key.inner, name: pair.key.text, map: node, pair, earlier });
		collect(pair.value, found);
	}
}
