import { parseImage } from "../container/image.ts";
import type { EnvironmentVariable, ImageUse } from "../container/nodes.ts";
import type { Occurrence } from "../core/feature.ts";
import type { Node, Problem, Source } from "../core/language.ts";
import { type Span, toSpan } from "../core/text.ts";
import type { ShellCommand, ShellScript } from "../shell/command.ts";
import { parseShell } from "../shell/parse.ts";
import { lookThrough } from "../shell/wrappers.ts";
import { factsOf } from "./facts.ts";
import { Joined } from "./joined.ts";
import type {
	Binding,
	CommandForm,
	CommandNode,
	DockerfileModel,
	DockerfileNodes,
	FileNode,
	FromNode,
	InstructionNode,
	JsonForm,
	Mount,
	Origin,
	Pair,
	RunNode,
	Setting,
	ShellState,
	StageNode,
	VariableNode,
	Word,
} from "./nodes.ts";
import { packageCall } from "./packages.ts";
import { isAbsolute, joinPath } from "./paths.ts";
import { fromScope, lookup, ScopeTable, stageScope } from "./scope.ts";
import { isWindowsImage, linuxShell, shebangOf, shellKind, shellOf, windowsShell } from "./shell-state.ts";
import { assignedNames, shellUses } from "./shell-variables.ts";
import { type RawInstruction, type Split, split } from "./split.ts";
import { syntaxProblems } from "./syntax.ts";
import { skip, trimmedEnd, type Use, WordReader } from "./words.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type AnyNode = DockerfileNodes[keyof DockerfileNodes];

/** Longer texts are split but not read any further, so that junk costs a bounded time; in UTF-16 code units. */
export const largest = 1_000_000;

/** Reads a Dockerfile. Never throws; every text yields a model. */
export function parse({ uri, text }: Source): DockerfileModel {
	if (text.length > largest) return new Builder(uri, text, split("")).model([tooLarge]);
	const builder = new Builder(uri, text, split(text));
	builder.run();
	return builder.model([]);
}

/** Stages below a stage, and ports, that are taken over from it: no real file has more. */
const mostInherited = 100;

const tooLarge: Problem = {
	rule: "invalid-syntax",
	span: toSpan(0, 0),
	message: "The file has more than a million characters and is not analysed.",
	severity: "warning",
};

/** What the parts of one instruction are read with. */
interface Reading {
	readonly raw: RawInstruction;
	readonly reader: WordReader;
	readonly node: Mutable<InstructionNode>;
	/** Where the arguments start in the joined text. */
	readonly from: number;
}

/** Builds the model of one file, instruction by instruction. */
class Builder {
	readonly #uri: string;
	readonly #text: string;
	readonly #split: Split;
	readonly #nodes: AnyNode[] = [];
	readonly #problems: Problem[] = [];
	readonly #occurrences: Occurrence[] = [];
	readonly #variables: VariableNode[] = [];
	readonly #instructions: InstructionNode[] = [];
	readonly #stages: Mutable<StageNode>[] = [];
	readonly #stageByName = new Map<string, StageNode>();
	/** How many stages are below a stage, by index. */
	readonly #depths: number[] = [];
	/** The stages that a stage needs, by index. */
	readonly #needs: Set<StageNode>[] = [];
	readonly #globals: ScopeTable;
	#table: ScopeTable;
	#stage: Mutable<StageNode> | undefined;

	constructor(uri: string, text: string, split: Split) {
		this.#uri = uri;
		this.#text = text;
		this.#split = split;
		this.#globals = new ScopeTable(fromScope, false);
		this.#table = this.#globals;
	}

