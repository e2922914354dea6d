import type { FileEdit } from "../core/finding.ts";
import type { World } from "../core/world.ts";
import type { Document } from "../workspace/document.ts";

/** What a command is asked for: pure data, so that it runs in any editor and on the command line. */
export interface ScaffoldRequest {
	/** The file at hand, or a folder where a new file is wanted. */
	readonly uri: string;
	/** The file's document; undefined for a folder and for a file in no language of ours. */
	readonly document: Document | undefined;
	/** The cursor; undefined where no file is open. */
	readonly offset: number | undefined;
	/** Values chosen so far, by the id of their question. */
	readonly answers: Readonly<Record<string, string>>;
	readonly world: World;
}

/** A file that does not exist yet. */
export interface NewFile {
	readonly uri: string;
	readonly text: string;
}

export interface Question {
	readonly kind: "question";
	readonly id: string;
	readonly title: string;
	readonly placeholder?: string;
	/** The first is the proposal. */
	readonly options?: readonly { readonly label: string; readonly value: string; readonly detail?: string }[];
	/** Whether something else than an option can be typed. */
	readonly free?: boolean;
}

export type ScaffoldOutcome =
	| {
			readonly kind: "edit";
			readonly files: readonly NewFile[];
			/** Edits of the file at hand, or of the file that their `uri` names; offsets count from the start of the file. */
			readonly edits: readonly FileEdit[];
			/** Where the cursor belongs afterwards, in the text before the edits. */
			readonly select?: { readonly uri: string; readonly offset: number };
			/** One sentence on what was written. */
			readonly message?: string;
	  }
	| Question
	/** There is nothing to do, and `message` says why. */
	| { readonly kind: "nothing"; readonly message: string };

export type Scaffold = (request: ScaffoldRequest) => ScaffoldOutcome;
