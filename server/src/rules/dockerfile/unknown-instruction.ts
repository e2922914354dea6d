import { nearest } from "../../core/nearest.ts";
import { replaceKeyword } from "../../dockerfile/edit.ts";
import type { InstructionNode } from "../../dockerfile/nodes.ts";
import { instructions as vocabulary } from "../../dockerfile/vocabulary.ts";
import { type Context, dockerfileRule } from "../rule.ts";

const names = vocabulary.map(({ name }) => name);
const known = new Set(names);

export default dockerfileRule({
	id: "unknown-instruction",
	severity: "error",
	tags: ["correctness"],
	practice: ["D17"],
	aliases: ["dockerfile-utils/UNKNOWN_INSTRUCTION", "hadolint/DL1000", "tally/unknown-instruction"],
	scope: "file",
	summary: "There is no such instruction.",
	why: "A Dockerfile has 18 instructions, and the builder stops at the first word of a line that is none of them. Besides a misspelling, the cause is often a `\\` that is missing at the end of the line before.",
	links: ["https://docs.docker.com/reference/dockerfile/#overview"],
	fix: { title: "Write the instruction that was probably meant", safety: "suggestion" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM alpine:3.24\n~~COYP~~ app /app\n",
			good: "FROM alpine:3.24\nCOPY app /app\n",
			message: "There is no instruction `COYP`; did you mean COPY?",
		},
		{
			path: "Dockerfile",
			bad: "from alpine:3.24\n~~onbiuld~~ run make\n",
			good: "from alpine:3.24\nonbuild run make\n",
			shown: false,
		},
	],
	check: {
		file({ instructions, template }, { text, report }) {
			if (template) return;
			const unknown = instructions.filter(({ keyword }) => !known.has(keyword));
			// A text without any instruction is no Dockerfile: once is enough to say so.
			const most = unknown.length === instructions.length ? 1 : 100;
			for (const instruction of unknown.slice(0, most)) checkKeyword(instruction, text, report);
		},
		onbuild({ triggered }, { text, report }) {
			if (triggered && !known.has(triggered.keyword)) checkKeyword(triggered, text, report);
		},
	},
});

function checkKeyword(node: InstructionNode, text: string, report: Context["report"]): void {
	const written = text.slice(node.keywordSpan.start, node.keywordSpan.end);
	const shown = written.length > 40 ? `${written.slice(0, 40)}…` : written;
	const meant = node.keyword.length > 40 ? undefined : nearest(node.keyword, names);
	if (meant === undefined) {
		report(node.keywordSpan, { message: `There is no instruction \`${shown}\`.` });
		return;
	}
	report(node.keywordSpan, {
		message: `There is no instruction \`${shown}\`; did you mean ${meant}?`,
		title: `Write ${meant}`,
		fix: () => [replaceKeyword(text, node, meant)],
	});
}
