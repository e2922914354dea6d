import { parseImage } from "../container/image.ts";
import { type BaseImage, baseImage } from "../container/images.ts";
import { LineTable } from "../core/text.ts";
import type {
	CmdNode,
	DockerfileModel,
	DockerfileNodes,
	EntrypointNode,
	InstructionNode,
	Setting,
	ShellState,
	StageNode,
	Word,
} from "./nodes.ts";
import { joinPath } from "./paths.ts";
import { linuxShell, shellOf, windowsShell } from "./shell-state.ts";

/*
 * What an image is like after one of its instructions, inherited stages included. Source: Dockerfile reference, "Understand how CMD
 * and ENTRYPOINT interact"; moby/buildkit frontend/dockerfile/dockerfile2llb/convert.go (an ENTRYPOINT drops an inherited CMD).
 */

/** `NAME=value` with the instruction it is from. */
export interface NamedSetting extends Setting {
	readonly name: string;
}

/** What a container of the image starts as process 1. */
export interface FirstProcess {
	/** Its arguments; undefined where only the base image's are known to the builder. */
	readonly argv: readonly string[] | undefined;
	/** A shell is process 1 and your program its child. */
	readonly throughShell: boolean;
	/** The base image may have an ENTRYPOINT that goes before. */
	readonly afterBase: boolean;
	/** The CMD is there and counts for nothing. */
	readonly ignoresCmd: boolean;
	readonly entrypoint: InstructionNode | undefined;
	readonly cmd: InstructionNode | undefined;
}

/** The state after an instruction. Absent settings are those of the base image. */
export interface ImageState {
	readonly after: InstructionNode;
	readonly stage: StageNode;
	/** The stages it starts from, the nearest first. */
	readonly inherited: readonly StageNode[];
	/** The image below all of them, as far as its name is known. */
	readonly image: string | undefined;
	/** What is known of that image. */
	readonly base: BaseImage | undefined;
	readonly user: Setting | undefined;
	readonly workdir: Setting | undefined;
	readonly shell: ShellState;
	readonly environment: readonly NamedSetting[];
	readonly labels: readonly NamedSetting[];
	readonly ports: readonly Setting[];
	readonly volumes: readonly Setting[];
	readonly stopsignal: Setting | undefined;
	readonly healthcheck: InstructionNode | undefined;
	readonly process: FirstProcess;
}

/** The state after an instruction; undefined before the first FROM. For a trigger of ONBUILD it is that after the ONBUILD. */
export function imageState(model: DockerfileModel, instruction: InstructionNode): ImageState | undefined {
	const { stage } = instruction;
	if (!stage) return undefined;
	const chain = chainOf(stage);
	const image = stage.image;
	const base = baseOf(stage);
	const building = new Building(base);
	const stages = new Set(chain);
	let current: StageNode | undefined;
	for (const node of model.nodes as readonly DockerfileNodes[keyof DockerfileNodes][]) {
		if (!("instruction" in node) || node.kind === "variable" || node.kind === "command") continue;
		const of = node.instruction;
		if (of.trigger || !of.stage || !stages.has(of.stage)) continue;
		if (of.stage === stage && of.span.start > instruction.span.start) break;
		if (of.stage !== current) building.enter();
		current = of.stage;
		building.apply(node);
	}
	return { after: instruction, stage, inherited: chain.slice(1), image, base, ...building.result() };
}

/** A stage and those it starts from, the nearest first. */
function chainOf(stage: StageNode): readonly StageNode[] {
	const chain: StageNode[] = [];
	for (let at: StageNode | undefined = stage; at && !chain.includes(at); at = at.parent) chain.push(at);
	return chain;
}

/** Asked for by several rules at every instruction of a stage. */
const bases = new WeakMap<StageNode, BaseImage | "unknown">();

/** What is known of the image below a stage and those it starts from. */
export function baseOf(stage: StageNode): BaseImage | undefined {
	let base = bases.get(stage);
	if (base === undefined) {
		const reference = stage.image === undefined ? undefined : parseImage(stage.image);
		base = (reference && baseImage(reference)) ?? "unknown";
		bases.set(stage, base);
	}
	return base === "unknown" ? undefined : base;
}

