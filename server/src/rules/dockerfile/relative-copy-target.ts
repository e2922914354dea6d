import type { AddNode, CopyNode } from "../../dockerfile/nodes.ts";
import { isAbsolute } from "../../dockerfile/paths.ts";
import { type Context, dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "relative-copy-target",
	severity: "info",
	tags: ["reliability"],
	practice: ["D17"],
	aliases: ["hadolint/DL3045"],
	scope: "file",
	preset: "all",
	summary: "Files are copied to a folder that depends on the base image.",
	why: "A relative destination starts at WORKDIR. Where the file sets none, it is the base image's, or the root folder. A WORKDIR before it says where the files go. Images that set a folder of their own on purpose are the reason why this is part of the preset `all` only.",
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM node:24.11-slim\nCOPY package.json ~~.~~\n",
			good: "FROM node:24.11-slim\nWORKDIR /app\nCOPY package.json .\n",
			message: "Where `.` is depends on the folder that the base image sets.",
		},
	],
	check: { copy: checkTarget, add: checkTarget },
});

function checkTarget({ destination, workdir, stage, instruction }: CopyNode | AddNode, { report }: Context): void {
	if (!destination || !stage || instruction.trigger || workdir !== undefined) return;
	const path = destination.resolved;
	if (path === undefined || path === "" || isAbsolute(path)) return;
	report(destination.inner, {
		message: `Where \`${destination.value}\` is depends on the folder that the base image sets.`,
	});
}
