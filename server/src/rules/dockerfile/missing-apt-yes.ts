import { insertAfter } from "../../dockerfile/edit.ts";
import { hasCallOption } from "../../dockerfile/packages.ts";
import { dockerfileRule } from "../rule.ts";

const asks = new Set([
	"install",
	"upgrade",
	"dist-upgrade",
	"full-upgrade",
	"remove",
	"purge",
	"autoremove",
	"build-dep",
]);

export default dockerfileRule({
	id: "missing-apt-yes",
	severity: "warning",
	tags: ["correctness"],
	practice: ["D16"],
	aliases: ["hadolint/DL3014", "trivy/DS-0021"],
	scope: "file",
	summary: "`apt-get` asks for a yes, which nobody gives during a build.",
	why: "`apt-get` asks before it installs more than what was named. A build has no one to answer, so it ends with `Abort`. With `-y` it goes on.",
	links: ["https://docs.docker.com/build/building/best-practices/#apt-get"],
	fix: { title: "Add -y", safety: "safe" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM debian:13-slim\nRUN apt-get update && apt-get ~~install~~ --no-install-recommends curl\n",
			good: "FROM debian:13-slim\nRUN apt-get update && apt-get install -y --no-install-recommends curl\n",
			message: "`apt-get install` asks for a yes, which nobody gives during a build.",
		},
		{
			path: "Dockerfile",
			bad: "FROM debian:13-slim\nRUN apt-get update \\\n  # tools\n  && apt-get ~~install~~ \\\n    curl\nRUN apt-get -qqy install a && apt-get install -qq b && apt-get install --assume-yes c && yes | apt-get install d\n",
			good: "FROM debian:13-slim\nRUN apt-get update \\\n  # tools\n  && apt-get install -y \\\n    curl\nRUN apt-get -qqy install a && apt-get install -qq b && apt-get install --assume-yes c && yes | apt-get install d\n",
			shown: false,
		},
	],
	check: {
		command({ command, packages: call, run }, { report, text }) {
			if (!run || command.pipeIndex > 0) return;
			if (!call || (call.manager !== "apt-get" && call.manager !== "apt") || !asks.has(call.subcommand.value)) return;
			if (
				hasCallOption(
					call,
					"-y",
					"--yes",
					"--assume-yes",
					"--assume-no",
					"--force-yes",
					"-s",
					"--simulate",
					"--dry-run",
					"--just-print",
					"-d",
					"--download-only",
					"--print-uris",
				)
			)
				return;
			// Two q are a yes; a setting of apt may be one for all calls; a variable may hold an option.
			if (call.options.some(({ value }) => /^-q{2,}$|^-q=[2-9]|Get::Assume-Yes/i.test(value))) return;
			if (command.args.some(({ value, literal }) => !literal && value.startsWith("$")) || /Get::Assume-Yes/i.test(text))
				return;
			report(call.subcommand.span, {
				message: `\`${call.manager} ${call.subcommand.value}\` asks for a yes, which nobody gives during a build.`,
				fix: () => [insertAfter(call.subcommand.span, "-y")],
			});
		},
	},
});
