import { hasVariable } from "../container/value.ts";
import { type SchemaProblem, validate } from "../schema/validate.ts";
import type { YamlFile } from "../yaml/tree.ts";
import { composeFile } from "./vocabulary.ts";

/** Everything that does not follow the specification's table. What holds a variable is not judged, nor what `!reset` and `!override` replace. */
export function schemaNodes(yaml: YamlFile): readonly SchemaProblem[] {
	const { text } = yaml;
	return yaml.documents.flatMap(({ root }) =>
		validate(root, composeFile, { text, skip: (scalar) => hasVariable(scalar.text), tags: ["!reset", "!override"] }),
	);
}
