import { removeInstruction } from "../../dockerfile/edit.ts";
import { dockerfileRule } from "../rule.ts";

const last = ["CMD", "ENTRYPOINT", "HEALTHCHECK"] as const;

export default dockerfileRule({
	id: "multiple-cmd",
	severity: "warning",
	tags: ["correctness"],
	practice: ["D15", "D14"],
	aliases: [
		"hadolint/DL4003",
		"hadolint/DL4004",
		"hadolint/DL3012",
		"buildkit/MultipleInstructionsDisallowed",
		"dockerfile-utils/MULTIPLE_INSTRUCTIONS",
		"trivy/DS-0016",
		"trivy/DS-0007",
		"trivy/DS-0023",
	],
	scope: "file",
	summary: "A later instruction of the stage replaces this one.",
	why: "A stage has one CMD, one ENTRYPOINT and one HEALTHCHECK: each further one replaces the one before, without a word. What stands in the earlier ones never runs.",
	links: ["https://docs.docker.com/reference/build-checks/multiple-instructions-disallowed/"],
	fix: { title: "Remove it", safety: "suggestion" },
	examples: [
		{
			path: "Dockerfile",
			bad: 'FROM node:24.11-slim\n~~CMD~~ ["npm", "start"]\nEXPOSE 8080\nCMD ["node", "server.js"]\n',
			good: 'FROM node:24.11-slim\nEXPOSE 8080\nCMD ["node", "server.js"]\n',
			message: "A later CMD of the stage replaces this one.",
		},
	],
	check: {
		stage({ instructions }, { text, report, model }) {
			for (const keyword of last) {
				const same = instructions.filter((instruction) => instruction.keyword === keyword);
				const winner = same.pop();
				for (const instruction of same) {
					report(instruction.keywordSpan, {
						message: `A later ${keyword} of the stage replaces this one.`,
						tag: "unnecessary",
						fix: () => [removeInstruction(text, instruction)],
						related: winner ? [{ uri: model.uri, span: winner.keywordSpan, message: "The one that counts." }] : [],
					});
				}
			}
		},
	},
});
