import { at } from "../../core/text.ts";
import type { AddNode, CopyNode } from "../../dockerfile/nodes.ts";
import { type Context, dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "several-sources-without-slash",
	severity: "error",
	tags: ["correctness"],
	practice: ["D17"],
	aliases: ["hadolint/DL3021", "dockerfile-utils/INVALID_DESTINATION", "trivy/DS-0011"],
	scope: "file",
	summary: "Several sources are copied to what is not marked as a folder.",
	why: "With more than one source the destination has to be a folder, and a folder is told by the slash at its end. The builder refuses anything else.",
	links: ["https://docs.docker.com/reference/dockerfile/#destination"],
	fix: { title: "Add a slash", safety: "safe" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM node:24.11-slim\nCOPY package.json package-lock.json ~~/app~~\n",
			good: "FROM node:24.11-slim\nCOPY package.json package-lock.json /app/\n",
			message: "Several files are copied to `/app`, which needs a slash at its end to be a folder.",
		},
		{
			path: "Dockerfile",
			bad: 'FROM node:24.11-slim\nCOPY ["a b", "c", "~~/app~~"]\nCOPY a b .\nCOPY a b $DIR\nCOPY a b ./\n',
			good: 'FROM node:24.11-slim\nCOPY ["a b", "c", "/app/"]\nCOPY a b .\nCOPY a b $DIR\nCOPY a b ./\n',
			shown: false,
		},
	],
	check: { copy: checkTarget, add: checkTarget },
});

function checkTarget({ sources, destination }: CopyNode | AddNode, { report }: Context): void {
	if (sources.length < 2 || !destination || destination.resolved === undefined) return;
	const path = destination.resolved;
	if (/[/\\]$|^\.{1,2}$|[/\\]\.{1,2}$/.test(path) || path === "") return;
	report(destination.inner, {
		message: `Several files are copied to \`${destination.value}\`, which needs a slash at its end to be a folder.`,
		fix: () => [{ span: at(destination.inner.end), text: "/" }],
	});
}
