import type { CmdNode, EntrypointNode, StageNode } from "../../dockerfile/nodes.ts";
import type { ShellCommand } from "../../shell/command.ts";
import { type Context, dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "shell-form-command",
	severity: "warning",
	tags: ["reliability"],
	practice: ["D15"],
	aliases: ["hadolint/DL3025", "buildkit/JSONArgsRecommended"],
	scope: "file",
	summary: "The command runs below a shell, which does not pass signals on.",
	why: "In shell form the container's process 1 is `/bin/sh -c …`. `docker stop` sends SIGTERM to that shell, which does not hand it to the program, so the program is killed after ten seconds without having finished its work; and an ENTRYPOINT in shell form ignores CMD and all arguments. A JSON array runs the program itself. Where a shell is needed for variables, start the program with `exec`.",
	links: ["https://docs.docker.com/reference/build-checks/json-args-recommended/"],
	fix: { title: "Write it as a JSON array", safety: "suggestion" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM node:24.11-slim\nCMD ~~node server.js --port 8080~~\n",
			good: 'FROM node:24.11-slim\nCMD ["node", "server.js", "--port", "8080"]\n',
			message: "`node` runs below a shell, which does not pass signals on.",
		},
		{
			path: "Dockerfile",
			bad: "FROM node:24.11-slim\nENTRYPOINT ~~node server.js --port $PORT~~\n",
			good: "FROM node:24.11-slim\nENTRYPOINT exec node server.js --port $PORT\n",
			shown: false,
		},
		{
			path: "Dockerfile",
			bad: "FROM node:24.11-slim\nCMD ~~node 'my server.js'~~\n",
			good: 'FROM node:24.11-slim\nCMD ["node", "my server.js"]\n',
			shown: false,
		},
	],
	check: {
		cmd: checkForm,
		entrypoint: checkForm,
	},
});

/** The shell's own commands: a JSON array could not run them. */
const builtins = new Set([
	".",
	"source",
	"cd",
	"set",
	"export",
	"exec",
	"eval",
	"trap",
	"ulimit",
	"umask",
	"if",
	"for",
	"while",
	":",
]);

function checkForm({ form, instruction, script, shell, stage }: CmdNode | EntrypointNode, { report }: Context): void {
	// Whoever sets a SHELL wants it to run the command.
	if (form !== "shell" || shell.instruction || !script || instruction.argumentText === "") return;
	// `["a",]` is meant as an array: another rule speaks of it.
	if (instruction.argumentText.startsWith("[") || script.commands.length === 0) return;
	if (script.commands.some(({ name }) => name?.value === "exec") || isIdle(stage)) return;
	const words = plainWords(script.commands, script.problems.length);
	const program = script.commands.at(-1)?.program;
	report(instruction.argumentSpan, {
		message: `${program ? `\`${program}\`` : "The command"} runs below a shell, which does not pass signals on.`,
		...(words
			? {
					fix: () => [
						{ span: instruction.argumentSpan, text: `[${words.map((word) => JSON.stringify(word)).join(", ")}]` },
					],
				}
			: { severity: "info" as const }),
	});
}

/** The words of the only command, where no shell is needed to understand them. */
function plainWords(commands: readonly ShellCommand[], problems: number): readonly string[] | undefined {
	const [command, more] = commands;
	if (!command?.name || more || problems > 0 || command.place !== "top") return undefined;
	if (command.assignments.length > 0 || command.redirections.length > 0 || builtins.has(command.name.value))
		return undefined;
	const words = [command.name, ...command.args];
	return words.every(({ literal, text }) => literal && !/^~/.test(text)) ? words.map(({ value }) => value) : undefined;
}

/** Whether nothing starts the command: no image that is shipped has it. */
function isIdle(stage: StageNode | undefined): boolean {
	return stage !== undefined && !stage.shipped;
}
