import type { DefinitionParams, Location } from "vscode-languageserver";
import type { Session } from "../session.ts";
import { occurrenceAt, occurrencesOf } from "../symbols.ts";
import { documentAt } from "./at.ts";

export function definition(session: Session, params: DefinitionParams): Location[] {
	const place = documentAt(session, params);
	const occurrence = place && occurrenceAt(place.document, place.offset);
	if (!occurrence) return [];
	return occurrencesOf(session, occurrence)
		.filter(({ occurrence: { role } }) => role === "definition")
		.map(({ document, occurrence: { span } }) => ({
			uri: document.uri,
			range: session.converter.toRange(document, span),
		}));
}