	run(): void {
		for (const raw of this.#split.instructions) {
			const node = this.#instruction(raw, raw.joined, 0, false);
			this.#instructions.push(node);
			if (this.#stage) (this.#stage.instructions as InstructionNode[]).push(node);
		}
		this.#finishStages();
	}

	model(problems: readonly Problem[]): DockerfileModel {
		const file: FileNode = {
			kind: "file",
			span: toSpan(0, this.#text.length),
			stages: this.#stages,
			instructions: this.#instructions,
			template: this.#instructions.some(({ keyword }) => /^(?:\{[{%]|<%)/.test(keyword)),
		};
		const nodes: Node[] = [file, ...this.#split.directives, ...this.#nodes];
		const model = {
			language: "dockerfile" as const,
			uri: this.#uri,
			text: this.#text,
			nodes,
			problems: file.template
				? problems
				: [...problems, ...this.#split.problems, ...this.#problems].sort((a, b) => a.span.start - b.span.start),
			comments: this.#split.comments,
			waivers: [],
			occurrences: this.#occurrences,
			directives: this.#split.directives,
			escape: this.#split.escape,
			stages: this.#stages,
			instructions: this.#instructions,
			variables: this.#variables,
			globals: this.#globals.scope(),
		};
		return { ...model, facts: factsOf(this.#stages, this.#nodes) };
	}

	/** Reads an instruction that starts at `start` of the joined text; a trigger when it follows ONBUILD. */
	#instruction(raw: RawInstruction, joined: Joined, start: number, trigger: boolean): InstructionNode {
		const { text } = joined;
		const keywordEnd = skip(text, start, false);
		const keyword = text.slice(start, keywordEnd).toUpperCase();
		const scope = keyword === "FROM" && !trigger ? this.#globals.scope() : this.#table.scope();
		const reader = new WordReader(joined, this.#split.escape, scope);
		const { flags, end: from } = reader.flags(keywordEnd);
		const end = trimmedEnd(text, from);
		const node: Mutable<InstructionNode> = {
			kind: "instruction",
			span: toSpan(joined.at(start), raw.span.end),
			keyword,
			keywordSpan: joined.span(start, keywordEnd),
			flags,
			argumentSpan: joined.span(from, end),
			argumentText: text.slice(from, end),
			words: [],
			json: undefined,
			heredocs: raw.heredocs,
			blankLines: raw.blankLines,
			stage: this.#stage,
			trigger,
			scope,
		};
		this.#nodes.push(node);
		const first = this.#nodes.length;
		this.#typed({ raw, reader, node, from });
		this.#use(reader.uses, joined, node);
		for (const problem of syntaxProblems(node, this.#nodes.slice(first), this.#split.escape))
			this.#problems.push(problem);
		return node;
	}

	#typed(reading: Reading): void {
		const { node, reader, from } = reading;
		switch (node.keyword) {
			case "FROM":
				node.words = reader.unquotedWords(from);
				if (!node.trigger) this.#from(node);
				return;
			case "RUN":
				this.#run(reading);
				return;
			case "CMD":
			case "ENTRYPOINT":
				this.#startup(reading);
				return;
			case "HEALTHCHECK":
				this.#healthcheck(reading);
				return;
			case "COPY":
			case "ADD":
				this.#copy(reading);
				return;
			case "ENV":
			case "LABEL":
				this.#environment(reading);
				return;
			case "ARG":
				this.#arg(reading);
				return;
			case "EXPOSE":
				node.words = reader.unquotedWords(from);
				this.#nodes.push({ kind: "expose", ...of(node), ports: node.words });
				if (this.#stage && !node.trigger) {
					const ports = this.#stage.ports as Setting[];
					for (const word of node.words) ports.push(toSetting(word, node));
				}
				return;
			case "VOLUME":
				node.json = reader.json(from, true);
				node.words = node.json?.words ?? reader.unquotedWords(from);
				this.#nodes.push({ kind: "volume", ...of(node), paths: node.words });
				return;
			case "SHELL":
				node.json = reader.json(from, false);
				node.words = node.json?.words ?? reader.words(from, false);
				this.#nodes.push({ kind: "shell", ...of(node), words: node.words });
				if (this.#stage && node.json && !node.trigger) this.#stage.shell = shellOf(node, node.words);
				return;
			case "ONBUILD":
				this.#onbuild(reading);
				return;
			case "USER":
			case "WORKDIR":
			case "STOPSIGNAL":
			case "MAINTAINER":
				this.#single(reading);
				return;
			default:
				node.words = reader.words(from, false);
		}
	}

	/** Instructions whose argument is all the rest of the line. */
	#single({ node, reader, from }: Reading): void {
		const end = trimmedEnd(reader.joined.text, from);
		if (node.keyword === "MAINTAINER") {
			node.words = end > from ? [reader.plain(from, end)] : [];
			this.#nodes.push({ kind: "maintainer", ...of(node), name: node.argumentText });
			return;
		}
		node.words = end > from ? [reader.word(from, end)] : [];
		const word = node.words[0];
		const stage = node.trigger ? undefined : this.#stage;
		if (node.keyword === "STOPSIGNAL") this.#nodes.push({ kind: "stopsignal", ...of(node), signal: word });
		else if (node.keyword === "USER") {
			this.#nodes.push({ kind: "user", ...of(node), user: word });
			if (stage && word) stage.user = toSetting(word, node);
		} else {
			this.#nodes.push({ kind: "workdir", ...of(node), path: word, before: folderOf(this.#stage) });
			if (!stage || !word) return;
			const setting = toSetting(word, node);
			const before = stage.workdir?.value;
			stage.workdir = {
				...setting,
				value: joinPath(before, setting.value),
				literal: setting.literal && (isAbsolute(setting.value) || (stage.workdir?.literal ?? true)),
			};
		}
	}

	#from(node: Mutable<InstructionNode>): void {
		const [image, as, name] = node.words;
		const index = this.#stages.length;
		const parent = image && this.#stageNamed(image);
		const named = as?.value.toLowerCase() === "as" && name?.text !== "" ? name : undefined;
		const base = image ? (image.resolved ?? image.value) : "";
		const rootImage = parent ? parent.image : image?.resolved;
		const scratch = rootImage === "scratch";
		const depth = parent ? (this.#depths[parent.index] ?? 0) + 1 : 0;
		this.#depths.push(depth);
		const inherited = parent && depth < mostInherited ? parent.scope : undefined;
		this.#table = new ScopeTable(inherited ?? stageScope, inherited?.open ?? !scratch);
		const typed: Mutable<FromNode> = {
			kind: "from",
			span: node.span,
			instruction: node,
			stage: undefined as unknown as StageNode,
			origin: image && { word: image, stage: parent },
			platform: node.flags.find((flag) => flag.name === "platform"),
			as: as?.value.toLowerCase() === "as" ? as : undefined,
			name: named,
		};
		const stage: Mutable<StageNode> = {
			kind: "stage",
			span: node.span,
			index,
			name: named?.value,
			nameSpan: named?.span,
			from: typed,
			base,
			parent,
			image: rootImage,
			instructions: [],
			user: parent?.user,
			workdir: parent?.workdir,
			shell: parent?.shell ?? this.#defaultShell(rootImage),
			ports: parent?.ports.slice(0, mostInherited) ?? [],
			healthcheck: parent?.healthcheck,
			entrypoint: parent?.entrypoint,
			cmd: parent?.cmd,
			scope: this.#table.scope(),
			last: false,
			reachable: false,
			shipped: false,
		};
		typed.stage = stage;
		node.stage = stage;
		this.#finishStage();
		this.#stages.push(stage);
		this.#stage = stage;
		this.#needs.push(new Set(parent ? [parent] : []));
		// The stage goes before its instruction: source order of spans that start together, the wider first.
		this.#nodes.splice(this.#nodes.length - 1, 0, stage);
		this.#nodes.push(typed);
		if (image && parent) this.#stageUse(image, parent);
		else if (image && image.resolved !== "scratch") this.#image(image, "base");
		if (named) this.#nameStage(stage, named);
	}

	#nameStage(stage: StageNode, name: Word): void {
		const key = name.value.toLowerCase();
		this.#stageByName.set(key, stage);
		this.#occurrences.push({ kind: "stage", scope: this.#stageScope, name: key, role: "definition", span: name.span });
	}

	#defaultShell(image: string | undefined): ShellState {
		if (image !== undefined) return isWindowsImage(image) ? windowsShell : linuxShell;
		return this.#split.escape === "`" ? windowsShell : linuxShell;
	}

	get #stageScope(): string {
		return `${this.#uri}#stages`;
	}

	/** The earlier stage that a word names. */
	#stageNamed(word: Word): StageNode | undefined {
		return word.resolved === undefined ? undefined : this.#stageByName.get(word.resolved.toLowerCase());
	}

	#stageUse(word: Word, stage: StageNode): void {
		if (!word.literal || stage.name === undefined) return;
		if (word.value.toLowerCase() !== stage.name.toLowerCase()) return;
		const name = stage.name.toLowerCase();
		this.#occurrences.push({ kind: "stage", scope: this.#stageScope, name, role: "reference", span: word.inner });
	}

	/** What `--from` or a mount's `from` names: a stage by name or number, else an image. */
	#origin(word: Word | undefined, instruction: InstructionNode): Origin | undefined {
		if (!word) return undefined;
		const number = /^\d+$/.test(word.value) ? Number(word.value) : undefined;
		const stage = number === undefined ? this.#stageNamed(word) : this.#stages[number];
		if (stage && stage !== instruction.stage) {
			const index = instruction.stage?.index;
			if (index !== undefined) this.#needs[index]?.add(stage);
		}
		if (stage) this.#stageUse(word, stage);
		else if (number === undefined && word.value !== "" && word.value !== "context") this.#image(word, "copy");
		return { word, stage };
	}

	#image(word: Word, role: ImageUse["role"]): void {
		// What follows a name without separator may be a named context of the build: `--build-context name=…`.
		this.#nodes.push({
			kind: "image",
			span: word.inner,
			text: word.value,
			reference: word.resolved === undefined ? undefined : parseImage(word.resolved),
			role,
			literal: word.literal && word.value.length === word.inner.end - word.inner.start,
		});
	}

	#run(reading: Reading): void {
		const { node, from } = reading;
		const running = this.#running(reading, from);
		const mounts = node.flags.filter(({ name }) => name === "mount").map((flag) => this.#mount(flag, node));
		const run: Mutable<RunNode> = { kind: "run", ...of(node), ...running.parts, mounts, commands: [] };
		this.#nodes.push(run);
		run.commands = running.commands.map((command) => this.#command(command, node, run));
		for (const command of run.commands) this.#nodes.push(command);
		if (running.parts.script) this.#shellUses(running.joined, node);
	}

	#mount(flag: Mount["flag"], node: InstructionNode): Mount {
		const option = (...names: string[]) => flag.options.find(({ key }) => names.includes(key.toLowerCase()))?.value;
		return {
			flag,
			type: option("type")?.value ?? "bind",
			target: option("target", "dst", "destination")?.value,
			from: this.#origin(option("from"), node),
		};
	}

	#command(command: ShellCommand, instruction: InstructionNode, run: RunNode | undefined): CommandNode {
		const { stage } = instruction;
		const packages = packageCall(command);
		const user = this.#stage?.user?.value;
		return { kind: "command", span: command.span, command, packages, instruction, stage, run, user };
	}

	/** Form, shell and commands of what an instruction runs, from `from` of its joined text on. */
	#running(
		{ node, reader, raw }: Reading,
		from: number,
	): {
		readonly parts: {
			readonly form: CommandForm;
			readonly shell: ShellState;
			readonly script: ShellScript | undefined;
		};
		readonly commands: readonly ShellCommand[];
		/** What the shell reads. */
		readonly joined: Joined;
	} {
		const shell = this.#stage?.shell ?? linuxShell;
		const json = reader.json(from, false);
		if (json) {
			node.json = json;
			node.words = json.words;
			return { parts: { form: "exec", shell, script: undefined }, commands: execCommands(json), joined: reader.joined };
		}
		const [heredoc] = raw.heredocs;
		node.words = reader.words(from, false);
		const whole = heredoc && raw.heredocs.length === 1 && node.words.length === 1;
		const form = whole ? "heredoc" : "shell";
		const joined = whole ? this.#lines(heredoc.body) : this.#withBodies(reader.joined, from, raw);
		if (!scriptKind(whole ? joined.text : "", shell))
			return { parts: { form, shell, script: undefined }, commands: [], joined };
		const script = parseShell(joined.text, (start, end) => joined.span(start, end));
		return {
			parts: { form, shell, script },
			commands: script.commands.flatMap((command) => [command, ...inner(command)]),
			joined,
		};
	}

	/** The command line of a RUN with the heredocs that follow it. */
	#withBodies(joined: Joined, from: number, raw: RawInstruction): Joined {
		const pieces = joined.pieces(from);
		const [first] = raw.heredocs;
		if (!first) return Joined.of(this.#text, pieces);
		const bodies = toSpan(lineBreakBefore(this.#text, first.body.start), raw.span.end);
		return Joined.of(this.#text, pieces.concat(this.#linePieces(bodies)));
	}

	#lines(span: Span): Joined {
		return Joined.of(this.#text, this.#linePieces(span));
	}

	/** A range of the file without the carriage returns at its line ends. */
	#linePieces({ start, end }: Span): Span[] {
		const pieces: Span[] = [];
		let from = start;
		for (;;) {
			const next = this.#text.indexOf("\r\n", from);
			if (next < 0 || next >= end) break;
			pieces.push(toSpan(from, next));
			from = next + 1;
		}
		pieces.push(toSpan(from, end));
		return pieces;
	}

	#startup(reading: Reading): void {
		const { node, from } = reading;
		const kind = node.keyword === "CMD" ? "cmd" : "entrypoint";
		const { parts, commands, joined } = this.#running(reading, from);
		this.#nodes.push({ kind, ...of(node), ...parts });
		for (const command of commands) this.#nodes.push(this.#command(command, node, undefined));
		if (parts.script) this.#shellUses(joined, node);
		if (!this.#stage || node.trigger) return;
		if (kind === "cmd") this.#stage.cmd = node;
		else this.#stage.entrypoint = node;
	}

	#healthcheck(reading: Reading): void {
		const { node, reader, from } = reading;
		const typeEnd = skip(reader.joined.text, from, false);
		const type = typeEnd > from ? reader.plain(from, typeEnd) : undefined;
		const running = this.#running(reading, skip(reader.joined.text, typeEnd, true));
		const runs = type?.value.toUpperCase() === "CMD";
		this.#nodes.push({ kind: "healthcheck", ...of(node), ...running.parts, type });
		if (this.#stage && !node.trigger) this.#stage.healthcheck = node;
		if (!runs) return;
		for (const command of running.commands) this.#nodes.push(this.#command(command, node, undefined));
		if (running.parts.script) this.#shellUses(running.joined, node);
	}

	#copy(reading: Reading): void {
		const { node, reader, raw, from } = reading;
		node.json = reader.json(from, true);
		node.words = node.json?.words ?? reader.unquotedWords(from);
		const complete = node.words.length > 1;
		const sources = complete ? node.words.slice(0, -1) : node.words;
		const destination = complete ? node.words.at(-1) : undefined;
		const workdir = folderOf(this.#stage);
		const shared = { ...of(node), sources, destination, workdir };
		for (const { body, expands } of raw.heredocs) {
			if (!expands) continue;
			const joined = this.#lines(body);
			const inside = new WordReader(joined, this.#split.escape, node.scope);
			inside.word(0, joined.text.length);
			this.#use(inside.uses, joined, node);
		}
		if (node.keyword === "ADD") {
			this.#nodes.push({ kind: "add", ...shared });
			return;
		}
		const flag = node.flags.find(({ name }) => name === "from");
		const at = this.#nodes.length;
		const origin = this.#origin(flag?.value, node);
		this.#nodes.splice(at, 0, { kind: "copy", ...shared, from: origin });
	}

	#environment({ node, reader, from }: Reading): void {
		const { text } = reader.joined;
		const end = trimmedEnd(text, from);
		const firstWord = text.slice(from, skip(text, from, false));
		// BuildKit decides by the first word alone: parseNameVal in line_parsers.go.
		const legacy = end > from && !firstWord.includes("=") && !/^["']/.test(firstWord);
		const pairs = legacy ? [reader.legacyPair(from)] : reader.pairs(from);
		node.words = reader.again().words(from);
		this.#nodes.push({ kind: node.keyword === "ENV" ? "env" : "label", ...of(node), pairs, legacy });
		if (node.keyword !== "ENV") return;
		for (const pair of pairs) this.#declare(pair, "ENV", node);
	}

	#arg({ node, reader, from }: Reading): void {
		const pairs = reader.pairs(from);
		node.words = reader.again().words(from);
		this.#nodes.push({ kind: "arg", ...of(node), pairs });
		for (const pair of pairs) this.#declare(pair, "ARG", node);
	}

	#declare(pair: Pair, origin: "ARG" | "ENV", node: InstructionNode): void {
		const name = pair.name.value;
		if (name === "") return;
		this.#nodes.push(toEnvironmentVariable(pair, origin));
		if (node.trigger) return;
		const global = lookup(this.#globals.scope(), name);
		const known = lookup(this.#table.scope(), name);
		const symbol = this.#symbol(known, origin === "ARG" ? global : undefined);
		const inherited = origin === "ARG" && !pair.value && this.#stage ? global?.value : undefined;
		const binding: Binding = {
			name,
			origin,
			value: pair.value ? pair.value.resolved : inherited,
			nameSpan: pair.name.inner,
			symbol,
		};
		this.#table.add(binding);
		if (this.#stage) this.#stage.scope = this.#table.scope();
		this.#occurrences.push({ kind: "variable", scope: symbol, name, role: "definition", span: pair.name.inner });
	}

	/** One symbol for all that shares a name and a value's way: the global ARG and its redeclarations, an ARG and the ENV made of it. */
	#symbol(known: Binding | undefined, global: Binding | undefined): string {
		if (known && known.symbol !== "predefined") return known.symbol;
		if (global && global.symbol !== "predefined") return global.symbol;
		return this.#stage ? `${this.#uri}#stage-${this.#stage.index}` : `${this.#uri}#globals`;
	}

	#onbuild({ raw, reader, node, from }: Reading): void {
		const at = this.#nodes.length;
		const { joined } = reader;
		// ONBUILD can't trigger itself, so what follows a second one is left alone.
		const written = from < trimmedEnd(joined.text, from) && !node.trigger;
		const triggered = written ? this.#instruction(raw, joined, from, true) : undefined;
		this.#nodes.splice(at, 0, { kind: "onbuild", ...of(node), triggered });
	}

	/** Notes variables that the builder replaces. */
	#use(uses: readonly Use[], joined: Joined, instruction: InstructionNode): void {
		for (const use of uses) {
			this.#variable(use, joined, instruction, "builder", lookup(instruction.scope, use.name));
			if (use.problem === undefined) continue;
			const span = joined.span(use.span.start, use.span.end);
			this.#problems.push({ rule: "invalid-syntax", span, message: use.problem });
		}
	}

	/** Notes variables that the shell replaces when the command runs. */
	#shellUses(joined: Joined, instruction: InstructionNode): void {
		const uses = shellUses(joined.text);
		if (uses.length === 0) return;
		const own = assignedNames(joined.text);
		for (const use of uses) {
			// A name that the script sets itself is the shell's own.
			if (own.has(use.name)) continue;
			const binding = lookup(instruction.scope, use.name);
			// Build arguments are gone when a container starts.
			const there = instruction.keyword === "RUN" || binding?.origin === "ENV" ? binding : undefined;
			this.#variable(use, joined, instruction, "shell", there);
		}
	}

	#variable(
		use: Use,
		joined: Joined,
		instruction: InstructionNode,
		by: VariableNode["by"],
		binding: Binding | undefined,
	): void {
		const nameSpan = joined.span(use.nameSpan.start, use.nameSpan.end);
		const { name, modifier } = use;
		const operand = use.operand && joined.span(use.operand.start, use.operand.end);
		const span = joined.span(use.span.start, use.span.end);
		const node: VariableNode = { kind: "variable", span, name, nameSpan, modifier, operand, by, instruction, binding };
		this.#nodes.push(node);
		this.#variables.push(node);
		if (!binding || binding.symbol === "predefined" || nameSpan.end - nameSpan.start !== name.length) return;
		this.#occurrences.push({ kind: "variable", scope: binding.symbol, name, role: "reference", span: nameSpan });
	}

	#finishStage(): void {
		if (this.#stage) this.#stage.scope = this.#table.scope();
	}

	#finishStages(): void {
		for (const stage of this.#stages) {
			const end = stage.instructions.at(-1)?.span.end ?? stage.span.end;
			stage.span = toSpan(stage.span.start, Math.max(stage.span.end, end));
		}
		const last = this.#stages.at(-1);
		if (!last) return;
		last.last = true;
		const todo: StageNode[] = [last];
		for (let stage = todo.pop(); stage; stage = todo.pop()) {
			if (stage.reachable) continue;
			(stage as Mutable<StageNode>).reachable = true;
			for (const needed of this.#needs[stage.index] ?? []) todo.push(needed);
		}
		const needed = new Set(this.#needs.flatMap((stages) => [...stages]));
		for (const leaf of this.#stages) {
			if (needed.has(leaf)) continue;
			for (let stage: StageNode | undefined = leaf; stage && !stage.shipped; stage = stage.parent) {
				(stage as Mutable<StageNode>).shipped = true;
			}
		}
	}
}

