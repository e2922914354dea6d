import type { Fact, FactKind, FactOf, Located } from "./fact.ts";

/** An entry of a folder. */
export interface FolderEntry {
	readonly name: string;
	readonly folder: boolean;
}

/** Everything outside the file at hand that a rule or feature may look at. Synchronous: it is all in memory. */
export interface World {
	/** Whether the whole workspace has been read. While false, say nothing about what is missing in it. */
	readonly complete: boolean;
	readonly settings: Settings;
	/** All facts of a kind, in a stable order of files; the same array as long as none of them changes. */
	facts<K extends FactKind>(kind: K): readonly Located<FactOf<K>>[];
	/** The facts that one file states; empty for a file that is not known. */
	factsOf(uri: string): readonly Fact[];
	/** The URI that `path`, as written in the file `from`, stands for: absolute paths stay, relative ones start at its folder. */
	resolve(from: string, path: string): string;
	/** Whether a file or folder exists; undefined where this can't be known (outside the workspace, or not read yet). */
	exists(uri: string): boolean | undefined;
	/** Entries of a folder of the workspace; undefined where it is not known. */
	list(folder: string): readonly FolderEntry[] | undefined;
	/** Text of a small side file (`.env`, `.dockerignore`, package.json …); undefined where there is none. */
	read(uri: string): string | undefined;
	/** The time it is, in milliseconds since 1970; absent where a shell tells none, and then nothing is said that depends on it. */
	now?(): number;
}

/** Settings that the core knows. */
export interface Settings {
	/** Minor version manifests are judged against, such as `1.36`; empty for the newest known. */
	readonly kubernetesVersion: string;
	/** The day it is, as an ISO date; empty where it is not known, and then nothing is said about what has ended. */
	readonly today: string;
}

export const defaultSettings: Settings = { kubernetesVersion: "", today: "" };

/** A world with nothing in it: what a single text is linted in. */
export const emptyWorld: World = {
	complete: false,
	settings: defaultSettings,
	facts: () => [],
	factsOf: () => [],
	resolve: (_from, path) => path,
	exists: () => undefined,
	list: () => undefined,
	read: () => undefined,
};
