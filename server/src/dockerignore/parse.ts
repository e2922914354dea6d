import { parseIgnore } from "../container/ignore.ts";
import type { Comment, Source } from "../core/language.ts";
import { unusedExceptions } from "./exceptions.ts";
import type { DockerignoreModel } from "./nodes.ts";

/** Reads an ignore file; every text is one. */
export function parse({ uri, text }: Source): DockerignoreModel {
	const patterns = parseIgnore(text);
	const unused = unusedExceptions(patterns);
	return {
		language: "dockerignore",
		uri,
		text,
		nodes: patterns.map((pattern, index) => ({ kind: "ignore-pattern", ...pattern, unused: unused(pattern, index) })),
		facts: [],
		problems: [],
		comments: commentsOf(text),
		waivers: [],
		occurrences: [],
	};
}

/** Lines whose first character is `#`; one with blanks before it is a pattern. */
function commentsOf(text: string): readonly Comment[] {
	const comments: Comment[] = [];
	for (const match of text.matchAll(/^#[^\r\n]*/gm)) {
		comments.push({ span: { start: match.index, end: match.index + match[0].length }, text: match[0], alone: true });
	}
	return comments;
}
