import { inCaseOf, insertLineAfter } from "../../dockerfile/edit.ts";
import type { CommandNode, RunNode, StageNode } from "../../dockerfile/nodes.ts";
import type { ShellPipeline } from "../../shell/command.ts";
import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "missing-pipefail",
	severity: "warning",
	tags: ["reliability"],
	practice: ["D16"],
	aliases: ["hadolint/DL4006"],
	scope: "file",
	summary: "A failing command before the pipe goes unnoticed.",
	why: "A pipe ends with the result of its last command: when `curl` fails, `tar` gets an empty or cut file and the build may go on with it. With `pipefail` the RUN fails at the command that failed. It is a feature of bash and of busybox's ash; plain `/bin/sh` of Debian has no such option, so SHELL has to name bash.",
	links: ["https://docs.docker.com/build/building/best-practices/#using-pipes"],
	fix: { title: "Set a shell with pipefail", safety: "suggestion" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM debian:13\nRUN ~~curl -fsSL https://example.com/tool.tar.gz~~ | tar -xz -C /opt\n",
			good: 'FROM debian:13\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN curl -fsSL https://example.com/tool.tar.gz | tar -xz -C /opt\n',
			message: "That `curl` fails goes unnoticed: the pipe ends with the result of `tar`.",
		},
		{
			path: "Dockerfile",
			bad: "from alpine:3.24\nrun ~~wget -qO- https://example.com/a~~ | sh && ~~wget -qO- https://example.com/b~~ | sh\nrun echo a | tee b\nrun set -o pipefail; curl x | tar x\nrun if ls | grep -q a; then true; fi\n",
			good: 'from alpine:3.24\nshell ["/bin/ash", "-eo", "pipefail", "-c"]\nrun wget -qO- https://example.com/a | sh && wget -qO- https://example.com/b | sh\nrun echo a | tee b\nrun set -o pipefail; curl x | tar x\nrun if ls | grep -q a; then true; fi\n',
			shown: false,
		},
	],
	check: {
		run(run, { text, report }) {
			const { stage, shell, form, instruction } = run;
			if (!stage || form === "exec" || shell.kind !== "posix" || shell.pipefail || setsPipefail(run)) return;
			for (const { first, last } of pipes(run)) {
				const program = first.command.program;
				if (!fetches.has(program) && !works.has(program)) continue;
				report(first.span, {
					message: `That \`${program}\` fails goes unnoticed: the pipe ends with the result of \`${last.command.program || "its last command"}\`.`,
					...(!fetches.has(program) && { severity: "info" as const }),
					...(!shell.instruction &&
						!instruction.trigger && {
							fix: () => [insertLineAfter(text, stage.from.instruction, shellLine(text, stage))],
						}),
				});
			}
		},
	},
});

/** What fetches: its failure leaves half a file. */
const fetches = new Set(["curl", "wget", "aws", "gsutil", "gpg"]);
/** What builds, tests or unpacks. Of other commands, such as `grep`, an empty output mostly says enough. */
const works = new Set([
	"make",
	"cmake",
	"ninja",
	"npm",
	"yarn",
	"pnpm",
	"go",
	"cargo",
	"mvn",
	"gradle",
	"dotnet",
	"pip",
	"pip3",
	"pytest",
	"tar",
	"unzip",
	"mysql",
	"psql",
	"openssl",
]);

function setsPipefail({ commands, instruction }: RunNode): boolean {
	if (
		commands.some(
			({ command }) => command.name?.value === "set" && command.args.some(({ value }) => value === "pipefail"),
		)
	)
		return true;
	// `bash -o pipefail -c "…"` and `#!/bin/bash -eo pipefail`.
	return /\bpipefail\b/.test(instruction.argumentText);
}

/** Pipes whose result counts: not in a condition, whose failure is an answer, and not in a substitution. */
function pipes({ commands }: RunNode): readonly { readonly first: CommandNode; readonly last: CommandNode }[] {
	const byPipeline = new Map<ShellPipeline, { first: CommandNode; last: CommandNode }>();
	for (const node of commands) {
		const { pipeline, place } = node.command;
		if (!pipeline || place === "condition" || place === "substitution") continue;
		const known = byPipeline.get(pipeline);
		if (known) known.last = node;
		else byPipeline.set(pipeline, { first: node, last: node });
	}
	return [...byPipeline.values()].filter(({ last }) => !/^(?:grep|egrep|true)$/.test(last.command.program));
}

/** A SHELL that this stage's base image is likely to have. */
function shellLine(text: string, { from, image }: StageNode): string {
	const { keywordSpan } = from.instruction;
	const keyword = inCaseOf(text.slice(keywordSpan.start, keywordSpan.end), "SHELL");
	const small = /alpine|busybox/.test(image ?? "");
	return `${keyword} ${small ? '["/bin/ash", "-eo", "pipefail", "-c"]' : '["/bin/bash", "-o", "pipefail", "-c"]'}`;
}
