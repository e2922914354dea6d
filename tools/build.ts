import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type BuildOptions, type BuildResult, build as bundle, context } from "esbuild";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What is built, by its file in dist/ without extension. */
const entries = {
	cli: "server/src/cli/main.ts",
	server: "server/src/lsp/node.ts",
	extension: "client/src/extension.ts",
} as const;

/** CommonJS, because esbuild's ESM output of `yaml` does not run in Node. */
function options(minify: boolean): BuildOptions {
	return {
		absWorkingDir: root,
		entryPoints: Object.entries(entries).map(([out, source]) => ({ out, in: source })),
		outdir: "dist",
		bundle: true,
		format: "cjs",
		platform: "node",
		target: "node20",
			external: ["vscode"],
		minify,
		sourcemap: minify ? false : "linked",
		legalComments: "none",
		metafile: true,
		logLevel: "warning",
	};
}

/** Makes dist/; minified and without source maps where it is to be shipped. */
export async function build(minify: boolean): Promise<BuildResult<{ metafile: true }>> {
	generateMissing();
	rmSync(join(root, "dist"), { recursive: true, force: true });
	const result = await bundle(options(minify));
	return result as BuildResult<{ metafile: true }>;
}

/** Generated files that sources import by their name but that are not there yet. */
function missingGenerated(): string[] {
	const source = join(root, "server", "src");
	const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
	return files.flatMap((file) =>
		[...readFileSync(join(source, file), "utf8").matchAll(/"(\.[^"\n]*\.generated\.\w+)"/g)]
			.map(([, path = ""]) => join(source, dirname(file), path))
			.filter((path) => !existsSync(path)),
	);
}

function generateMissing(): void {
	const [first] = missingGenerated();
	if (first === undefined) return;
	console.error(`Generating tables, because ${relative(root, first)} is missing …`);
	const { status } = spawnSync(process.execPath, ["--import", "tsx", "tools/generate.ts"], { cwd: root, stdio: "inherit" });
	if (status !== 0) throw new Error(`tools/generate.ts failed with code ${status}`);
}

async function watch(): Promise<void> {
	generateMissing();
	const report = {
		name: "report",
		setup: (build: { onEnd(done: (result: BuildResult) => void): void }) =>
			build.onEnd(({ errors }) => {
				const time = new Date().toLocaleTimeString();
				console.error(errors.length === 0 ? `${time} built dist/` : `${time} ${errors.length} errors`);
			}),
	};
	const watcher = await context({ ...options(false), plugins: [report] });
	await watcher.watch();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
	if (process.argv.includes("--watch")) await watch();
	else {
		const { metafile } = await build(process.argv.includes("--minify"));
		// `--metafile` leaves what is in each bundle, for https://esbuild.github.io/analyze.
		if (process.argv.includes("--metafile")) writeFileSync(join(root, "dist", "meta.json"), JSON.stringify(metafile));
		for (const [file, { bytes }] of Object.entries(metafile.outputs)) {
			if (file.endsWith(".js")) console.error(`${file}  ${Math.round(bytes / 1000)} kB`);
		}
	}
}
