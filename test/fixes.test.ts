import { readdirSync, readFileSync, statSync } from "node:fs";
import { relative } from "node:path";
import { describe, expect, test } from "vitest";
import type { FileEdit, Finding } from "../server/src/core/finding.ts";
import { applyEdits } from "../server/src/core/text.ts";
import { languages } from "../server/src/languages.ts";
import { fixAll } from "../server/src/lint/fix.ts";
import { ignoreEdit, ignoreFileEdit } from "../server/src/lint/ignore.ts";
import { type Choice, type Linter, presetChoice } from "../server/src/lint/lint.ts";
import { rules } from "../server/src/rules/index.ts";
import type { Rule } from "../server/src/rules/rule.ts";
import type { Document } from "../server/src/workspace/document.ts";
import type { Workspace } from "../server/src/workspace/workspace.ts";
import { linterOf, root, samples, unmark, workspaceOf } from "./samples.ts";

/*
 * What holds of every fix, whatever the rule: it makes its finding go away, brings no error in, keeps line breaks and comments.
 * And of every way to ignore a finding: it silences that one, and nothing else.
 */

type Files = Readonly<Record<string, string>>;

/** A file among others, and the rules it is judged by. */
interface Sample {
	readonly path: string;
	readonly files: Files;
	readonly linter: Linter;
}

const everyRule = linterOf(presetChoice("all"));

function withOptions(rule: Rule, options: Readonly<Record<string, unknown>> | undefined): Linter {
	if (!options) return everyRule;
	const all = presetChoice("all");
	const choice: Choice = {
		levelOf: all.levelOf,
		optionsOf: (other) => ({ ...other.options, ...(other.id === rule.id ? options : {}) }),
	};
	return linterOf(choice);
}

/** Findings about ignore comments come with each comment; what they are about is tested apart. */
const aboutComments: ReadonlySet<string> = new Set(["unused-ignore", "ignore-without-reason"]);

interface Linted {
	readonly document: Document;
	readonly findings: readonly Finding[];
}

/** Workspaces by the files they were made of; a file that is tried out is put back afterwards. */
const workspaces = new WeakMap<Files, Workspace>();

function lint(sample: Sample, files: Files): Linted {
	let workspace = workspaces.get(sample.files);
	if (!workspace) {
		workspace = workspaceOf(sample.files, samples);
		workspaces.set(sample.files, workspace);
	}
	const tried = Object.keys(files).filter((path) => files[path] !== sample.files[path]);
	for (const path of tried) workspace.set({ uri: `${root}/${path}`, text: files[path] as string });
	const document = workspace.document(`${root}/${sample.path}`);
	if (!document) throw new Error(`${sample.path} is in no language of ours any more:\n${files[sample.path]}`);
	const findings = sample.linter.lint(document, workspace);
	for (const path of tried) {
		const text = sample.files[path];
		if (text === undefined) workspace.delete(`${root}/${path}`);
		else workspace.set({ uri: `${root}/${path}`, text });
	}
	return { document, findings };
}

/** The files after edits, those of other files included. */
function edited({ path }: Sample, files: Files, edits: readonly FileEdit[]): Files {
	const result = { ...files };
	const paths = new Set(edits.map(({ uri }) => (uri === undefined ? path : relativePath(uri))));
	for (const one of paths) {
		const own = edits.filter(({ uri }) => (uri === undefined ? path : relativePath(uri)) === one);
		result[one] = applyEdits(result[one] ?? "", own);
	}
	return result;
}

function relativePath(uri: string): string {
	return uri.slice(root.length + 1);
}

function counts(words: readonly string[]): Map<string, number> {
	const found = new Map<string, number>();
	for (const word of words) found.set(word, (found.get(word) ?? 0) + 1);
	return found;
}

/** What `after` has more of than `before`. */
function added(before: readonly string[], after: readonly string[]): string[] {
	const known = counts(before);
	return [...counts(after)].filter(([word, count]) => count > (known.get(word) ?? 0)).map(([word]) => word);
}

