import type { Language, Source } from "../core/language.ts";
import { baseName } from "../core/uri.ts";
import { foldsOf, statementAt } from "../yaml/regions.ts";
import { complete } from "./complete.ts";
import { hover } from "./hover.ts";
import { linksOf } from "./links.ts";
import type { ComposeModel } from "./nodes.ts";
import { parse } from "./parse.ts";
import { outlineOf } from "./symbols.ts";

const fileName = /^(?:(?:docker-)?compose(?:[.-][\w.-]+)?|[\w.-]+\.(?:docker-)?compose)\.ya?ml$/i;

function matches({ uri, text, languageId }: Source): boolean {
	if (languageId === "dockercompose") return true;
	const name = baseName(uri);
	if (fileName.test(name)) return true;
	return /\.ya?ml$/i.test(name) && looksLikeCompose(text);
}

/** A mapping with `services:` at the top whose entries are mappings, and nothing that Kubernetes, CI and the like begin with. */
function looksLikeCompose(text: string): boolean {
	if (
		!/^services:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*[ \t]+["'\w.-]+:[ \t]*(?:&\S+[ \t]*)?(?:#.*)?$/m.test(text)
	)
		return false;
	if (/^(?:apiVersion|kind|stages|jobs|pipelines|trigger|steps|parameters|imports|openapi|swagger):/m.test(text))
		return false;
	return typical.test(text);
}

/** Keys that services have, those of fragments without an image among them, and the services of other formats have not. */
const typical =
	/^[ \t]+(?:image|build|extends|restart|cap_drop|security_opt|depends_on|env_file|healthcheck|network_mode):/m;

/** Grammar of the names that a Compose file's keys may have. Source: compose-spec.json, patternProperties. */
const names = /^[a-zA-Z0-9._-]+$/;

export const compose: Language<ComposeModel> = {
	id: "compose",
	title: "Compose file",
	matches,
	parse,
	statement: ({ text, yaml }, offset) => statementAt(text, yaml, offset),
	hover,
	complete,
	outline: outlineOf,
	folds: ({ text, yaml }) => foldsOf(text, yaml),
	links: linksOf,
	refuses(kind, name) {
		if (kind === "anchor")
			return /^[^\s[\]{},*&]+$/.test(name) ? undefined : "An anchor's name can't have blanks, commas or brackets.";
		return names.test(name)
			? undefined
			: "A name in a Compose file consists of letters, digits, dots, dashes and underscores.";
	},
};
