import { baseName } from "../../core/uri.ts";
import type { CommandNode } from "../../dockerfile/nodes.ts";
import { joinPath } from "../../dockerfile/paths.ts";
import { plainOperands } from "../../shell/command.ts";
import type { Question } from "../scaffold.ts";
import { askWithNode, healthOf, localUrl } from "./health.ts";
import { installLines, nodeImage, nodeLine } from "./node-install.ts";
import { type PackageJson, packageJson } from "./package-json.ts";
import { managerOf, managers, type PackageManager } from "./package-manager.ts";
import type { Project } from "./project.ts";
import { portOf, splitCommand, startOf } from "./questions.ts";
import type { Artefact, Artefacts, OneStage, Plan, Stack } from "./stack.ts";
import { isStaticSite } from "./static-site.ts";

/** Programs for Node.js and Bun. */
export const node: Stack = {
	id: "node",
	title: "Node.js",
	detects: (project) => project.has("package.json") && !isStaticSite(project),
	plan,
	conversion: {
		images: /^(?:node|oven\/bun)$/,
		workdir: (image) => (image.startsWith("oven/bun") ? "/home/bun/app" : "/"),
		builds,
		runtimeImage: ({ image }) => slimImage(image),
		artefacts,
		user: "1000:1000",
		check: (url, image) => ({ command: askWithNode(url, true, image.startsWith("oven/bun") ? "bun" : "node") }),
	},
};

/** Frameworks: the folder their build writes, what starts it, and the port it then listens on. */
interface Framework {
	readonly dependency: string;
	readonly outputs: readonly string[];
	readonly start: readonly string[];
	readonly port: string;
}

const frameworks: readonly Framework[] = [
	{
		dependency: "next",
		outputs: [".next", "public"],
		start: ["node_modules/.bin/next", "start"],
		port: "3000",
	},
	{ dependency: "nuxt", outputs: [".output"], start: ["node", ".output/server/index.mjs"], port: "3000" },
	{ dependency: "@nestjs/core", outputs: ["dist"], start: ["node", "dist/main.js"], port: "3000" },
	{ dependency: "@sveltejs/adapter-node", outputs: ["build"], start: ["node", "build"], port: "3000" },
];

function frameworkOf({ dependencies, devDependencies }: PackageJson): Framework | undefined {
	return frameworks.find(({ dependency }) => dependencies.has(dependency) || devDependencies.has(dependency));
}

function plan(project: Project): Plan | Question {
	const json = packageJson(project);
	const manager = managerOf(project, json);
	const framework = frameworkOf(json);
	const script = json.scripts.get("start") ?? "";
	const runtime = manager.id === "bun" ? "bun" : "node";
	const start = startOf(project, knownStart(project, json, framework, runtime), proposedStarts(runtime));
	if (start.kind === "question") return start;
	const built = json.scripts.has("build");
	const outputs = built ? outputsOf(project, json, start.value) : ["."];
	if (!Array.isArray(outputs)) return outputs as Question;
	const port = portOf(project, portIn(script) ?? framework?.port, "3000");
	if (port.kind === "question") return port;
	const line = nodeLine(project, json);
	const image = nodeImage(manager, line);
	const needs = json.dependencies.size > 0;
	const build = [
		"WORKDIR /app",
		...installLines(project, json, manager, line),
		...(built ? [`RUN ${manager.run} build`] : []),
		...(needs && json.devDependencies.size > 0 ? [pruneLine(manager)] : []),
	];
	return {
		build: needs || built ? build : [],
		buildImage: image,
		image,
		runtime: [
			"ENV NODE_ENV=production",
			"WORKDIR /app",
			...(needs ? ["COPY --from=build --chown=1000:1000 /app/node_modules ./node_modules"] : []),
			...copies(outputs, built),
		],
		user: "1000:1000",
		port: port.value,
		health: healthOf(port.value, (number) => askWithNode(localUrl(number), false, runtime)),
		start: start.value,
		starter: "CMD",
		ignore: ignored(built ? outputs : []),
		labels: {
			title: json.name ?? project.name,
			description: json.description,
			licenses: json.license,
			source: json.repository,
		},
	};
}

