import { parseImage } from "../container/image.ts";
import { describeImage } from "../container/image-description.ts";
import type { Hover } from "../core/feature.ts";
import { type Span, toSpan, touches } from "../core/text.ts";
import type { World } from "../core/world.ts";
import { checkNamed, directiveNamed } from "./directives.ts";
import { mountKeyNamed, mountTypeNamed } from "./mounts.ts";
import type {
	DockerfileModel,
	DockerfileNodes,
	Flag,
	Heredoc,
	InstructionNode,
	Origin,
	StageNode,
	VariableNode,
	Word,
} from "./nodes.ts";
import { instructionAt } from "./position.ts";
import { predefinedArgument } from "./predefined.ts";
import { lookup } from "./scope.ts";
import { imageState, toMarkdown } from "./state.ts";
import { labelKeyNamed, platforms, protocols, signalNamed, wellKnownPorts } from "./values.ts";
import { type Entry, type Flag as FlagEntry, flagNamed, instructionNamed, type Value } from "./vocabulary.ts";

/** Documentation of what is at the cursor; a keyword also shows the state of the image after its instruction. */
export function hover(model: DockerfileModel, offset: number, world: World): Hover | undefined {
	const inComment = commentHover(model, offset);
	if (inComment) return inComment;
	const instruction = instructionAt(model, offset);
	if (!instruction) return undefined;
	if (touches(instruction.keywordSpan, offset)) return keywordHover(model, instruction);
	const flag = instruction.flags.find(({ span }) => touches(span, offset));
	return (
		variableHover(model, offset) ??
		(flag && flagHover(model, instruction, flag, offset, world)) ??
		heredocHover(instruction, offset) ??
		argumentHover(model, instruction, offset, world)
	);
}

/** Text of a table's entry: what it does, since when, an example, the page. */
export function entryMarkdown(entry: Entry, title: string, more: readonly string[] = []): string {
	const since = entry.since === undefined ? [] : [`Since Dockerfile ${entry.since}.`];
	const deprecated = entry.deprecated ? ["**Deprecated.**"] : [];
	const example = `\`\`\`dockerfile\n${entry.example}\n\`\`\``;
	const parts = [title, ...deprecated, entry.doc, ...more, ...since, example, `[Documentation](${entry.page})`];
	return parts.join("\n\n");
}

/** Text of an instruction: its forms and flags too. */
export function instructionMarkdown(name: string): string | undefined {
	const entry = instructionNamed(name);
	if (!entry) return undefined;
	const forms = `\`\`\`dockerfile\n${entry.forms.join("\n")}\n\`\`\``;
	const flags = entry.flags.map((flag) => `\`--${flag.name}\``).join(", ");
	return entryMarkdown(entry, forms, flags === "" ? [] : [`Flags: ${flags}.`]);
}

/** Text of a flag with its values and default. */
export function flagMarkdown(instruction: string, flag: FlagEntry): string {
	return entryMarkdown(flag, `**${instruction} --${flag.name}**`, valuesOf(flag));
}

function valuesOf(entry: {
	readonly values?: readonly Value[];
	readonly default?: string | undefined;
}): readonly string[] {
	const values = entry.values?.map(({ name, doc }) => `- ${code(name)}: ${doc}`).join("\n");
	const fallback = entry.default === undefined ? undefined : `Default: ${entry.default}.`;
	return [values, fallback].filter((text) => text !== undefined);
}

/** A text as code; one that has a backtick needs two around it. */
function code(text: string): string {
	return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}

function valueMarkdown({ name, doc }: Value): string {
	return `**${name}**\n\n${doc}`;
}

function keywordHover(model: DockerfileModel, instruction: InstructionNode): Hover | undefined {
	const text = instructionMarkdown(instruction.keyword);
	if (text === undefined) return undefined;
	const state = imageState(model, instruction);
	const shown = state && toMarkdown(model, state);
	return { span: instruction.keywordSpan, markdown: shown === undefined ? text : `${text}\n\n---\n\n${shown}` };
}

