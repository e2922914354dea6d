import assert from "node:assert/strict";
import { type CodeAction, commands, type Hover, MarkdownString, Position, workspace } from "vscode";
import { cases } from "../cases.ts";
import { eventually, finding, findings, noFinding, open } from "./editor.ts";

const textOf = (hovers: readonly Hover[]) =>
	hovers
		.flatMap(({ contents }) => contents.map((part) => (part instanceof MarkdownString ? part.value : String(part))))
		.join("\n");

describe("findings", () => {
	for (const { file, rule, line, word, fixed, hover } of cases) {
		it(`${file}: underlines the word, explains it, fixes it`, async () => {
			const { document } = await open(file);
			const { text, diagnostic } = await finding(document, rule);
			assert.equal(text, word);
			const { text: whole, lineNumber, firstNonWhitespaceCharacterIndex } = document.lineAt(diagnostic.range.start);
			assert.equal(whole.trim(), line);

			const hovers = await eventually("a hover", async () => {
				const found = await commands.executeCommand<Hover[]>(
					"vscode.executeHoverProvider",
					document.uri,
					new Position(lineNumber, firstNonWhitespaceCharacterIndex),
				);
				return found.length > 0 && found;
			});
			assert.match(textOf(hovers), hover);

			const actions = await commands.executeCommand<CodeAction[]>(
				"vscode.executeCodeActionProvider",
				document.uri,
				diagnostic.range,
				"quickfix",
				20,
			);
			const fix = actions.find(({ isPreferred }) => isPreferred);
			assert(fix?.edit, `no preferred fix among ${actions.map(({ title }) => title).join(", ")}`);
			assert(await workspace.applyEdit(fix.edit));
			assert.equal(document.lineAt(diagnostic.range.start).text.trim(), fixed);
			await noFinding(document, rule);
		});
	}

	it("go away when a setting switches their rule off, and come back", async () => {
		const { document } = await open("Dockerfile");
		await finding(document, "add-for-local-file");
		const settings = workspace.getConfiguration("plimsoll");
		await settings.update("rules", { "add-for-local-file": "off" }, false);
		try {
			await noFinding(document, "add-for-local-file");
		} finally {
			await settings.update("rules", undefined, false);
		}
		await finding(document, "add-for-local-file");
	});

	it("come while typing, and only for files that are ours", async () => {
		const other = await workspace.openTextDocument({
			language: "yaml",
			content: "greeting: ${HELLO}\nprivileged: true\n",
		});
		const mine = await workspace.openTextDocument({ language: "dockerfile", content: "FROM alpine\nMAINTAINER me\n" });
		await eventually("a finding in an untitled Dockerfile", () => findings(mine).length > 0);
		assert.deepEqual(findings(other), []);
	});
});