function pruneLine(manager: PackageManager): string {
	// pnpm asks before it removes packages, unless it runs in CI.
	const environment = manager.id === "pnpm" ? "CI=true " : "";
	return `RUN --mount=type=cache,target=${manager.cache} ${environment}${manager.prune}`;
}

function copies(outputs: readonly string[], built: boolean): readonly string[] {
	if (!built) return ["COPY . ."];
	if (outputs.includes(".")) return ["COPY --from=build --chown=1000:1000 /app ./"];
	return ["package.json", ...outputs].map(
		(path) => `COPY --from=build --chown=1000:1000 /app/${path} ./${path === "package.json" ? "" : path}`,
	);
}

function ignored(outputs: readonly string[]): readonly string[] {
	const built = outputs.filter((output) => output !== "." && output !== "public");
	return ["node_modules", "npm-debug.log*", "coverage", ...built];
}

/** `npm start`, `yarn run start:prod`, `pnpm start`: the script of package.json that runs. */
function scriptBehind(start: readonly string[], json: PackageJson): string | undefined {
	const [program = "", ...rest] = start;
	if (!/^(?:npm|yarn|pnpm|bun)$/.test(program)) return undefined;
	const words = rest.filter((word) => word !== "run" && word !== "run-script" && !word.startsWith("-"));
	return words[0] === undefined ? undefined : json.scripts.get(words[0]);
}

