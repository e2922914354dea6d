import { insertAfter } from "../../dockerfile/edit.ts";
import { hasCallOption } from "../../dockerfile/packages.ts";
import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "apt-recommends",
	severity: "info",
	tags: ["performance"],
	practice: ["D02"],
	aliases: ["hadolint/DL3015", "trivy/DS-0029"],
	scope: "file",
	summary: "`apt-get` installs recommended packages, too.",
	why: "Debian's packages recommend others that most installations on a desktop want; in an image they are often the larger part of what is installed, with their own vulnerabilities. `--no-install-recommends` leaves them out; name the one that is missed. Stages that are only copied from are not looked at.",
	links: ["https://docs.docker.com/build/building/best-practices/#apt-get"],
	fix: { title: "Add --no-install-recommends", safety: "suggestion" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM debian:13-slim\nRUN apt-get update && apt-get ~~install~~ -y curl && rm -rf /var/lib/apt/lists/*\n",
			good: "FROM debian:13-slim\nRUN apt-get update && apt-get install --no-install-recommends -y curl && rm -rf /var/lib/apt/lists/*\n",
			message: "`apt-get install` installs recommended packages, too.",
		},
	],
	check: {
		command({ command, packages: call, run, stage }, { report, text }) {
			if (!run || (stage && !stage.shipped)) return;
			if (!call || (call.manager !== "apt-get" && call.manager !== "apt") || call.subcommand.value !== "install")
				return;
			if (hasCallOption(call, "--no-install-recommends", "--install-recommends") || /Install-Recommends/i.test(text))
				return;
			// A variable may hold the option; a local file or a lone variable says nothing.
			if (call.operands.length === 0 || command.args.some(({ value, literal }) => !literal && value.startsWith("$")))
				return;
			report(call.subcommand.span, {
				message: `\`${call.manager} install\` installs recommended packages, too.`,
				fix: () => [insertAfter(call.subcommand.span, "--no-install-recommends")],
			});
		},
	},
});
