import type { GeneratedFile } from "../generate.ts";
import { generateKubernetes } from "./kubernetes.ts";
import { rulesIndex } from "./rules-index.ts";

export interface Generator {
	/** What it makes; reads sources, writes nothing. */
	files(): readonly GeneratedFile[] | Promise<readonly GeneratedFile[]>;
	/** A folder in which nothing but its files may be. */
	readonly owns?: string;
	/** Its files are made by every build and not committed, so `--check` only makes them. */
	readonly ignoredByGit?: boolean;
}

/** In the order in which they build on each other. */
export const generators: readonly Generator[] = [
	{ files: rulesIndex },
	{ files: generateKubernetes, ignoredByGit: true },
];
