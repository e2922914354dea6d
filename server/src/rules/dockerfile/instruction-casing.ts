import { instructionNamed } from "../../dockerfile/vocabulary.ts";
import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "instruction-casing",
	severity: "hint",
	tags: ["style"],
	practice: ["D17"],
	aliases: ["buildkit/ConsistentInstructionCasing", "dockerfile-utils/CASING_INSTRUCTION"],
	scope: "file",
	summary: "The instruction is not written in the case of most others.",
	why: "Keywords can be written in capitals or not; capitals are the custom. What matters is that a file keeps to one, so that the keywords stand out.",
	links: ["https://docs.docker.com/reference/build-checks/consistent-instruction-casing/"],
	fix: { title: "Write it like the others", safety: "safe" },
	examples: [
		{
			path: "Dockerfile",
			bad: 'FROM alpine:3.24\nRUN make\n~~copy~~ app /app\n~~Cmd~~ ["/app"]\n',
			good: 'FROM alpine:3.24\nRUN make\nCOPY app /app\nCMD ["/app"]\n',
			message: "Most keywords of the file are in capitals, `copy` is not.",
		},
	],
	check: {
		file({ instructions }, { text, report }) {
			const written = instructions
				.filter(({ keyword }) => instructionNamed(keyword))
				.map(({ keywordSpan: span, keyword }) => ({ span, keyword, word: text.slice(span.start, span.end) }));
			const upper = written.filter(({ word }) => word === word.toUpperCase()).length;
			const lower = written.filter(({ word }) => word === word.toLowerCase()).length;
			const capitals = upper >= lower;
			for (const { span, keyword, word } of written) {
				const right = capitals ? keyword : keyword.toLowerCase();
				// A keyword that runs over a continuation is another matter.
				if (word === right || word.toUpperCase() !== keyword) continue;
				report(span, {
					message: `Most keywords of the file are in ${capitals ? "capitals" : "lower case"}, \`${word}\` is not.`,
					fix: () => [{ span, text: right }],
				});
			}
		},
	},
});
