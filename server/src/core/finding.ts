import type { Edit, Span } from "./text.ts";

/** `error`: it will not build, apply or start. `warning`: a risk. `info`: a better way. `hint`: style. */
export type Severity = "error" | "warning" | "info" | "hint";

/** From the most to the least serious. */
export const severities: readonly Severity[] = ["error", "warning", "info", "hint"];

/** What a rule can be set to in a configuration. */
export type Level = Severity | "off";

/** `safe`: changes no behaviour and is applied by Fix All. `suggestion`: applied only when chosen. */
export type Safety = "safe" | "suggestion";

/** An edit of the file the finding is in, or of the file that `uri` names. */
export interface FileEdit extends Edit {
	readonly uri?: string;
}

/** A change that makes the finding go away. `title` says what will happen: "Pin …", "Add …". */
export interface Fix {
	readonly title: string;
	readonly safety: Safety;
	/** Built only when asked for, from the immutable model the finding was found in. */
	readonly edits: () => readonly FileEdit[];
}

/** Another place that explains a finding: in the file that `uri` names, or in the model at hand. */
export interface RelatedPlace {
	readonly uri?: string;
	readonly span: Span;
	readonly message: string;
}

/** What one rule says about one place of a file. */
export interface Finding {
	readonly rule: string;
	readonly severity: Severity;
	/** The smallest thing that is wrong. */
	readonly span: Span;
	/** One sentence: what is wrong with this very text. */
	readonly message: string;
	/** The first is the preferred one. */
	readonly fixes: readonly Fix[];
	readonly related: readonly RelatedPlace[];
	/** How an editor may draw it: greyed out, or struck through. */
	readonly tag?: "unnecessary" | "deprecated";
}
