import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "from-as-casing",
	severity: "hint",
	tags: ["style"],
	practice: ["D17"],
	aliases: ["buildkit/FromAsCasing"],
	scope: "file",
	summary: "AS and FROM are not written in the same case.",
	why: "Keywords can be written in capitals or not. One line in two ways is only harder to read.",
	links: ["https://docs.docker.com/reference/build-checks/from-as-casing/"],
	fix: { title: "Write AS like FROM", safety: "safe" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM golang:1.26 ~~as~~ build\n",
			good: "FROM golang:1.26 AS build\n",
			message: "`as` is not written in the case of `FROM`.",
		},
	],
	check: {
		from({ as, instruction }, { text, report }) {
			if (!as) return;
			const keyword = text.slice(instruction.keywordSpan.start, instruction.keywordSpan.end);
			const right = keyword === keyword.toUpperCase() ? "AS" : keyword === keyword.toLowerCase() ? "as" : undefined;
			if (right === undefined || as.value === right) return;
			report(as.span, {
				message: `\`${as.value}\` is not written in the case of \`${keyword}\`.`,
				fix: () => [{ span: as.span, text: right }],
			});
		},
	},
});
