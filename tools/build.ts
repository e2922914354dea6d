import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { type BuildOptions, type BuildResult, build as bundle, context, type Plugin } from "esbuild";
import { tableFileName, tableFiles } from "../server/src/kubernetes/table.ts";

export const root = dirname(import.meta.dirname);

/** What is built, by its file in dist/ without extension. */
const entries = {
	cli: "server/src/cli/main.ts",
	server: "server/src/lsp/node.ts",
	extension: "client/src/extension.ts",
	client: "client/src/client.ts",
} as const;

/** Makes `import("./client.ts")` load the bundle of that name when it is reached. */
const lateClient: Plugin = {
	name: "late client",
	setup: (build) =>
		build.onResolve({ filter: /^\.\/client\.ts$/ }, ({ kind }) =>
			kind === "dynamic-import" ? { path: "./client.js", external: true } : undefined,
		),
};

interface Output {
	/** For shipping: minified and without source maps. */
	readonly minify: boolean;
	readonly outdir: string;
}

/** Where bundles go that are not to be shipped. */
export const dist = join(root, "dist");

/** CommonJS, because esbuild's ESM output of `yaml` does not run in Node. */
function options({ minify, outdir }: Output): BuildOptions {
	return {
		absWorkingDir: root,
		entryPoints: Object.entries(entries).map(([out, source]) => ({ out, in: source })),
		outdir,
		bundle: true,
		format: "cjs",
		platform: "node",
		target: "node20",
		external: ["vscode"],
		plugins: [lateClient],
		// As `require`, which VS Code's loader knows how to answer.
		supported: { "dynamic-import": false },
		// The same code, but the Node build looks at process.env for every token.
		alias: { yaml: join(root, "node_modules", "yaml", "browser", "index.js") },
		minify,
		sourcemap: minify ? false : "linked",
		legalComments: "none",
		logLevel: "warning",
	};
}

/** Bundles everything into `outdir`, which is emptied first. */
export async function build(output: Output): Promise<BuildResult<{ metafile: true }>> {
	generateMissing();
	rmSync(output.outdir, { recursive: true, force: true });
	copyTables(output.outdir);
	return bundle({ ...options(output), metafile: true });
}

const tableSource = (file: string) => join(root, "server", "src", "kubernetes", `${file}.generated.json`);

/** Tables that are read on first use only. */
function copyTables(outdir: string): void {
	mkdirSync(outdir, { recursive: true });
	for (const file of tableFiles) {
		copyFileSync(tableSource(file), join(outdir, tableFileName(file)));
	}
}

/** Generated files that sources import by their name, or read, but that are not there yet. */
function missingGenerated(): string[] {
	const source = join(root, "server", "src");
	const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
	const imported = files.flatMap((file) =>
		[...readFileSync(join(source, file), "utf8").matchAll(/"(\.[^"\n]*\.generated\.\w+)"/g)].map(([, path = ""]) =>
			join(source, dirname(file), path),
		),
	);
	return [...imported, ...tableFiles.map(tableSource)].filter((path) => !existsSync(path));
}

function generateMissing(): void {
	const [first] = missingGenerated();
	if (first === undefined) return;
	console.error(`Generating tables, because ${relative(root, first)} is missing …`);
	const { status } = spawnSync(process.execPath, ["--import", "tsx", "tools/generate.ts"], {
		cwd: root,
		stdio: "inherit",
	});
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
	copyTables(dist);
	const watcher = await context({ ...options({ minify: false, outdir: dist }), plugins: [lateClient, report] });
	await watcher.watch();
}

async function main(): Promise<void> {
	if (process.argv.includes("--watch")) return watch();
	const { metafile } = await build({ minify: process.argv.includes("--minify"), outdir: dist });
	// `--metafile` leaves what is in each bundle, for https://esbuild.github.io/analyze.
	if (process.argv.includes("--metafile")) writeFileSync(join(dist, "meta.json"), JSON.stringify(metafile));
	for (const [file, { bytes }] of Object.entries(metafile.outputs)) {
		if (file.endsWith(".js")) console.error(`${file}  ${Math.round(bytes / 1000)} kB`);
	}
}

if (process.argv[1] === import.meta.filename) {
	main().catch((error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	});
}
