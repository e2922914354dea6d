import { type PatternProblem, patternProblem } from "../../container/ignore.ts";
import { at, lineStart, nextLine, toSpan } from "../../core/text.ts";
import { dockerignoreRule } from "../rule.ts";

export default dockerignoreRule({
	id: "invalid-ignore-pattern",
	severity: "error",
	tags: ["correctness"],
	practice: ["D12"],
	aliases: [],
	scope: "file",
	summary: "The line of the ignore file is no pattern, so the build stops.",
	why: "A pattern may hold `*`, `?`, `**` and classes of characters such as `[a-z]`. Docker reads all patterns before it sends the context, and gives up on the first that does not follow the grammar, whether any file would fit it or not. A bracket or backslash that is meant as such is written with a backslash before it.",
	links: [
		"https://docs.docker.com/build/concepts/context/#dockerignore-files",
		"https://pkg.go.dev/path/filepath#Match",
	],
	fix: { title: "Escape the character", safety: "suggestion" },
	examples: [
		{
			path: ".dockerignore",
			bad: "node_modules\nnotes~~[~~old.md\n",
			good: "node_modules\nnotes\\[old.md\n",
			message: "The `[` in `notes[old.md` is never closed.",
		},
		{
			path: ".dockerignore",
			bad: "*\n~~!~~\n",
			good: "*\n",
			message: "No pattern stands after the `!`.",
		},
		{
			path: ".dockerignore",
			bad: "log[0~~-~~]\n~~[]~~x\n\\\\~~[~~\ndist~~\\~~\na[a~~-~~-z]\n*.[[x-z]\n[\\]\\-]\n[^a-c]x\n",
			good: "log[0\\-]\n\\[]x\n\\\\\\[\ndist\\\\\na[a\\--z]\n*.[[x-z]\n[\\]\\-]\n[^a-c]x\n",
			shown: false,
		},
	],
	check: {
		"ignore-pattern"(node, { text, report }) {
			if (node.exception && node.pattern === "") {
				report(node.span, {
					message: "No pattern stands after the `!`.",
					title: "Remove the line",
					fix: () => [{ span: toSpan(lineStart(text, node.span.start), nextLine(text, node.span.end)), text: "" }],
				});
				return;
			}
			const start = node.patternSpan.start;
			const written = text.slice(start, node.patternSpan.end);
			const problem = patternProblem(written);
			if (!problem) return;
			const span = { start: start + problem.span.start, end: start + problem.span.end };
			report(span, {
				message: messageOf(problem, written),
				// On Windows it separates folders, and is no mistake there.
				...(problem.kind === "backslash" && { severity: "warning" }),
				fix: () => [{ span: at(span.start), text: "\\" }],
			});
		},
	},
});

function messageOf({ kind, span }: PatternProblem, pattern: string): string {
	switch (kind) {
		case "unclosed":
			return `The \`[\` in \`${pattern}\` is never closed.`;
		case "empty":
			return `The class \`${pattern.slice(span.start, span.end)}\` is empty.`;
		case "dash":
			return `The \`-\` in a class of \`${pattern}\` stands between no two characters.`;
		case "backslash":
			return `Nothing follows the \`\\\` at the end of \`${pattern}\`; folders are separated by \`/\`.`;
	}
}