/** Directives at the top, and the names of checks in `# check=` comments anywhere. */
function commentHover(model: DockerfileModel, offset: number): Hover | undefined {
	const directive = model.directives.find(({ span }) => touches(span, offset));
	if (directive && touches(directive.nameSpan, offset)) {
		const entry = directiveNamed(directive.name);
		return (
			entry && { span: directive.nameSpan, markdown: entryMarkdown(entry, `**# ${entry.name}=**`, valuesOf(entry)) }
		);
	}
	const comment = model.comments.find(({ span }) => touches(span, offset));
	const span = comment?.span ?? directive?.span;
	if (!span) return undefined;
	const text = model.text.slice(span.start, span.end);
	const check = /^#[ \t]*check[ \t]*=/i.test(text) ? wordAt(text, offset - span.start, /[A-Za-z]/) : undefined;
	const found = check && checkNamed(text.slice(check.start, check.end));
	if (found && check) {
		const markdown = `**${found.name}**: ${found.doc}\n\n[Documentation](${found.page})`;
		return { span: toSpan(span.start + check.start, span.start + check.end), markdown };
	}
	const value = directive && directiveNamed(directive.name)?.values.find(({ name }) => name === directive.value);
	return directive && value && { span: directive.valueSpan, markdown: valueMarkdown(value) };
}

/** The run of fitting characters around an offset of a text. */
function wordAt(text: string, offset: number, fits: RegExp): Span | undefined {
	let start = offset;
	let end = offset;
	while (start > 0 && fits.test(text[start - 1] as string)) start--;
	while (end < text.length && fits.test(text[end] as string)) end++;
	return start === end ? undefined : toSpan(start, end);
}

function variableHover(model: DockerfileModel, offset: number): Hover | undefined {
	const { variables } = model;
	let low = 0;
	let high = variables.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((variables[middle] as VariableNode).span.end < offset) low = middle + 1;
		else high = middle;
	}
	// Uses can be nested, as in `${A:-$B}`: the innermost is meant.
	const near = variables.slice(Math.max(0, low - 4), low + 6).filter(({ span }) => touches(span, offset));
	const variable = near.findLast(({ nameSpan }) => touches(nameSpan, offset)) ?? near[0];
	if (!variable || (variable.operand && touches(variable.operand, offset) && !touches(variable.nameSpan, offset))) {
		return undefined;
	}
	return { span: variable.span, markdown: variableMarkdown(model, variable) };
}

const modifiers: Readonly<Record<string, string>> = {
	":-": "the word after it where the variable is not set or empty",
	"-": "the word after it where the variable is not set",
	":+": "the word after it where the variable is set and not empty, else nothing",
	"+": "the word after it where the variable is set, else nothing",
	":?": "an error where the variable is not set or empty",
	"?": "an error where the variable is not set",
	"#": "the value without the shortest beginning that fits the pattern",
	"##": "the value without the longest beginning that fits the pattern",
	"%": "the value without the shortest end that fits the pattern",
	"%%": "the value without the longest end that fits the pattern",
	"/": "the value with the first fitting part replaced",
	"//": "the value with all fitting parts replaced",
};

function variableMarkdown(model: DockerfileModel, variable: VariableNode): string {
	const { binding, modifier, name, by, instruction } = variable;
	const parts = [`**$${name}**`, bindingText(model, name, binding, instruction)];
	const meaning = modifier === undefined ? undefined : modifiers[modifier];
	if (meaning !== undefined) parts.push(`\`${modifier}\` gives ${meaning}.`);
	if (by === "shell") parts.push("The shell replaces it when the command runs.");
	return parts.join("\n\n");
}

