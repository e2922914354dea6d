import type { Node } from "../core/language.ts";
import type { YamlFile } from "../yaml/tree.ts";

export function schemaNodes(_yaml: YamlFile): Node[] {
	return [];
}
