import type { Language } from "../core/language.ts";
import type { Span } from "../core/text.ts";
import { at, lineStart } from "../core/text.ts";
import { complete } from "./complete.ts";
import { hover } from "./hover.ts";
import { links } from "./links.ts";
import type { DockerfileModel } from "./nodes.ts";
import { parse } from "./parse.ts";
import { instructionBefore } from "./position.ts";
import { imageState, toMarkdown } from "./state.ts";
import { folds, outline } from "./symbols.ts";

/** Endings of what only goes with a Dockerfile: documentation, templates, tests, scripts. */
const others =
	/\.(?:md|markdown|rst|html|tmpl|template|tpl|j2|jinja2?|erb|go|py|js|ts|rb|rs|sh|ps1|ya?ml|json|toml|bak|orig|swp)$/i;
const names = /^(?:dockerfile|containerfile)(?:\..+)?$|\.(?:dockerfile|containerfile)$/i;

/** Dockerfiles and Containerfiles. */
export const dockerfile: Language<DockerfileModel> = {
	id: "dockerfile",
	title: "Dockerfile",
	matches({ uri, languageId }) {
		const name = decodeURIComponentSafely(uri.slice(uri.lastIndexOf("/") + 1));
		if (/\.(?:dockerignore|containerignore)$/i.test(name)) return false;
		return languageId === "dockerfile" || (names.test(name) && !others.test(name));
	},
	parse,
	statement,
	hover,
	complete,
	outline,
	folds,
	links,
	state,
};

/** The image after the instruction that stands at or before `offset`. */
function state(model: DockerfileModel, offset: number): string | undefined {
	const instruction = instructionBefore(model, offset);
	const found = instruction && imageState(model, instruction);
	return found && toMarkdown(model, found);
}

/** The instruction at or after the line of `offset`: what a comment there speaks of. */
function statement(model: DockerfileModel, offset: number): Span {
	const start = lineStart(model.text, offset);
	const { instructions } = model;
	let low = 0;
	let high = instructions.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((instructions[middle]?.span.end ?? 0) < start) low = middle + 1;
		else high = middle;
	}
	return instructions[low]?.span ?? at(Math.min(offset, model.text.length));
}

function decodeURIComponentSafely(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
