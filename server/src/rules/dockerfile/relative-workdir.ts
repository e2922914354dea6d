import { at } from "../../core/text.ts";
import { isAbsolute } from "../../dockerfile/paths.ts";
import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "relative-workdir",
	severity: "warning",
	tags: ["reliability"],
	practice: ["D17"],
	aliases: [
		"hadolint/DL3000",
		"buildkit/WorkdirRelativePath",
		"dockerfile-utils/WORKDIR_IS_NOT_ABSOLUTE",
		"trivy/DS-0009",
	],
	scope: "file",
	summary: "The folder depends on the one that the base image happens to set.",
	why: "A relative WORKDIR starts at the folder before it, and at first that is the base image's, which can change with the image. After an absolute WORKDIR of this file a relative one is clear, and this rule says nothing.",
	links: ["https://docs.docker.com/reference/build-checks/workdir-relative-path/"],
	fix: { title: "Start at the root", safety: "suggestion" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM node:24.11-slim\nWORKDIR ~~app~~\nCOPY . .\n",
			good: "FROM node:24.11-slim\nWORKDIR /app\nCOPY . .\n",
			message: "Where `app` is depends on the folder that the base image sets.",
		},
		{
			path: "Dockerfile",
			bad: 'FROM node:24.11-slim AS a\nWORKDIR "~~./app~~"\nFROM a\nWORKDIR /srv\nWORKDIR app\nFROM scratch\nWORKDIR app\n',
			good: 'FROM node:24.11-slim AS a\nWORKDIR "/app"\nFROM a\nWORKDIR /srv\nWORKDIR app\nFROM scratch\nWORKDIR app\n',
			shown: false,
		},
	],
	check: {
		workdir({ path, before, instruction, stage }, { report }) {
			if (!path || !stage || instruction.trigger || before !== undefined) return;
			const value = path.resolved;
			if (value === undefined || value === "" || isAbsolute(value) || value.startsWith("~")) return;
			const { start } = path.inner;
			const dots = path.literal ? (/^(?:\.\/)+/.exec(path.value)?.[0].length ?? 0) : 0;
			report(path.inner, {
				message: `Where \`${path.value}\` is depends on the folder that the base image sets.`,
				...(path.literal &&
					!value.startsWith("..") && {
						fix: () => [{ span: dots > 0 ? { start, end: start + dots } : at(start), text: "/" }],
					}),
			});
		},
	},
});
