import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../build.ts";

/** Where the embedded workbench lives, and what its runs leave behind; ignored by git. */
export const home = join(root, ".editor");

const platform = process.platform === "win32" ? "win" : process.platform;
const nodePackage = `node-${platform}-${process.arch}`;

/** Pinned exactly, because inner files of code-server are used. code-server 4.139.1 is VS Code 1.139, which wants Node 24. */
const packages = { "code-server": "4.139.1", [nodePackage]: "24.21.0", "playwright-core": "1.65.1" };

const modules = join(home, "node_modules");
const workbench = join(modules, "code-server", "lib", "vscode");

/** The workbench's server, and the Node that runs it. */
export const server = {
	node: join(modules, nodePackage, "bin", process.platform === "win32" ? "node.exe" : "node"),
	main: join(workbench, "out", "server-main.js"),
};

/** The module that drives browsers. */
export const playwright = join(modules, "playwright-core", "index.js");

/** Taken away after installation, 340 MB: parts that no editing of ours touches. */
const unneeded = [
	join(workbench, "node_modules", "@github"),
	join(workbench, "node_modules", "@microsoft", "mxc-sdk"),
	join(workbench, "extensions", "copilot"),
	join(workbench, "extensions", "mermaid-markdown-features"),
	join(modules, nodePackage, "share"),
	join(modules, nodePackage, "include"),
];

const manifest = {
	name: "plimsoll-embedded-editor",
	private: true,
	description: "The workbench that Plimsoll's editor tests run in. Made by tools/editor/install.ts.",
	dependencies: packages,
};

/** Changes whenever the recipe below does, so that an older installation is made anew. */
const recipe = JSON.stringify({ packages, unneeded: unneeded.length, version: 1 });

/** Installs VS Code's workbench from npm, once. No compiler and no install scripts are needed. */
export async function installEditor(): Promise<void> {
	const stamp = join(home, "installed.json");
	if (existsSync(stamp) && readFileSync(stamp, "utf8") === recipe) return;
	console.error(
		"Installing an embedded VS Code (code-server from npm, some 450 MB) in .editor/; this takes about half a minute …",
	);
	rmSync(home, { recursive: true, force: true });
	mkdirSync(home, { recursive: true });
	writeFileSync(join(home, "package.json"), JSON.stringify(manifest, undefined, "\t"));
	await npm(home, ["install"]);
	// Not `npm ci`: the shrinkwrap of this folder lacks a package. Optional packages are needed: the file watcher is one.
	await npm(workbench, ["install", "--omit=dev"]);
	for (const addon of ["spdlog", "native-watchdog"]) {
		cpSync(
			join(import.meta.dirname, "addons", `${addon}.cjs`),
			join(workbench, "node_modules", "@vscode", addon, "index.js"),
		);
	}
	for (const path of unneeded) rmSync(path, { recursive: true, force: true });
	writeFileSync(stamp, recipe);
}

async function npm(cwd: string, args: readonly string[]): Promise<void> {
	const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
	const child = spawn("npm", [...args, ...quiet], {
		cwd,
		stdio: ["ignore", "ignore", "inherit"],
		shell: process.platform === "win32",
	});
	const code = await new Promise((done) => child.once("exit", done));
	if (code !== 0) throw new Error(`npm ${args.join(" ")} failed in ${cwd}`);
}
