import { readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { severities } from "../core/finding.ts";
import { relativeTo } from "../core/uri.ts";
import type { World } from "../core/world.ts";
import { provideTables } from "../kubernetes/tables.ts";
import { languages } from "../languages.ts";
import { type Configuration, ignorer, layered, toChoice } from "../lint/configuration.ts";
import { readConfiguration } from "../lint/configuration-file.ts";
import { fixDocument } from "../lint/fix.ts";
import { Linter } from "../lint/lint.ts";
import { type NearestConfiguration, nearestConfiguration } from "../lint/nearest-configuration.ts";
import { rules } from "../rules/index.ts";
import { rulesNamed } from "../rules/names.ts";
import type { Document } from "../workspace/document.ts";
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

/** What applies to the files of one folder. */
interface Choices {
	readonly linter: Linter;
	readonly world: World;
	readonly ignores: (uri: string) => boolean;
}

/** One run of the linter over the disk. */
class Run {
	readonly #options: LintOptions;
	readonly #workspace = new Workspace(languages);
	readonly #wanted = new Set<string>();
	readonly #skipped: SkippedFile[] = [];
	/** By the folder of the file asked about. */
	readonly #choices = new Map<string, Choices>();
	/** By the configuration files that hold, so that folders under the same ones share a linter. */
	readonly #choicesByFiles = new Map<string, Choices>();
	/** Texts of the configuration files looked for, by path. */
	readonly #configurations = new Map<string, string | undefined>();
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
		if (!named && !this.#workspace.mayMatter(uri)) return;
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
		const { linter, world } = this.#choiceFor(uri);
		const text = fixDocument(document, linter, world, { safety });
		if (text === document.text) return;
		this.#workspace.set({ uri, text });
		if (uri === this.#input) return;
		try {
			writeFileSync(fileURLToPath(uri), text);
		} catch (error) {
			this.#fail(fileURLToPath(uri), reasonOf(error));
		}
	}

	/** What holds for a file: the configuration named on the command line, or the nearest ones above it. */
	#choiceFor(uri: string): Choices {
		const folder = dirname(fileURLToPath(uri));
		let choice = this.#choices.get(folder);
		if (!choice) {
			const nearest = this.#options.config === undefined ? this.#nearest(folder) : this.#named(this.#options.config);
			choice = this.#choicesByFiles.get(nearest.key) ?? this.#choose(nearest);
			this.#choicesByFiles.set(nearest.key, choice);
			this.#choices.set(folder, choice);
		}
		return choice;
	}

	#choose(nearest: NearestConfiguration): Choices {
		const { preset, rules: settings, kubernetesVersion } = this.#options;
		const chosen: Configuration = { preset, rules: settings, ignore: [], kubernetesVersion };
		const configuration = layered(nearest.configuration, chosen);
		const ignored = ignorer(configuration);
		const version = configuration.kubernetesVersion;
		const folder = nearest.folder === undefined ? undefined : pathToFileURL(nearest.folder).href;
		return {
			linter: new Linter(rules, toChoice(configuration), (rule, error) =>
				process.stderr.write(
					`plimsoll: rule ${rule} failed, please report it: ${error instanceof Error ? error.message : String(error)}\n`,
				),
			),
			ignores: (uri) => {
				const path = folder === undefined ? undefined : relativeTo(folder, uri);
				return path !== undefined && ignored(path);
			},
			world: version === undefined ? this.#workspace : this.#workspace.forKubernetes(version),
		};
	}

	#nearest(folder: string): NearestConfiguration {
		return nearestConfiguration(folder, {
			parent: (child) => (dirname(child) === child ? undefined : dirname(child)),
			read: (above, name) => this.#configurationText(join(above, name)),
		});
	}

	/** Text of a configuration file where there is one; one that can't be read is said so. */
	#configurationText(path: string): string | undefined {
		if (!this.#configurations.has(path)) {
			const read = isFile(path) ? readText(path) : undefined;
			if (read && "reason" in read) this.#fail(path, read.reason);
			this.#configurations.set(path, read && "text" in read ? read.text : undefined);
		}
		return this.#configurations.get(path);
	}

	#named(path: string): NearestConfiguration {
		const read = readText(path);
		if ("reason" in read) throw new UsageError(`--config ${path}: ${read.reason}`);
		return { key: path, folder: dirname(resolve(path)), configuration: readConfiguration(read.text) };
	}
}

function isFile(path: string): boolean {
	try {
		return statSync(path).isFile();
	} catch {
		return false;
	}
}
