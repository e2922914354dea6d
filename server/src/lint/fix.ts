import type { FileEdit, Finding, Safety } from "../core/finding.ts";
import { applyEdits, conflicts, type Edit } from "../core/text.ts";
import type { World } from "../core/world.ts";
import { Document } from "../workspace/document.ts";
import type { Linter } from "./lint.ts";

/** Which findings' fixes are wanted. */
export interface Wanted {
	/** `safe`: only fixes that change no behaviour. `suggestion`: those too. */
	readonly safety: Safety;
	/** Only this rule's. */
	readonly rule?: string;
}

/**
 * The edits of one file that mend as many findings as can be mended together: the first fix of each that is wanted,
 * leaving out any that touches what an earlier one edits, and any that reaches into another file.
 */
export function chooseEdits(findings: readonly Finding[], wanted: Wanted): readonly Edit[] {
	const chosen: Edit[] = [];
	for (const finding of findings) {
		if (wanted.rule !== undefined && finding.rule !== wanted.rule) continue;
		const fix = finding.fixes[0];
		if (!fix || (wanted.safety === "safe" && fix.safety !== "safe")) continue;
		const edits = fix.edits();
		if (edits.length === 0 || edits.some((edit) => edit.uri !== undefined) || overlapping(edits)) continue;
		if (edits.some((edit) => chosen.some((other) => conflicts(edit.span, other.span)))) continue;
		chosen.push(...edits);
	}
	return chosen;
}

function overlapping(edits: readonly FileEdit[]): boolean {
	return edits.some((edit, index) => edits.some((other, place) => place > index && conflicts(edit.span, other.span)));
}

/** More rounds than any text of the tests needs; two rules that undo each other would go on forever. */
const rounds = 20;

/** The text with all wanted fixes made, again and again until none is left. `lint` finds what is wrong with a text. */
export function fixAll(text: string, lint: (text: string) => readonly Finding[], wanted: Wanted): string {
	const seen = new Set([text]);
	let current = text;
	for (let round = 0; round < rounds; round++) {
		const edits = chooseEdits(lint(current), wanted);
		if (edits.length === 0) break;
		const next = applyEdits(current, edits);
		if (seen.has(next)) break;
		seen.add(next);
		current = next;
	}
	return current;
}

/** A document's text with all wanted fixes made; each round takes the parts that stay from the one before. */
export function fixDocument(document: Document, linter: Linter, world: World, wanted: Wanted): string {
	let current = document;
	const lint = (text: string) => {
		if (text !== current.text) current = new Document({ uri: document.uri, text }, document.language, current);
		return linter.lint(current, world);
	};
	return fixAll(document.text, lint, wanted);
}
