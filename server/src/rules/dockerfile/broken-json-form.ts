import type { InstructionNode } from "../../dockerfile/nodes.ts";
import { dockerfileRule } from "../rule.ts";

const takesJson = new Set(["RUN", "CMD", "ENTRYPOINT", "COPY", "ADD", "VOLUME"]);

export default dockerfileRule({
	id: "broken-json-form",
	severity: "warning",
	tags: ["correctness"],
	practice: ["D15", "D17"],
	aliases: ["dockerfile-utils/JSON_IN_SINGLE_QUOTES", "tally/invalid-json-form"],
	scope: "file",
	summary: "This looks like a JSON array but is none, so a shell gets it as it stands.",
	why: "An array counts only when it is JSON to the letter: double quotes, a comma between strings and none after the last, nothing behind the bracket. Anything else is taken for shell form, and the shell looks for a program named `[node,`.",
	fix: { title: "Write a JSON array", safety: "suggestion" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM node:24.11-slim\nCMD ~~['node', 'server.js']~~\n",
			good: 'FROM node:24.11-slim\nCMD ["node", "server.js"]\n',
			message: "This is no JSON array: strings take double quotes.",
		},
		{
			path: "Dockerfile",
			bad: 'FROM node:24.11-slim\nENTRYPOINT ~~["node", "server.js"~~\n',
			good: 'FROM node:24.11-slim\nENTRYPOINT ["node", "server.js"]\n',
			shown: false,
		},
		{
			path: "Dockerfile",
			bad: 'FROM node:24.11-slim\nENTRYPOINT ~~["node", "server.js",]~~\n',
			good: 'FROM node:24.11-slim\nENTRYPOINT ["node", "server.js"]\n',
			shown: false,
		},
	],
	check: {
		instruction(node, { report }) {
			const { argumentText, argumentSpan, json, keyword } = node;
			if (json || !takesJson.has(keyword) || !looksLikeArray(node)) return;
			const mended = mend(argumentText);
			const single = /^\[\s*'/.test(argumentText);
			report(argumentSpan, {
				message: single
					? "This is no JSON array: strings take double quotes."
					: "This is no JSON array, so it is taken for a command.",
				...(mended !== undefined && { fix: () => [{ span: argumentSpan, text: mended }] }),
			});
		},
	},
});

/** Whether a quoted string follows the bracket: `[ -f x ]` is the shell's test. */
function looksLikeArray({ argumentText }: InstructionNode): boolean {
	return (
		argumentText.length < 5000 &&
		/^\[\s*(?:"[^"\n]*"|'[^'\n]*')\s*(?:,|\])/.test(argumentText) &&
		(/\]\s*$/.test(argumentText) || unclosed.test(argumentText)) &&
		!isArrayOfOthers(argumentText)
	);
}

/** Strings and commas to the end, but no bracket. */
const unclosed = /^\[(?:\s*"[^"\\\n]*"\s*,)+\s*"[^"\\\n]*"\s*$/;

function isArrayOfOthers(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

/** The array with its quotes and commas put right, where that makes one. */
function mend(text: string): string | undefined {
	const strings = [...text.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g)];
	const rest = text.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, "");
	if (!/^\[[\s,]*\]?\s*$/.test(rest)) return undefined;
	const words = strings.map(([whole, , single]) => (single === undefined ? whole : JSON.stringify(single)));
	return `[${words.join(", ")}]`;
}
