import {
	ErrorCodes,
	type PrepareRenameParams,
	type Range,
	type RenameParams,
	ResponseError,
	type WorkspaceEdit,
} from "vscode-languageserver";
import type { Session } from "../session.ts";
import { occurrenceAt, occurrencesOf } from "../symbols.ts";
import { documentAt } from "./at.ts";

/** The name under the cursor, where it has a definition that can be renamed with it. */
export function prepareRename(
	session: Session,
	params: PrepareRenameParams,
): { range: Range; placeholder: string } | null {
	const place = documentAt(session, params);
	const occurrence = place && occurrenceAt(place.document, place.offset);
	if (!occurrence) return null;
	if (!occurrencesOf(session, occurrence).some(({ occurrence: { role } }) => role === "definition")) return null;
	return { range: session.converter.toRange(place.document, occurrence.span), placeholder: occurrence.name };
}

/** Throws a ResponseError with one sentence for the user where the new name can't be one. */
export function rename(session: Session, params: RenameParams): WorkspaceEdit | null {
	const place = documentAt(session, params);
	const occurrence = place && occurrenceAt(place.document, place.offset);
	if (!occurrence) return null;
	const refusal = place.document.language.refuses?.(occurrence.kind, params.newName);
	if (refusal !== undefined) throw new ResponseError(ErrorCodes.InvalidParams, refusal);
	const changes: NonNullable<WorkspaceEdit["changes"]> = {};
	for (const {
		document,
		occurrence: { span },
	} of occurrencesOf(session, occurrence)) {
		const edits = changes[document.uri] ?? [];
		edits.push({ range: session.converter.toRange(document, span), newText: params.newName });
		changes[document.uri] = edits;
	}
	return { changes };
}
