import { expect, test } from "vitest";
import { applyEdits, type Edit } from "../../server/src/core/text.ts";
import {
	appendCommand,
	inCaseOf,
	insertLineAfter,
	insertLineBefore,
	removeInstruction,
	removeWord,
} from "../../server/src/dockerfile/edit.ts";
import type { InstructionNode } from "../../server/src/dockerfile/nodes.ts";
import { parse } from "../../server/src/dockerfile/parse.ts";

/** The text after an edit of its instruction at `index`. */
function edited(text: string, index: number, make: (instruction: InstructionNode) => Edit): string {
	const instruction = parse({ uri: "file:///Dockerfile", text }).instructions[index];
	if (!instruction) throw new Error("no such instruction");
	return applyEdits(text, [make(instruction)]);
}

test("lines go above and below in the file's own way", () => {
	const text = "FROM a\r\n  RUN b \\\r\n    c\r\n";
	expect(edited(text, 1, (one) => insertLineBefore(text, one, "USER x"))).toBe(
		"FROM a\r\n  USER x\r\n  RUN b \\\r\n    c\r\n",
	);
	expect(edited(text, 1, (one) => insertLineAfter(text, one, "USER x"))).toBe(
		"FROM a\r\n  RUN b \\\r\n    c\r\n  USER x\r\n",
	);
	expect(edited("FROM a", 0, (one) => insertLineAfter("FROM a", one, "USER x"))).toBe("FROM a\nUSER x");
	const marked = "\uFEFFFROM a\n";
	expect(edited(marked, 0, (one) => insertLineBefore(marked, one, "ARG x"))).toBe("\uFEFFARG x\nFROM a\n");
});

test("an instruction goes with all of its lines", () => {
	const text = "FROM a\nRUN <<EOF\nb\nEOF\nUSER c\n";
	expect(edited(text, 1, (one) => removeInstruction(text, one))).toBe("FROM a\nUSER c\n");
	expect(edited(text, 2, (one) => removeInstruction(text, one))).toBe("FROM a\nRUN <<EOF\nb\nEOF\n");
});

test("a word goes with its blanks and leaves continuations alone", () => {
	const remove = (text: string) =>
		applyEdits(text, [removeWord(text, { start: text.indexOf("x"), end: text.indexOf("x") + 1 })]);
	expect(remove("RUN x b")).toBe("RUN b");
	expect(remove("RUN b x\nUSER")).toBe("RUN b\nUSER");
	expect(remove("RUN x \\\n  b")).toBe("RUN \\\n  b");
});

test("a command is appended in the style of the RUN", () => {
	const append = (text: string) =>
		edited(text, 1, (one) => {
			const start = text.indexOf("last");
			return appendCommand(text, one, { start, end: start + 4 }, "new", "\\");
		});
	expect(append("FROM a\nRUN b && last\n")).toBe("FROM a\nRUN b && last && new\n");
	expect(append("FROM a\nRUN b \\\n  && last \\\n  # c\n  && d\n")).toBe(
		"FROM a\nRUN b \\\n  && last \\\n  && new \\\n  # c\n  && d\n",
	);
	expect(append("FROM a\nRUN <<EOF\n\tlast\nEOF\n")).toBe("FROM a\nRUN <<EOF\n\tlast\n\tnew\nEOF\n");
});

test("keywords keep the case of others", () => {
	expect([inCaseOf("from", "ARG"), inCaseOf("FROM", "ARG"), inCaseOf("From", "ARG")]).toEqual(["arg", "ARG", "ARG"]);
});
