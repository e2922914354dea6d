import type { Fact, FactKind, FactOf, Located } from "../core/fact.ts";
import type { Language, Source } from "../core/language.ts";
import { folderOf, resolveUri } from "../core/uri.ts";
import { defaultSettings, type FolderEntry, type Settings, type World } from "../core/world.ts";
import { Document, sameFacts } from "./document.ts";

/** Side files whose text rules and features may ask for. */
const sideFile =
	/(?:^|\/)(?:\.env[^/]*|[^/]*\.env|[^/]*\.?dockerignore|package\.json|\.nvmrc|\.node-version|\.python-version|go\.mod|pom\.xml|(?:build|settings)\.gradle(?:\.kts)?|requirements[^/]*\.txt|pyproject\.toml|Cargo\.toml|composer\.json|[^/]*\.csproj|\.plimsoll\.ya?ml|\.hadolint\.ya?ml|\.kube-linter\.ya?ml)$/;

/** Whether the text of a file that is not in one of our languages is kept for `World.read`. */
export function isSideFile(uri: string): boolean {
	return sideFile.test(uri);
}

/** Everything known of the files around: models of those in our languages, names of all, texts of a few. */
export class Workspace implements World {
	complete = false;
	settings: Settings = defaultSettings;
	now?: () => number;
	readonly #languages: readonly Language[];
	readonly #documents = new Map<string, Document>();
	readonly #texts = new Map<string, string>();
	readonly #folders = new Map<string, Map<string, boolean>>();
	readonly #collected = new Map<FactKind, readonly Located[]>();

	constructor(languages: readonly Language[]) {
		this.#languages = languages;
	}

	/** Whether a file's text can matter, going by its name alone. */
	mayMatter(uri: string): boolean {
		return (
			isSideFile(uri) ||
			/\.ya?ml$/i.test(uri) ||
			this.#languages.some((language) => language.matches({ uri, text: "" }))
		);
	}

	/** The document of a file in one of our languages. */
	document(uri: string): Document | undefined {
		return this.#documents.get(uri);
	}

	get documents(): readonly Document[] {
		return [...this.#documents.values()];
	}

	/** Takes a file's text in; answers its document and whether what it states to others has changed. */
	set(source: Source): { readonly document: Document | undefined; readonly changed: boolean } {
		this.note(source.uri);
		if (isSideFile(source.uri)) this.#texts.set(source.uri, source.text);
		const language = this.#languages.find((candidate) => candidate.matches(source));
		const previous = this.#documents.get(source.uri);
		if (!language) {
			this.#documents.delete(source.uri);
			if (previous) this.#collected.clear();
			return { document: undefined, changed: previous !== undefined || isSideFile(source.uri) };
		}
		const document = new Document(source, language, previous);
		this.#documents.set(source.uri, document);
		const changed = !previous || !sameFacts(previous, document);
		if (changed) this.#forget(previous, document);
		return { document, changed };
	}

	/** A file that is gone. */
	delete(uri: string): void {
		const previous = this.#documents.get(uri);
		this.#documents.delete(uri);
		this.#texts.delete(uri);
		this.#folders.get(folderOf(uri))?.delete(nameOf(uri));
		this.#folders.delete(uri);
		if (previous) this.#forget(previous, undefined);
	}

	/** Makes a file's existence known, and that of the folders above it. */
	note(uri: string): void {
		let child = uri;
		let isFolder = false;
		while (true) {
			const folder = folderOf(child);
			if (folder.length === 0 || folder.endsWith("/")) return;
			const entries = this.#folders.get(folder);
			if (entries) {
				if (!entries.has(nameOf(child))) entries.set(nameOf(child), isFolder);
				return;
			}
			this.#folders.set(folder, new Map([[nameOf(child), isFolder]]));
			child = folder;
			isFolder = true;
		}
	}

	facts<K extends FactKind>(kind: K): readonly Located<FactOf<K>>[] {
		let found = this.#collected.get(kind);
		if (!found) {
			const uris = [...this.#documents.keys()].sort();
			found = uris.flatMap((uri) => this.factsOf(uri).flatMap((fact) => (fact.kind === kind ? [{ uri, fact }] : [])));
			this.#collected.set(kind, found);
		}
		return found as readonly Located<FactOf<K>>[];
	}

	factsOf(uri: string): readonly Fact[] {
		return this.#documents.get(uri)?.facts ?? [];
	}

	resolve(from: string, path: string): string {
		return resolveUri(from, path);
	}

	exists(uri: string): boolean | undefined {
		const clean = uri.replace(/\/+$/, "");
		if (this.#folders.has(clean)) return true;
		const entries = this.#folders.get(folderOf(clean));
		if (entries?.has(nameOf(clean))) return true;
		return this.complete && entries ? false : undefined;
	}

	list(folder: string): readonly FolderEntry[] | undefined {
		const entries = this.#folders.get(folder.replace(/\/+$/, ""));
		if (!entries) return undefined;
		return [...entries]
			.map(([name, isFolder]) => ({ name: decodeURIComponent(name), folder: isFolder }))
			.sort((a, b) => (a.name < b.name ? -1 : 1));
	}

	read(uri: string): string | undefined {
		return this.#texts.get(uri);
	}

	/** The same files, judged by another version of Kubernetes. */
	forKubernetes(kubernetesVersion: string): World {
		const workspace = this;
		return {
			get complete() {
				return workspace.complete;
			},
			get settings() {
				return { ...workspace.settings, kubernetesVersion };
			},
			facts: (kind) => workspace.facts(kind),
			factsOf: (uri) => workspace.factsOf(uri),
			resolve: resolveUri,
			exists: (uri) => workspace.exists(uri),
			list: (folder) => workspace.list(folder),
			read: (uri) => workspace.read(uri),
			...(workspace.now && { now: workspace.now }),
		};
	}

	/** Drops what was collected of the kinds that these versions of a file state. */
	#forget(before: Document | undefined, after: Document | undefined): void {
		for (const document of [before, after]) for (const fact of document?.facts ?? []) this.#collected.delete(fact.kind);
	}
}

function nameOf(uri: string): string {
	return uri.slice(uri.lastIndexOf("/") + 1);
}
