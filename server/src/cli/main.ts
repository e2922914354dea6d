import { nearest } from "../core/nearest.ts";
import { ruleMarkdown } from "../lint/explain.ts";
import { rules } from "../rules/index.ts";
import { rulesNamed } from "../rules/names.ts";
import { parseCommand, UsageError } from "./args.ts";
import { helpAbout } from "./help.ts";
import { lint } from "./lint.ts";
import { version } from "./version.ts";

/** Runs a command; answers the exit code. Throws a UsageError for what the user got wrong. */
async function run(args: readonly string[]): Promise<number> {
	const command = parseCommand(args);
	switch (command.name) {
		case "help":
			process.stdout.write(helpAbout(command.about));
			return 0;
		case "version":
			process.stdout.write(`${version}\n`);
			return 0;
		case "rules":
			for (const { id, severity, summary } of rules)
				process.stdout.write(`${id.padEnd(36)} ${severity.padEnd(8)} ${summary}\n`);
			return 0;
		case "explain":
			return explain(command.rules);
		case "lsp":
			// The language server is a program of its own beside this one, so that it starts without the command line.
			require(`${__dirname}/server.js`);
			return new Promise<number>(() => {});
		case "lint":
			return lint(command.options);
	}
}

function explain(names: readonly string[]): number {
	const pages = names.map((name) => {
		const found = rulesNamed(name);
		if (found.length > 0) return found.map((rule) => ruleMarkdown(rule)).join("\n\n");
		const meant = nearest(
			name,
			rules.flatMap(({ id, aliases }) => [id, ...aliases]),
		);
		throw new UsageError(`there is no rule ${name}${meant ? `; did you mean ${meant}?` : ""}`);
	});
	process.stdout.write(`${pages.join("\n\n")}\n`);
	return 0;
}

run(process.argv.slice(2)).then(
	(code) => {
		process.exitCode = code;
	},
	(error: unknown) => {
		if (error instanceof UsageError) process.stderr.write(`plimsoll: ${error.message}\n`);
		else
			process.stderr.write(
				`plimsoll: a bug of ours, please report it: ${error instanceof Error ? error.message : String(error)}\n`,
			);
		process.exitCode = 2;
	},
);

// A reader that stops early, as `head` does, is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
	if (error.code === "EPIPE") process.exit();
});
