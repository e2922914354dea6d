import type { Finding } from "../server/src/core/finding.ts";
import { languages } from "../server/src/languages.ts";
import { fixAll } from "../server/src/lint/fix.ts";
import { type Choice, Linter, presetChoice } from "../server/src/lint/lint.ts";
import { rules } from "../server/src/rules/index.ts";
import type { Example, Rule } from "../server/src/rules/rule.ts";
import type { Document } from "../server/src/workspace/document.ts";
import { Workspace } from "../server/src/workspace/workspace.ts";

/** Where sample files live; nothing is read from there. */
export const root = "file:///samples";

/** A text with its marks taken out, and what they covered. */
export interface Marked {
	readonly text: string;
	readonly marks: readonly { readonly start: number; readonly end: number }[];
}

/** Takes `~~x~~` marks out of a text. */
export function unmark(marked: string): Marked {
	const marks: { start: number; end: number }[] = [];
	let text = "";
	marked.split("~~").forEach((piece, index) => {
		if (index % 2 === 1) marks.push({ start: text.length, end: text.length + piece.length });
		text += piece;
	});
	return { text, marks };
}

/** The text with `~~` around each span: the opposite of `unmark`. */
export function mark(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
	const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
	let result = "";
	let done = 0;
	for (const { start, end } of sorted) {
		result += `${text.slice(done, start)}~~${text.slice(start, end)}~~`;
		done = end;
	}
	return result + text.slice(done);
}

/** Takes the one cursor `|` out of a text. */
export function uncursor(marked: string): { readonly text: string; readonly offset: number } {
	const offset = marked.indexOf("|");
	if (offset < 0) throw new Error("no cursor in the sample");
	return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

/** A workspace of sample files, by path; all that exists is in it. `today` and the like come from `settings`. */
export function workspaceOf(
	files: Readonly<Record<string, string>>,
	settings: Partial<Workspace["settings"]> = {},
): Workspace {
	const workspace = new Workspace(languages);
	workspace.settings = { ...workspace.settings, ...settings };
	for (const [path, text] of Object.entries(files)) workspace.set({ uri: `${root}/${path}`, text });
	workspace.complete = true;
	return workspace;
}

/** The document of one sample text. */
export function documentOf(
	path: string,
	text: string,
	files: Readonly<Record<string, string>> = {},
): { document: Document; workspace: Workspace } {
	const workspace = workspaceOf({ ...files, [path]: text });
	const document = workspace.document(`${root}/${path}`);
	if (!document) throw new Error(`${path} is in no language of ours`);
	return { document, workspace };
}

/** A linter that throws where a rule does. */
export function linterOf(choice: Choice = presetChoice("all"), among: readonly Rule[] = rules): Linter {
	return new Linter(among, choice, (rule, error) => {
		throw new Error(`rule ${rule} threw`, { cause: error });
	});
}

/** Only one rule, whatever its preset, and those that silence others. */
export function only(rule: Rule, options: Readonly<Record<string, unknown>> = {}): Choice {
	const aboutComments = rule.id === "unused-ignore";
	return {
		levelOf: (other) => (other.id === rule.id || aboutComments ? other.severity : "off"),
		optionsOf: (other) => ({ ...other.options, ...(other.id === rule.id ? options : {}) }),
	};
}

export const samples = { today: "2026-11-22" };

/** Findings of one rule in a sample. */
export function findingsOf(
	rule: Rule,
	example: Pick<Example, "path" | "files" | "options">,
	text: string,
): readonly Finding[] {
	const workspace = workspaceOf({ ...example.files, [example.path]: text }, samples);
	const document = workspace.document(`${root}/${example.path}`);
	if (!document) throw new Error(`${example.path} is in no language of ours:\n${text}`);
	return linterOf(only(rule, example.options))
		.lint(document, workspace)
		.filter((finding) => finding.rule === rule.id);
}

/** The text after all fixes of one rule, suggestions included. */
export function fixedBy(rule: Rule, example: Pick<Example, "path" | "files" | "options">, text: string): string {
	return fixAll(text, (current) => findingsOf(rule, example, current), { safety: "suggestion" });
}
