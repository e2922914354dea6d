import { inCaseOf, insertLineAfter, insertLineBefore } from "../../dockerfile/edit.ts";
import type { StageNode } from "../../dockerfile/nodes.ts";
import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "root-user",
	severity: "warning",
	tags: ["security"],
	practice: ["D11"],
	aliases: ["hadolint/DL3002", "trivy/DS-0002"],
	scope: "file",
	summary: "The image runs as root.",
	why: "Whoever breaks into a process that runs as root is root in the container, may write all of its files, and is one kernel bug away from the host. Switch to root for the instructions that need it and back to another user at the end. That no USER is set at all is what `missing-user` reports.",
	links: ["https://docs.docker.com/build/building/best-practices/#user"],
	fix: { title: "Go back to the earlier user at the end", safety: "suggestion" },
	examples: [
		{
			path: "Dockerfile",
			bad: 'FROM node:24.11-slim\nUSER node\nRUN npm ci\nUSER ~~root~~\nRUN npm install --global pm2@6.0.13\nCMD ["node", "server.js"]\n',
			good: 'FROM node:24.11-slim\nUSER node\nRUN npm ci\nUSER root\nRUN npm install --global pm2@6.0.13\nUSER node\nCMD ["node", "server.js"]\n',
			message: "The image runs as `root`.",
		},
		{
			path: "Dockerfile",
			bad: "FROM jenkins/jenkins:2.528.2-lts\nUSER ~~0:0~~\nRUN true\n",
			good: "FROM jenkins/jenkins:2.528.2-lts\nUSER 0:0\nRUN true\nUSER jenkins\n",
			shown: false,
		},
	],
	check: {
		stage(stage, { text, report }) {
			const { user, last } = stage;
			if (!last || !user?.literal || !isRoot(user.value)) return;
			const earlier = earlierUser(stage);
			const command = stage.instructions.find(({ keyword }) => keyword === "CMD" || keyword === "ENTRYPOINT");
			const place = command && command.span.start > user.span.end ? command : undefined;
			const end = stage.instructions.at(-1);
			report(user.span, {
				message: `The image runs as \`${user.value}\`.`,
				...(earlier !== undefined &&
					end && {
						fix: () => {
							const { keywordSpan } = user.instruction;
							const line = `${inCaseOf(text.slice(keywordSpan.start, keywordSpan.end), "USER")} ${earlier}`;
							return [place ? insertLineBefore(text, place, line) : insertLineAfter(text, end, line)];
						},
					}),
			});
		},
	},
});

function isRoot(user: string): boolean {
	return /^(?:root|0+)(?::.*)?$/.test(user);
}

/** The last user before that is not root: of an earlier USER of the stage. */
function earlierUser(stage: StageNode): string | undefined {
	const users = stage.instructions
		.filter(({ keyword }) => keyword === "USER")
		.flatMap(({ words }) => words[0]?.value ?? []);
	return users.findLast((user) => !isRoot(user));
}
