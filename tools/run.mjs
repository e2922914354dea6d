#!/usr/bin/env node
// Runs a TypeScript tool on a fresh clone: checks Node, installs what package-lock.json asks for, then hands over.
// Plain JavaScript without dependencies, because nothing may be installed yet when it starts.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync, utimesSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [tool, ...args] = process.argv.slice(2);

checkNode();
install();
hand(tool, args);

function checkNode() {
	const { engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
	const wanted = engines.node.replace(/[^\d.]/g, "");
	if (compare(process.versions.node, wanted) >= 0) return;
	console.error(`Plimsoll needs Node.js ${wanted} or later; this is ${process.versions.node}. See https://nodejs.org.`);
	process.exit(1);
}

/** Below, at or above 0 as `a` is older than, as old as or newer than `b`. */
function compare(a, b) {
	const [left, right] = [a.split(".").map(Number), b.split(".").map(Number)];
	return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

/** Installs when nothing is installed, or when the lock file is newer than what is. */
function install() {
	const lock = join(root, "package-lock.json");
	const installed = join(root, "node_modules", ".package-lock.json");
	const fresh = !existsSync(installed);
	if (!fresh && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
	console.error(
		fresh ? "Installing packages; the first time takes about a minute …" : "Packages have changed; installing …",
	);
	// No package needs its install script here: esbuild, Biome and TypeScript find their platform package by themselves.
	// Not `npm ci`: it refuses a lock file without the packages of platforms that a registry does not have, though nobody
	// needs them here. `--no-save` keeps the lock file as it is.
	const npm = ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
	const { status } = spawnSync("npm", npm, {
		cwd: root,
		stdio: ["ignore", process.stderr, process.stderr],
		shell: process.platform === "win32",
	});
	if (status !== 0) {
		console.error("npm install failed; see above.");
		process.exit(status ?? 1);
	}
	const now = new Date();
	utimesSync(installed, now, now);
}

/** Runs the tool in a child that gets this process's signals and whose exit code becomes ours. */
function hand(tool, args) {
	const child = spawn(process.execPath, ["--import", "tsx", tool, ...args], { cwd: root, stdio: "inherit" });
	// Ctrl+C reaches the child by itself; it decides when to end.
	process.on("SIGINT", () => {});
	process.on("SIGTERM", () => child.kill("SIGTERM"));
	child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
}
