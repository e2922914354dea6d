import { type DocumentHighlight, DocumentHighlightKind, type DocumentHighlightParams } from "vscode-languageserver";
import type { Session } from "../session.ts";
import { occurrenceAt, occurrencesOf } from "../symbols.ts";
import { documentAt } from "./at.ts";

export function documentHighlight(session: Session, params: DocumentHighlightParams): DocumentHighlight[] {
	const place = documentAt(session, params);
	const occurrence = place && occurrenceAt(place.document, place.offset);
	if (!occurrence) return [];
	return occurrencesOf(session, occurrence)
		.filter(({ document }) => document === place.document)
		.map(({ document, occurrence: { span, role } }) => ({
			range: session.converter.toRange(document, span),
			kind: role === "definition" ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
		}));
}
