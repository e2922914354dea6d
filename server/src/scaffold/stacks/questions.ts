import type { Question } from "../scaffold.ts";
import type { Project } from "./project.ts";

/** The answer to a question, in an object so that it can't be taken for one. */
export type Answered<T> = { readonly kind: "answer"; readonly value: T } | Question;

/** The port a program listens on: what is known, else what was answered; undefined for none. */
export function portOf(project: Project, known: string | undefined, proposal: string): Answered<string | undefined> {
	const answer = known ?? project.answers["port"];
	if (answer === undefined) {
		return {
			kind: "question",
			id: "port",
			title: "Which port does the program listen on?",
			placeholder: "A number from 1024 on, as a user other than root opens no lower one",
			options: [
				...[...new Set([proposal, "8080"])].map((port) => ({ label: port, value: port })),
				{ label: "None", value: "none", detail: "It takes no connections" },
			],
			free: true,
		};
	}
	const number = Number(answer.trim());
	return { kind: "answer", value: Number.isInteger(number) && number > 0 && number < 65536 ? `${number}` : undefined };
}

/** The command that starts a program, split at blanks: what is known, else what was answered. */
export function startOf(
	project: Project,
	known: readonly string[] | undefined,
	proposals: readonly string[],
): Answered<readonly string[]> {
	if (known) return { kind: "answer", value: known };
	const answer = project.answers["start"]?.trim();
	if (answer) return { kind: "answer", value: splitCommand(answer) };
	return {
		kind: "question",
		id: "start",
		title: "Which command starts the program?",
		placeholder: "A program and its arguments; no shell runs it",
		options: proposals.map((command) => ({ label: command, value: command })),
		free: true,
	};
}

/** Splits a command at blanks, quotes kept together and taken away. */
export function splitCommand(text: string): readonly string[] {
	return [...text.matchAll(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g)].map(([word]) => word.replace(/["']/g, ""));
}
