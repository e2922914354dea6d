import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { CompletionItem, WorkspaceEdit } from "vscode-languageserver-protocol";
import { applyEdits, LineTable } from "../server/src/core/text.ts";
import { languages } from "../server/src/languages.ts";
import { codeActions } from "../server/src/lsp/handlers/code-actions.ts";
import { completion, completionResolve } from "../server/src/lsp/handlers/completion.ts";
import { definition } from "../server/src/lsp/handlers/definition.ts";
import { documentLink } from "../server/src/lsp/handlers/document-link.ts";
import { documentSymbol } from "../server/src/lsp/handlers/document-symbol.ts";
import { foldingRange } from "../server/src/lsp/handlers/folding-range.ts";
import { hover } from "../server/src/lsp/handlers/hover.ts";
import { imageState } from "../server/src/lsp/handlers/image-state.ts";
import { references } from "../server/src/lsp/handlers/references.ts";
import { rename } from "../server/src/lsp/handlers/rename.ts";
import { scaffold } from "../server/src/lsp/handlers/scaffold.ts";
import type { ScaffoldCommand } from "../server/src/lsp/protocol.ts";
import { Session } from "../server/src/lsp/session.ts";
import { provideGeneratedTables } from "./kubernetes/samples.ts";
import { root } from "./samples.ts";

/*
 * An archive is a small workspace and what the server answers in it. Sections start with `-- name --`. A name with a slash or a dot,
 * or `Dockerfile`, is a file; cursors are `‸`. The other sections are questions about the first cursor, or about another one by its
 * number in front (`2 hover`), in words of LSP, and their bodies the answers: `hover`, `completion` (all labels), `completion LABEL` (the file after choosing it), `definition`, `references`,
 * `rename NAME`, `symbols`, `folds`, `links`, `findings`, `actions`, `action TITLE`, `state`, `scaffold COMMAND [| question=answer]…`.
 * UPDATE=1 writes the answers into the archives: read the difference before committing it.
 */

interface Section {
	readonly name: string;
	readonly body: string;
}

const cursor = "‸";

function readArchive(text: string): { readonly intro: string; readonly sections: readonly Section[] } {
	const [intro = "", ...rest] = text.split(/^-- (.+) --\n/m);
	const sections: Section[] = [];
	for (let index = 0; index < rest.length; index += 2)
		sections.push({ name: rest[index] as string, body: rest[index + 1] as string });
	return { intro, sections };
}

function isFile({ name }: Section): boolean {
	return /^[^ ]*[./][^ ]*$|Dockerfile$/.test(name) && !name.startsWith("rename ");
}

class Scene {
	readonly session: Session;
	readonly #files = new Map<string, string>();
	readonly #cursors: { textDocument: { uri: string }; position: { line: number; character: number } }[] = [];
	#asked = 0;

	constructor(sections: readonly Section[]) {
		const nothing = { async *list() {}, read: async () => undefined, pause: async () => {} };
		this.session = new Session(languages, nothing, (message) => {
			throw new Error(message);
		});
		for (const { name, body } of sections) {
			const uri = `${root}/${name}`;
			const pieces = body.split(cursor);
			const text = pieces.join("");
			const lines = new LineTable(text);
			this.#files.set(uri, text);
			let offset = 0;
			for (const piece of pieces.slice(0, -1)) {
				offset += piece.length;
				this.#cursors.push({ textDocument: { uri }, position: lines.placeAt(offset) });
			}
			this.session.setOpen(uri, { version: 1, languageId: "", text });
		}
		this.session.folders = [root];
		this.session.workspace.complete = true;
		this.session.workspace.settings = { ...this.session.workspace.settings, today: "2026-11-22" };
	}

	get at() {
		const found = this.#cursors[this.#asked];
		if (!found) throw new Error(`the archive has no cursor ${this.#asked + 1}`);
		return found;
	}

