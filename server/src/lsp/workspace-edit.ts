import type { WorkspaceEdit } from "vscode-languageserver";
import type { FileEdit } from "../core/finding.ts";
import type { Positioned } from "./convert.ts";
import type { Session } from "./session.ts";

/** The edits as LSP takes them, one entry a file; undefined where there is none, or one is of a file nothing is known of. */
export function toWorkspaceEdit(
	session: Session,
	document: Positioned,
	edits: readonly FileEdit[],
): WorkspaceEdit | undefined {
	if (edits.length === 0) return undefined;
	const changes: NonNullable<WorkspaceEdit["changes"]> = {};
	for (const edit of edits) {
		const target = edit.uri === undefined || edit.uri === document.uri ? document : session.positioned(edit.uri);
		if (!target) return undefined;
		const list = changes[target.uri] ?? [];
		list.push(session.converter.toTextEdit(target, edit));
		changes[target.uri] = list;
	}
	return { changes };
}
