import type { Completion } from "../core/feature.ts";
import { type Offer, offered } from "../core/offer.ts";
import type { World } from "../core/world.ts";
import { argumentCompletions } from "./complete-arguments.ts";
import { flagCompletions } from "./complete-flags.ts";
import { cursorAt } from "./cursor.ts";
import { checks, directives } from "./directives.ts";
import { instructionMarkdown, isScript } from "./hover.ts";
import type { DockerfileModel, InstructionNode } from "./nodes.ts";
import { predefinedArgument } from "./predefined.ts";
import { bindingsOf } from "./scope.ts";
import { instructions } from "./vocabulary.ts";

/** Everything that can be written at the cursor. */
export function complete(model: DockerfileModel, offset: number, world: World): readonly Completion[] {
	const cursor = cursorAt(model, offset);
	if (cursor.kind === "comment") return commentCompletions(model, offset, cursor.before, cursor.atTop);
	const variable = /(?<!\\)\$(\{?)(\w*)$/.exec(cursor.before);
	if (variable) {
		const plain = cursor.kind === "heredoc" && !cursor.heredoc.expands && !isScript(cursor.instruction, cursor.heredoc);
		if (plain) return [];
		return variableCompletions(model, offset, cursor.instruction, variable[1] === "{", variable[2] as string);
	}
	if (cursor.kind === "heredoc") return [];
	if (cursor.keyword === "") return keywordCompletions(model, offset, cursor.word, cursor.trigger, cursor.instruction);
	const onlyFlags = cursor.words.every((word) => word.startsWith("--"));
	if (onlyFlags && cursor.word.startsWith("-")) return flagCompletions(model, offset, world, cursor);
	return argumentCompletions(model, offset, world, cursor);
}

function commentCompletions(
	model: DockerfileModel,
	offset: number,
	before: string,
	atTop: boolean,
): readonly Completion[] {
	const check = /^[ \t]*#[ \t]*check[ \t]*=(.*)$/i.exec(before)?.[1];
	if (check !== undefined) return checkCompletions(model, offset, check);
	if (!atTop) return [];
	const value = /^[ \t]*#[ \t]*(\w+)[ \t]*=(.*)$/.exec(before);
	if (value) {
		const directive = directives.find(({ name }) => name === value[1]?.toLowerCase());
		const offers = directive?.values.map(
			({ name, doc }): Offer => ({ label: name, kind: "value", documentation: doc }),
		);
		return offered(model, offset, value[2] as string, offers ?? [], /^[^\s]*/);
	}
	const typed = /^[ \t]*#[ \t]*(\w*)$/.exec(before)?.[1];
	if (typed === undefined) return [];
	const present = new Set(model.directives.map(({ name }) => name));
	const offers = directives
		.filter(({ name }) => !present.has(name))
		.map(({ name, doc }): Offer => ({ label: name, kind: "key", text: `${name}=`, documentation: doc, again: true }));
	return offered(model, offset, typed, offers);
}

/** `skip=A,B;error=true`: parts, and names in their lists. */
function checkCompletions(model: DockerfileModel, offset: number, value: string): readonly Completion[] {
	const part = value.slice(value.lastIndexOf(";") + 1);
	const list = /^\s*(skip|experimental)=(.*)$/.exec(part);
	if (!list) {
		const parts = directives.find(({ name }) => name === "check")?.values ?? [];
		const offers = parts
			.filter(({ name }) => !value.includes(name))
			.map(({ name, doc }): Offer => ({ label: name, kind: "key", documentation: doc, again: name.endsWith("=") }));
		return offered(model, offset, part.trimStart(), offers, /^[^\s;]*/);
	}
	const names = (list[2] as string).split(",");
	const typed = names.pop() ?? "";
	const wanted = checks.filter((check) => (list[1] === "experimental") === (check.experimental === true));
	const offers: Offer[] = wanted
		.filter(({ name }) => !names.includes(name))
		.map(({ name, doc, page }) => ({ label: name, kind: "rule", documentation: `${doc}\n\n[Documentation](${page})` }));
	if (names.length === 0) offers.push({ label: "all", kind: "value", documentation: "Every check.", rank: 1 });
	return offered(model, offset, typed.trimStart(), offers, /^[^\s,;]*/);
}

/** Instructions as snippets; only the keyword where arguments are there already. */
function keywordCompletions(
	model: DockerfileModel,
	offset: number,
	word: string,
	trigger: boolean,
	instruction: InstructionNode | undefined,
): readonly Completion[] {
	const rest = /^\w*([^\n]*)/.exec(model.text.slice(offset, offset + 500))?.[1] ?? "";
	const hasArguments = rest.trim() !== "";
	const started = model.stages.some((stage) => stage.span.start < (instruction?.span.start ?? offset));
	const lower = writesLower(model, instruction);
	const offers = instructions
		.filter((entry) => (trigger ? entry.trigger : started || entry.name === "FROM" || entry.global === true))
		.map((entry): Offer => {
			const keyword = lower ? entry.name.toLowerCase() : entry.name;
			return {
				label: keyword,
				kind: "instruction",
				text: hasArguments ? keyword : `${keyword} ${snippetOf(entry.snippet, lower)}`,
				snippet: !hasArguments,
				documentation: () => instructionMarkdown(entry.name) ?? "",
				detail: entry.forms[0] ?? "",
				...(entry.deprecated ? { deprecated: true, rank: 1 } : {}),
			};
		});
	return offered(model, offset, word, offers, /^\w*/);
}

function snippetOf(snippet: string, lower: boolean): string {
	return lower ? snippet.replace(/^COPY\b|(?<=:)COPY\b/, "copy") : snippet;
}

/** Whether most keywords of the file, the one being typed left out, are in lower case. */
function writesLower({ instructions: all, text }: DockerfileModel, typing: InstructionNode | undefined): boolean {
	let lower = 0;
	let upper = 0;
	for (const instruction of all) {
		if (instruction === typing) continue;
		const written = text[instruction.keywordSpan.start] ?? "";
		if (written !== written.toUpperCase()) lower++;
		else upper++;
	}
	return lower > upper;
}

/** Variables in scope with their values; `braced`: after `${`. */
function variableCompletions(
	model: DockerfileModel,
	offset: number,
	instruction: InstructionNode | undefined,
	braced: boolean,
	typed: string,
): readonly Completion[] {
	if (!instruction) return [];
	const after = model.text.slice(offset).match(/^\w*/)?.[0].length ?? 0;
	const closed = model.text[offset + after] === "}";
	const offers = bindingsOf(instruction.scope).map(({ name, value, origin }): Offer => {
		const own = origin === "ARG" || origin === "ENV";
		return {
			label: name,
			kind: "variable",
			text: braced && !closed ? `${name}}` : name,
			detail: value === undefined ? origin : `${origin} = ${value}`,
			rank: own ? 0 : origin === "platform" ? 1 : 2,
			...(predefinedArgument(name) ? { documentation: predefinedArgument(name)?.doc ?? "" } : {}),
		};
	});
	return offered(model, offset, typed, offers, /^\w*/);
}
