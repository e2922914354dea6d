import type { Language } from "../core/language.ts";
import type { Span } from "../core/text.ts";
import { at, lineStart } from "../core/text.ts";
import { complete } from "./complete.ts";
import { hover } from "./hover.ts";
import { links } from "./links.ts";
import type { DockerfileModel } from "./nodes.ts";
import { parse } from "./parse.ts";
import { folds, outline } from "./symbols.ts";

const names = /^(?:dockerfile|containerfile)(?:\..+)?$|\.(?:dockerfile|containerfile)$/i;

/** Dockerfiles and Containerfiles. */
export const dockerfile: Language<DockerfileModel> = {
	id: "dockerfile",
	title: "Dockerfile",
	matches({ uri, languageId }) {
		const name = decodeURIComponentSafely(uri.slice(uri.lastIndexOf("/") + 1));
		if (/\.(?:dockerignore|containerignore)$/i.test(name)) return false;
		return languageId === "dockerfile" || names.test(name);
	},
	parse,
	statement,
	hover,
	complete,
	outline,
	folds,
	links,
};

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
