import { spawnSync } from "node:child_process";

/** Checks the types of everything, and of the core once more without the names of Node and the browser. */
const projects = [".", "server", "server/src/cli", "server/src/lsp"];

for (const project of projects) {
	const { status } = spawnSync("npx", ["tsc", "-p", project], {
		stdio: "inherit",
		shell: process.platform === "win32",
	});
	if (status !== 0) {
		console.error(`Type errors in ${project === "." ? "the project" : project}.`);
		process.exitCode = 1;
	}
}
