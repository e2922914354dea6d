import { at, type Edit, lineBreakOf, lineEnd, lineStart, nextLine, type Span } from "../core/text.ts";
import type { InstructionNode } from "./nodes.ts";

/*
 * Edits of a Dockerfile that touch nothing but what they are about: continuations, comments, indentation and line endings stay.
 */

/** A keyword written in the case of another. */
export function inCaseOf(sample: string, keyword: string): string {
	return sample === sample.toLowerCase() && sample !== sample.toUpperCase() ? keyword.toLowerCase() : keyword;
}

/** Replaces an instruction's keyword. */
export function replaceKeyword(text: string, { keywordSpan }: InstructionNode, keyword: string): Edit {
	return { span: keywordSpan, text: inCaseOf(text.slice(keywordSpan.start, keywordSpan.end), keyword) };
}

/** Puts words right after a word. */
export function insertAfter(word: Span, words: string): Edit {
	return { span: at(word.end), text: ` ${words}` };
}

/** Takes a word out, with the blanks after it; with those before it where it ends its line. */
export function removeWord(text: string, word: Span): Edit {
	let { start, end } = word;
	while (text[end] === " " || text[end] === "\t") end++;
	if (end === lineEnd(text, end)) {
		end = word.end;
		while (text[start - 1] === " " || text[start - 1] === "\t") start--;
	}
	return { span: { start, end }, text: "" };
}

/** Puts a line above an instruction, in its indentation. */
export function insertLineBefore(text: string, instruction: InstructionNode, line: string): Edit {
	const start = lineStart(text, instruction.span.start);
	const indent = text.slice(start, instruction.span.start);
	const from = /^[ \t]*$/.test(indent) ? start : instruction.span.start;
	return { span: at(from), text: `${from === start ? indent : ""}${line}${lineBreakOf(text)}` };
}

/** Puts a line below an instruction, in its indentation. */
export function insertLineAfter(text: string, instruction: InstructionNode, line: string): Edit {
	const indent = /^[ \t]*/.exec(text.slice(lineStart(text, instruction.span.start)))?.[0] ?? "";
	return { span: at(instruction.span.end), text: `${lineBreakOf(text)}${indent}${line}` };
}

/** Takes the lines of an instruction out. */
export function removeInstruction(text: string, { span }: InstructionNode): Edit {
	return { span: { start: lineStart(text, span.start), end: nextLine(text, span.end) }, text: "" };
}

/**
 * Puts a further command after one of a RUN: `&& …` on the same line, on a continued line of its own where the RUN has several
 * lines, or as a line of a heredoc.
 */
export function appendCommand(
	text: string,
	{ span, heredocs }: InstructionNode,
	command: Span,
	added: string,
	continuation: string,
): Edit {
	const indent = /^[ \t]*/.exec(text.slice(lineStart(text, command.start)))?.[0] ?? "";
	const inBody = heredocs.some(({ body }) => body.start <= command.start && command.end <= body.end);
	if (inBody) return { span: at(lineEnd(text, command.end)), text: `${lineBreakOf(text)}${indent}${added}` };
	if (lineEnd(text, span.start) >= span.end) return { span: at(command.end), text: ` && ${added}` };
	const place = indent || "    ";
	return { span: at(command.end), text: ` ${continuation}${lineBreakOf(text)}${place}&& ${added}` };
}
