import type { Position } from "vscode-languageserver";
import type { Document } from "../../workspace/document.ts";
import type { Session } from "../session.ts";

/** The document and offset that a request speaks of; undefined for a file that is none of ours. */
export function documentAt(
	session: Session,
	params: { readonly textDocument: { readonly uri: string }; readonly position: Position },
): { readonly document: Document; readonly offset: number } | undefined {
	const document = session.document(params.textDocument.uri);
	return document && { document, offset: session.converter.toOffset(document, params.position) };
}
