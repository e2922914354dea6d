import type { Finding, Severity } from "../../core/finding.ts";
import type { Document } from "../../workspace/document.ts";

/** A linted file. */
export interface FileResult {
	/** As shown: relative to the working directory where it is below it, with `/`. */
	readonly path: string;
	readonly document: Document;
	readonly findings: readonly Finding[];
}

/** A file that could not be linted. */
export interface SkippedFile {
	readonly path: string;
	readonly reason: string;
}

/** What a run found, files in a stable order. */
export interface Result {
	readonly files: readonly FileResult[];
	readonly skipped: readonly SkippedFile[];
	/** How a path is shown, from the URI of an edit. */
	readonly shownUri: (uri: string) => string;
	/** The document of a URI, to count positions in. */
	readonly documentOf: (uri: string) => Document | undefined;
}

/** Makes the text that goes to standard output. */
export type Reporter = (result: Result, options: { readonly color: boolean; readonly quiet: boolean }) => string;

/** Findings by severity. */
export function countBySeverity({ files }: Result): Readonly<Record<Severity, number>> {
	const counts = { error: 0, warning: 0, info: 0, hint: 0 };
	for (const { findings } of files) for (const { severity } of findings) counts[severity]++;
	return counts;
}
