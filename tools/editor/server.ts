import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, openSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { server } from "./install.ts";

export interface EditorFolders {
	/** Settings, logs and state. */
	readonly data: string;
	/** Installed extensions. */
	readonly extensions: string;
}

export interface EditorOptions extends EditorFolders {
	/** VS Code's settings.json of this run. */
	readonly settings?: Readonly<Record<string, unknown>>;
	/** Whether workspaces are trusted unasked. */
	readonly trust: boolean;
	/** Whether a test suite is to run in the extension host; it also hides notifications. */
	readonly suite?: boolean;
	readonly env?: Readonly<Record<string, string>>;
}

/** A running embedded VS Code. */
export interface RunningEditor {
	/** Host and port. */
	readonly authority: string;
	/** The address that opens a folder, with a payload for the workbench if any. */
	url(folder: string, payload?: readonly (readonly [string, string])[]): string;
	/** Ends the server and everything it started. */
	stop(): Promise<void>;
}

/** Settings that keep every run the same and quiet. */
const baseSettings = {
	"files.autoSave": "off",
	"workbench.startupEditor": "none",
	"workbench.tips.enabled": false,
	"workbench.secondarySideBar.defaultVisibility": "hidden",
	"chat.disableAIFeatures": true,
	"telemetry.telemetryLevel": "off",
	"extensions.autoUpdate": false,
	"extensions.autoCheckUpdates": false,
	"extensions.ignoreRecommendations": true,
	"update.mode": "none",
	"git.openRepositoryInParentFolders": "never",
	"npm.fetchOnlinePackageInfo": false,
	"security.workspace.trust.startupPrompt": "never",
	"security.workspace.trust.banner": "never",
};

const environment = (extra: Readonly<Record<string, string>> = {}) => ({
	...process.env,
	...extra,
	EXTENSIONS_GALLERY: "{}",
});

const folderFlags = ({ data, extensions }: EditorFolders) => [
	"--server-data-dir",
	join(data, "server"),
	"--user-data-dir",
	data,
	"--extensions-dir",
	extensions,
];

/** Puts a packaged extension into the editor, as a user would. */
export function installExtension(folders: EditorFolders, vsix: string): void {
	const args = [
		server.main,
		...folderFlags(folders),
		"--accept-server-license-terms",
		"--install-extension",
		vsix,
		"--force",
	];
	const { status, stdout, stderr } = spawnSync(server.node, args, { env: environment(), encoding: "utf8" });
	if (status !== 0) throw new Error(`${vsix} could not be installed:\n${stdout}${stderr}`);
}

/** Starts the embedded VS Code on a free port of this machine only. */
export async function startEditor(options: EditorOptions): Promise<RunningEditor> {
	const { data, extensions } = options;
	mkdirSync(join(data, "server"), { recursive: true });
	mkdirSync(join(data, "User"), { recursive: true });
	mkdirSync(extensions, { recursive: true });
	writeFileSync(
		join(data, "User", "settings.json"),
		JSON.stringify({ ...baseSettings, ...options.settings }, undefined, "\t"),
	);
	const port = await freePort();
	const args = [
		...[server.main, "--host", "127.0.0.1", "--port", String(port), "--without-connection-token"],
		...[...folderFlags(options), "--accept-server-license-terms", "--telemetry-level", "off"],
		...(options.trust ? ["--disable-workspace-trust"] : []),
		// Without it a suite named in the payload is ignored silently.
		...(options.suite ? ["--enable-smoke-test-driver"] : []),
	];
	const log = openSync(join(data, "server.log"), "a");
	// A process group of its own, so that extension hosts and language servers can be ended with it.
	const child = spawn(server.node, args, {
		env: environment(options.env),
		stdio: ["ignore", log, log],
		detached: process.platform !== "win32",
	});
	const authority = `127.0.0.1:${port}`;
	const kill = () => killGroup(child, "SIGKILL");
	process.once("exit", kill);
	await ready(`http://${authority}/version`, child);
	return {
		authority,
		url: (folder, payload) => {
			const query = new URLSearchParams({ folder });
			if (payload) query.set("payload", JSON.stringify(payload));
			return `http://${authority}/?${query}`;
		},
		stop: async () => {
			process.off("exit", kill);
			await end(child);
		},
	};
}

/** A port nobody listens on. */
function freePort(): Promise<number> {
	return new Promise((found, failed) => {
		const probe = createServer().once("error", failed);
		probe.listen(0, "127.0.0.1", () => {
			const address = probe.address();
			probe.close(() => (typeof address === "object" && address ? found(address.port) : failed(new Error("no port"))));
		});
	});
}

async function ready(url: string, child: ChildProcess): Promise<void> {
	const deadline = Date.now() + 30_000;
	while (Date.now() < deadline) {
		if (child.exitCode !== null)
			throw new Error(`The embedded VS Code ended with code ${child.exitCode}; see its server.log.`);
		const answered = await fetch(url).then(
			({ ok }) => ok,
			() => false,
		);
		if (answered) return;
		await new Promise((done) => setTimeout(done, 50));
	}
	throw new Error("The embedded VS Code did not answer within 30 seconds.");
}

async function end(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return killGroup(child, "SIGKILL");
	const gone = new Promise((done) => child.once("exit", done));
	killGroup(child, "SIGTERM");
	await Promise.race([gone, new Promise((done) => setTimeout(done, 3000).unref())]);
	// What ignored the signal, or lost its parent, goes now.
	killGroup(child, "SIGKILL");
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
	if (child.pid === undefined) return;
	try {
		if (process.platform === "win32") spawnSync("taskkill", ["/pid", String(child.pid), "/t", "/f"]);
		else process.kill(-child.pid, signal);
	} catch {
		// Nothing is left of the group.
	}
}
