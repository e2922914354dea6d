import { at, lineBreakOf, lineStart, nextLine, toSpan } from "../../core/text.ts";
import { dockerignoreRule } from "../rule.ts";

export default dockerignoreRule({
	id: "unused-exception",
	severity: "warning",
	tags: ["correctness", "maintainability"],
	practice: ["D12"],
	aliases: [],
	scope: "file",
	summary: "The line with `!` puts nothing back that another line leaves out.",
	why: "An exception only undoes lines above it, and the last line that fits a file decides. One that stands first, or before the line it should make an exception of, changes nothing: the files stay out of the build context, and COPY does not find them.",
	links: ["https://docs.docker.com/build/concepts/context/#negating-matches"],
	fix: { title: "Move the line behind what leaves it out", safety: "suggestion" },
	examples: [
		{
			path: ".dockerignore",
			bad: "~~!README.md~~\n*.md\nnode_modules\n",
			good: "*.md\n!README.md\nnode_modules\n",
			message: "`*.md` stands below `!README.md` and leaves it out again.",
		},
		{
			path: ".dockerignore",
			bad: "dist\n~~!src/main.ts~~\n",
			good: "dist\n",
			message: "No line above leaves out what `!src/main.ts` puts back.",
		},
		{
			path: ".dockerignore",
			bad: "~~!src/**~~\n*\n!package.json\nsrc/*.test.ts\n!src\n!docs\n",
			good: "*\n!src/**\n!package.json\nsrc/*.test.ts\n!src\n!docs\n",
			shown: false,
		},
	],
	check: {
		"ignore-pattern"(node, { text, report }) {
			if (!node.unused) return;
			const { later } = node.unused;
			const line = text.slice(node.span.start, node.span.end);
			if (later) {
				report(node.span, {
					message: `\`${text.slice(later.span.start, later.span.end)}\` stands below \`${line}\` and leaves it out again.`,
					fix: () => [
						{ span: toSpan(lineStart(text, node.span.start), nextLine(text, node.span.end)), text: "" },
						{ span: at(later.span.end), text: `${lineBreakOf(text)}${line}` },
					],
				});
				return;
			}
			report(node.span, {
				message: `No line above leaves out what \`${line}\` puts back.`,
				title: "Remove the line",
				fix: () => [{ span: toSpan(lineStart(text, node.span.start), nextLine(text, node.span.end)), text: "" }],
				tag: "unnecessary",
			});
		},
	},
});