/** Collects what instructions set, in their order. */
class Building {
	readonly #base: BaseImage | undefined;
	#user: Setting | undefined;
	#workdir: Setting | undefined;
	#shell: ShellState;
	#environment = new Map<string, NamedSetting>();
	#labels = new Map<string, NamedSetting>();
	#ports = new Map<string, Setting>();
	#volumes = new Map<string, Setting>();
	#stopsignal: Setting | undefined;
	#healthcheck: InstructionNode | undefined;
	#entrypoint: EntrypointNode | undefined;
	#cmd: CmdNode | undefined;
	#ownCmd = false;

	constructor(base: BaseImage | undefined) {
		this.#base = base;
		this.#shell = base?.windows ? windowsShell : linuxShell;
	}

	/** Begins with the instructions of the next stage. */
	enter(): void {
		this.#ownCmd = false;
	}

	apply(node: DockerfileNodes[keyof DockerfileNodes]): void {
		if (node.kind === "user" && node.user) this.#user = setting(node.user, node.instruction);
		else if (node.kind === "workdir" && node.path) this.#workdir = this.#folder(node.path, node.instruction);
		else if (node.kind === "shell" && node.words.length > 0) this.#shell = shellOf(node.instruction, node.words);
		else if (node.kind === "stopsignal" && node.signal) this.#stopsignal = setting(node.signal, node.instruction);
		else if (node.kind === "healthcheck") this.#healthcheck = node.instruction;
		else if (node.kind === "entrypoint") this.#start(node);
		else if (node.kind === "cmd") {
			this.#cmd = node;
			this.#ownCmd = true;
		} else this.#add(node);
	}