function bindingText(
	model: DockerfileModel,
	name: string,
	binding: VariableNode["binding"],
	instruction: InstructionNode,
): string {
	const known = predefinedArgument(name);
	if (!binding) {
		if (known) return `${known.doc} Not declared in this stage.`;
		return instruction.scope.open ? "Not set in this file; the base image may set it." : "Not set here.";
	}
	if (!binding.nameSpan) return known?.doc ?? "Set by the builder.";
	const line = lineOf(model.text, binding.nameSpan.start);
	const value =
		binding.value === undefined ? "no value known here" : `value \`${binding.value === "" ? " " : binding.value}\``;
	const what = binding.origin === "ARG" ? "Build argument" : "Environment variable";
	const replaced =
		binding.origin === "ARG" && binding.value !== undefined ? ", unless `--build-arg` gives another" : "";
	const more = known ? `\n\n${known.doc}` : "";
	return `${what} of line ${line}: ${value}${replaced}.${more}`;
}

/** Counted from 1. */
function lineOf(text: string, offset: number): number {
	let line = 1;
	for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
	return line;
}

function flagHover(
	model: DockerfileModel,
	instruction: InstructionNode,
	flag: Flag,
	offset: number,
	world: World,
): Hover | undefined {
	const entry = flagNamed(instruction.keyword, flag.name);
	if (!entry) return undefined;
	const option = flag.options.find(({ span }) => touches(span, offset));
	if (option && flag.name === "mount") return mountHover(model, instruction, flag, option, offset, world);
	const { value } = flag;
	if (value && touches(value.span, offset) && offset >= value.span.start) {
		const inValue = flagValueHover(model, instruction, entry, value, world);
		if (inValue) return inValue;
	}
	const span = offset <= flag.nameSpan.end ? toSpan(flag.span.start, flag.nameSpan.end) : flag.span;
	return { span, markdown: flagMarkdown(instruction.keyword, entry) };
}

function flagValueHover(
	model: DockerfileModel,
	instruction: InstructionNode,
	entry: FlagEntry,
	value: Word,
	world: World,
): Hover | undefined {
	const listed = [...(entry.values ?? []), ...(entry.value === "platform" ? platforms : [])];
	const found = listed.find(({ name }) => name === value.value);
	if (found) return { span: value.inner, markdown: valueMarkdown(found) };
	if (entry.value !== "source") return undefined;
	const copy = typedAt(model, instruction);
	const origin = copy?.kind === "copy" ? copy.from : undefined;
	return origin && originHover(model, origin, world);
}

function mountHover(
	model: DockerfileModel,
	instruction: InstructionNode,
	flag: Flag,
	option: Flag["options"][number],
	offset: number,
	world: World,
): Hover | undefined {
	const type = mountTypeNamed(flag.options.find(({ key }) => key.toLowerCase() === "type")?.value?.value);
	const key = type && mountKeyNamed(type, option.key);
	if (!type || !key) return undefined;
	const onValue = option.value && offset > option.keySpan.end;
	if (onValue && key.name === "type") {
		return { span: option.span, markdown: entryMarkdown(type, `**--mount=type=${type.name}**`) };
	}
	if (onValue && key.name === "from") {
		const run = typedAt(model, instruction);
		const origin = run?.kind === "run" ? run.mounts.find((mount) => mount.flag === flag)?.from : undefined;
		if (origin) return originHover(model, origin, world);
	}
	const value = onValue && key.values?.find(({ name }) => name === option.value?.value);
	if (value) return { span: option.span, markdown: valueMarkdown(value) };
	const names = [key.name, ...key.aliases].map((name) => `\`${name}\``).join(", ");
	const since = key.since === undefined ? [] : [`Since Dockerfile ${key.since}.`];
	const parts = [
		`**${type.name} mount:** ${names}`,
		key.doc,
		...valuesOf(key),
		...since,
		`[Documentation](${type.page})`,
	];
	return { span: option.keySpan, markdown: parts.join("\n\n") };
}

