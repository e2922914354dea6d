import type { Finding } from "../../server/src/core/finding.ts";
import { applyEdits } from "../../server/src/core/text.ts";
import { scaffolds } from "../../server/src/scaffold/index.ts";
import type { Question, ScaffoldOutcome } from "../../server/src/scaffold/scaffold.ts";
import type { Document } from "../../server/src/workspace/document.ts";
import { linterOf, root, samples, workspaceOf } from "../samples.ts";

export type Files = Readonly<Record<string, string>>;

/** How a command ended, the questions it asked on the way, and all files as it left them. */
export interface Ending {
	readonly outcome: Exclude<ScaffoldOutcome, Question>;
	readonly asked: readonly string[];
	readonly files: Files;
}

/** Runs a command; a question without a given answer gets its first option. `path` is a file, or a folder; empty: the workspace. */
export function run(command: string, files: Files, path: string, answers: Files = {}, offset = 0): Ending {
	const workspace = workspaceOf(files, samples);
	const uri = path === "" ? root : `${root}/${path}`;
	const given: Record<string, string> = {};
	const asked: string[] = [];
	for (;;) {
		const outcome = scaffolds[command]?.({
			uri,
			document: workspace.document(uri),
			offset,
			answers: given,
			world: workspace,
		});
		if (!outcome) throw new Error(`there is no command ${command}`);
		if (outcome.kind !== "question") return { outcome, asked, files: after(files, path, outcome) };
		if (asked.includes(outcome.id)) throw new Error(`${outcome.id} is asked twice`);
		asked.push(outcome.id);
		const answer = answers[outcome.id] ?? outcome.options?.[0]?.value;
		if (answer === undefined) throw new Error(`nothing answers ${outcome.title}`);
		given[outcome.id] = answer;
	}
}

function after(files: Files, path: string, outcome: Exclude<ScaffoldOutcome, Question>): Files {
	if (outcome.kind === "nothing") return files;
	const made = Object.fromEntries(outcome.files.map(({ uri, text }) => [uri.slice(root.length + 1), text]));
	const edited = outcome.edits.length > 0 ? { [path]: applyEdits(files[path] ?? "", outcome.edits) } : {};
	return { ...files, ...made, ...edited };
}

/** Everything that the preset `all` says of a file. */
export function findingsIn(files: Files, path: string): readonly Finding[] {
	const workspace = workspaceOf(files, samples);
	return linterOf().lint(workspace.document(`${root}/${path}`) as Document, workspace);
}

/** The same, as text that a failing test shows. */
export function said(files: Files, path: string): readonly string[] {
	const text = files[path] ?? "";
	return findingsIn(files, path).map(
		({ rule, message, span }) => `${rule}: ${message} [${text.slice(span.start, span.end)}]`,
	);
}
