#!/usr/bin/env node
// Stands in for the `code` executable: @vscode/test-electron starts it with the arguments it would give to VS Code.
import { spawn } from "node:child_process";
import { join } from "node:path";

const embedded = join(import.meta.dirname, "embedded.ts");
const root = join(import.meta.dirname, "..", "..");
const child = spawn(process.execPath, ["--import", "tsx", embedded, ...process.argv.slice(2)], {
	cwd: root,
	stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 1));
