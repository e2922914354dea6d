import type { Occurrence } from "../core/feature.ts";
import { touches } from "../core/text.ts";
import type { Document } from "../workspace/document.ts";
import type { Session } from "./session.ts";

/** An occurrence and the file it is in. */
export interface LocatedOccurrence {
	readonly document: Document;
	readonly occurrence: Occurrence;
}

/** The name under the cursor. */
export function occurrenceAt(document: Document, offset: number): Occurrence | undefined {
	return document.occurrences.find(({ span }) => touches(span, offset));
}

/** Every place of the workspace that speaks of the same symbol, definitions first. */
export function occurrencesOf(session: Session, { kind, scope, name }: Occurrence): readonly LocatedOccurrence[] {
	const found = session.workspace.documents.flatMap((document) =>
		document.occurrences
			.filter((other) => other.kind === kind && other.scope === scope && other.name === name)
			.map((occurrence) => ({ document, occurrence })),
	);
	return [
		...found.filter(({ occurrence }) => occurrence.role === "definition"),
		...found.filter(({ occurrence }) => occurrence.role === "reference"),
	];
}
