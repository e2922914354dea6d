import type { FoldingRange, FoldingRangeParams } from "vscode-languageserver";
import type { Session } from "../session.ts";

export function foldingRange(session: Session, params: FoldingRangeParams): FoldingRange[] {
	const document = session.document(params.textDocument.uri);
	if (!document) return [];
	return document
		.folds()
		.map((fold) => session.converter.toFoldingRange(document, fold))
		.filter(({ startLine, endLine }) => startLine < endLine);
}
