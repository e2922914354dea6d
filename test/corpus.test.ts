import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { describe, expect, test } from "vitest";
import { presetChoice } from "../server/src/lint/lint.ts";
import { linterOf, root, samples, workspaceOf } from "./samples.ts";

/*
 * Two workspaces with files as people write them: `good`, in which preset recommended finds nothing, and `bad`, whose findings
 * stand in expected.txt. UPDATE=1 writes that file anew: read the difference before committing it.
 */

const folder = "test/corpus";
const expectedFile = `${folder}/expected.txt`;

/** All texts below a folder of the corpus, by their path in it. */
function filesOf(name: string): Record<string, string> {
	const base = `${folder}/${name}`;
	const paths = readdirSync(base, { recursive: true, encoding: "utf8" }).map((path) => `${base}/${path}`);
	const files = paths.filter((path) => statSync(path).isFile()).sort();
	return Object.fromEntries(files.map((path) => [relative(base, path), readFileSync(path, "utf8")]));
}

/** `file:line:column "underlined" severity rule: message` of all findings, by file. */
function findingsOf(name: string): Record<string, string[]> {
	const workspace = workspaceOf(filesOf(name), samples);
	const linter = linterOf(presetChoice("recommended"));
	return Object.fromEntries(
		workspace.documents.map((document) => {
			const path = document.uri.slice(root.length + 1);
			const lines = linter.lint(document, workspace).map(({ span, severity, rule, message }) => {
				const { line, character } = document.lines.placeAt(span.start);
				const underlined = JSON.stringify(document.text.slice(span.start, span.end));
				return `${path}:${line + 1}:${character + 1} ${underlined} ${severity} ${rule}: ${message}`;
			});
			return [path, lines];
		}),
	);
}

describe("good files", () => {
	const findings = findingsOf("good");

	test("are of every language", () => {
		expect(Object.keys(findings).length).toBeGreaterThan(25);
	});

	test.each(Object.entries(findings))("%s has no finding", (_path, lines) => {
		expect(lines).toEqual([]);
	});
});

test("bad files have the findings that are expected", () => {
	const found = Object.values(findingsOf("bad"))
		.flat()
		.map((line) => `${line}\n`)
		.join("");
	if (process.env["UPDATE"]) writeFileSync(expectedFile, found);
	expect(found).toBe(readFileSync(expectedFile, "utf8"));
});
