import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { LineTable } from "../core/text.ts";
import type { Positioned } from "./convert.ts";
import type { Session } from "./session.ts";

/** The text of an open file after the client's changes, in the order in which they were made. */
export function applyChanges(
	session: Session,
	uri: string,
	changes: readonly TextDocumentContentChangeEvent[],
): string {
	let current: Positioned = session.positioned(uri) ?? { uri, text: "", lines: new LineTable("") };
	for (const change of changes) {
		let text = change.text;
		if ("range" in change) {
			const { start, end } = session.converter.toSpan(current, change.range);
			text = current.text.slice(0, start) + change.text + current.text.slice(end);
		}
		current = { uri, text, lines: new LineTable(text) };
	}
	return current.text;
}
