import { inCaseOf } from "../../dockerfile/edit.ts";
import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "cd-in-run",
	severity: "warning",
	tags: ["correctness"],
	practice: ["D16"],
	aliases: ["hadolint/DL3003", "trivy/DS-0013"],
	scope: "file",
	summary: "A RUN that only changes the folder has no effect.",
	why: "A `cd` holds only to the end of its RUN: the next instruction starts in WORKDIR again. So a RUN that is nothing but `cd` does nothing. A `cd` that other commands of the same RUN follow is fine, and this rule says nothing about it.",
	links: ["https://docs.docker.com/build/building/best-practices/#workdir"],
	fix: { title: "Replace it by WORKDIR", safety: "suggestion" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM node:24.11-slim\nRUN ~~cd /app~~\nRUN npm ci\n",
			good: "FROM node:24.11-slim\nWORKDIR /app\nRUN npm ci\n",
			message: "This `cd` has no effect: the next instruction starts in WORKDIR again.",
		},
	],
	check: {
		run({ commands, instruction, form, stage }, { text, report }) {
			const [first, ...rest] = commands;
			if (!first || form !== "shell" || rest.length > 0) return;
			const { command } = first;
			const [path, more] = command.args;
			if (command.name?.value !== "cd" || !path?.literal || more) return;
			const { keywordSpan, span, flags } = instruction;
			const known = path.value.startsWith("/") || stage?.workdir !== undefined;
			report(command.span, {
				message: "This `cd` has no effect: the next instruction starts in WORKDIR again.",
				...(flags.length === 0 &&
					known &&
					!instruction.trigger && {
						fix: () => [
							{ span, text: `${inCaseOf(text.slice(keywordSpan.start, keywordSpan.end), "WORKDIR")} ${path.text}` },
						],
					}),
			});
		},
	},
});
