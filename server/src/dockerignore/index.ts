import type { Fold, Link } from "../core/feature.ts";
import type { Language } from "../core/language.ts";
import { lineEnd, lineStart } from "../core/text.ts";
import { baseName } from "../core/uri.ts";
import type { World } from "../core/world.ts";
import { complete } from "./complete.ts";
import { hover } from "./hover.ts";
import type { DockerignoreModel } from "./nodes.ts";
import { parse } from "./parse.ts";

export const dockerignore: Language<DockerignoreModel> = {
	id: "dockerignore",
	title: "ignore file",
	matches: ({ uri, languageId }) =>
		languageId === "dockerignore" || /\.(?:docker|container)ignore$/.test(baseName(uri)),
	parse,
	statement: ({ text }, offset) => ({ start: lineStart(text, offset), end: lineEnd(text, offset) }),
	hover,
	complete,
	folds,
	links,
};

/** Blocks of comment lines. */
function folds({ comments }: DockerignoreModel): readonly Fold[] {
	const result: Fold[] = [];
	let block: { start: number; end: number } | undefined;
	for (const { span } of comments) {
		if (block && span.start - block.end <= 2) block.end = span.end;
		else block = { ...span };
		if (block.end === span.end && block.start !== span.start) {
			if (result.at(-1)?.span.start === block.start) result.pop();
			result.push({ span: { ...block }, kind: "comment" });
		}
	}
	return result;
}

/** Patterns that are the name of a file. */
function links(model: DockerignoreModel, world: World): readonly Link[] {
	return model.nodes.flatMap(({ pattern, patternSpan }) => {
		if (pattern === "" || /[*?[\\]/.test(pattern)) return [];
		const target = world.resolve(model.uri, pattern);
		return world.exists(target) && !world.list(target) ? [{ span: patternSpan, target }] : [];
	});
}
