import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { generators } from "./generate/index.ts";

/** A file that is made from others. */
export interface GeneratedFile {
	/** From the project's root. */
	readonly path: string;
	readonly text: string;
}

/** Writes all generated files, or with `--check` says which differ from what is committed. */
async function main(): Promise<void> {
	const check = process.argv.includes("--check");
	const stale: string[] = [];
	for (const generator of generators) {
		const onlyCheck = check && !generator.ignoredByGit;
		const files = await generator.files();
		for (const { path, text } of files.filter((file) => read(file.path) !== file.text)) {
			if (onlyCheck || !check) stale.push(path);
			if (onlyCheck) continue;
			mkdirSync(dirname(path), { recursive: true });
			writeFileSync(path, text);
		}
		for (const path of leftOver(generator.owns, files)) {
			stale.push(path);
			if (!onlyCheck) rmSync(path);
		}
	}
	if (check && stale.length > 0) {
		console.error(
			`Out of step with what they are made from (run \`npm run generate\`):\n${stale.map((path) => `  ${path}`).join("\n")}`,
		);
		process.exitCode = 1;
	} else if (!check) console.log(stale.length > 0 ? `Wrote ${stale.join(", ")}` : "Everything is up to date.");
}

function read(path: string): string | undefined {
	try {
		return readFileSync(path, "utf8");
	} catch {
		return undefined;
	}
}

/** Files of a folder that a generator owns alone and no longer makes. */
function leftOver(folder: string | undefined, files: readonly GeneratedFile[]): string[] {
	if (folder === undefined) return [];
	const made = new Set(files.map(({ path }) => path));
	try {
		return readdirSync(folder)
			.map((name) => `${folder}/${name}`)
			.filter((path) => !made.has(path));
	} catch {
		return [];
	}
}

void main();