/** The typed node of an instruction. */
function typedAt(
	model: DockerfileModel,
	instruction: InstructionNode,
): DockerfileNodes[keyof DockerfileNodes] | undefined {
	const nodes = model.nodes as readonly DockerfileNodes[keyof DockerfileNodes][];
	return nodes.find(
		(node) =>
			"instruction" in node && node.instruction === instruction && node.kind !== "variable" && node.kind !== "command",
	);
}

function originHover(model: DockerfileModel, { word, stage }: Origin, world: World): Hover | undefined {
	if (stage) return { span: word.inner, markdown: stageMarkdown(model, stage) };
	const text = word.resolved;
	const reference = text === undefined ? undefined : parseImage(text);
	if (!reference) return undefined;
	return { span: word.inner, markdown: describeImage(reference, world.settings.today) };
}

function stageMarkdown(model: DockerfileModel, stage: StageNode): string {
	const { start, end } = stage.from.instruction.span;
	const title = `Stage ${stage.name === undefined ? stage.index : `\`${stage.name}\``}, line ${lineOf(model.text, start)}`;
	const from = `\`\`\`dockerfile\n${model.text.slice(start, end)}\n\`\`\``;
	const last = stage.instructions.at(-1) ?? stage.from.instruction;
	const state = imageState(model, last);
	return [title, from, ...(state ? [toMarkdown(model, state)] : [])].join("\n\n");
}

function heredocHover(instruction: InstructionNode, offset: number): Hover | undefined {
	const heredoc = instruction.heredocs.find(
		({ span, closing }) => touches(span, offset) || (closing !== undefined && touches(closing, offset)),
	);
	if (!heredoc) return undefined;
	const { name, strips, span, closing } = heredoc;
	const script = isScript(instruction, heredoc);
	const parts = [
		script
			? `**Heredoc \`${name}\`**: the lines down to \`${name}\` are a script that the shell runs. It goes on after a command that fails, unless it says \`set -e\`.`
			: `**Heredoc \`${name}\`**: the lines down to \`${name}\` are a file.`,
		...(script ? [] : [expandsText(heredoc)]),
		...(strips ? ["Tabs at the start of its lines are dropped, because of the `-`."] : []),
		"Since Dockerfile 1.4.",
		"[Documentation](https://docs.docker.com/reference/dockerfile/#here-documents)",
	];
	return { span: closing && touches(closing, offset) ? closing : span, markdown: parts.join("\n\n") };
}

function expandsText({ expands }: Heredoc): string {
	return expands
		? "Variables in it are replaced; quotes around the name would switch that off."
		: "Variables in it are left as they are, because the name is quoted.";
}

