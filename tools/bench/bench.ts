import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { emptyWorld } from "../../server/src/core/world.ts";
import { schemaOf } from "../../server/src/kubernetes/schema.ts";
import { toJsonSchema } from "./json-schema.ts";
import { type Peer, Server } from "./server.ts";
import { compose, dockerfile, manifests } from "./texts.ts";

/*
 * Drives the built server over stdio beside the peers, all in one run, and prints ratios: figures of different runs on a shared
 * machine can't be compared. The peers live in .bench/, which git ignores.
 */

const home = ".bench";
const peers = {
	"dockerfile-language-server-nodejs": "0.15.0",
	"@microsoft/compose-language-service": "1.0.0",
	"yaml-language-server": "2.0.0",
};

interface Scenario {
	readonly name: string;
	readonly uri: string;
	readonly languageId: string;
	readonly text: string;
	/** A place inside a word, where characters are typed and taken back, and where hover and completion are asked for. */
	readonly line: number;
	readonly character: number;
	readonly peer: Peer;
}

interface Figures {
	readonly cold: number[];
	readonly edit: number[];
	readonly hover: number[];
	readonly completion: number[];
	readonly memory: number;
}

/** Edits go on for this many rounds or milliseconds, whichever ends first: a peer may wait a second at each. */
const rounds = { cold: 9, edits: 300, milliseconds: 20_000, asks: 100 };

async function main(): Promise<void> {
	installPeers();
	run("npx", ["--no-install", "tsx", "tools/build.ts", "--minify"]);
	console.log(
		"| scenario | figure | plimsoll p50 / p90 / p99 | peer p50 / p90 / p99 | peer ÷ plimsoll |\n| --- | --- | --- | --- | --- |",
	);
	for (const scenario of scenarios()) {
		const own = await measure({ name: "plimsoll", command: [process.execPath, "dist/server.js", "--stdio"] }, scenario);
		const theirs = await measure(scenario.peer, scenario);
		for (const [key, label] of [
			["cold", "cold start to first diagnostics"],
			["edit", "edit to diagnostics"],
			["hover", "hover"],
			["completion", "completion"],
		] as const) {
			row(
				`${scenario.name} (${scenario.peer.name})`,
				`${label}, ms`,
				quantiles(own[key]),
				quantiles(theirs[key]),
				quantile(theirs[key], 0.5) / quantile(own[key], 0.5),
			);
		}
		row(
			`${scenario.name} (${scenario.peer.name})`,
			"peak memory, MiB",
			own.memory.toFixed(0),
			theirs.memory.toFixed(0),
			theirs.memory / own.memory,
		);
	}
	lintFolder();
}

function scenarios(): readonly Scenario[] {
	const bin = (path: string) => resolve(home, "node_modules", path);
	const docker: Peer = {
		name: "docker-langserver",
		command: [process.execPath, bin("dockerfile-language-server-nodejs/bin/docker-langserver"), "--stdio"],
	};
	const composer: Peer = {
		name: "compose-language-service",
		command: [process.execPath, bin("@microsoft/compose-language-service/bin/docker-compose-langserver"), "--stdio"],
	};
	const yaml: Peer = {
		name: "yaml-language-server",
		command: [process.execPath, bin("yaml-language-server/bin/yaml-language-server"), "--stdio"],
		settings: {
			yaml: {
				schemas: { [writeSchema()]: ["*.yaml"] },
				schemaStore: { enable: false },
				kubernetesCRDStore: { enable: false },
				validate: true,
				hover: true,
				completion: true,
			},
			http: {},
			"[yaml]": {},
			editor: {},
			files: {},
		},
	};
	return [
		scenario(
			"Dockerfile, 40 lines",
			"file:///bench/Dockerfile",
			"dockerfile",
			dockerfile(40),
			"npm run build",
			4,
			docker,
		),
		scenario(
			"Dockerfile, 511 lines",
			"file:///bench/Dockerfile",
			"dockerfile",
			dockerfile(511),
			"npm run build",
			4,
			docker,
		),
		scenario(
			"Compose file, 62 lines",
			"file:///bench/compose.yaml",
			"dockercompose",
			compose(),
			"restart: unless",
			3,
			composer,
		),
		scenario("manifest, 95 lines", "file:///bench/app.yaml", "yaml", manifests(1), "imagePullPolicy", 5, yaml),
		scenario(
			"manifests, some 1,950 lines",
			"file:///bench/apps.yaml",
			"yaml",
			manifests(20),
			"imagePullPolicy",
			5,
			yaml,
		),
	];
}

