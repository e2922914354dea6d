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
export function occurrencesOf(session: Session, symbol: Occurrence): readonly LocatedOccurrence[] {
	const home = homeOf(session, symbol);
	const found = session.workspace.documents.flatMap((document) =>
		document.occurrences
			.filter(({ kind, name }) => kind === symbol.kind && name === symbol.name)
			.filter((other) => homeOf(session, other) === home)
			.map((occurrence) => ({ document, occurrence })),
	);
	return [
		...found.filter(({ occurrence }) => occurrence.role === "definition"),
		...found.filter(({ occurrence }) => occurrence.role === "reference"),
	];
}

/** The scope that defines a symbol: a Compose file may use what a file that it includes defines. */
function homeOf({ workspace }: Session, { kind, scope, name }: Occurrence): string {
	const files = new Set([scope]);
	// Files that are added on the way are visited, too.
	for (const uri of files) {
		const file = workspace.factsOf(uri).find((fact) => fact.kind === "compose-file");
		if (file?.defines.includes(`${kind}:${name}`)) return uri;
		for (const loaded of file?.loads ?? []) files.add(loaded);
	}
	return scope;
}
