import { spawn } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { build, dist, root } from "./build.ts";
import { home, installEditor } from "./editor/install.ts";
import { installExtension, startEditor } from "./editor/server.ts";
import { packageExtension } from "./package.ts";

/*
 * Opens VS Code with Plimsoll on the examples: the desktop's `code` where there is one, else the embedded one in a browser.
 * PLIMSOLL_EDITOR=desktop|embedded chooses. Runs until the window is closed or Ctrl+C.
 */

const examples = join(root, "examples");
const windows = process.platform === "win32";

function onPath(command: string): boolean {
	const names = windows ? [`${command}.cmd`, `${command}.exe`] : [command];
	const folders = (process.env["PATH"] ?? "").split(delimiter);
	return folders.some((folder) => names.some((name) => existsSync(join(folder, name))));
}

async function startDesktop(): Promise<number> {
	console.error("Building …");
	await build({ minify: false, outdir: dist });
	console.error("Opening VS Code on examples/; close its window or press Ctrl+C to end.");
	const args = ["--new-window", "--wait", `--extensionDevelopmentPath=${root}`, examples];
	const code = spawn("code", args, { stdio: "inherit", shell: windows });
	return new Promise((done) => code.once("exit", (status) => done(status ?? 0)));
}

async function startEmbedded(): Promise<number> {
	await installEditor();
	const folder = join(home, "start");
	const folders = { data: join(folder, "data"), extensions: join(folder, "extensions") };
	mkdirSync(folder, { recursive: true });
	console.error("Packaging the extension …");
	installExtension(folders, await packageExtension(folder));
	const stopped = new Promise<void>((stop) => {
		for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => stop());
	});
	const editor = await startEditor({ ...folders, trust: true });
	const url = editor.url(examples);
	console.log(`VS Code with Plimsoll is at ${url}`);
	console.log("Press Ctrl+C to stop it.");
	openInBrowser(url);
	await stopped;
	await editor.stop();
	console.log("\nStopped.");
	return 0;
}

/** Shows a page in the user's browser; does nothing where there is no screen or no way to open one. */
function openInBrowser(url: string): void {
	const { DISPLAY, WAYLAND_DISPLAY } = process.env;
	const commands: Partial<Record<NodeJS.Platform, readonly string[]>> = {
		darwin: ["open", url],
		win32: ["cmd", "/c", "start", '""', url.replaceAll("&", "^&")],
	};
	const [command = "xdg-open", ...args] = commands[process.platform] ?? ["xdg-open", url];
	if (process.platform === "linux" && ((DISPLAY ?? WAYLAND_DISPLAY) === undefined || !onPath("xdg-open"))) return;
	spawn(command, args, { stdio: "ignore", detached: true })
		.on("error", () => {})
		.unref();
}

const chosen = process.env["PLIMSOLL_EDITOR"];
const start = chosen === "desktop" || (chosen === undefined && onPath("code")) ? startDesktop : startEmbedded;
start().then(
	(code) => process.exit(code),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	},
);
