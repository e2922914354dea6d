import type { DocumentLink, DocumentLinkParams } from "vscode-languageserver";
import type { Session } from "../session.ts";

export function documentLink(session: Session, params: DocumentLinkParams): DocumentLink[] {
	const document = session.document(params.textDocument.uri);
	return document
		? document.links(session.worldOf(document.uri)).map((link) => session.converter.toDocumentLink(document, link))
		: [];
}
