import assert from "node:assert/strict";
import { commands, Position, Selection, type TextEditor, window, workspace } from "vscode";
import { eventually, finding, findings, noFinding, open } from "./editor.ts";

/** Places the cursor behind the first `text`. */
function goTo(editor: TextEditor, text: string): void {
	const { document } = editor;
	const at = document.getText().indexOf(text);
	assert(at >= 0, `${text} is not in ${document.fileName}`);
	const place = document.positionAt(at + text.length);
	editor.selection = new Selection(place, place);
}

const tabs = () => window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));

/** Answers whatever quick picks and input boxes a command shows with what they propose. */
async function acceptUntil(done: () => boolean): Promise<void> {
	await eventually("the command's end", async () => {
		if (done()) return true;
		await commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
		return false;
	});
}

describe("commands", () => {
	const additions = [
		{ command: "addProbes", word: "livenessProbe:" },
		{ command: "addResources", word: "resources:" },
		{ command: "addSecurityContext", word: "allowPrivilegeEscalation: false" },
	];
	for (const { command, word } of additions) {
		it(`${command} writes ${word} into the workload at the cursor`, async () => {
			const editor = await open("deployment.yaml");
			await finding(editor.document, "privileged-container");
			goTo(editor, "name: web");
			void commands.executeCommand(`plimsoll.${command}`);
			await acceptUntil(() => editor.document.getText().includes(word));
			assert(editor.document.isDirty, "nothing is saved unasked");
		});
	}

	it("New Dockerfile for This Project writes one that has no findings", async () => {
		await open("catalog/package.json");
		const before = new Set(workspace.textDocuments.map(({ uri }) => uri.toString()));
		void commands.executeCommand("plimsoll.newDockerfile");
		const created = () =>
			workspace.textDocuments.find(
				({ uri, languageId, lineCount }) => languageId === "dockerfile" && lineCount > 1 && !before.has(uri.toString()),
			);
		await acceptUntil(() => created() !== undefined);
		const document = created();
		assert(document);
		assert.match(document.getText(), /^FROM /m);
		assert.match(document.uri.path, /\/catalog\/Dockerfile$/);
		// A mistake typed into it is found, so it has been looked at.
		const editor = await window.showTextDocument(document);
		await editor.edit((edit) => edit.insert(new Position(document.lineCount, 0), "\nADD package.json ./\n"));
		await finding(document, "add-for-local-file");
		assert.deepEqual(
			findings(document).map(({ rule }) => rule),
			["add-for-local-file"],
		);
		await commands.executeCommand("workbench.action.files.revert");
	});

	it("Convert to Multi-Stage Build adds a stage", async () => {
		const editor = await open("Dockerfile.single");
		await eventually("its language", () => editor.document.languageId === "dockerfile");
		goTo(editor, "RUN npm");
		void commands.executeCommand("plimsoll.multiStageBuild");
		await acceptUntil(() => (editor.document.getText().match(/^FROM /gm) ?? []).length > 1);
		assert.match(editor.document.getText(), /^COPY --from=/m);
	});

	it("Fix All applies the safe fixes of the file", async () => {
		const { document } = await open("Dockerfile");
		await finding(document, "add-for-local-file");
		await commands.executeCommand("plimsoll.fixAll");
		await noFinding(document, "add-for-local-file");
		assert.match(document.getText(), /^COPY app\.js/m);
	});

	it("Show Rule opens the rule's page", async () => {
		await commands.executeCommand("plimsoll.showRule", "add-for-local-file");
		await eventually("the page", () => tabs().some((label) => label.includes("add-for-local-file")));
		await commands.executeCommand("workbench.action.closeActiveEditor");
	});

	it("Show Image State opens a page on the image at the cursor", async () => {
		const editor = await open("Dockerfile");
		goTo(editor, "USER");
		await commands.executeCommand("plimsoll.showImageState");
		await eventually("the page", () => tabs().some((label) => label.includes("Image State")));
		await commands.executeCommand("workbench.action.closeActiveEditor");
	});

	it("Show Findings lists them and jumps to the chosen one", async () => {
		const editor = await open("compose.yaml");
		const { diagnostic } = await finding(editor.document, "privileged-container");
		editor.selection = new Selection(0, 0, 0, 0);
		void commands.executeCommand("plimsoll.showFindings");
		await acceptUntil(() => !editor.selection.isEmpty);
		assert(editor.selection.start.line <= diagnostic.range.start.line);
	});

	it("Restart Server brings the findings back", async () => {
		const { document } = await open("Dockerfile");
		await commands.executeCommand("plimsoll.restartServer");
		await finding(document, "add-for-local-file");
	});
});
