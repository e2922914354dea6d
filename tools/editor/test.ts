import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from "@vscode/test-electron";
import { build } from "esbuild";
import { type Report, runMocha, totals } from "../../test/editor/report.ts";
import { current, defineUi } from "../../test/editor/ui.ts";
import { root } from "../build.ts";
import { packageExtension } from "../package.ts";
import { findBrowser, NoBrowser } from "./browser.ts";
import { clearScreenshots, freshFolders, runs, screenshot, screenshots } from "./folders.ts";
import { installEditor } from "./install.ts";
import { installExtension } from "./server.ts";

/*
 * Tests the packaged extension in a real VS Code: a Mocha suite inside the extension host, then the same things seen and
 * done through the window. PLIMSOLL_EDITOR=desktop|embedded chooses where the suite runs; the window is always the embedded
 * one's, because it takes a browser to look at it.
 */

/** Whether the suite runs in a downloaded VS Code: never in CI, whose network may be closed. */
async function usesDesktop(): Promise<boolean> {
	const { PLIMSOLL_EDITOR: chosen, CI, DISPLAY } = process.env;
	if (chosen !== undefined) return chosen === "desktop";
	if (CI !== undefined || (process.platform === "linux" && DISPLAY === undefined)) return false;
	const signal = AbortSignal.timeout(3000);
	return fetch("https://update.code.visualstudio.com/api/releases/stable", { signal }).then(
		({ ok }) => ok,
		() => false,
	);
}

/** Bundles the suite for the extension host, which runs CommonJS. */
async function buildSuite(): Promise<string> {
	const outfile = join(runs, "suite.js");
	const entryPoints = [join(root, "test", "editor", "suite.ts")];
	await build({
		entryPoints,
		outfile,
		bundle: true,
		format: "cjs",
		platform: "node",
		target: "node20",
		external: ["vscode", "mocha"],
	});
	return outfile;
}

/** Runs the suite in the extension host; its report tells what happened. */
async function runHostSuite(vsix: string, desktop: boolean): Promise<Report> {
	const { workspace, data, extensions } = freshFolders("host");
	const report = join(runs, "host.json");
	rmSync(report, { force: true });
	const folders = [`--extensions-dir=${extensions}`, `--user-data-dir=${data}`];
	let executable = join(import.meta.dirname, "code.mjs");
	if (desktop) {
		executable = await downloadAndUnzipVSCode("stable");
		const [cli = executable, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable);
		const shell = process.platform === "win32";
		spawnSync(cli, [...args, ...folders, "--install-extension", vsix, "--force"], { stdio: "inherit", shell });
	} else installExtension({ data, extensions }, vsix);
	try {
		await runTests({
			vscodeExecutablePath: executable,
			extensionDevelopmentPath: join(root, "test", "editor", "host"),
			extensionTestsPath: await buildSuite(),
			launchArgs: [workspace, ...folders],
			extensionTestsEnv: { PLIMSOLL_REPORT: report },
		});
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
	}
	const tests = readReport(report);
	for (const { title, error } of tests) console.error(`  ${error === undefined ? "✔" : "✖"} ${title}`);
	return tests;
}

/** Sees and does through the window what test/editor/ui.ts says. */
function runUi(vsix: string): Promise<Report> {
	const photograph = async (title: string) => current()?.screenshot({ path: screenshot(title) });
	return runMocha(async () => defineUi(vsix), join(runs, "ui.json"), photograph);
}

/** A suite that wrote no report never ran, and has failed. */
function readReport(path: string): Report {
	if (existsSync(path)) return JSON.parse(readFileSync(path, "utf8")) as Report;
	return [{ title: "the suite in the extension host writes its report", error: `${path} is missing` }];
}

async function main(): Promise<number> {
	const desktop = await usesDesktop();
	findBrowser();
	await installEditor();
	mkdirSync(runs, { recursive: true });
	clearScreenshots();
	const args = process.argv.slice(2);
	const given = args.find((arg) => !arg.startsWith("-"));
	// `--grep=words` runs only the tests whose title has them.
	const grep = args.find((arg) => arg.startsWith("--grep="))?.slice("--grep=".length);
	if (grep !== undefined) process.env["PLIMSOLL_GREP"] = grep;
	if (given === undefined) console.error("Packaging the extension …");
	const vsix = given === undefined ? await packageExtension() : resolve(given);
	const host = await runHostSuite(vsix, desktop);
	const ui = await runUi(vsix);
	const { passed, failed } = totals([...host, ...ui]);
	for (const { title, error } of [...host, ...ui]) if (error !== undefined) console.error(`failed: ${title}\n${error}`);
	for (const path of screenshots()) console.error(`What the editor looked like: ${path}`);
	console.log(`${passed} passed, ${failed} failed`);
	return failed === 0 ? 0 : 1;
}

main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		console.error(error instanceof NoBrowser ? error.message : error);
		console.log("0 passed, 1 failed");
		process.exit(1);
	},
);
