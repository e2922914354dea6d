import { lineStart } from "../core/text.ts";
import type { DockerfileModel, Heredoc, InstructionNode } from "./nodes.ts";
import { instructionBefore } from "./position.ts";

/** What is being typed where the cursor stands. */
export type Cursor =
	| { readonly kind: "comment"; readonly before: string; readonly atTop: boolean }
	| {
			readonly kind: "heredoc";
			readonly before: string;
			readonly heredoc: Heredoc;
			readonly instruction: InstructionNode;
	  }
	| {
			readonly kind: "instruction";
			/** The keyword in capitals, an ONBUILD before it left out; empty while none is written. */
			readonly keyword: string;
			/** Whether it stands after ONBUILD. */
			readonly trigger: boolean;
			/** Finished words after the keyword. */
			readonly words: readonly string[];
			/** The word the cursor is in or behind, up to the cursor. */
			readonly word: string;
			/** The text from keyword to cursor, continuations joined. */
			readonly before: string;
			/** The instruction as parsed; undefined on an empty line. */
			readonly instruction: InstructionNode | undefined;
	  };

/** Reads what stands before the cursor; works on half-typed text, as it needs of the model only where instructions begin. */
export function cursorAt(model: DockerfileModel, offset: number): Cursor {
	const { text } = model;
	const line = lineStart(text, offset);
	const lineBefore = text.slice(line, offset);
	const last = instructionBefore(model, offset);
	const heredoc = last?.heredocs.find(
		({ body }) => body.start <= offset && offset < body.end + 1 && offset >= body.start,
	);
	if (last && heredoc && offset <= (heredoc.closing?.start ?? text.length)) {
		return { kind: "heredoc", before: lineBefore, heredoc, instruction: last };
	}
	const opening = /^[ \t]*#/.test(lineBefore);
	if (opening) return { kind: "comment", before: lineBefore, atTop: onlyDirectives(text.slice(0, line)) };
	const joined = last && joinedBefore(text, last.span.start, offset, model.escape);
	return instructionCursor(joined ?? lineBefore, joined === undefined ? undefined : last);
}

/** Whether nothing but lines like `# name=value` stands in a text. */
function onlyDirectives(text: string): boolean {
	return /^\uFEFF?(?:#[ \t]*[A-Za-z]+[ \t]*=[^\n]*\n)*$/.test(text);
}

/** The text of an instruction up to the cursor without continuations; undefined where the instruction has ended before. */
function joinedBefore(text: string, start: number, offset: number, continuation: string): string | undefined {
	const lines = text.slice(start, offset).split("\n");
	const joined: string[] = [];
	for (const [index, line] of lines.entries()) {
		const trimmed = line.trimEnd();
		if (index === lines.length - 1) joined.push(line);
		else if (trimmed.endsWith(continuation)) joined.push(trimmed.slice(0, -1));
		else if (index === 0 || !(trimmed === "" || trimmed.trimStart().startsWith("#"))) return undefined;
	}
	return joined.join("");
}

function instructionCursor(before: string, instruction: InstructionNode | undefined): Cursor {
	const pieces = before.trimStart().split(/[ \t\r]+/);
	const trigger = pieces.length > 1 && pieces[0]?.toUpperCase() === "ONBUILD";
	if (trigger) pieces.shift();
	const word = pieces.pop() ?? "";
	const [keyword = "", ...words] = pieces;
	return { kind: "instruction", keyword: keyword.toUpperCase(), trigger, words, word, before, instruction };
}
