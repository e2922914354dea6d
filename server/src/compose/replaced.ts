import { hasVariable } from "../container/value.ts";
import type { Span } from "../core/text.ts";
import type { World } from "../core/world.ts";
import { type SchemaProblem, validate } from "../schema/validate.ts";
import type { YamlScalar } from "../yaml/tree.ts";
import { environmentOf, templatesIn } from "./environment.ts";
import { evaluate, variablesOf } from "./interpolate.ts";
import type { ComposeModel } from "./nodes.ts";
import { composeFile } from "./vocabulary.ts";

/** A value that is right as written and wrong once its variables are replaced. */
export interface ReplacedProblem {
	/** Of the value as written. */
	readonly span: Span;
	/** What it comes to. */
	readonly text: string;
	readonly message: string;
	readonly severity: SchemaProblem["severity"];
}

/** What does not follow the table where all variables of a value are known, from `.env` or their defaults. */
export function replacedProblems({ yaml, uri, nodes }: ComposeModel, world: World): readonly ReplacedProblem[] {
	const written = new Map<YamlScalar, YamlScalar>();
	const replaced = new Map<YamlScalar, YamlScalar>();
	const environment = environmentOf(uri, world);
	for (const { scalar, template, problems } of templatesIn(yaml)) {
		if (problems.length > 0 || variablesOf(template).next().done) continue;
		const { text, unset, demands } = evaluate(template, environment);
		if (unset.length > 0 || demands.length > 0) continue;
		const known: YamlScalar = { ...scalar, text, value: text, style: "double" };
		replaced.set(scalar, known);
		written.set(known, scalar);
	}
	if (replaced.size === 0) return [];
	const reported = new Set(
		nodes.flatMap((node) => (node.kind === "bad-format" ? [scalarOf(node as SchemaProblem)] : [])),
	);
	const found = yaml.documents.flatMap(({ root }) =>
		validate(root, composeFile, {
			tags: ["!reset", "!override"],
			skip: (scalar) => hasVariable(scalar.text) && !replaced.has(scalar),
			replaced: (scalar) => replaced.get(scalar),
		}),
	);
	return found.flatMap((problem) => {
		const known = scalarOf(problem);
		const scalar = known && written.get(known);
		// Compose makes numbers and booleans of texts where they are asked for.
		if (!scalar || reported.has(scalar) || (problem.kind === "wrong-type" && problem.mend)) return [];
		return [{ span: scalar.span, text: known.text, message: problem.message, severity: problem.severity }];
	});
}

function scalarOf(problem: SchemaProblem): YamlScalar | undefined {
	if (problem.kind === "wrong-type") return problem.node?.kind === "scalar" ? problem.node : undefined;
	return "scalar" in problem ? problem.scalar : undefined;
}
