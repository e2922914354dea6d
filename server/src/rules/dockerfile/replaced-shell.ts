import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "replaced-shell",
	severity: "warning",
	tags: ["maintainability"],
	practice: ["D16"],
	aliases: ["hadolint/DL4005"],
	scope: "file",
	summary: "`/bin/sh` is replaced to change the shell of RUN.",
	why: "Scripts of the distribution are written for the `/bin/sh` it ships, and another one behind that name can break them. SHELL changes the shell of the instructions that follow, and nothing else.",
	links: ["https://docs.docker.com/reference/dockerfile/#shell"],
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM debian:13-slim\nRUN ~~ln -sf /bin/bash /bin/sh~~\n",
			good: 'FROM debian:13-slim\nSHELL ["/bin/bash", "-c"]\n',
		},
	],
	check: {
		command({ command, run }, { report }) {
			const target = command.operands.at(-1)?.value;
			if (!run || command.program !== "ln" || (target !== "/bin/sh" && target !== "/usr/bin/sh")) return;
			report(command.span);
		},
	},
});
