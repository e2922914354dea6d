import { appendCommand } from "../../dockerfile/edit.ts";
import { isMounted } from "../../dockerfile/packages.ts";
import { dockerfileRule } from "../rule.ts";

const cleanUp = "rm -rf /var/lib/apt/lists/*";

export default dockerfileRule({
	id: "apt-lists-left",
	severity: "info",
	tags: ["performance"],
	practice: ["D02"],
	aliases: ["hadolint/DL3009"],
	scope: "file",
	summary: "The package lists that `apt-get update` fetched stay in the layer.",
	why: "`apt-get update` writes some 20 to 50 MB of package lists that nobody needs once the packages are installed. A later `rm` does not help: the layer has them already, so they have to go in the same RUN. A cache mount on `/var/lib/apt` keeps them out as well. Stages that are only copied from are not looked at.",
	links: ["https://docs.docker.com/build/building/best-practices/#apt-get"],
	fix: { title: "Remove the lists in the same RUN", safety: "suggestion" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM debian:13-slim\nRUN ~~apt-get update~~ && apt-get install -y --no-install-recommends curl\n",
			good: "FROM debian:13-slim\nRUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*\n",
			message: "The package lists that `apt-get update` fetched stay in the layer.",
		},
		{
			path: "Dockerfile",
			bad: "FROM debian:13-slim\nRUN ~~apt-get update~~ \\\n    && apt-get install -y \\\n        curl \\\n        wget \\\n    && echo done\nRUN <<EOF\n~~apt-get update~~\napt-get install -y git\nEOF\n",
			good: "FROM debian:13-slim\nRUN apt-get update \\\n    && apt-get install -y \\\n        curl \\\n        wget \\\n    && rm -rf /var/lib/apt/lists/* \\\n    && echo done\nRUN <<EOF\napt-get update\napt-get install -y git\nrm -rf /var/lib/apt/lists/*\nEOF\n",
			shown: false,
		},
	],
	check: {
		run(run, { text, report, model }) {
			const { commands, instruction, stage } = run;
			if (stage && !stage.shipped) return;
			const calls = commands.flatMap(({ command, packages: call }) => {
				return call && (call.manager === "apt-get" || call.manager === "apt") ? [{ command, call }] : [];
			});
			const update = calls.find(({ call }) => call.subcommand.value === "update");
			if (!update || isMounted(run, "/var/lib/apt/lists")) return;
			const cleans = commands.some(
				({ command }) =>
					/^(?:rm|find|truncate)$/.test(command.program) &&
					command.operands.some(({ value }) => /\/var\/lib\/apt(?:\/lists|\/?\*?$)|^\/var\/lib\/\*/.test(value)),
			);
			if (
				cleans ||
				calls.some(({ call }) => call.subcommand.value === "dist-clean" || call.subcommand.value === "distclean")
			)
				return;
			// Something that is not read here may clean up.
			if (/\/var\/lib\/apt|\bapt-clean|cleanup|clean-apt/.test(instruction.argumentText)) return;
			const last = calls.findLast(({ command }) => command.place === "top") ?? update;
			const { subcommand } = update.call;
			report(
				{ start: update.command.programWord?.span.start ?? subcommand.span.start, end: subcommand.span.end },
				{ fix: () => [appendCommand(text, instruction, last.command.span, cleanUp, model.escape)] },
			);
		},
	},
});
