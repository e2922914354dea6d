import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "dist-upgrade",
	severity: "info",
	tags: ["reliability"],
	practice: ["D07"],
	aliases: ["trivy/DS-0024", "hadolint/DL3035"],
	scope: "file",
	summary: "The distribution is upgraded inside the image.",
	why: "`dist-upgrade` may remove packages and move the image to another release than its tag says. Take a newer tag of the base image; a plain `apt-get upgrade` is enough for security fixes that the base image has not got yet.",
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM debian:13-slim\nRUN apt-get update && apt-get ~~dist-upgrade~~ -y && rm -rf /var/lib/apt/lists/*\n",
			good: "FROM debian:13-slim\nRUN apt-get update && apt-get upgrade -y && rm -rf /var/lib/apt/lists/*\n",
			message: "`apt-get dist-upgrade` may move the image to another release than its tag says.",
		},
	],
	check: {
		command({ packages: call, run }, { report }) {
			if (!run || !call || !/^(?:dist-upgrade|full-upgrade|dup)$/.test(call.subcommand.value)) return;
			report(call.subcommand.span, {
				message: `\`${call.manager} ${call.subcommand.value}\` may move the image to another release than its tag says.`,
			});
		},
	},
});
