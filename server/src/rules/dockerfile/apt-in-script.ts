import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "apt-in-script",
	severity: "info",
	tags: ["style"],
	practice: ["D16"],
	aliases: ["hadolint/DL3027"],
	scope: "file",
	summary: "`apt` is made for people at a terminal.",
	why: "`apt` itself warns that its command line may change; `apt-get` and `apt-cache` keep theirs for scripts.",
	fix: { title: "Write apt-get", safety: "safe" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM debian:13-slim\nRUN ~~apt~~ update && ~~apt~~ install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*\n",
			good: "FROM debian:13-slim\nRUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*\n",
		},
	],
	check: {
		command({ command, run }, { report }) {
			const { programWord, operands } = command;
			const [subcommand] = operands.filter(({ value }) => !value.startsWith("-"));
			if (!run || programWord?.value !== "apt" || programWord.text !== "apt") return;
			if (
				!/^(?:update|install|upgrade|remove|purge|autoremove|clean|autoclean|build-dep)$/.test(subcommand?.value ?? "")
			)
				return;
			report(programWord.span, { fix: () => [{ span: programWord.span, text: "apt-get" }] });
		},
	},
});
