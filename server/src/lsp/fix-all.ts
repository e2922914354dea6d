import { fixAll } from "../lint/fix.ts";
import { Document } from "../workspace/document.ts";
import type { Session } from "./session.ts";

/** A document's text with all safe fixes made. */
export function fixedText(session: Session, document: Document): string {
	const linter = session.linterFor(document.uri);
	let current = document;
	return fixAll(
		document.text,
		(text) => {
			current =
				text === document.text ? document : new Document({ uri: document.uri, text }, document.language, current);
			return linter.lint(current, session.worldOf(document.uri));
		},
		{ safety: "safe" },
	);
}
