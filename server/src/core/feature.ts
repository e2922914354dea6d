import type { Edit, Span } from "./text.ts";

/** Documentation for what `span` covers, in markdown. */
export interface Hover {
	readonly span: Span;
	readonly markdown: string;
}

export type CompletionKind =
	| "instruction"
	| "flag"
	| "key"
	| "value"
	| "enum"
	| "variable"
	| "reference"
	| "image"
	| "file"
	| "folder"
	| "snippet"
	| "rule";

/** One thing that can be written at the cursor. */
export interface Completion {
	readonly label: string;
	readonly kind: CompletionKind;
	/** A few words beside the label. */
	readonly detail?: string;
	/** Markdown; a thunk where it costs something to make. */
	readonly documentation?: string | (() => string);
	/** What is replaced and by what; with `snippet`, the text has LSP tab stops. */
	readonly edit: Edit;
	readonly snippet?: boolean;
	/** What the typed text is matched with, where it differs from the label. */
	readonly filter?: string;
	/** Smaller comes first; 0 where absent. */
	readonly rank?: number;
	readonly deprecated?: boolean;
	/** Ask for completions again once this is inserted. */
	readonly again?: boolean;
}

export type OutlineKind =
	| "stage"
	| "instruction"
	| "variable"
	| "service"
	| "network"
	| "volume"
	| "config"
	| "secret"
	| "model"
	| "object"
	| "container"
	| "key";

/** An entry of a file's outline. `selection` lies inside `span`. */
export interface OutlineItem {
	readonly name: string;
	readonly detail?: string;
	readonly kind: OutlineKind;
	readonly span: Span;
	readonly selection: Span;
	readonly children: readonly OutlineItem[];
}

/** Lines that can be folded: from the line of `span.start` to the line of `span.end`. */
export interface Fold {
	readonly span: Span;
	readonly kind: "region" | "comment";
}

/** A place that opens something: a URI of a file, or the address of a page. */
export interface Link {
	readonly span: Span;
	readonly target: string;
	readonly tooltip?: string;
}

/** What a name stands for. Occurrences of one kind, scope and name are one symbol. */
export type SymbolKind =
	| "stage"
	| "variable"
	| "service"
	| "network"
	| "volume"
	| "config"
	| "secret"
	| "model"
	| "profile"
	| "anchor"
	| "object"
	| "label"
	| "container"
	| "port";

/**
 * A place where a name is defined or used; definition, references, highlight and rename all come from these.
 * `span` covers just the name, inside any quotes, so a rename replaces it.
 */
export interface Occurrence {
	readonly kind: SymbolKind;
	/**
	 * The space the name lives in: a file's URI, a part of a file, or a Kubernetes kind and namespace. Of a Dockerfile: `<uri>#stages` for the
	 * names of stages (in lower case, as capitals do not count; a Compose `target` uses it, too), `<uri>#globals` for the ARGs above FROM
	 * and their redeclarations, `<uri>#stage-2` for the variables that the stage of that index makes.
	 */
	readonly scope: string;
	readonly name: string;
	readonly role: "definition" | "reference";
	readonly span: Span;
}