function hasBareBreak(text: string): boolean {
	return /(?<!\r)\n/.test(text);
}

const rulesOf = (findings: readonly Finding[]) => findings.map(({ rule }) => rule);
/** Each error once, without the hint at its end, which tells of the rest of the file. */
const errorsOf = (findings: readonly Finding[]) => [
	...new Set(
		findings
			.filter(({ severity }) => severity === "error")
			.map(({ rule, message }) => `${rule}: ${message.replace(/; did you mean .*/s, ".")}`),
	),
];
const commentsOf = (document: Document) =>
	document.parts.flatMap(({ model }) => model.comments.map(({ text }) => text.trim()));

/** Fixes of these make readable what was not judged before, so what is wrong in it comes to light. */
const revealing: ReadonlySet<string> = new Set([
	"duplicate-key",
	"invalid-quantity",
	"unknown-field",
	"unknown-instruction",
	"unknown-key",
	"unknown-stage",
]);

/** What is wrong with the fixes of the findings that `wanted` takes. */
function faultsOfFixes(sample: Sample, wanted: (finding: Finding) => boolean): string[] {
	const before = lint(sample, sample.files);
	const text = sample.files[sample.path] as string;
	const isWindows = text.includes("\r\n");
	const faults: string[] = [];
	for (const finding of before.findings.filter(wanted)) {
		for (const fix of finding.fixes) {
			const fault = (what: string) =>
				faults.push(
					`${finding.rule} (${JSON.stringify(text.slice(finding.span.start, finding.span.end))}), ${fix.title}: ${what}`,
				);
			const edits = fix.edits();
			if (edits.length === 0) {
				fault("changes nothing");
				continue;
			}
			let files: Files;
			try {
				files = edited(sample, sample.files, edits);
			} catch (error) {
				fault((error as Error).message);
				continue;
			}
			const after = lint(sample, files);
			const count = (findings: readonly Finding[]) =>
				findings.filter(({ rule, message }) => rule === finding.rule && message === finding.message).length;
			if (count(after.findings) >= count(before.findings)) fault("the finding is still there");
			const errors = after.findings.filter(({ rule }) => !revealing.has(finding.rule) || rule === finding.rule);
			for (const error of added(errorsOf(before.findings), errorsOf(errors))) fault(`makes the error ${error}`);
			for (const problem of added(problemsOf(before.document), problemsOf(after.document)))
				fault(`makes the problem ${problem}`);
			for (const [path, made] of Object.entries(files))
				if (made !== sample.files[path] && (isWindows ? hasBareBreak(made) : made.includes("\r")))
					fault(`mixes line breaks: ${JSON.stringify(made)}`);
			if (!aboutComments.has(finding.rule))
				for (const comment of added(commentsOf(after.document), commentsOf(before.document)))
					fault(`loses the comment ${comment}`);
		}
	}
	return faults;
}

const problemsOf = (document: Document) =>
	document.parts.flatMap(({ model }) => model.problems.map(({ rule }) => rule));

/** What is wrong with Fix All: it has to come to an end, where another round changes nothing, and bring no error in. */
function faultsOfFixAll(sample: Sample, safety: "safe" | "suggestion"): string[] {
	const text = sample.files[sample.path] as string;
	const run = (from: string) =>
		fixAll(from, (current) => lint(sample, { ...sample.files, [sample.path]: current }).findings, { safety });
	const once = run(text);
	const faults: string[] = [];
	if (run(once) !== once) faults.push(`Fix All (${safety}) finds more to do in its own result`);
	if (safety === "safe") {
		const errors = (of: string) => errorsOf(lint(sample, { ...sample.files, [sample.path]: of }).findings);
		for (const error of added(errors(text), errors(once))) faults.push(`Fix All makes the error ${error}`);
	}
	if (text.includes("\r\n") ? hasBareBreak(once) : once.includes("\r")) faults.push("Fix All mixes line breaks");
	return faults;
}

