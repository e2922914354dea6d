import {
	type Diagnostic,
	type DocumentDiagnosticParams,
	type DocumentDiagnosticReport,
	DocumentDiagnosticReportKind,
} from "vscode-languageserver";
import type { Session } from "../session.ts";

/** All diagnostics of a file, as pushed to clients that don't pull. */
export function diagnosticsOf(session: Session, uri: string): Diagnostic[] {
	const document = session.document(uri);
	if (!document) return [];
	return session
		.lint(document)
		.map((finding) => session.converter.toDiagnostic(document, finding, (other) => session.positioned(other)));
}

export function diagnostics(session: Session, params: DocumentDiagnosticParams): DocumentDiagnosticReport {
	return { kind: DocumentDiagnosticReportKind.Full, items: diagnosticsOf(session, params.textDocument.uri) };
}