function of(node: InstructionNode): { span: Span; instruction: InstructionNode; stage: StageNode | undefined } {
	return { span: node.span, instruction: node, stage: node.stage };
}

function toSetting(word: Word, instruction: InstructionNode): Setting {
	return {
		value: word.resolved ?? word.value,
		literal: word.resolved !== undefined,
		span: word.inner,
		instruction,
	};
}

/** The folder in effect; undefined where it depends on the base image or an unknown variable. */
function folderOf(stage: StageNode | undefined): string | undefined {
	if (!stage) return undefined;
	if (stage.workdir) return isAbsolute(stage.workdir.value) ? stage.workdir.value : undefined;
	return stage.image === "scratch" ? "/" : undefined;
}

function toEnvironmentVariable({ span, name, value }: Pair, role: "ARG" | "ENV"): EnvironmentVariable {
	return {
		kind: "environment-variable",
		span,
		name: name.value,
		nameSpan: name.inner,
		value: value?.value,
		valueSpan: value?.inner,
		literal: value?.literal ?? false,
		role,
	};
}

/** Whether a script is one that the shell parser understands, by its `#!` line or the shell in effect. */
function scriptKind(body: string, shell: ShellState): boolean {
	const interpreter = shebangOf(body);
	return (interpreter === undefined ? shell.kind : shellKind(interpreter)) === "posix";
}

