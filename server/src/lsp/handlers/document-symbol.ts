import type { DocumentSymbol, DocumentSymbolParams } from "vscode-languageserver";
import type { Session } from "../session.ts";

export function documentSymbol(session: Session, params: DocumentSymbolParams): DocumentSymbol[] {
	const document = session.document(params.textDocument.uri);
	return document ? document.outline().map((item) => session.converter.toDocumentSymbol(document, item)) : [];
}
