import { parseImage } from "../container/image.ts";
import { baseImage } from "../container/images.ts";
import { folderOf } from "../core/uri.ts";
import type {
	AddNode,
	CommandNode,
	CopyNode,
	DockerfileModel,
	DockerfileNodes,
	InstructionNode,
	StageNode,
} from "../dockerfile/nodes.ts";
import { isAbsolute, joinPath } from "../dockerfile/paths.ts";
import { imageState } from "../dockerfile/state.ts";
import { plainOperands, type ShellCommand } from "../shell/command.ts";
import type { Document } from "../workspace/document.ts";
import { firstHealthUrl, type HealthLines, jsonForm, needsFiles, type Part, Rewriting } from "./rewriting.ts";
import type { Question, Scaffold, ScaffoldOutcome } from "./scaffold.ts";
import { stacks } from "./stacks/index.ts";
import { Project } from "./stacks/project.ts";
import type { Artefact, Artefacts, Conversion, OneStage } from "./stacks/stack.ts";

/** Takes a Dockerfile of one stage apart: one that builds, and one that holds what was built and nothing else. */
export const multiStageBuild: Scaffold = ({ uri, document, answers, world }) => {
	const model = modelOf(document);
	if (!model) return nothing("Open the Dockerfile to convert.");
	const found = onlyStage(model);
	if (typeof found === "string") return nothing(found);
	const conversion = conversionOf(found);
	if (!conversion) return nothing(`It is not known how programs are built on \`${found.image ?? found.base}\`.`);
	const plain = sorted(model, found, conversion);
	if (!plain) return nothing("Nothing is built here, so a second stage would have nothing to leave behind.");
	if (!found.cmd && !found.entrypoint)
		return nothing("It has no CMD and no ENTRYPOINT, so it can't be told what there is to be run.");
	const packages = packageQuestion(plain, answers);
	if (packages) return packages;
	const parts = answers["packages"] === "build" ? plain.parts : withPackages(plain, model.text);
	const oneStage = stageFacts(model, found, conversion, plain, parts, new Project(world, folderOf(uri), answers));
	const artefacts = conversion.artefacts(oneStage);
	if (typeof artefacts === "string") return nothing(artefacts);
	if ("kind" in artefacts) return artefacts;
	return converted(model, found, conversion, parts, oneStage, artefacts, answers);
};

function nothing(message: string): ScaffoldOutcome {
	return { kind: "nothing", message };
}

function modelOf(document: Document | undefined): DockerfileModel | undefined {
	return document?.language.id === "dockerfile" ? (document.parts[0]?.model as DockerfileModel) : undefined;
}

/** The one stage of a file, or why there is nothing to convert. */
function onlyStage(model: DockerfileModel): StageNode | string {
	const [stage, second] = model.stages;
	if (second) return `It has ${model.stages.length} stages already.`;
	if (!stage?.from.origin) return "It has no FROM, so there is no image to build with.";
	const file = nodesOf(model).find((node) => node.kind === "file");
	if (file?.kind === "file" && file.template) return "It is a template, of which another program makes the Dockerfile.";
	if (model.problems.some(({ severity }) => severity === undefined || severity === "error"))
		return "It can't be read in full: repair what is reported first.";
	if (stage.instructions.some(({ keyword }) => keyword === "ONBUILD"))
		return "Its ONBUILD triggers are for images built on top of it, which take all that it holds.";
	if (stage.image === undefined)
		return "Its base image is a build argument without a value, so it can't be told what it is.";
	return stage.shell.kind === "posix" ? stage : "Its commands are not run by a POSIX shell.";
}

function nodesOf(model: DockerfileModel): readonly DockerfileNodes[keyof DockerfileNodes][] {
	return model.nodes as readonly DockerfileNodes[keyof DockerfileNodes][];
}

function conversionOf({ image = "" }: StageNode): Conversion | undefined {
	const reference = parseImage(image);
	const known = reference && baseImage(reference);
	if (!known || known.windows) return undefined;
	return stacks.map(({ conversion }) => conversion).find((conversion) => conversion?.images.test(known.name));
}

/** Programs that put a user, a folder or a permission in place. */
const arranging = /^(?:adduser|addgroup|useradd|groupadd|usermod|mkdir|chown|chmod|chgrp|touch|ln|install|true|set)$/;
const makesUser = /^(?:adduser|addgroup|useradd|groupadd|usermod)$/;

/** The instructions of a stage, each with the stages it belongs to. */
interface Sorted {
	readonly parts: readonly Part[];
	readonly building: readonly CommandNode[];
	readonly commands: readonly CommandNode[];
	/** RUNs that install packages of the distribution, by the names of those that may be needed later. */
	readonly packageRuns: ReadonlyMap<InstructionNode, readonly string[]>;
}

