import type { Finding } from "../core/finding.ts";
import type { Language } from "../core/language.ts";
import { LineTable } from "../core/text.ts";
import { baseName, folderOf, relativeTo } from "../core/uri.ts";
import type { World } from "../core/world.ts";
import {
	type Configuration,
	ignorer,
	layered,
	noConfiguration,
	toChoice,
	toConfiguration,
} from "../lint/configuration.ts";
import { configurationNames } from "../lint/configuration-file.ts";
import { Linter } from "../lint/lint.ts";
import { type NearestConfiguration, nearestConfiguration } from "../lint/nearest-configuration.ts";
import { peerConfigurationNames } from "../lint/peer-configuration.ts";
import { rules } from "../rules/index.ts";
import type { Document } from "../workspace/document.ts";
import { Workspace } from "../workspace/workspace.ts";
import { Converter, type Positioned } from "./convert.ts";
import type { Files } from "./files.ts";
import type { InitializationOptions } from "./protocol.ts";

/** A file that the editor has open: its text is the editor's, not the disk's. */
interface OpenFile {
	readonly version: number;
	readonly languageId: string;
	readonly text: string;
}

interface Linted {
	readonly document: Document;
	readonly linter: Linter;
	readonly generation: number;
	readonly findings: readonly Finding[];
}

/** What applies to the files of one folder. */
interface FolderChoice {
	readonly linter: Linter;
	/** The workspace as its files see it: judged by the version of Kubernetes that the configuration names. */
	readonly world: World;
	readonly ignores: (uri: string) => boolean;
}

const today = () => new Date().toISOString().slice(0, 10);

/** State of one connection. */
export class Session {
	readonly workspace: Workspace;
	readonly files: Files;
	converter = new Converter("utf-16", false);
	folders: readonly string[] = [];
	readonly open = new Map<string, OpenFile>();
	/** Rises whenever a fact anywhere changes: findings that look at other files may then differ. */
	#generation = 0;
	readonly #log: (message: string) => void;
	readonly #linted = new Map<string, Linted>();
	/** By the folder of the file asked about. */
	readonly #choices = new Map<string, FolderChoice>();
	/** By the configuration files that hold, so that folders under the same ones share a linter. */
	readonly #choicesByFiles = new Map<string, FolderChoice>();
	#settings: Configuration = noConfiguration;

	constructor(languages: readonly Language[], files: Files, log: (message: string) => void) {
		this.workspace = new Workspace(languages);
		this.workspace.now = () => Date.now();
		this.files = files;
		this.#log = log;
		this.#applySettings();
	}

	get generation(): number {
		return this.#generation;
	}

	/** Takes the editor's settings; everything is linted anew when next asked for. */
	configure(options: InitializationOptions | undefined): void {
		this.#settings = toConfiguration(options?.plimsoll);
		this.#applySettings();
	}

