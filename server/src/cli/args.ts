import { parseArgs } from "node:util";
import { type Severity, severities } from "../core/finding.ts";
import { levels, type Preset, type RuleSetting } from "../lint/configuration.ts";

/** A mistake on the command line, told in one line. */
export class UsageError extends Error {}

export const formats = ["pretty", "json", "sarif", "github", "junit"] as const;
export type Format = (typeof formats)[number];

export interface LintOptions {
	readonly paths: readonly string[];
	readonly format: Format;
	/** `safe` with --fix, `suggestion` with --fix-suggestions. */
	readonly fix: "safe" | "suggestion" | undefined;
	readonly preset: Preset | undefined;
	readonly rules: readonly RuleSetting[];
	readonly config: string | undefined;
	/** The name under which standard input is linted. */
	readonly stdinFilename: string | undefined;
	/** Findings at or above it make the exit code 1; `none` never does. */
	readonly failOn: Severity | "none";
	readonly kubernetesVersion: string | undefined;
	readonly color: boolean | undefined;
	readonly quiet: boolean;
}

export type Command =
	| { readonly name: "lint"; readonly options: LintOptions }
	| { readonly name: "explain"; readonly rules: readonly string[] }
	| { readonly name: "rules" }
	| { readonly name: "lsp" }
	| { readonly name: "help"; readonly about: string | undefined }
	| { readonly name: "version" };

/** Reads the command line, without the program's name; throws a UsageError. */
export function parseCommand(args: readonly string[]): Command {
	const [name = "help", ...rest] = args;
	if (rest.includes("--help") || rest.includes("-h")) return { name: "help", about: name };
	switch (name) {
		case "lint":
			return { name, options: lintOptions(rest) };
		case "explain":
			if (rest.length === 0)
				throw new UsageError("explain needs the name of a rule, such as latest-tag or hadolint/DL3007");
			return { name, rules: rest };
		case "rules":
			return { name };
		case "lsp":
			return { name };
		case "help":
		case "--help":
		case "-h":
			return { name: "help", about: rest[0] };
		case "--version":
		case "-V":
			return { name: "version" };
		default:
			throw new UsageError(`there is no command ${name}; there are lint, explain, rules and lsp`);
	}
}

const flags = {
	format: { type: "string", short: "f" },
	fix: { type: "boolean" },
	"fix-suggestions": { type: "boolean" },
	preset: { type: "string" },
	rule: { type: "string", multiple: true },
	config: { type: "string" },
	"stdin-filename": { type: "string" },
	"max-severity-exit": { type: "string" },
	"kubernetes-version": { type: "string" },
	color: { type: "boolean" },
	"no-color": { type: "boolean" },
	quiet: { type: "boolean", short: "q" },
} as const;

function lintOptions(args: readonly string[]): LintOptions {
	const { values, positionals } = parsed(args);
	return {
		paths: positionals,
		format: oneOf("--format", values.format ?? "pretty", formats),
		fix: values["fix-suggestions"] ? "suggestion" : values.fix ? "safe" : undefined,
		preset: values.preset === undefined ? undefined : oneOf("--preset", values.preset, ["recommended", "all"] as const),
		rules: (values.rule ?? []).map(ruleSetting),
		config: values.config,
		stdinFilename: values["stdin-filename"],
		failOn: oneOf("--max-severity-exit", values["max-severity-exit"] ?? "error", [...severities, "none"] as const),
		kubernetesVersion: values["kubernetes-version"],
		color: values["no-color"] ? false : values.color,
		quiet: values.quiet === true,
	};
}

function parsed(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options: flags, allowPositionals: true });
	} catch (error) {
		throw new UsageError((error as Error).message.replace(/\. To specify a positional.*$/s, ""));
	}
}

function oneOf<T extends string>(flag: string, value: string, allowed: readonly T[]): T {
	const found = allowed.find((one) => one === value);
	if (found === undefined)
		throw new UsageError(`${flag} takes ${allowed.slice(0, -1).join(", ")} or ${allowed.at(-1)}, not ${value}`);
	return found;
}

/** `id`, `id=level`: without a level the rule is switched on at its own. */
function ruleSetting(text: string): RuleSetting {
	const [name = "", level = "on"] = text.split("=", 2);
	return { name, level: oneOf(`--rule ${name}`, level, levels), options: {} };
}