/** What is wrong with the comments that ignore the findings that `wanted` takes, here or in the whole file. */
function faultsOfIgnoring(sample: Sample, wanted: (finding: Finding) => boolean): string[] {
	const before = lint(sample, sample.files);
	const text = sample.files[sample.path] as string;
	const faults: string[] = [];
	const spoken = (findings: readonly Finding[]) => findings.filter(({ rule }) => !aboutComments.has(rule));
	for (const finding of spoken(before.findings).filter(wanted)) {
		for (const [where, make] of [
			["here", ignoreEdit],
			["in the file", ignoreFileEdit],
		] as const) {
			const fault = (what: string) =>
				faults.push(
					`${finding.rule} (${JSON.stringify(text.slice(finding.span.start, finding.span.end))}) ${where}: ${what}`,
				);
			const edit = make(before.document, finding);
			const files = edited(sample, sample.files, [edit]);
			const made = files[sample.path] as string;
			const { findings } = lint(sample, files);
			const others = (all: readonly Finding[]) => spoken(all).filter(({ rule }) => rule !== finding.rule);
			const describe = (all: readonly Finding[]) =>
				all.map(({ rule, message, severity }) => `${severity} ${rule}: ${message}`);
			for (const one of added(describe(others(before.findings)), describe(others(findings)))) fault(`brings ${one}`);
			for (const one of added(describe(others(findings)), describe(others(before.findings)))) fault(`silences ${one}`);
			const same = (all: readonly Finding[]) => all.filter(({ rule }) => rule === finding.rule).length;
			if (where === "here" ? same(findings) >= same(before.findings) : same(findings) > 0)
				fault(`is not silenced in\n${made}`);
			if (added(rulesOf(before.findings), rulesOf(findings)).includes("unused-ignore")) fault(`is idle in\n${made}`);
			if (text.includes("\r\n") ? hasBareBreak(made) : made.includes("\r")) fault("mixes line breaks");
		}
	}
	return faults;
}

const windows = new WeakMap<Files, Files>();

/** The files with line breaks of Windows. */
function windowsOf(files: Files): Files {
	let made = windows.get(files);
	if (!made) {
		made = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace(/\r?\n/g, "\r\n")]));
		windows.set(files, made);
	}
	return made;
}

function faultsOf(sample: Sample, wanted: (finding: Finding) => boolean): string[] {
	return [sample.files, windowsOf(sample.files)].flatMap((files, index) => {
		const one = { ...sample, files };
		return [
			...faultsOfFixes(one, wanted),
			...faultsOfFixAll(one, "safe"),
			...faultsOfFixAll(one, "suggestion"),
			...faultsOfIgnoring(one, wanted),
		].map((fault) => (index === 0 ? fault : `with \\r\\n: ${fault}`));
	});
}

describe.each(rules.map((rule) => [rule.id, rule] as const))("examples of %s", (id, rule) => {
	test("are fixed and ignored without harm", () => {
		const faults = rule.examples.flatMap(({ path, bad, files, options }) =>
			faultsOf(
				{ path, files: { ...files, [path]: unmark(bad).text }, linter: withOptions(rule, options) },
				(finding) => finding.rule === id,
			),
		);
		expect(faults).toEqual([]);
	});
});

/** All texts below a folder, by their path in it. */
function filesBelow(folder: string): Files {
	return Object.fromEntries(
		readdirSync(folder, { recursive: true, encoding: "utf8" })
			.map((path) => `${folder}/${path}`)
			.filter((path) => statSync(path).isFile())
			.map((path) => [relative(folder, path), readFileSync(path, "utf8")]),
	);
}

describe.each(["examples", "test/corpus/good", "test/corpus/bad"])("files of %s", (folder) => {
	const files = filesBelow(folder);
	const ours = Object.keys(files).filter((path) =>
		languages.some((language) => language.matches({ uri: `${root}/${path}`, text: files[path] as string })),
	);

	test.each(ours)("%s is fixed and ignored without harm", (path) => {
		expect(faultsOf({ path, files, linter: everyRule }, () => true)).toEqual([]);
	});
});