/** Words after which a script is more than one program with arguments. */
const shellSigns = /[|&;<>$`*?(){}\\]/;

/** The program a script starts, run without a package manager; undefined where the script is more than that, or for development. */
function directStart(script: string, json: PackageJson): readonly string[] | undefined {
	if (shellSigns.test(script)) return undefined;
	const words = splitCommand(script.replace(/^(?:cross-env\s+)?(?:NODE_ENV=\w+\s+)+/, ""));
	const [program = ""] = words;
	if (program === "" || program.includes("=")) return undefined;
	if (program === "node" || program === "bun") return words;
	const binary = program === "nest" ? undefined : program;
	return binary && json.dependencies.has(binary) ? [`node_modules/.bin/${binary}`, ...words.slice(1)] : undefined;
}

function knownStart(
	project: Project,
	json: PackageJson,
	framework: Framework | undefined,
	runtime: string,
): readonly string[] | undefined {
	const script = json.scripts.get("start:prod") ?? json.scripts.get("start");
	const direct = script && directStart(script, json);
	if (direct) return direct;
	if (framework) return framework.start;
	if (script !== undefined) return undefined;
	const file = json.main ?? project.first("server.js", "index.js", "app.js", "server.mjs", "index.mjs");
	return file === undefined ? undefined : [runtime, file.replace(/^\.\//, "")];
}

function proposedStarts(runtime: string): readonly string[] {
	return [`${runtime} dist/index.js`, `${runtime} dist/main.js`, `${runtime} server.js`, "npm start"];
}

/** `-p 4000`, `--port=4000`, `PORT=4000` in a script. */
function portIn(script: string): string | undefined {
	return /(?:-p|--port|\bPORT)[ =](\d{2,5})\b/.exec(script)?.[1];
}

/** Folders that the build writes and the start needs; `.` where the sources themselves run. */
function outputsOf(project: Project, json: PackageJson, start: readonly string[]): readonly string[] | Question {
	const framework = frameworkOf(json);
	if (framework) {
		const { outputs } = framework;
		const configuration = project.first("next.config.js", "next.config.mjs", "next.config.ts");
		const extra = framework.dependency === "next" && configuration ? [configuration] : [];
		return [...outputs.filter((path) => path !== "public" || project.has(path)), ...extra];
	}
	const answer = project.answers["output"]?.trim();
	if (answer) return [answer.replace(/^\.?\/+|\/+$/g, "") || "."];
	const file = start.find((word, index) => index > 0 && !word.startsWith("-"));
	const folder = file?.replace(/^\.\//, "").match(/^([^/]+)\//)?.[1];
	if (folder && folder !== "src" && folder !== "node_modules") return [folder];
	if (folder === "src" || (file && /^\.?\/?[\w.-]+\.[cm]?js$/.test(file))) return ["."];
	return {
		kind: "question",
		id: "output",
		title: "Which folder does the build write?",
		placeholder: "It is copied to the image that runs",
		options: ["dist", "build", "out"]
			.map((value) => ({ label: value, value }))
			.concat([{ label: "Everything is needed", value: "." }]),
		free: true,
	};
}

const installs = /^(?:install|ci|i|add|immutable)$/;
const compilers =
	/^(?:tsc|vite|webpack|rollup|esbuild|next|nest|nuxt|ng|vue-cli-service|react-scripts|turbo|nx|swc|babel|tsup|parcel)$/;

/** `npm run build`, `yarn build`, `npx tsc`: makes files out of sources. */
function builds({ command }: CommandNode): boolean {
	const words = plainOperands(command).map(({ value }) => value);
	const { program } = command;
	if (/^(?:npm|yarn|pnpm|bun)$/.test(program)) {
		const [first = "", second = ""] = words;
		const named = first === "run" || first === "run-script" ? second : first;
		return /^(?:build|compile|bundle|dist)(?:$|[:_-])/.test(named) || (first === "exec" && compilers.test(second));
	}
	if (program === "npx" || program === "bunx") return compilers.test(words[0] ?? "");
	return compilers.test(baseName(program));
}

/** The image of the same line with nothing but what runs: `node:22` is `node:22-slim`. */
function slimImage(image: string): string {
	const [name = "", tag = ""] = image.replace(/@.*$/, "").split(/:(?=[^/]*$)/);
	return `${name}:${slimTag(tag)}`;
}

/** `22` is `22-slim`, `22-bookworm` is `22-bookworm-slim`; those of Alpine and the slim ones stay. */
function slimTag(tag: string): string {
	if (tag === "" || tag === "latest") return "slim";
	return /(?:^|-)(?:slim|alpine|distroless)/.test(tag) ? tag : `${tag}-slim`;
}

function managerIn(commands: readonly CommandNode[]): PackageManager {
	const used = commands.map(({ command }) => command.program);
	if (used.includes("pnpm")) return managers.pnpm;
	if (used.includes("bun")) return managers.bun;
	return used.includes("yarn") ? managers.yarn : managers.npm;
}

function artefacts({ project, commands, building, start, workdir }: OneStage): Artefacts | Question | string {
	if (workdir === undefined) return "The build has no WORKDIR of its own, so it can't be told what there is to copy.";
	const json = packageJson(project);
	const script = scriptBehind(start, json);
	const direct = script === undefined ? start : (directStart(script, json) ?? []);
	const file = direct.map((word) => (word.startsWith(`${workdir}/`) ? word.slice(workdir.length + 1) : word));
	const outputs = outputsOf(project, json, file);
	if (!Array.isArray(outputs)) return outputs as Question;
	const manager = managerIn(commands);
	const modules = json.scripts.size === 0 || json.dependencies.size > 0;
	const pruned = commands.some(({ command }) => isPruning(command.operands.map(({ value }) => value)));
	const installed = commands.some(({ command }) => installs.test(command.operands[0]?.value ?? "install"));
	const finish = modules && !pruned && installed && building.length > 0 ? [`RUN ${plainPrune(manager)}`] : [];
	if (outputs.includes(".")) return { paths: [{ from: workdir, to: "./", owned: true }], finish };
	const paths: Artefact[] = [
		{ from: joinPath(workdir, "package.json"), to: "./", owned: true },
		...(modules ? [{ from: joinPath(workdir, "node_modules"), to: "./node_modules", owned: true }] : []),
		...outputs.map((path: string) => ({ from: joinPath(workdir, path), to: `./${path}`, owned: true })),
	];
	return { paths, finish };
}

function plainPrune(manager: PackageManager): string {
	return manager.id === "pnpm" ? `CI=true ${manager.prune}` : manager.prune;
}

/** Whether an installation leaves out, or takes out, what only the build needs. */
function isPruning(words: readonly string[]): boolean {
	return words.some((word) => /^(?:prune|focus|--production|--prod|--omit=dev|--only=prod(?:uction)?)$/.test(word));
}
