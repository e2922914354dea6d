import type { Location, ReferenceParams } from "vscode-languageserver";
import type { Session } from "../session.ts";
import { occurrenceAt, occurrencesOf } from "../symbols.ts";
import { documentAt } from "./at.ts";

export function references(session: Session, params: ReferenceParams): Location[] {
	const place = documentAt(session, params);
	const occurrence = place && occurrenceAt(place.document, place.offset);
	if (!occurrence) return [];
	return occurrencesOf(session, occurrence)
		.filter(({ occurrence: { role } }) => params.context.includeDeclaration || role === "reference")
		.map(({ document, occurrence: { span } }) => ({
			uri: document.uri,
			range: session.converter.toRange(document, span),
		}));
}
