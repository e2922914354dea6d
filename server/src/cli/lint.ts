import { readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { severities } from "../core/finding.ts";
import { folderOf, relativeTo } from "../core/uri.ts";
import type { World } from "../core/world.ts";
import { provideTables } from "../kubernetes/tables.ts";
import { languages } from "../languages.ts";
import { type Configuration, ignorer, layered, noConfiguration, toChoice } from "../lint/configuration.ts";
import { configurationNames, readConfiguration } from "../lint/configuration-file.ts";
import { fixAll } from "../lint/fix.ts";
import { Linter } from "../lint/lint.ts";
import { rules } from "../rules/index.ts";
import { rulesNamed } from "../rules/names.ts";
import { Document } from "../workspace/document.ts";
import { isSideFile, Workspace } from "../workspace/workspace.ts";
import { type LintOptions, UsageError } from "./args.ts";
import { decode, readTable, readText, reasonOf, shown, walk } from "./files.ts";
import { github } from "./report/github.ts";
import { json } from "./report/json.ts";
import { junit } from "./report/junit.ts";
import { pretty } from "./report/pretty.ts";
import { countBySeverity, type FileResult, type Reporter, type Result, type SkippedFile } from "./report/report.ts";
import { sarif } from "./report/sarif.ts";

const reporters: Readonly<Record<LintOptions["format"], Reporter>> = { pretty, json, sarif, github, junit };

/** `plimsoll lint`: answers the exit code. */
export function lint(options: LintOptions): number {
	checkRuleNames(options);
	provideTables(readTable);
	const run = new Run(options);
	const fromInput = options.paths.includes("-");
	if (fromInput && options.stdinFilename === undefined)
		throw new UsageError("standard input (-) needs --stdin-filename to tell what it is");
	if (options.stdinFilename !== undefined && !fromInput && options.paths.length > 0)
		throw new UsageError("--stdin-filename goes with the path -");
	if (options.stdinFilename !== undefined) run.takeInput(options.stdinFilename);
	else for (const path of options.paths.length > 0 ? options.paths : ["."]) run.take(path);
	return run.finish();
}

function checkRuleNames({ rules: settings }: LintOptions): void {
	for (const { name } of settings)
		if (rulesNamed(name).length === 0) throw new UsageError(`--rule: there is no rule ${name}`);
}

/** One run of the linter over the disk. */
class Run {
	readonly #options: LintOptions;
	readonly #workspace = new Workspace(languages);
	readonly #wanted = new Set<string>();
	readonly #skipped: SkippedFile[] = [];
	readonly #linters = new Map<string, { linter: Linter; ignores: (uri: string) => boolean; world: World }>();
	readonly #configurationOf = new Map<string, string | undefined>();
	#input: string | undefined;
	/** Whether a folder was read whole, so that what is not in it can be called missing. */
	#whole = false;
	#failed = false;

	constructor(options: LintOptions) {
		this.#options = options;
		this.#workspace.settings = {
			...this.#workspace.settings,
			kubernetesVersion: options.kubernetesVersion ?? "",
			today: new Date().toISOString().slice(0, 10),
		};
	}

	/** Takes in a file or all that a folder holds. */
	take(path: string): void {
		let isFolder: boolean;
		try {
			isFolder = statSync(path).isDirectory();
		} catch (error) {
			this.#fail(path, reasonOf(error));
			return;
		}
		this.#whole ||= isFolder;
		if (!isFolder) this.#takeFile(path, true);
		else for (const file of walk(path, (folder, reason) => this.#fail(folder, reason))) this.#takeFile(file, false);
	}

	/** Takes in standard input under a name. */
	takeInput(name: string): void {
		const read = decode(readFileSync(0));
		const uri = pathToFileURL(resolve(name)).href;
		this.#input = uri;
		if ("text" in read) this.#set(uri, read.text, name, true);
		else this.#fail(name, read.reason);
	}

	#takeFile(path: string, named: boolean): void {
		const uri = pathToFileURL(resolve(path)).href;
		this.#workspace.note(uri);
		const mayMatter =
			named ||
			isSideFile(uri) ||
			/\.ya?ml$/i.test(path) ||
			languages.some((language) => language.matches({ uri, text: "" }));
		if (!mayMatter) return;
		const read = readText(path);
		if ("text" in read) this.#set(uri, read.text, path, named);
		else if (named || read.reason !== "is not text") this.#fail(path, read.reason);
	}

	#set(uri: string, text: string, path: string, named: boolean): void {
		const { document } = this.#workspace.set({ uri, text });
		if (document) this.#wanted.add(uri);
		else if (named && !isSideFile(uri))
			this.#skipped.push({
				path: shown(path),
				reason: "is neither a Dockerfile, a Compose file nor a Kubernetes manifest",
			});
	}

	#fail(path: string, reason: string): void {
		this.#failed = true;
		this.#skipped.push({ path: shown(path), reason });
		process.stderr.write(`plimsoll: ${shown(path)}: ${reason}\n`);
	}

	/** Lints what was taken in, mends it where asked, and reports. */
	finish(): number {
		this.#workspace.complete = this.#whole;
		if (this.#options.fix) for (const uri of this.#wanted) this.#mend(uri, this.#options.fix);
		const result = this.#result();
		const { format, quiet, failOn } = this.#options;
		const color = this.#options.color ?? (process.stdout.isTTY === true && !process.env["NO_COLOR"]);
		const mendedInput =
			this.#options.fix && this.#input !== undefined ? this.#workspace.document(this.#input)?.text : undefined;
		process.stdout.write(mendedInput ?? reporters[format](result, { color, quiet }));
		if (this.#failed) return 2;
		if (failOn === "none") return 0;
		const counts = countBySeverity(result);
		return severities.slice(0, severities.indexOf(failOn) + 1).some((severity) => counts[severity] > 0) ? 1 : 0;
	}

	#result(): Result {
		const files: FileResult[] = [];
		for (const uri of [...this.#wanted].sort()) {
			const document = this.#workspace.document(uri);
			if (!document || this.#choiceFor(uri).ignores(uri)) continue;
			files.push({ path: shown(fileURLToPath(uri)), document, findings: this.#lint(document) });
		}
		return {
			files,
			skipped: this.#skipped,
			shownUri: (uri) => shown(fileURLToPath(uri)),
			documentOf: (uri) => this.#workspace.document(uri),
		};
	}

	#lint(document: Document): FileResult["findings"] {
		const { linter, world } = this.#choiceFor(document.uri);
		return linter.lint(document, world);
	}

	#mend(uri: string, safety: "safe" | "suggestion"): void {
		const document = this.#workspace.document(uri);
		if (!document || this.#choiceFor(uri).ignores(uri)) return;
		let current = document;
		const text = fixAll(
			document.text,
			(next) => {
				current = next === document.text ? document : new Document({ uri, text: next }, document.language, current);
				return this.#lint(current);
			},
			{ safety },
		);
		if (text === document.text) return;
		this.#workspace.set({ uri, text });
		if (uri === this.#input) return;
		try {
			writeFileSync(fileURLToPath(uri), text);
		} catch (error) {
			this.#fail(fileURLToPath(uri), reasonOf(error));
		}
	}

	/** The configuration that holds for a file: the one named on the command line, or the nearest above it. */
	#choiceFor(uri: string) {
		const file =
			this.#options.config !== undefined
				? resolve(this.#options.config)
				: this.#configurationAbove(dirname(fileURLToPath(uri)));
		const key = file ?? "";
		let choice = this.#linters.get(key);
		if (!choice) {
			const own = file === undefined ? noConfiguration : this.#readConfiguration(file);
			const { preset, rules: settings, kubernetesVersion } = this.#options;
			const configuration: Configuration = layered(own, { preset, rules: settings, ignore: [], kubernetesVersion });
			const ignored = ignorer(configuration);
			const version = configuration.kubernetesVersion;
			const folder = file === undefined ? undefined : folderOf(pathToFileURL(file).href);
			choice = {
				linter: new Linter(rules, toChoice(configuration), (rule, error) =>
					process.stderr.write(
						`plimsoll: rule ${rule} failed, please report it: ${error instanceof Error ? error.message : String(error)}\n`,
					),
				),
				ignores: (other) => {
					const path = folder === undefined ? undefined : relativeTo(folder, other);
					return path !== undefined && ignored(path);
				},
				world: version === undefined ? this.#workspace : this.#workspace.forKubernetes(version),
			};
			this.#linters.set(key, choice);
		}
		return choice;
	}

	#readConfiguration(file: string): Configuration {
		const read = readText(file);
		if ("text" in read) return readConfiguration(read.text);
		if (this.#options.config !== undefined) throw new UsageError(`--config ${this.#options.config}: ${read.reason}`);
		this.#fail(file, read.reason);
		return noConfiguration;
	}

	#configurationAbove(folder: string): string | undefined {
		if (this.#configurationOf.has(folder)) return this.#configurationOf.get(folder);
		const here = configurationNames.map((name) => join(folder, name)).find(isFile);
		const parent = dirname(folder);
		const found = here ?? (parent === folder ? undefined : this.#configurationAbove(parent));
		this.#configurationOf.set(folder, found);
		return found;
	}
}

function isFile(path: string): boolean {
	try {
		return statSync(path).isFile();
	} catch {
		return false;
	}
}
