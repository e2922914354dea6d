import { relativeTo } from "../core/uri.ts";
import type { World } from "../core/world.ts";
import { jsonForm } from "./rewriting.ts";
import type { NewFile, Question, Scaffold, ScaffoldOutcome } from "./scaffold.ts";
import { stacks } from "./stacks/index.ts";
import { Project } from "./stacks/project.ts";
import type { Labels, Plan, Stack } from "./stacks/stack.ts";

/** A Dockerfile and a `.dockerignore` for the project in a folder; a file that is there already stays as it is. */
export const newDockerfile: Scaffold = ({ uri, answers, world }) => {
	const folder = folderFor(uri, world, answers);
	if (typeof folder !== "string") return folder;
	const project = new Project(world, folder, answers);
	const dockerfile = `${folder}/Dockerfile`;
	const ignoreFile = `${folder}/.dockerignore`;
	const hasDockerfile = world.exists(dockerfile) === true || project.has("Containerfile");
	if (hasDockerfile && world.exists(ignoreFile))
		return { kind: "nothing", message: `\`${project.name}\` has a Dockerfile and a .dockerignore already.` };
	const stack = stackOf(project);
	if (!("plan" in stack)) return stack;
	const plan = stack.plan(project);
	if ("kind" in plan) return plan;
	const files: NewFile[] = [
		...(hasDockerfile ? [] : [{ uri: dockerfile, text: dockerfileText(plan) }]),
		...(world.exists(ignoreFile) ? [] : [{ uri: ignoreFile, text: ignoreText(plan) }]),
	];
	const names = files.map(({ uri: path }) => relativeTo(folder, path)).join(" and ");
	return {
		kind: "edit",
		files,
		edits: [],
		select: { uri: (files[0] as NewFile).uri, offset: 0 },
		message: `Wrote ${names} for ${stack.title}.`,
	};
};

/** Folders that hold what others wrote, or what was built. */
const skipped = /^(?:\..*|node_modules|vendor|target|build|dist|out|bin|obj|venv|__pycache__|testdata|fixtures)$/;

/** How far below the folder at hand projects are looked for, and how many folders are looked into. */
const deepest = 3;
const mostFolders = 2000;

/** The folder of a file; of a folder itself, or the one below it that holds a project, asked for where there are several. */
function folderFor(uri: string, world: World, answers: Readonly<Record<string, string>>): string | Question {
	const clean = uri.replace(/\/+$/, "");
	if (world.list(clean) === undefined) return clean.slice(0, clean.lastIndexOf("/"));
	const found = projectFolders(clean, world);
	const answer = answers["folder"];
	if (answer !== undefined) return found.find((folder) => nameOf(clean, folder) === answer) ?? clean;
	const open = found.filter((folder) => world.exists(`${folder}/Dockerfile`) !== true);
	const candidates = open.length > 0 ? open : found;
	const [only] = candidates;
	if (candidates.length <= 1) return only ?? clean;
	return {
		kind: "question",
		id: "folder",
		title: "Which project is the Dockerfile for?",
		options: candidates.map((folder) => {
			const project = new Project(world, folder, answers);
			const titles = stacks.filter((stack) => stack.detects(project)).map(({ title }) => title);
			return { label: nameOf(clean, folder), value: nameOf(clean, folder), detail: titles.join(", ") };
		}),
	};
}

/** A folder as seen from the one above; `.` for that one. */
function nameOf(above: string, folder: string): string {
	return relativeTo(above, folder) ?? ".";
}

function projectFolders(top: string, world: World): readonly string[] {
	const found: string[] = [];
	let level: readonly string[] = [top];
	let seen = 0;
	for (let depth = 0; depth <= deepest && level.length > 0; depth++) {
		const next: string[] = [];
		for (const folder of level) {
			if (++seen > mostFolders) return found;
			const project = new Project(world, folder, {});
			if (stacks.some((stack) => stack.detects(project))) found.push(folder);
			for (const entry of project.list())
				if (entry.folder && !skipped.test(entry.name)) next.push(world.resolve(`${folder}/.`, entry.name));
		}
		level = next;
	}
	return found;
}

/** The stack that the files of a folder tell, else the one chosen. */
function stackOf(project: Project): Stack | ScaffoldOutcome {
	const found = stacks.filter((stack) => stack.detects(project));
	const chosen = stacks.find(({ id }) => id === project.answers["stack"]);
	const [only] = found;
	if (chosen) return chosen;
	if (only && found.length === 1) return only;
	const options = found.length > 0 ? found : stacks;
	return {
		kind: "question",
		id: "stack",
		title: `What is ${project.name} written in?`,
		placeholder: found.length > 0 ? "Its files tell of several languages" : "None of its files tells",
		options: options.map(({ id, title }) => ({ label: title, value: id })),
	};
}

/** The text of a Dockerfile. */
export function dockerfileText(plan: Plan): string {
	const lines = ["# syntax=docker/dockerfile:1"];
	if (plan.build.length > 0) lines.push(`FROM ${plan.buildImage} AS build`, ...plan.build, "");
	lines.push(`FROM ${plan.image}`, ...labelLines(plan.labels), ...plan.runtime);
	lines.push(`USER ${plan.user}`);
	if (plan.port !== undefined) lines.push(`EXPOSE ${plan.port}`);
	lines.push(...healthLines(plan));
	if (plan.start) lines.push(`${plan.starter} ${jsonForm(plan.start)}`);
	return lines.map((line) => `${line}\n`).join("");
}

function healthLines({ health }: Plan): readonly string[] {
	if ("reason" in health) return [`# ${health.reason}`, "HEALTHCHECK NONE"];
	return [
		`HEALTHCHECK --interval=30s --timeout=3s --start-period=${health.startPeriod} \\`,
		`    CMD ${jsonForm(health.command)}`,
	];
}

function labelLines(labels: Labels): readonly string[] {
	const known = Object.entries(labels).filter(([, value]) => value !== undefined);
	return known.map(([name, value], index) => {
		const indent = index === 0 ? "LABEL " : "      ";
		const continued = index < known.length - 1 ? " \\" : "";
		return `${indent}org.opencontainers.image.${name}=${quoted(value as string)}${continued}`;
	});
}

/** A text in double quotes, so that the builder takes no part of it for a variable. */
function quoted(text: string): string {
	return `"${text.replace(/\s+/g, " ").replace(/[\\"$]/g, "\\$&")}"`;
}

/** What no build needs: version control, editors' files, secrets, and the files that describe the image. */
const always = [".git", ".gitignore", ".github", ".vscode", ".idea", ".env", ".env.*", "*.log"];
const own = ["Dockerfile*", "Containerfile*", ".dockerignore", "compose*.yaml", "compose*.yml", "docker-compose*.yml"];

function ignoreText({ ignore }: Plan): string {
	return [
		"# What is not needed to build the image, or must not get into it.",
		...new Set([...always, ...own, ...ignore]),
	]
		.map((line) => `${line}\n`)
		.join("");
}
