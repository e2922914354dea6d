import type { GeneratedFile } from "../generate.ts";
import { generateCustomResources } from "./custom-resources.ts";
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

/** In the order in which they build on each other: what reads the rules is loaded once the index and the tables are there. */
export const generators: readonly Generator[] = [
	{ files: rulesIndex },
	{ files: generateKubernetes, ignoredByGit: true },
	{ files: generateCustomResources, ignoredByGit: true },
	{ files: async () => (await import("./rule-docs.ts")).ruleDocs(), owns: "docs/rules" },
	{ files: async () => (await import("./rule-docs.ts")).practiceDocs() },
	{ files: async () => (await import("./manifest.ts")).configurationSchema() },
	{ files: async () => (await import("./manifest.ts")).manifest() },
];