function scenario(
	name: string,
	uri: string,
	languageId: string,
	text: string,
	word: string,
	into: number,
	peer: Peer,
): Scenario {
	const offset = text.indexOf(word) + into;
	const before = text.slice(0, offset).split("\n");
	return { name, uri, languageId, text, line: before.length - 1, character: (before.at(-1) as string).length, peer };
}

async function measure(peer: Peer, { uri, languageId, text, line, character }: Scenario): Promise<Figures> {
	const cold: number[] = [];
	for (let round = 0; round < rounds.cold; round++) {
		const started = performance.now();
		const server = new Server(peer);
		await server.initialize();
		await server.open(uri, languageId, text);
		cold.push(performance.now() - started);
		await server.stop();
	}
	const server = new Server(peer);
	await server.initialize();
	await server.open(uri, languageId, text);
	const edit: number[] = [];
	const ends = performance.now() + rounds.milliseconds;
	for (let round = 0; round < rounds.edits && performance.now() < ends; round++) {
		edit.push(await server.edit(uri, line, character, round % 2, round % 2 ? "" : "x"));
	}
	const hover: number[] = [];
	const completion: number[] = [];
	for (let round = 0; round < rounds.asks; round++) {
		hover.push(await server.ask("textDocument/hover", uri, line, character));
		completion.push(await server.ask("textDocument/completion", uri, line, character));
	}
	const memory = server.peakMemory ?? Number.NaN;
	await server.stop();
	return { cold, edit, hover, completion, memory };
}

function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function quantiles(values: readonly number[]): string {
	return [0.5, 0.9, 0.99].map((share) => quantile(values, share).toFixed(1)).join(" / ");
}

function row(scenario: string, figure: string, own: string, theirs: string, ratio: number): void {
	console.log(`| ${scenario} | ${figure} | ${own} | ${theirs} | ${ratio.toFixed(1)} |`);
}

function installPeers(): void {
	mkdirSync(home, { recursive: true });
	const manifest = JSON.stringify({ private: true, dependencies: peers }, undefined, 2);
	const path = join(home, "package.json");
	if (existsSync(join(home, "node_modules")) && existsSync(path) && readFileSync(path, "utf8") === manifest) return;
	console.error("Installing the peers …");
	writeFileSync(path, manifest);
	run("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], home);
}

/** The Deployment and the Service of our own table as one JSON schema; its URI. */
function writeSchema(): string {
	const forms = [
		["apps", "v1", "Deployment"],
		["", "v1", "Service"],
	] as const;
	const types = forms.flatMap(([group, version, kind]) => schemaOf(group, version, kind, emptyWorld) ?? []);
	const path = resolve(home, "kubernetes.schema.json");
	writeFileSync(path, JSON.stringify(toJsonSchema({ kind: "union", forms: types })));
	return pathToFileURL(path).href;
}

/** Files and megabytes a second of the command line, process start included. */
function lintFolder(): void {
	const folder = join(home, "folder");
	rmSync(folder, { recursive: true, force: true });
	let bytes = 0;
	let files = 0;
	for (let index = 0; index < 200; index++) {
		const below = join(folder, `app-${index}`);
		mkdirSync(below, { recursive: true });
		for (const [name, text] of [
			["Dockerfile", dockerfile(40)],
			["compose.yaml", compose()],
			["app.yaml", manifests(1)],
		] as const) {
			writeFileSync(join(below, name), text);
			bytes += statSync(join(below, name)).size;
			files++;
		}
	}
	const started = performance.now();
	const { status } = spawnSync(process.execPath, ["dist/cli.js", "lint", "--format", "json", folder], {
		maxBuffer: 1 << 28,
	});
	const seconds = (performance.now() - started) / 1000;
	console.log(
		`\nlint of a folder: ${files} files, ${(bytes / 1e6).toFixed(2)} MB in ${seconds.toFixed(2)} s: ${(files / seconds).toFixed(0)} files/s, ${(bytes / 1e6 / seconds).toFixed(2)} MB/s (exit ${status})`,
	);
}

function run(command: string, args: readonly string[], cwd = "."): void {
	const { status } = spawnSync(command, args, { cwd, stdio: "inherit", shell: process.platform === "win32" });
	if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed`);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
