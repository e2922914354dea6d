import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createVSIX, listFiles, PackageManager } from "@vscode/vsce";
import { build, root } from "./build.ts";

/** What the .vsix may weigh, in bytes. */
export const sizeLimit = 3_000_000;

/**
 * Makes the .vsix, bundles minified, and returns its path. Works in a folder of its own, so that dist/ stays as it is for
 * whoever runs it meanwhile.
 */
export async function packageExtension(folder: string = root): Promise<string> {
	const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
	const packagePath = join(folder, `plimsoll-${version}.vsix`);
	const stage = mkdtempSync(join(tmpdir(), "plimsoll-package-"));
	try {
		for (const file of await listFiles({ cwd: root, packageManager: PackageManager.None })) {
			if (!file.startsWith("dist/")) cpSync(join(root, file), join(stage, file));
		}
		cpSync(join(root, ".vscodeignore"), join(stage, ".vscodeignore"));
		await build({ minify: true, outdir: join(stage, "dist") });
		await createVSIX({ cwd: stage, packagePath, dependencies: false, allowMissingRepository: true });
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
