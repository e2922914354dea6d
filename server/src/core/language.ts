import type { Fact } from "./fact.ts";
import type { Completion, Fold, Hover, Link, Occurrence, OutlineItem } from "./feature.ts";
import type { Severity } from "./finding.ts";
import type { Span } from "./text.ts";
import type { World } from "./world.ts";

export type LanguageId = "dockerfile" | "compose" | "kubernetes" | "dockerignore" | "configuration";

/** A text and where it is from. */
export interface Source {
	readonly uri: string;
	readonly text: string;
	/** What the editor says the file is, where an editor is asking. */
	readonly languageId?: string;
}

/** Anything of a model that a rule can be asked about. */
export interface Node {
	readonly kind: string;
	readonly span: Span;
}

/** Text that does not follow the language's grammar. The rule of the same id turns it into a finding. */
export interface Problem {
	/** The id of the rule that reports it. */
	readonly rule: string;
	readonly span: Span;
	readonly message: string;
	readonly severity?: Severity;
	/** Text that is read as well as can be guessed: other rules say nothing of what lies in it. */
	readonly guessed?: Span;
}

/** A comment, its marker included, without the line break. */
export interface Comment {
	readonly span: Span;
	readonly text: string;
	/** Whether nothing but blanks stands before it on its line. */
	readonly alone: boolean;
}

/** Something other than a comment that switches rules off, such as an annotation of kube-linter. */
export interface Waiver {
	/** Rule ids or aliases as `kube-linter/latest-tag`; `*` stands for all. */
	readonly rules: readonly { readonly name: string; readonly span: Span }[];
	readonly span: Span;
	/** Findings inside are silenced. */
	readonly covers: Span;
}

/**
 * What parsing yields: immutable, complete for every text, however broken.
 * A language that splits its texts (Kubernetes: one model per YAML document) gets one model per part, with all spans counted
 * from the start of that part; `workspace/document.ts` is the only place that shifts them.
 */
export interface Model {
	readonly language: LanguageId;
	readonly uri: string;
	readonly text: string;
	/** One flat list in source order; each node is offered once to the rules of its kind. */
	readonly nodes: readonly Node[];
	readonly facts: readonly Fact[];
	readonly problems: readonly Problem[];
	readonly comments: readonly Comment[];
	readonly waivers: readonly Waiver[];
	readonly occurrences: readonly Occurrence[];
}

/** One room: everything the shells ask of a language. A room's index.ts exports one and nothing else does. */
export interface Language<M extends Model = Model> {
	readonly id: LanguageId;
	/** As people call such a file: "Dockerfile", "Compose file". */
	readonly title: string;
	/** Whether a file is of this language, by its name, its editor language, or what is in it. */
	matches(source: Source): boolean;
	/**
	 * Offsets where the parts of a text start, the first being 0; absent where a text is always one part.
	 * Parts know nothing of each other, so an edit costs the parsing and linting of the one it touches.
	 */
	split?(text: string): readonly number[];
	/** Never throws. The text is one part. */
	parse(source: Source): M;
	/** Whether another file says that this one holds parts of objects only: its grammar is judged then, and nothing else. */
	isFragment?(uri: string, world: World): boolean;
	/** What a comment above the line of `offset` speaks of: the instruction, or the key or item with all below it. */
	statement(model: M, offset: number): Span;
	hover?(model: M, offset: number, world: World): Hover | undefined;
	complete?(model: M, offset: number, world: World): readonly Completion[];
	outline?(model: M): readonly OutlineItem[];
	folds?(model: M): readonly Fold[];
	links?(model: M, world: World): readonly Link[];
	/** What holds after the line of `offset`, in markdown: of a Dockerfile, what the image is like there. */
	state?(model: M, offset: number): string | undefined;
	/** Why `name` can't be the new name of a symbol, as a sentence; undefined when it can. */
	refuses?(kind: Occurrence["kind"], name: string): string | undefined;
}
