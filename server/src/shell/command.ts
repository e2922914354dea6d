import type { Span } from "../core/text.ts";

/*
 * What a shell text says, as far as rules ask: simple commands with the place of every word. Spans point wherever the caller's
 * `place` maps them; without one they count from the start of the shell text.
 */

/** A word as the shell splits it: an argument, a command's name, the target of a redirection. */
export interface ShellWord {
	readonly span: Span;
	/** As written, quotes included. */
	readonly text: string;
	/** Quotes and escapes taken away; expansions as written. */
	readonly value: string;
	/** Whether the value is all there is to it: no variable, substitution, glob or brace expansion. */
	readonly literal: boolean;
}

/** `NAME=value` before a command's name, or alone. */
export interface ShellAssignment {
	readonly span: Span;
	readonly name: string;
	/** Undefined for an array. */
	readonly value: ShellWord | undefined;
}

export interface ShellRedirection {
	readonly span: Span;
	/** `>`, `>>`, `<`, `<<`, `<<<`, `&>` … without its descriptor. */
	readonly operator: string;
	readonly target: ShellWord | undefined;
}

/** What joins a command to the one before it in its list; `start` for the first. */
export type Connector = "start" | "&&" | "||" | ";" | "&" | "|";

/** Where a command stands: directly in the text, in `( )`, `{ }`, `$( )`, a condition, or the body of a loop, branch or function. */
export type CommandPlace = "top" | "subshell" | "group" | "substitution" | "condition" | "body";

/** A simple command. */
export interface ShellCommand {
	readonly span: Span;
	/** Undefined where there are only assignments or redirections. */
	readonly name: ShellWord | undefined;
	readonly args: readonly ShellWord[];
	/** What really runs: the name without its folder, `sudo`, `env`, `exec`, `time` … looked through; empty where it is not literal. */
	readonly program: string;
	/** The word that names the program. */
	readonly programWord: ShellWord | undefined;
	/** The words after the program's name. */
	readonly operands: readonly ShellWord[];
	readonly assignments: readonly ShellAssignment[];
	readonly redirections: readonly ShellRedirection[];
	readonly connector: Connector;
	/** Where the connector stands; for `start` the empty span before the command. */
	readonly connectorSpan: Span;
	/** The pipeline it is in, where there are at least two commands in it. */
	readonly pipeline: ShellPipeline | undefined;
	/** Its place in that pipeline, from 0; 0 without one. */
	readonly pipeIndex: number;
	readonly place: CommandPlace;
}

/** `a | b`. */
export interface ShellPipeline {
	readonly span: Span;
	/** Places of its `|` and `|&`. */
	readonly operators: readonly Span[];
}

export interface ShellProblem {
	readonly span: Span;
	readonly message: string;
}

/** All of a shell text. */
export interface ShellScript {
	/** Every simple command in source order, those of substitutions, loops and functions included. */
	readonly commands: readonly ShellCommand[];
	readonly pipelines: readonly ShellPipeline[];
	readonly problems: readonly ShellProblem[];
}

/** Whether a word is the option `name`, also with `=value`, also inside a cluster of single letters. */
export function isOption(word: string, name: string): boolean {
	if (word === name || word.startsWith(`${name}=`)) return true;
	return /^-[A-Za-z]$/.test(name) && /^-[A-Za-z]+$/.test(word) && word.includes(name.slice(1));
}

/** The operands that are no options: subcommand, files, packages. */
export function plainOperands(command: ShellCommand): readonly ShellWord[] {
	return command.operands.filter(({ value }) => !value.startsWith("-") && value !== "");
}
