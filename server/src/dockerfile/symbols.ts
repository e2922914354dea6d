import type { Fold, OutlineItem } from "../core/feature.ts";
import type { Comment } from "../core/language.ts";
import { type Span, toSpan } from "../core/text.ts";
import type { DockerfileModel, InstructionNode, StageNode } from "./nodes.ts";

/** How much of an instruction's arguments the outline shows, in characters. */
const mostShown = 60;

/** Stages with their instructions; before them the global arguments. */
export function outline({ instructions, stages }: DockerfileModel): readonly OutlineItem[] {
	const globals = instructions.filter(({ stage }) => stage === undefined).map(instructionItem);
	return [...globals, ...stages.map(stageItem)];
}

function stageItem(stage: StageNode): OutlineItem {
	const [from, ...rest] = stage.instructions;
	const last = stage.instructions.at(-1) ?? stage.from.instruction;
	return {
		name: stage.name ?? `stage ${stage.index}`,
		detail: `FROM ${stage.base}`,
		kind: "stage",
		span: toSpan((from ?? stage.from.instruction).span.start, last.span.end),
		selection: stage.nameSpan ?? stage.from.instruction.keywordSpan,
		children: rest.map(instructionItem),
	};
}

function instructionItem({ keyword, argumentText, span, keywordSpan }: InstructionNode): OutlineItem {
	const text = argumentText.replace(/\s+/g, " ").trim();
	const detail = text.length > mostShown ? `${text.slice(0, mostShown - 1)}…` : text;
	const kind = keyword === "ARG" || keyword === "ENV" ? "variable" : "instruction";
	return { name: keyword, detail, kind, span, selection: keywordSpan, children: [] };
}

/** Stages, instructions and heredocs of several lines, and blocks of comments. */
export function folds(model: DockerfileModel): readonly Fold[] {
	const { text, stages, instructions, comments } = model;
	const regions: Span[] = stages.map((stage) => {
		const last = stage.instructions.at(-1) ?? stage.from.instruction;
		return toSpan(stage.from.instruction.span.start, last.span.end);
	});
	for (const { span, heredocs } of instructions) {
		regions.push(span);
		for (const { body, closing } of heredocs) {
			const start = body.start - 1;
			if (start > span.start && body.end > body.start) regions.push(toSpan(start, (closing ?? body).end));
		}
	}
	const several = regions.filter(({ start, end }) => text.slice(start, end).trimEnd().includes("\n"));
	return [
		...distinct(several).map((span): Fold => ({ span, kind: "region" })),
		...commentBlocks(text, comments).map((span): Fold => ({ span, kind: "comment" })),
	];
}

function distinct(spans: readonly Span[]): readonly Span[] {
	const seen = new Set<string>();
	return spans.filter(({ start, end }) => {
		const key = `${start}-${end}`;
		return !seen.has(key) && seen.add(key);
	});
}

/** Runs of at least two lines that hold nothing but a comment. */
function commentBlocks(text: string, comments: readonly Comment[]): readonly Span[] {
	const blocks: { start: number; end: number; lines: number }[] = [];
	for (const { span, alone } of comments) {
		if (!alone) continue;
		const block = blocks.at(-1);
		if (block && /^[ \t]*\r?\n[ \t]*$/.test(text.slice(block.end, span.start))) {
			block.end = span.end;
			block.lines++;
		} else {
			blocks.push({ ...span, lines: 1 });
		}
	}
	return blocks.filter(({ lines }) => lines > 1).map(({ start, end }) => toSpan(start, end));
}