function sorted(model: DockerfileModel, stage: StageNode, conversion: Conversion): Sorted | undefined {
	const commands = nodesOf(model).filter((node): node is CommandNode => node.kind === "command");
	const run = commands.filter((command) => command.run !== undefined && !command.instruction.trigger);
	const building = run.filter((command) => conversion.builds(command));
	if (building.length === 0) return undefined;
	const runs = byInstruction(run);
	const isBuilding = (instruction: InstructionNode) => building.some((command) => command.instruction === instruction);
	const isArranging = (instruction: InstructionNode) =>
		!isBuilding(instruction) && (runs.get(instruction) ?? []).every(({ command }) => arranging.test(command.program));
	const packageRuns = new Map<InstructionNode, readonly string[]>();
	for (const [instruction, list] of runs) {
		const names = list.flatMap(({ command }) => packagesOf(command));
		if (names.length > 0)
			packageRuns.set(
				instruction,
				names.filter((name) => !forBuilding.test(name)),
			);
	}
	const own = stage.instructions.slice(1);
	const lastBuilding = own.findLastIndex(isBuilding);
	const lastOfBuild = own.findLastIndex(
		(instruction) =>
			instruction.keyword === "RUN" &&
			(isBuilding(instruction) || !(isArranging(instruction) || packageRuns.has(instruction))),
	);
	const firstOfBuild = own.findIndex(isBuilding);
	const workdir = folderAt(model, own[lastBuilding]);
	const copies = new Map(
		nodesOf(model)
			.filter((node): node is CopyNode | AddNode => node.kind === "copy" || node.kind === "add")
			.map((node) => [node.instruction, node]),
	);
	const parts = own.map((instruction, index): Part => {
		const early = index <= lastOfBuild;
		const place = (inBuild: boolean, inRuntime: boolean): Part => ({
			instruction,
			inBuild,
			inRuntime,
			afterBuild: index > lastOfBuild,
			firstBuild: index === firstOfBuild,
			lastBuild: index === lastBuilding,
		});
		switch (instruction.keyword) {
			case "RUN":
				if (isBuilding(instruction)) return place(true, false);
				if (packageRuns.has(instruction)) return place(early, !early);
				if (isArranging(instruction)) return place(early, !early || standsAlone(runs.get(instruction) ?? [], workdir));
				return place(true, false);
			case "COPY":
			case "ADD":
				return place(early, !early || goesElsewhere(copies.get(instruction), workdir));
			case "ENV":
				return place(early, !early || !isForBuilding(instruction));
			case "ARG":
				return place(early, !early);
			case "WORKDIR":
			case "SHELL":
				return place(early, true);
			case "USER":
				return place(early, !early);
			default:
				return place(false, true);
		}
	});
	return { parts, building, commands, packageRuns };
}

function byInstruction(commands: readonly CommandNode[]): ReadonlyMap<InstructionNode, readonly CommandNode[]> {
	const groups = new Map<InstructionNode, CommandNode[]>();
	for (const command of commands)
		groups.set(command.instruction, [...(groups.get(command.instruction) ?? []), command]);
	return groups;
}

/** Whether commands arrange nothing that the build made: users, and folders that are not inside its own. */
function standsAlone(commands: readonly CommandNode[], workdir: string | undefined): boolean {
	return commands.every(({ command }) => {
		if (makesUser.test(command.program)) return true;
		const words = plainOperands(command).slice(/^ch/.test(command.program) ? 1 : 0);
		return words.every(
			({ value, literal }) =>
				literal &&
				isAbsolute(value) &&
				!(workdir !== undefined && joinPath(undefined, value).startsWith(`${workdir}/`)),
		);
	});
}

/** Whether a copy of the context goes somewhere else than where the build happens. */
function goesElsewhere(copy: CopyNode | AddNode | undefined, workdir: string | undefined): boolean {
	const destination = copy?.destination?.resolved;
	if (!copy || destination === undefined || workdir === undefined) return false;
	const folder = joinPath(copy.workdir, destination);
	const inside =
		workdir === "/" || folder === workdir || folder.startsWith(`${workdir}/`) || workdir.startsWith(`${folder}/`);
	return isAbsolute(folder) && !inside && folder !== "/";
}

