import type { Position, WorkspaceEdit } from "vscode-languageserver-types";

/*
 * What the server and Plimsoll's own client say to each other beyond LSP. The client imports this file and no other of the
 * server; other editors may use it too, so nothing here may need VS Code.
 */

/** Asks for the edit of a command: `ScaffoldParams` to `ScaffoldResult`. */
export const scaffoldRequest = "plimsoll/scaffold";

/** Asks for a rule's documentation: `RuleParams` to `MarkdownResult | null`. */
export const ruleRequest = "plimsoll/rule";

/** Asks what an image is like after the line at a place: `ImageStateParams` to `MarkdownResult | null`. */
export const imageStateRequest = "plimsoll/imageState";

/** The code action that applies all safe fixes of a file. */
export const fixAllKind = "source.fixAll.plimsoll";

/** What diagnostics are signed with. */
export const diagnosticSource = "plimsoll";

/** Edits that ask questions first or look at more than a finding. */
export type ScaffoldCommand =
	| "add-probes"
	| "add-resources"
	| "add-security-context"
	| "multi-stage-build"
	| "new-dockerfile";

export interface ScaffoldParams {
	readonly command: ScaffoldCommand;
	/** The file at hand; for `new-dockerfile` the folder that file is in, or the workspace's where no file is open. */
	readonly uri: string;
	/** The cursor; absent where no file is open. */
	readonly position?: Position;
	/** Values chosen so far, by the id of their question. */
	readonly answers?: Readonly<Record<string, string>>;
}

/** The server asks until it knows enough; the client repeats the request with one more answer each time. */
export type ScaffoldResult =
	| {
			readonly kind: "edit";
			readonly edit: WorkspaceEdit;
			/** Where the cursor belongs afterwards. */
			readonly select?: { readonly uri: string; readonly position: Position };
			/** One sentence on what was written. */
			readonly message?: string;
	  }
	| ScaffoldQuestion
	/** There is nothing to do, and `message` says why. */
	| { readonly kind: "nothing"; readonly message: string };

export interface ScaffoldQuestion {
	readonly kind: "question";
	readonly id: string;
	readonly title: string;
	readonly placeholder?: string;
	/** The first is the proposal. */
	readonly options?: readonly { readonly label: string; readonly value: string; readonly detail?: string }[];
	/** Whether something else than an option can be typed; the first option's value, if any, is proposed. */
	readonly free?: boolean;
}

export interface RuleParams {
	readonly id: string;
}

export interface ImageStateParams {
	readonly uri: string;
	readonly position: Position;
}

export interface MarkdownResult {
	readonly markdown: string;
}

/** Asks for all rules: no parameters to `RuleEntry[]`. */
export const ruleListRequest = "plimsoll/rules";

export interface RuleEntry {
	readonly id: string;
	readonly summary: string;
}

/** What `initializationOptions` hold, and `settings` of workspace/didChangeConfiguration: VS Code's settings under `plimsoll`. */
export interface PushedSettings {
	readonly plimsoll: Readonly<Record<string, unknown>>;
}

/** What our own client sends with initialize. */
export interface InitializationOptions extends PushedSettings {
	/** Whether the client has the command `plimsoll.showRule`, so that a finding's rule can link to it. */
	readonly ruleCommand?: boolean;
}