/** Offset of the line break before the line that starts at `start`. */
function lineBreakBefore(text: string, start: number): number {
	if (start === 0) return 0;
	return text[start - 2] === "\r" ? start - 2 : start - 1;
}

/** The command of an exec form, and those of the script where it is `sh -c "…"`. */
function execCommands({ span, words }: JsonForm): ShellCommand[] {
	const [name, ...args] = words.map((word) => ({ ...word, literal: true }));
	if (!name) return [];
	const command: ShellCommand = {
		span,
		name,
		args,
		...lookThrough(name, args),
		assignments: [],
		redirections: [],
		connector: "start",
		connectorSpan: toSpan(span.start, span.start),
		pipeline: undefined,
		pipeIndex: 0,
		place: "top",
	};
	return [command, ...inner(command, words)];
}

/** The commands in the script of `sh -c "…"`. */
function inner(command: ShellCommand, json?: readonly Word[]): readonly ShellCommand[] {
	if (shellKind(command.program) !== "posix") return [];
	const option = command.operands.findIndex(({ value }) => /^-[a-z]*c$/.test(value));
	const script = option < 0 ? undefined : command.operands[option + 1];
	if (!script?.literal) return [];
	const word = json?.find(({ span }) => span.start === script.span.start);
	const start = script.span.start + 1;
	// Offsets hold where nothing in the quotes is escaped or continued.
	const exact = script.value.length === script.span.end - script.span.start - 2;
	const place = exact
		? (from: number, to: number) => toSpan(start + from, start + to)
		: () => word?.inner ?? script.span;
	return parseShell(script.value, place).commands;
}