	#applySettings(): void {
		this.workspace.settings = {
			...this.workspace.settings,
			kubernetesVersion: this.#settings.kubernetesVersion ?? "",
			today: today(),
		};
		this.#forgetChoices();
		this.#linted.clear();
		this.#generation++;
	}

	/** Takes in the editor's text of a file; answers whether what other files can see of it has changed. */
	setOpen(uri: string, file: OpenFile): boolean {
		this.open.set(uri, file);
		return this.#setText(uri, file.text, file.languageId);
	}

	#setText(uri: string, text: string, languageId?: string): boolean {
		const { changed } = this.workspace.set({ uri, text, ...(languageId !== undefined && { languageId }) });
		if (isConfiguration(uri)) this.#forgetChoices();
		if (changed || isConfiguration(uri)) this.#generation++;
		return changed || isConfiguration(uri);
	}

	/** The editor lets go of a file: the disk's text counts again. */
	close(uri: string): void {
		this.open.delete(uri);
		this.#linted.delete(uri);
		this.workspace.delete(uri);
		this.#generation++;
	}

	/** A file that is gone from the disk and from the editor. */
	forget(uri: string): void {
		this.workspace.delete(uri);
		this.#linted.delete(uri);
		if (isConfiguration(uri)) this.#forgetChoices();
		this.#generation++;
	}

	/** Makes a change of `complete` or of the files around felt. */
	touch(): void {
		this.#generation++;
	}

	document(uri: string): Document | undefined {
		return this.workspace.document(uri);
	}

	/** A text that positions can be counted in, also of a file in no language of ours. */
	positioned(uri: string): Positioned | undefined {
		const document = this.workspace.document(uri);
		if (document) return document;
		const text = this.open.get(uri)?.text ?? this.workspace.read(uri);
		return text === undefined ? undefined : { uri, text, lines: new LineTable(text) };
	}

	/** Findings of a document, remembered until it, its configuration, or the facts around it change. */
	lint(document: Document): readonly Finding[] {
		const { linter, world, ignores } = this.#choiceFor(document.uri);
		const known = this.#linted.get(document.uri);
		if (known?.document === document && known.generation === this.#generation && known.linter === linter)
			return known.findings;
		const findings = ignores(document.uri) ? [] : linter.lint(document, world);
		this.#linted.set(document.uri, { document, linter, generation: this.#generation, findings });
		return findings;
	}

	/** A linter of the same choice for texts that are not in the workspace: what Fix All tries its edits on. */
	linterFor(uri: string): Linter {
		return this.#choiceFor(uri).linter;
	}

	/** What a file may ask of all others, with the settings that hold for it. */
	worldOf(uri: string): World {
		return this.#choiceFor(uri).world;
	}

	/** Reads a file from the disk, or takes the editor's text, and takes it in; whether others can see a change. */
	async load(uri: string): Promise<boolean> {
		if (this.open.has(uri)) return false;
		if (!this.workspace.mayMatter(uri)) {
			this.workspace.note(uri);
			return false;
		}
		const text = await this.files.read(uri);
		if (this.open.has(uri)) return false;
		if (text === undefined) {
			this.workspace.note(uri);
			return false;
		}
		return this.#setText(uri, text);
	}

	/** The choice for a file: the editor's settings with the configuration files above it over them. */
	#choiceFor(uri: string): FolderChoice {
		const folder = folderOf(uri);
		let choice = this.#choices.get(folder);
		if (!choice) {
			const nearest = nearestConfiguration(folder, {
				parent: (child) => (child === "" || folderOf(child).endsWith("/") ? undefined : folderOf(child)),
				read: (above, name) => this.workspace.read(`${above}/${name}`),
			});
			choice = this.#choicesByFiles.get(nearest.key) ?? this.#choose(nearest);
			this.#choicesByFiles.set(nearest.key, choice);
			this.#choices.set(folder, choice);
		}
		return choice;
	}

	#choose({ configuration: own, folder }: NearestConfiguration): FolderChoice {
		const linter = new Linter(rules, toChoice(layered(this.#settings, own)), (rule, error) =>
			this.#log(`Rule ${rule} failed: ${error instanceof Error ? error.stack : String(error)}`),
		);
		const { kubernetesVersion } = own;
		const world = kubernetesVersion === undefined ? this.workspace : this.workspace.forKubernetes(kubernetesVersion);
		return { linter, world, ignores: this.#ignores(own, folder) };
	}

	#forgetChoices(): void {
		this.#choices.clear();
		this.#choicesByFiles.clear();
	}

	#ignores(own: Configuration, folder: string | undefined): (uri: string) => boolean {
		const byFile = ignorer(own);
		const bySettings = ignorer(this.#settings);
		return (uri) => {
			const path = folder === undefined ? undefined : relativeTo(folder, uri);
			if (path !== undefined && byFile(path)) return true;
			return this.folders.some((root) => {
				const below = relativeTo(root, uri);
				return below !== undefined && bySettings(below);
			});
		};
	}
}

function isConfiguration(uri: string): boolean {
	return configurationNames.includes(baseName(uri)) || peerConfigurationNames.includes(baseName(uri));
}