/** Whether a heredoc is what a RUN runs, and not the input of one of its commands. */
export function isScript({ keyword, argumentText }: InstructionNode, heredoc: Heredoc): boolean {
	return keyword === "RUN" && /^<<-?["']?\w+["']?$/.test(argumentText.trim()) && argumentText.includes(heredoc.name);
}

function argumentHover(
	model: DockerfileModel,
	instruction: InstructionNode,
	offset: number,
	world: World,
): Hover | undefined {
	const node = typedAt(model, instruction);
	if (!node) return undefined;
	if (node.kind === "from") return fromHover(model, node, offset, world);
	if (node.kind === "expose") return onWord(node.ports, offset, portMarkdown);
	if (node.kind === "stopsignal") return onWord(node.signal ? [node.signal] : [], offset, signalMarkdown);
	if (node.kind === "label") return onWord(pairNames(node), offset, labelMarkdown);
	if (node.kind === "arg" || node.kind === "env") {
		return onWord(pairNames(node), offset, (name) => declarationMarkdown(model, node, name));
	}
	if (node.kind === "healthcheck") return onWord(node.type ? [node.type] : [], offset, healthcheckMarkdown);
	if (node.kind === "workdir" || node.kind === "user") {
		const state = imageState(model, instruction);
		return state && { span: instruction.argumentSpan, markdown: toMarkdown(model, state) };
	}
	return undefined;
}

function pairNames({ pairs }: DockerfileNodes["arg" | "env" | "label"]): readonly Word[] {
	return pairs.map(({ name }) => name);
}

function onWord(words: readonly Word[], offset: number, text: (word: Word) => string | undefined): Hover | undefined {
	const word = words.find(({ span }) => touches(span, offset));
	const markdown = word && text(word);
	return word && markdown !== undefined ? { span: word.inner, markdown } : undefined;
}

function fromHover(
	model: DockerfileModel,
	{ origin, as, name, stage }: DockerfileNodes["from"],
	offset: number,
	world: World,
): Hover | undefined {
	if (origin && touches(origin.word.span, offset)) return originHover(model, origin, world);
	if (name && touches(name.span, offset)) return { span: name.inner, markdown: stageMarkdown(model, stage) };
	if (as && touches(as.span, offset)) {
		return {
			span: as.span,
			markdown: "Gives the stage a name that later FROM lines, `COPY --from` and `--target` can use.",
		};
	}
	return undefined;
}

function portMarkdown({ resolved, value }: Word): string | undefined {
	const match = /^(\d+)(?:-(\d+))?(?:\/(\w+))?$/.exec(resolved ?? value);
	if (!match) return undefined;
	const [, first, last, protocol = "tcp"] = match;
	const known = last === undefined ? wellKnownPorts[Number(first)] : undefined;
	const kind = protocols.find(({ name }) => name === protocol.toLowerCase());
	const parts = [
		`**${last === undefined ? `Port ${first}` : `Ports ${first} to ${last}`}, ${protocol.toUpperCase()}**${kind ? `: ${kind.doc}` : ""}`,
		...(known === undefined ? [] : [`Usually ${known}.`]),
		...(Number(first) < 1024 ? ["Below 1024: with older engines only root or a capability may listen on it."] : []),
		"Only says where the container listens; nothing is published by it.",
	];
	return parts.join("\n\n");
}

function signalMarkdown({ resolved, value }: Word): string | undefined {
	const signal = signalNamed(resolved ?? value);
	return signal && `**${signal.name}** (${signal.number})\n\n${signal.doc}`;
}

function labelMarkdown({ value }: Word): string | undefined {
	const entry = labelKeyNamed(value);
	return entry && entryMarkdown(entry, `**${entry.name}**`);
}

function declarationMarkdown(model: DockerfileModel, node: DockerfileNodes["arg" | "env"], name: Word): string {
	const { instruction } = node;
	const known = node.kind === "arg" ? predefinedArgument(name.value) : undefined;
	const pair = node.pairs.find((candidate) => candidate.name === name);
	const written = pair?.value?.resolved;
	const redeclares = node.kind === "arg" && !pair?.value && instruction.stage !== undefined;
	const inherited = redeclares ? lookup(model.globals, name.value)?.value : undefined;
	const value = written ?? inherited;
	const parts = [
		`**${name.value}**`,
		...(known ? [known.doc] : []),
		node.kind === "arg"
			? value === undefined
				? "Build argument without a default: empty unless `--build-arg` gives a value."
				: `Build argument, \`${value}\` unless \`--build-arg\` gives another value.`
			: `Environment variable of the image${value === undefined ? "" : `: \`${value}\``}.`,
	];
	const uses = model.variables.filter((use) => use.binding?.nameSpan?.start === name.inner.start).length;
	parts.push(
		uses === 0 ? "Not used in this file by name." : `Used ${uses === 1 ? "once" : `${uses} times`} in this file.`,
	);
	return parts.join("\n\n");
}

function healthcheckMarkdown({ value }: Word): string | undefined {
	if (value.toUpperCase() === "NONE") return "Switches off the health check of the base image.";
	if (value.toUpperCase() === "CMD")
		return "The command that follows is run inside the container: exit code 0 is healthy, 1 unhealthy.";
	return undefined;
}
