import { dockerfileRule } from "../rule.ts";

/** Subcommands that need the lists which `update` fetches. */
const uses = /^(?:install|add|upgrade|dist-upgrade|full-upgrade|build-dep|source|download|satisfy)$/;

export default dockerfileRule({
	id: "apt-update-alone",
	severity: "warning",
	tags: ["reliability"],
	practice: ["D02", "D13"],
	aliases: ["trivy/DS-0017"],
	scope: "file",
	summary: "The package lists are fetched in a RUN that installs nothing.",
	why: "The layer of a RUN with only `apt-get update` stays in the cache while the RUN with the installation changes, which then works with lists that may be months old and asks for versions that are gone. Both belong in one RUN.",
	links: ["https://docs.docker.com/build/building/best-practices/#apt-get"],
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM debian:13-slim\nRUN ~~apt-get update~~\nRUN apt-get install -y --no-install-recommends curl\n",
			good: "FROM debian:13-slim\nRUN apt-get update && apt-get install -y --no-install-recommends curl\n",
			message: "`apt-get update` stands in a RUN that installs nothing.",
		},
	],
	check: {
		run({ commands }, { report }) {
			const calls = commands.flatMap(({ command, packages: call }) => {
				return call ? [{ command, call }] : [];
			});
			const update = calls.find(
				({ call }) => /^(?:apt-get|apt|apk)$/.test(call.manager) && call.subcommand.value === "update",
			);
			if (!update || calls.some(({ call }) => uses.test(call.subcommand.value))) return;
			// A script may install: only what is nothing but the update, or settings around it, is judged.
			if (commands.length > 1) return;
			const { subcommand, manager } = update.call;
			report(
				{ start: update.command.programWord?.span.start ?? subcommand.span.start, end: subcommand.span.end },
				{ message: `\`${manager} update\` stands in a RUN that installs nothing.` },
			);
		},
	},
});
