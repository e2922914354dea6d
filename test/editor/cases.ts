/** A file of test/editor/workspace with a mistake that has a fix. */
export interface Case {
	readonly file: string;
	readonly rule: string;
	/** The line with the mistake, without its indent, and the underlined part of it. */
	readonly line: string;
	readonly word: string;
	/** What the line becomes. */
	readonly fixed: string;
	/** In what the hover on the line's first word says. */
	readonly hover: RegExp;
	/** The class of the squiggle. */
	readonly squiggle: "error" | "warning" | "info";
}

export const cases: readonly Case[] = [
	{
		file: "Dockerfile",
		rule: "add-for-local-file",
		line: "ADD app.js ./",
		word: "ADD",
		fixed: "COPY app.js ./",
		hover: /ADD/,
		squiggle: "warning",
	},
	{
		file: "compose.yaml",
		rule: "privileged-container",
		line: "privileged: true",
		word: "true",
		fixed: "privileged: false",
		hover: /privileged/i,
		squiggle: "warning",
	},
	{
		file: "deployment.yaml",
		rule: "privileged-container",
		line: "privileged: true",
		word: "true",
		fixed: "privileged: false",
		hover: /privileged/i,
		squiggle: "warning",
	},
];
