import type { Language, Source } from "../core/language.ts";
import { foldsOf, statementAt } from "../yaml/regions.ts";
import { documentStarts } from "../yaml/segments.ts";
import { complete } from "./complete.ts";
import { hover } from "./hover.ts";
import { links } from "./links.ts";
import { type Grammar, labelProblem, labelValueProblem, portNameProblem, subdomainProblem } from "./names.ts";
import type { KubernetesModel } from "./nodes.ts";
import { outline } from "./outline.ts";
import { isOwnFile, parse } from "./parse.ts";
import { isListedPatch } from "./semantics/relations.ts";

const apiVersion = /^(?:\{?\s*["']apiVersion["']|\{?\s?apiVersion)\s*:/m;
const kind = /^(?:\{?\s*["']kind["']|\{?\s?kind)\s*:|^\{.*["']?\bkind\b["']?\s*:/m;

/** A document with apiVersion and kind at its top makes a YAML file a manifest, whatever its name. */
function matches({ uri, text, languageId }: Source): boolean {
	if (isOwnFile(uri)) return true;
	if (!/\.ya?ml$/i.test(uri) && !/yaml|kubernetes|helm/i.test(languageId ?? "")) return false;
	if (!apiVersion.test(text) || !kind.test(text)) return false;
	const starts = documentStarts(text);
	return starts.some((start, index) => {
		const part = starts.length === 1 ? text : text.slice(start, starts[index + 1]);
		return apiVersion.test(part) && kind.test(part);
	});
}

const grammars: Readonly<Record<string, Grammar>> = {
	object: subdomainProblem,
	label: labelValueProblem,
	volume: labelProblem,
	container: labelProblem,
	port: portNameProblem,
};

function refuses(symbol: string, name: string): string | undefined {
	if (symbol === "anchor") {
		return /^[^\s,[\]{}]+$/.test(name) ? undefined : "An anchor's name can't have blanks, commas or brackets.";
	}
	const problem = grammars[symbol]?.(name);
	return problem && `The name “${name}” ${problem}.`;
}

export const kubernetes: Language<KubernetesModel> = {
	id: "kubernetes",
	title: "Kubernetes manifest",
	matches,
	split: documentStarts,
	parse,
	isFragment: (uri, world) => isListedPatch(world, uri),
	statement: ({ text, yaml }, offset) => statementAt(text, yaml, offset),
	hover,
	complete,
	outline,
	folds: ({ text, yaml }) => foldsOf(text, yaml),
	links,
	refuses,
};