/** Variables that only tools of the build read. */
const buildVariables =
	/^(?:CGO_ENABLED|GO(?:OS|ARCH|ARM|FLAGS|PROXY|PRIVATE|SUMDB|CACHE|MODCACHE|TOOLCHAIN|111MODULE)|GO111MODULE|PIP_.*|UV_.*|POETRY_.*|MAVEN_.*|GRADLE_.*|NPM_CONFIG_.*|YARN_.*|PNPM_.*|DEBIAN_FRONTEND|CI)$/i;

function isForBuilding({ words }: InstructionNode): boolean {
	const names = words.map(({ value }) => /^([A-Za-z_]\w*)=/.exec(value)?.[1]).filter((name) => name !== undefined);
	const all = names.length > 0 ? names : [words[0]?.value ?? ""];
	return all.every((name) => buildVariables.test(name));
}

const installers: Readonly<Record<string, RegExp>> = {
	"apt-get": /^install$/,
	apt: /^install$/,
	apk: /^add$/,
	yum: /^install$/,
	dnf: /^install$/,
	microdnf: /^install$/,
};

/** Packages of the distribution that a command installs. */
function packagesOf({ program, operands }: ShellCommand): readonly string[] {
	const verb = Object.hasOwn(installers, program) ? installers[program] : undefined;
	const words = operands.map(({ value }) => value).filter((word) => !word.startsWith("-"));
	const index = verb ? words.findIndex((word) => verb.test(word)) : -1;
	return index < 0 ? [] : words.slice(index + 1).map((word) => word.replace(/[=~<>].*$/, ""));
}

/** Packages of compilers and the like. Headers of libraries are not among them: what was built may need the library. */
const forBuilding =
	/^(?:build-base|build-essential|gcc|g\+\+|clang|make|cmake|ninja|autoconf|automake|libtool|pkg-config|pkgconf|patch|git|musl-dev|libc-dev|libc6-dev|linux-headers|python3?-dev|python3?|py3-pip|python3-pip|node-gyp|maven|gradle|golang|rust|cargo|unzip|zip|xz-utils|\.[\w-]+)$/;

function packageQuestion(
	{ packageRuns, parts }: Sorted,
	answers: Readonly<Record<string, string>>,
): Question | undefined {
	if (answers["packages"] !== undefined) return undefined;
	const names = parts.flatMap(({ instruction, inBuild }) => (inBuild ? (packageRuns.get(instruction) ?? []) : []));
	if (names.length === 0) return undefined;
	const list = [...new Set(names)].map((name) => `\`${name}\``).join(", ");
	return {
		kind: "question",
		id: "packages",
		title: `When is ${list} needed?`,
		options: [
			{ label: "When the program runs, too", value: "both", detail: "Installed in both stages" },
			{ label: "Only to build it", value: "build", detail: "The image that runs goes without" },
		],
	};
}

/** Packages that may be needed later are installed in the last stage too. */
function withPackages({ parts, packageRuns, commands }: Sorted, text: string): readonly Part[] {
	return parts.map((part) => {
		if (part.inRuntime || (packageRuns.get(part.instruction)?.length ?? 0) === 0) return part;
		const all = commands.filter(({ instruction }) => instruction === part.instruction);
		const own = all.filter(({ command }) => Object.hasOwn(installers, command.program) || tidies(command));
		if (own.length === all.length) return { ...part, inRuntime: true };
		const { span, argumentSpan } = part.instruction;
		const words = own.map(({ command }) => text.slice(command.span.start, command.span.end));
		return { ...part, inRuntime: true, runtimeText: text.slice(span.start, argumentSpan.start) + words.join(" && ") };
	});
}

