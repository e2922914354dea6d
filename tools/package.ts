import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createVSIX } from "@vscode/vsce";
import { build, root } from "./build.ts";

/** What the .vsix may weigh, in bytes. */
export const sizeLimit = 3_000_000;

/** What is shipped beside the bundles; .vscodeignore chooses from it. */
const sources = [
	"package.json",
	"README.md",
	"CHANGELOG.md",
	"LICENSE",
	".vscodeignore",
	"icons",
	"snippets",
	"syntaxes",
];

/**
 * Makes the .vsix, bundles minified, and returns its path. Works in a folder of its own, so that dist/ stays as it is for
 * whoever runs it meanwhile.
 */
export async function packageExtension(folder: string = root): Promise<string> {
	const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
	const packagePath = join(folder, `plimsoll-${version}.vsix`);
	const stage = mkdtempSync(join(tmpdir(), "plimsoll-package-"));
	try {
		for (const name of sources.filter((one) => existsSync(join(root, one))))
			cpSync(join(root, name), join(stage, name), { recursive: true });
		await build({ minify: true, outdir: join(stage, "dist") });
		// Where the repository is published is not known, so the links of README.md stay as they are.
		const links = { rewriteRelativeLinks: false, allowMissingRepository: true };
		await createVSIX({ cwd: stage, packagePath, dependencies: false, ...links });
	} finally {
		rmSync(stage, { recursive: true, force: true });
	}
	return packagePath;
}

async function main(): Promise<void> {
	const path = await packageExtension();
	const { size } = statSync(path);
	console.log(`${path}: ${(size / 1e6).toFixed(2)} MB`);
	if (size > sizeLimit) throw new Error(`The .vsix is larger than ${sizeLimit / 1e6} MB.`);
}

if (process.argv[1] === import.meta.filename) {
	main().catch((error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	});
}