	#text(uri: string): string {
		return this.#files.get(uri) ?? "";
	}

	show({
		uri,
		range,
	}: {
		uri: string;
		range: { start: { line: number; character: number }; end: { line: number; character: number } };
	}): string {
		const lines = new LineTable(this.#text(uri));
		const text = this.#text(uri).slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
		return `${uri.slice(root.length + 1)}:${range.start.line + 1}:${range.start.character + 1} ${JSON.stringify(text)}`;
	}

	/** The files that an edit changes or makes, as it leaves them. */
	after(edit: WorkspaceEdit | null | undefined): string {
		const results = new Map<string, string>();
		const change = (uri: string, edits: readonly { range: { start: object; end: object }; newText: string }[]) => {
			const text = results.get(uri) ?? this.#text(uri);
			const lines = new LineTable(text);
			results.set(
				uri,
				applyEdits(
					text,
					edits.map(({ range, newText }) => ({
						span: { start: lines.offsetAt(range.start as never), end: lines.offsetAt(range.end as never) },
						text: newText,
					})),
				),
			);
		};
		for (const [uri, edits] of Object.entries(edit?.changes ?? {})) change(uri, edits);
		for (const one of edit?.documentChanges ?? []) if ("edits" in one) change(one.textDocument.uri, one.edits as never);
		return [...results].map(([uri, text]) => `> ${uri.slice(root.length + 1)}\n${text}`).join("");
	}

	answer(question: string): string {
		const [, number = "1", verb = "", rest = ""] = /^(?:(\d+) )?(\S+)(?: (.*))?$/.exec(question) ?? [];
		this.#asked = Number(number) - 1;
		const lines = (found: readonly string[]) => found.map((line) => `${line}\n`).join("");
		switch (verb) {
			case "hover": {
				const found = hover(this.session, this.at);
				return found
					? `${this.show({ uri: this.at.textDocument.uri, range: found.range as never })}\n${(found.contents as { value: string }).value}\n`
					: "";
			}
			case "completion": {
				const items = completion(this.session, this.at)?.items ?? [];
				if (rest === "")
					return lines(
						[...items]
							.sort((a, b) => ((a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1))
							.map(({ label, detail }) => (detail ? `${label} (${detail})` : label)),
					);
				const item = items.find(({ label }) => label === rest);
				if (!item) return `no completion ${rest}\n`;
				completionResolve(this.session, item);
				return this.after({
					changes: {
						[this.at.textDocument.uri]: [
							(item as CompletionItem & { textEdit: { range: never; newText: string } }).textEdit,
						],
					},
				});
			}
			case "definition":
				return lines(definition(this.session, this.at).map((place) => this.show(place)));
			case "references":
				return lines(
					references(this.session, { ...this.at, context: { includeDeclaration: true } }).map((place) =>
						this.show(place),
					),
				);
			case "rename":
				return this.after(rename(this.session, { ...this.at, newName: rest }));
			case "symbols":
				return this.#symbols();
			case "folds":
				return lines(
					this.#each((textDocument) =>
						foldingRange(this.session, { textDocument }).map(
							({ startLine, endLine, kind }) => `${startLine + 1}-${endLine + 1}${kind ? ` ${kind}` : ""}`,
						),
					),
				);
			case "links":
				return lines(
					this.#each((textDocument) =>
						documentLink(this.session, { textDocument }).map(
							({ range, target }) => `${this.show({ uri: textDocument.uri, range })} -> ${target?.replace(root, "")}`,
						),
					),
				);
			case "findings":
				return lines(
					this.#each((textDocument) => {
						const document = this.session.document(textDocument.uri);
						return document
							? this.session
									.lint(document)
									.map(
										(finding) =>
											`${this.show({ uri: textDocument.uri, range: this.session.converter.toRange(document, finding.span) })} ${finding.severity} ${finding.rule}: ${finding.message}`,
									)
							: [];
					}),
				);
			case "actions":
			case "action": {
				const found = codeActions(this.session, {
					textDocument: this.at.textDocument,
					range: { start: this.at.position, end: this.at.position },
					context: { diagnostics: [] },
				});
				if (verb === "actions") return lines(found.map(({ title }) => title));
				return this.after(found.find(({ title }) => title === rest)?.edit);
			}
			case "state":
				return `${imageState(this.session, { uri: this.at.textDocument.uri, position: this.at.position })?.markdown ?? ""}\n`;
			case "scaffold": {
				const [command = "", ...answers] = rest.split(" | ");
				const result = scaffold(this.session, {
					command: command as ScaffoldCommand,
					uri: this.at.textDocument.uri,
					position: this.at.position,
					answers: Object.fromEntries(answers.map((pair) => pair.split("="))),
				});
				if (result.kind === "edit") return this.after(result.edit);
				if (result.kind === "nothing") return `nothing: ${result.message}\n`;
				return `question ${result.id}: ${result.title}\n${lines((result.options ?? []).map(({ label, value }) => `${value}: ${label}`))}`;
			}
			default:
				throw new Error(`no question is called ${verb}`);
		}
	}

	#each(ask: (textDocument: { uri: string }) => readonly string[]): string[] {
		return [...this.#files.keys()].flatMap((uri) => ask({ uri }));
	}

	#symbols(): string {
		let result = "";
		const write = (items: ReturnType<typeof documentSymbol>, depth: number) => {
			for (const { name, detail, range, children } of items) {
				result += `${"  ".repeat(depth)}${name}${detail ? ` (${detail})` : ""} ${range.start.line + 1}-${range.end.line + 1}\n`;
				write(children ?? [], depth + 1);
			}
		};
		for (const uri of this.#files.keys()) write(documentSymbol(this.session, { textDocument: { uri } }), 0);
		return result;
	}
}

const folder = "test/features";

provideGeneratedTables();

describe.each(readdirSync(folder).filter((name) => name.endsWith(".txt")))("%s", (name) => {
	const { intro, sections } = readArchive(readFileSync(`${folder}/${name}`, "utf8"));
	const files = sections.filter(isFile);
	const questions = sections.filter((section) => !isFile(section));
	if (process.env["UPDATE"]) {
		test("is written anew", () => {
			const answered = questions.map(({ name: question }) => ({
				name: question,
				body: new Scene(files).answer(question),
			}));
			const text = [...files, ...answered].map((section) => `-- ${section.name} --\n${section.body}`).join("");
			writeFileSync(`${folder}/${name}`, intro + text);
		});
		return;
	}
	test("asks something", () => expect(questions.length).toBeGreaterThan(0));
	test.each(questions.map(({ name: question, body }) => [question, body] as const))("%s", (question, body) => {
		const answer = new Scene(files).answer(question);
		expect(answer.trimEnd()).toBe(body.trimEnd());
		expect(answer.trim()).not.toBe("");
	});
});