/** `rm -rf /var/lib/apt/lists/*`, and the options of the shell. */
function tidies({ program, operands }: ShellCommand): boolean {
	if (program === "set") return true;
	return program === "rm" && operands.some(({ value }) => /^\/var\/(?:lib|cache)\//.test(value));
}

/** The absolute folder in effect at an instruction; undefined where it depends on a variable. */
function folderAt(model: DockerfileModel, instruction: InstructionNode | undefined): string | undefined {
	const state = instruction && imageState(model, instruction);
	const image = state && conversionOf(state.stage)?.workdir(state.image ?? "");
	if (!state?.workdir) return image;
	return state.workdir.literal ? joinPath(image, state.workdir.value) : undefined;
}

/** Files that say which packages a program needs. */
const manifest = /(?:^|\/)(?:.*requirements.*\.txt|pyproject\.toml|setup\.(?:py|cfg)|Pipfile|.*\.lock|README.*)$/i;

/** Where the last command builds; where that is the root, the folder that the build is in at its end. */
function folderOfBuild(
	model: DockerfileModel,
	last: InstructionNode | undefined,
	parts: readonly Part[],
): string | undefined {
	const folder = folderAt(model, last);
	if (folder !== "/") return folder;
	const end = folderAt(
		model,
		parts.findLast(({ inBuild, instruction }) => inBuild && instruction.keyword === "RUN")?.instruction,
	);
	return end === "/" ? undefined : end;
}

/** Whether the last stage is in the folder of the build where the copies stand, so that `./` is that folder. */
function copiesToFolder(model: DockerfileModel, stage: StageNode, parts: readonly Part[], folder: string): boolean {
	const next = parts.findIndex((part) => needsFiles(part));
	const before = next < 0 ? stage.instructions.at(-1) : (parts[next - 1]?.instruction ?? stage.from.instruction);
	const written = before && imageState(model, before)?.workdir?.value;
	return written !== undefined && isAbsolute(written) && folderAt(model, before) === folder;
}

function stageFacts(
	model: DockerfileModel,
	stage: StageNode,
	conversion: Conversion,
	{ building, commands }: Sorted,
	parts: readonly Part[],
	project: Project,
): OneStage {
	const state = imageState(model, stage.instructions.at(-1) as InstructionNode);
	const last = building.at(-1)?.instruction;
	const runs = parts.some(({ instruction, inRuntime }) => inRuntime && instruction.keyword === "RUN");
	const ownForms = [stage.cmd, stage.entrypoint, stage.healthcheck].filter((one) => one !== undefined);
	// A health check that asks a URL is written anew where the image lacks what it asks with.
	const shellForms = ownForms.some(
		(instruction) => needsShell(instruction) && firstHealthUrl(commands, instruction) === undefined,
	);
	const copies = parts.filter(
		({ instruction: { keyword, flags } }) =>
			/^(?:COPY|ADD)$/.test(keyword) && !flags.some(({ name }) => name === "from"),
	);
	const early = copies
		.filter(({ afterBuild }) => !afterBuild)
		.flatMap(({ instruction }) => instruction.words.slice(0, -1));
	return {
		project,
		image: stage.image ?? "",
		commands: commands.filter(({ run }) => run !== undefined),
		building: building.filter((command) => conversion.builds(command)),
		start: withoutInit(startOf(stage, commands)),
		workdir: folderOfBuild(model, last, parts),
		sourcesLater: copies.some(({ afterBuild }) => afterBuild) && early.every(({ value }) => manifest.test(value)),
		environment: new Map(state?.environment.map(({ name, value }) => [name, value])),
		needs: runs ? "system" : shellForms ? "shell" : "nothing",
	};
}

/** Whether an instruction is run by a shell, or is a shell's script. */
function needsShell({ json, keyword, words }: InstructionNode): boolean {
	if (keyword === "HEALTHCHECK" && words.length === 0) return false;
	return !json || json.words.some(({ value }) => /(?:^|\/)(?:ba|da)?sh$|\.sh$/.test(value));
}

/** The words of ENTRYPOINT and CMD; of a shell form those of its first command. */
function startOf({ entrypoint, cmd }: StageNode, commands: readonly CommandNode[]): readonly string[] {
	return [entrypoint, cmd].flatMap((instruction) => {
		if (!instruction) return [];
		const inside = commands.filter((command) => command.instruction === instruction).at(-1)?.command;
		if (instruction.json && !/(?:^|\/)(?:ba|da)?sh$/.test(instruction.json.words[0]?.value ?? ""))
			return instruction.json.words.map(({ value }) => value);
		return inside ? [inside.program, ...inside.operands.map(({ value }) => value)] : [];
	});
}

/** `tini -- node x` is `node x`; a script before the program leaves the program. */
function withoutInit(words: readonly string[]): readonly string[] {
	const [program = "", ...rest] = words;
	if (/(?:^|\/)(?:tini|dumb-init|catatonit|docker-init)$/.test(program))
		return withoutInit(rest.slice(rest.findIndex((word) => word !== "--" && !word.startsWith("-"))));
	return program.endsWith(".sh") && rest.length > 0 ? rest : words;
}

function converted(
	model: DockerfileModel,
	stage: StageNode,
	conversion: Conversion,
	parts: readonly Part[],
	oneStage: OneStage,
	artefacts: Artefacts,
	answers: Readonly<Record<string, string>>,
): ScaffoldOutcome {
	const image = conversion.runtimeImage(oneStage);
	const health = healthOf(stage, conversion, image, answers);
	if (health && "kind" in health) return health;
	const rewriting = new Rewriting(model, stage, parts);
	const { workdir = "/" } = oneStage;
	const near = copiesToFolder(model, stage, parts, workdir);
	const paths = artefacts.paths.map((path) => (near ? path : { ...path, to: joinPath(workdir, path.to) }));
	const text = rewriting.text({
		image: inWordsOf(stage, image),
		artefacts: { ...artefacts, paths: [...paths, ...startedFiles(stage, oneStage, artefacts.paths)] },
		addedUser: stage.user ? undefined : conversion.user,
		owner: stage.user ? ownerOf(stage, parts) : conversion.user,
		health,
		check: (url) => (hasProgram(oneStage, parts, image, url.program) ? undefined : conversion.check(url.url, image)),
	});
	return {
		kind: "edit",
		files: [],
		edits: [{ span: { start: 0, end: model.text.length }, text }],
		message: stage.user
			? `The image that runs is \`${image}\`, and holds only what was built.`
			: `The image that runs is \`${image}\`, holds only what was built, and runs as ${conversion.user} in place of root.`,
	};
}

/** Who built, and could write to what was built: `USER app` is `app:app` for a copy. Undefined for root and for what is not known. */
function ownerOf({ user }: StageNode, parts: readonly Part[]): string | undefined {
	if (!user?.literal || /^(?:root|0)(?::|$)/.test(user.value)) return undefined;
	if (parts.some(({ instruction, afterBuild }) => afterBuild && instruction === user.instruction)) return undefined;
	return user.value.includes(":") ? user.value : `${user.value}:${user.value}`;
}

/** The runtime image with the variables of the FROM it comes from, where it begins as that does. */
function inWordsOf({ image = "", from }: StageNode, runtime: string): string {
	const written = from.origin?.word;
	if (!written) return runtime;
	// The very same image keeps its digest.
	if (image.startsWith(`${runtime}@`)) return written.value;
	if (written.literal || !runtime.startsWith(image)) return runtime;
	return `${written.value}${runtime.slice(image.length)}`;
}

/** A script in the folder of the build that starts the container is needed too. */
function startedFiles(
	{ entrypoint, cmd }: StageNode,
	{ workdir }: OneStage,
	paths: readonly Artefact[],
): readonly Artefact[] {
	const program = (entrypoint ?? cmd)?.json?.words[0]?.value ?? "";
	if (workdir === undefined || !/\.sh$/.test(program)) return [];
	const file = joinPath(workdir, program);
	const covered = paths.some(({ from }) => file === from || file.startsWith(`${from}/`));
	return covered || !file.startsWith(`${workdir}/`) ? [] : [{ from: file, to: file }];
}

/** Whether the last stage has curl or wget. */
function hasProgram({ commands }: OneStage, parts: readonly Part[], image: string, program: string): boolean {
	const installed = parts
		.filter(({ inRuntime }) => inRuntime)
		.some(({ instruction }) =>
			commands.some((command) => command.instruction === instruction && packagesOf(command.command).includes(program)),
		);
	if (installed) return true;
	if (/alpine/.test(image)) return program === "wget";
	return image.startsWith("eclipse-temurin:");
}

/** Where nothing asks. */
const noHealth: HealthLines = { words: "NONE", brings: [], why: "The program is probed from outside." };

/**
 * A health check for a stage that has none: its words after the keyword; undefined where there is one already.
 * What answers can't be seen in the file, so it is asked for.
 */
function healthOf(
	stage: StageNode,
	conversion: Conversion,
	image: string,
	answers: Readonly<Record<string, string>>,
): HealthLines | undefined | Question {
	if (stage.healthcheck) return undefined;
	const port = stage.ports
		.find(({ literal, value }) => literal && /^\d+(?:\/tcp)?$/.test(value))
		?.value.replace("/tcp", "");
	if (port === undefined || conversion.check("http://127.0.0.1/", image) === undefined)
		return { words: "NONE", brings: [], why: "What to ask the program is not known; probe it from outside." };
	const answer = answers["health"]?.trim();
	if (answer === undefined || answer === "") {
		return {
			kind: "question",
			id: "health",
			title: "The image has no health check. Which path answers when the program is healthy?",
			options: [
				{ label: "/", value: "/" },
				{ label: "/healthz", value: "/healthz" },
				{ label: "/health", value: "/health" },
				{ label: "None", value: "none", detail: "It does not speak HTTP, or the orchestrator does the probing" },
			],
			free: true,
		};
	}
	if (answer === "none") return noHealth;
	const url = `http://127.0.0.1:${port}${answer.startsWith("/") ? answer : `/${answer}`}`;
	const check = conversion.check(url, image);
	if (!check) return noHealth;
	return {
		words: `--interval=30s --timeout=3s --start-period=30s CMD ${jsonForm(check.command)}`,
		brings: check.brings ?? [],
	};
}
