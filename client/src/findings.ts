import { type Diagnostic, DiagnosticSeverity, languages, type Uri } from "vscode";
import { diagnosticSource } from "../../server/src/lsp/protocol.ts";

/** Our findings in a file, in source order. */
export function findingsOf(uri: Uri): Diagnostic[] {
	return languages
		.getDiagnostics(uri)
		.filter(({ source }) => source === diagnosticSource)
		.sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** The id of the rule that found it. */
export function ruleOf({ code }: Diagnostic): string {
	return String(typeof code === "object" ? code.value : (code ?? ""));
}

/** Icon and name of a severity, as VS Code's own lists have them. */
export const severityLabels: Readonly<Record<DiagnosticSeverity, { icon: string; one: string; many: string }>> = {
	[DiagnosticSeverity.Error]: { icon: "$(error)", one: "error", many: "errors" },
	[DiagnosticSeverity.Warning]: { icon: "$(warning)", one: "warning", many: "warnings" },
	[DiagnosticSeverity.Information]: { icon: "$(info)", one: "suggestion", many: "suggestions" },
	[DiagnosticSeverity.Hint]: { icon: "$(lightbulb)", one: "hint", many: "hints" },
};
