import type { TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver";
import { LineTable } from "../../core/text.ts";
import { scaffolds } from "../../scaffold/index.ts";
import type { NewFile } from "../../scaffold/scaffold.ts";
import type { ScaffoldParams, ScaffoldResult } from "../protocol.ts";
import type { Session } from "../session.ts";
import { toWorkspaceEdit } from "../workspace-edit.ts";

/** Runs a command that writes something: its question, its edit, or why there is nothing to do. */
export function scaffold(session: Session, params: ScaffoldParams): ScaffoldResult {
	const write = scaffolds[params.command];
	if (!write) return { kind: "nothing", message: `There is no command ${params.command}.` };
	const document = session.document(params.uri);
	const offset = document && params.position ? session.converter.toOffset(document, params.position) : undefined;
	const outcome = write({ uri: params.uri, document, offset, answers: params.answers ?? {}, world: session.workspace });
	if (outcome.kind !== "edit") return outcome;
	const home = document ?? { uri: params.uri, text: "", lines: new LineTable("") };
	const edited = toWorkspaceEdit(session, home, outcome.edits)?.changes ?? {};
	const edits = Object.entries(edited).map(
		([uri, list]): TextDocumentEdit => ({ textDocument: { uri, version: null }, edits: list }),
	);
	const edit: WorkspaceEdit = { documentChanges: [...outcome.files.flatMap(creation), ...edits] };
	const selected = outcome.select && session.positioned(outcome.select.uri);
	return {
		kind: "edit",
		edit,
		...(outcome.message !== undefined && { message: outcome.message }),
		...(outcome.select && {
			select: {
				uri: outcome.select.uri,
				position: selected ? session.converter.toPosition(selected, outcome.select.offset) : { line: 0, character: 0 },
			},
		}),
	};
}

/** A file is made only where none is; what stands there is never overwritten. */
function creation({ uri, text }: NewFile): NonNullable<WorkspaceEdit["documentChanges"]> {
	const start = { line: 0, character: 0 };
	return [
		{ kind: "create", uri, options: { overwrite: false, ignoreIfExists: false } },
		{ textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
	];
}
