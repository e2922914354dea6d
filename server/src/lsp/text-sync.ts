import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { LineTable } from "../core/text.ts";
import type { Session } from "./session.ts";

/** The text of an open file after the client's changes, in the order in which they were made. */
export function applyChanges(
	session: Session,
	uri: string,
	changes: readonly TextDocumentContentChangeEvent[],
): string {
	const known = session.positioned(uri);
	let text = known?.text ?? "";
	let lines = known?.lines;
	for (const change of changes) {
		if ("range" in change) {
			const { start, end } = session.converter.toSpan({ uri, text, lines: lines ?? new LineTable(text) }, change.range);
			text = text.slice(0, start) + change.text + text.slice(end);
		} else text = change.text;
		// Made again only when another change needs it.
		lines = undefined;
	}
	return text;
}