	#add(node: DockerfileNodes[keyof DockerfileNodes]): void {
		if (node.kind === "env" || node.kind === "label") {
			const into = node.kind === "env" ? this.#environment : this.#labels;
			for (const { name, value } of node.pairs) {
				if (!value) continue;
				into.delete(name.value);
				into.set(name.value, { name: name.value, ...setting(value, node.instruction) });
			}
		} else if (node.kind === "expose") {
			for (const port of node.ports) addTo(this.#ports, port, node.instruction);
		} else if (node.kind === "volume") {
			for (const path of node.paths) addTo(this.#volumes, path, node.instruction);
		}
	}

	#folder(path: Word, instruction: InstructionNode): Setting {
		const { value, ...rest } = setting(path, instruction);
		return { value: joinPath(this.#workdir?.value, value), ...rest };
	}

	/** An ENTRYPOINT makes the CMD of the base go away, unless the stage has a CMD of its own. */
	#start(node: EntrypointNode): void {
		this.#entrypoint = node;
		if (!this.#ownCmd) this.#cmd = undefined;
	}

	result() {
		return {
			user: this.#user,
			workdir: this.#workdir,
			shell: this.#shell,
			environment: [...this.#environment.values()],
			labels: [...this.#labels.values()],
			ports: [...this.#ports.values()],
			volumes: [...this.#volumes.values()],
			stopsignal: this.#stopsignal,
			healthcheck: this.#healthcheck,
			process: this.#process(),
		};
	}

	#process(): FirstProcess {
		const entrypoint = this.#entrypoint;
		const cmd = this.#cmd;
		const first = entrypoint && argvOf(entrypoint);
		const rest = cmd && argvOf(cmd);
		const empty = entrypoint?.instruction.json?.words.length === 0;
		const shellFirst = entrypoint !== undefined && entrypoint.form !== "exec";
		const argv = shellFirst ? first : first || rest ? [...(first ?? []), ...(rest ?? [])] : undefined;
		const nothingBelow = this.#base?.systemId === "scratch";
		return {
			argv: argv ?? (nothingBelow ? [] : undefined),
			throughShell: shellFirst || ((!entrypoint || empty) && cmd !== undefined && cmd.form !== "exec"),
			afterBase: !entrypoint && argv !== undefined && !nothingBelow,
			ignoresCmd: shellFirst && cmd !== undefined,
			entrypoint: entrypoint?.instruction,
			cmd: cmd?.instruction,
		};
	}
}

function addTo(settings: Map<string, Setting>, word: Word, instruction: InstructionNode): void {
	const added = setting(word, instruction);
	if (!settings.has(added.value)) settings.set(added.value, added);
}

function setting(word: Word, instruction: InstructionNode): Setting {
	return { value: word.resolved ?? word.value, literal: word.resolved !== undefined, span: word.span, instruction };
}

/** The JSON form as it is, the shell form with the shell in front. */
function argvOf(node: CmdNode | EntrypointNode): readonly string[] {
	const { instruction, form, shell } = node;
	if (form === "exec") return instruction.json?.words.map(({ value }) => value) ?? [];
	return [...shell.words, instruction.argumentText];
}

/** The state as markdown: a table with the line each setting is from, lines counted from 1. */
export function toMarkdown(model: DockerfileModel, state: ImageState): string {
	const lines = new LineTable(model.text);
	const lineOf = (instruction: InstructionNode | undefined) =>
		instruction ? String(lines.placeAt(instruction.span.start).line + 1) : "";
	const rows: (readonly [string, string, string])[] = [];
	const add = (name: string, value: Setting | undefined) => {
		if (value) rows.push([name, code(value.value), lineOf(value.instruction)]);
	};
	const { stage, base } = state;
	const parents = state.inherited.map(({ name, index }) => code(name ?? String(index)));
	const image = code(state.image ?? stage.base) + (base?.system === undefined ? "" : ` (${base.system})`);
	rows.push(["Base", [...parents, image].join(" ← "), lineOf(stage.from.instruction)]);
	if (state.user) add("USER", state.user);
	else if (base?.user !== undefined) rows.push(["USER", code(base.user), "base"]);
	add("WORKDIR", state.workdir);
	rows.push(["SHELL", shellText(state), lineOf(state.shell.instruction) || "default"]);
	for (const variable of state.environment) add(`ENV ${variable.name}`, variable);
	for (const port of state.ports) add("EXPOSE", port);
	for (const volume of state.volumes) add("VOLUME", volume);
	for (const label of state.labels) add(`LABEL ${label.name}`, label);
	add("STOPSIGNAL", state.stopsignal);
	if (state.healthcheck) rows.push(["HEALTHCHECK", code(state.healthcheck.argumentText), lineOf(state.healthcheck)]);
	const { entrypoint, cmd } = state.process;
	const from = [entrypoint, cmd].filter((instruction) => instruction !== undefined).map(lineOf);
	rows.push(["Process 1", processText(state.process), from.join(", ") || "base"]);
	const title = `**Image after line ${lineOf(state.after)}**${stage.name === undefined ? "" : `, stage \`${stage.name}\``}`;
	const table = rows.map(([name, value, line]) => `| ${cell(name)} | ${value} | ${line} |`);
	return [title, "", "| | | line |", "|---|---|---|", ...table, "", ...notes(state.process)].join("\n").trimEnd();
}

function shellText({ base, shell }: ImageState): string {
	if (shell.instruction === undefined && base?.shell === "none") return "none in this image";
	return code(shell.words.join(" "));
}

function processText({ argv, afterBase }: FirstProcess): string {
	if (argv === undefined) return "as in the base image";
	if (argv.length === 0) return "nothing";
	return (afterBase ? "the base image's ENTRYPOINT, if any, then " : "") + code(JSON.stringify(argv));
}

function notes({ throughShell, ignoresCmd, argv }: FirstProcess): readonly string[] {
	const result: string[] = [];
	const script = argv?.at(-1) ?? "";
	if (throughShell && !/^\s*exec\s/.test(script)) {
		result.push(
			`\`${argv?.[0] ?? "/bin/sh"}\` is process 1: it does not pass \`SIGTERM\` on, so the program is killed after the grace period. The JSON form, or \`exec\` in front, avoids that.`,
		);
	}
	if (ignoresCmd) result.push("The shell form of ENTRYPOINT ignores CMD and the arguments of `docker run`.");
	return result;
}

/** Text in backticks, fit for a cell of a table. */
function code(text: string): string {
	const oneLine = cell(text.replace(/\s*\n\s*/g, " "));
	const shown = oneLine.length > 120 ? `${oneLine.slice(0, 117)}…` : oneLine;
	return shown.includes("`") ? `\`\` ${shown} \`\`` : `\`${shown === "" ? " " : shown}\``;
}

function cell(text: string): string {
	return text.replaceAll("|", "\\|");
}
