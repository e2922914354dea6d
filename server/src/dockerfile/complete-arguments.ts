import { completeImage } from "../container/image-offers.ts";
import type { Completion } from "../core/feature.ts";
import { type Offer, offered } from "../core/offer.ts";
import type { World } from "../core/world.ts";
import { pathOffers, stageOffers, userOffers } from "./complete-names.ts";
import type { Cursor } from "./cursor.ts";
import { entryMarkdown } from "./hover.ts";
import type { DockerfileModel, InstructionNode, WorkdirNode } from "./nodes.ts";
import { predefinedArguments } from "./predefined.ts";
import { bindingsOf } from "./scope.ts";
import { imageState } from "./state.ts";
import { labelKeys, protocols, shells, signals, wellKnownPorts } from "./values.ts";

type InstructionCursor = Extract<Cursor, { kind: "instruction" }>;

/** What can be written as an argument, by instruction. */
export function argumentCompletions(
	model: DockerfileModel,
	offset: number,
	world: World,
	cursor: InstructionCursor,
): readonly Completion[] {
	const { keyword, instruction } = cursor;
	const word = cursor.word;
	const args = cursor.words.filter((written) => !written.startsWith("--"));
	switch (keyword) {
		case "FROM":
			return fromCompletions(model, offset, world, cursor, args.length);
		case "COPY":
		case "ADD":
			return copyCompletions(model, offset, world, cursor, args.length);
		case "EXPOSE":
			return offered(model, offset, word, portOffers(word));
		case "STOPSIGNAL":
			return args.length > 0 ? [] : offered(model, offset, word, signalOffers);
		case "USER":
			return args.length > 0 || word.includes(":") ? [] : offered(model, offset, word, userOffers(model, instruction));
		case "WORKDIR":
			return args.length > 0 ? [] : offered(model, offset, word, folderOffers(model));
		case "LABEL":
			return /[="]/.test(word) ? [] : offered(model, offset, word, labelOffers(model, instruction), /^[^\s=]*/);
		case "ARG":
			return word.includes("=") ? [] : offered(model, offset, word, argumentOffers(model, instruction), /^\w*/);
		case "SHELL":
			return args.length > 0 ? [] : offered(model, offset, word, shellOffers, /^[^\n]*/);
		case "HEALTHCHECK":
			return args.length > 0 ? [] : offered(model, offset, word, healthcheckOffers);
		default:
			return [];
	}
}

function fromCompletions(
	model: DockerfileModel,
	offset: number,
	world: World,
	{ word, instruction }: InstructionCursor,
	count: number,
): readonly Completion[] {
	if (count === 1) {
		const keyword = model.text[instruction?.keywordSpan.start ?? -1] === "f" ? "as" : "AS";
		return offered(model, offset, word, [{ label: keyword, kind: "value", text: `${keyword} ` }]);
	}
	if (count > 1) return [];
	const nothing: Offer = { label: "scratch", kind: "image", detail: "The empty image", rank: 0 };
	return completeImage(model, offset, word, world.settings.today, [
		...stageOffers(model, instruction, offset),
		nothing,
	]);
}

/** Sources of the context; from the second path on also where to. */
function copyCompletions(
	model: DockerfileModel,
	offset: number,
	world: World,
	{ word, words, instruction }: InstructionCursor,
	count: number,
): readonly Completion[] {
	const typed = /[^"'[,]*$/.exec(word)?.[0] ?? "";
	const elsewhere = words.some((written) => written.startsWith("--from="));
	const sources = elsewhere ? [] : pathOffers(model, world, typed);
	const workdir = count > 0 && instruction ? imageState(model, instruction)?.workdir?.value : undefined;
	const here: Offer[] =
		count === 0 ? [] : [{ label: "./", kind: "folder", detail: workdir ?? "the working directory", rank: -1 }];
	if (workdir !== undefined) here.push({ label: `${workdir}/`, kind: "folder", detail: "WORKDIR", rank: -1 });
	return offered(model, offset, typed, [...here, ...sources], /^[^\s"',\]]*/);
}

/** After a number its protocols, else ports that are well known. */
function portOffers(word: string): readonly Offer[] {
	const number = /^(\d+(?:-\d+)?)(?:\/\w*)?$/.exec(word)?.[1];
	if (number !== undefined) {
		return protocols.map(
			({ name, doc }, rank): Offer => ({ label: `${number}/${name}`, kind: "value", documentation: doc, rank }),
		);
	}
	return word === ""
		? Object.entries(wellKnownPorts).map(
				([port, use]): Offer => ({ label: port, kind: "value", detail: use, rank: Number(port) }),
			)
		: [];
}

const signalOffers: readonly Offer[] = signals.map(({ name, number, doc }, rank) => ({
	label: name,
	kind: "enum",
	detail: String(number),
	documentation: doc,
	rank,
}));

const shellOffers: readonly Offer[] = shells.map((shell, rank) => ({
	label: shell.name,
	kind: "value",
	documentation: entryMarkdown(shell, `**SHELL ${shell.name}**`),
	rank,
}));

const healthcheckOffers: readonly Offer[] = [
	{ label: "CMD", kind: "value", text: "CMD ", documentation: "A command that is run inside the container." },
	{ label: "NONE", kind: "value", documentation: "Switches off the health check of the base image." },
];

/** Folders that the file works in already. */
function folderOffers({ nodes }: DockerfileModel): readonly Offer[] {
	const used = nodes.flatMap((node) => (node.kind === "workdir" ? ((node as WorkdirNode).path?.value ?? []) : []));
	return [...new Set([...used, "/app", "/src"])].map((label, rank) => ({ label, kind: "folder", rank }));
}

/** Keys with a meaning that the stage does not set yet. */
function labelOffers(model: DockerfileModel, instruction: InstructionNode | undefined): readonly Offer[] {
	const state = instruction && imageState(model, instruction);
	const present = new Set(state?.labels.map(({ name }) => name));
	return labelKeys
		.filter(({ name }) => !present.has(name))
		.map((key, rank) => ({
			label: key.name,
			kind: "key",
			text: `${key.name}="\${1:${key.sample}}"$0`,
			snippet: true,
			detail: key.sample,
			documentation: () => entryMarkdown(key, `**${key.name}**`),
			rank,
		}));
}

/** In a stage, global arguments and those of the platform, which have to be declared again; before it, what the builder reads. */
function argumentOffers(model: DockerfileModel, instruction: InstructionNode | undefined): readonly Offer[] {
	const inStage = instruction?.stage !== undefined;
	const globals = inStage ? bindingsOf(model.globals).filter(({ origin }) => origin === "ARG") : [];
	const known = predefinedArguments.filter(({ group }) => (inStage ? group === "platform" : group === "builder"));
	return [
		...globals.map(({ name, value }): Offer => ({ label: name, kind: "variable", detail: value ?? "global argument" })),
		...known.map(
			({ name, doc, sample }): Offer => ({
				label: name,
				kind: "variable",
				detail: sample,
				documentation: doc,
				rank: 1,
			}),
		),
	];
}
