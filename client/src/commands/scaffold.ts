import { type LogOutputChannel, Position, Selection, Uri, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import {
	type ScaffoldCommand,
	type ScaffoldParams,
	type ScaffoldQuestion,
	type ScaffoldResult,
	scaffoldRequest,
} from "../../../server/src/lsp/protocol.ts";
import { say } from "../say.ts";
import { started } from "../started.ts";

/** The commands that write something, by their id without `plimsoll.`. */
export const scaffolds: Readonly<Record<string, ScaffoldCommand>> = {
	addProbes: "add-probes",
	addResources: "add-resources",
	addSecurityContext: "add-security-context",
	multiStageBuild: "multi-stage-build",
	newDockerfile: "new-dockerfile",
};

/** Asks the server for an edit, answers its questions with the user's help, and applies the edit. Saves nothing. */
export async function runScaffold(
	loading: Promise<LanguageClient>,
	command: ScaffoldCommand,
	log: LogOutputChannel,
): Promise<void> {
	const where = placeFor(command);
	if (!where) return say(command === "new-dockerfile" ? "Open a folder first." : "Open the file to change first.");
	const client = await started(loading);
	const answers: Record<string, string> = {};
	for (;;) {
		const params: ScaffoldParams = { command, ...where, answers };
		const result = await client.sendRequest<ScaffoldResult>(scaffoldRequest, params);
		if (result.kind === "nothing") {
			log.info(`${command}: ${result.message}`);
			return say(result.message);
		}
		if (result.kind === "edit") return apply(client, result);
		const answer = await ask(result);
		if (answer === undefined) return;
		answers[result.id] = answer;
	}
}

/** The file and cursor a command is about; where a new file is wanted, the folder of the file at hand, or else the workspace. */
function placeFor(command: ScaffoldCommand): Pick<ScaffoldParams, "uri" | "position"> | undefined {
	const editor = window.activeTextEditor;
	if (command === "new-dockerfile") {
		const file = editor?.document.uri;
		const within =
			file && workspace.getWorkspaceFolder(file) ? Uri.joinPath(file, "..") : workspace.workspaceFolders?.[0]?.uri;
		return within && { uri: within.toString() };
	}
	if (!editor) return undefined;
	const { line, character } = editor.selection.active;
	return { uri: editor.document.uri.toString(), position: { line, character } };
}

/** The user's answer; undefined where the question was dismissed. */
async function ask({ title, placeholder, options = [], free }: ScaffoldQuestion): Promise<string | undefined> {
	const hint = placeholder === undefined ? {} : { placeHolder: placeholder };
	if (free && options.length <= 1) {
		const value = options[0]?.value ?? "";
		return window.showInputBox({ title, value, ignoreFocusOut: true, ...hint });
	}
	const other = { label: "$(edit) Something else …", value: undefined };
	const items = options.map(({ label, value, detail }) => ({
		label,
		value,
		...(detail === undefined ? {} : { detail }),
	}));
	const chosen = await window.showQuickPick(free ? [...items, other] : items, { title, ignoreFocusOut: true, ...hint });
	if (chosen !== other) return chosen?.value;
	return window.showInputBox({ title, ignoreFocusOut: true, ...hint });
}

async function apply(client: LanguageClient, result: Extract<ScaffoldResult, { kind: "edit" }>): Promise<void> {
	const edit = await client.protocol2CodeConverter.asWorkspaceEdit(result.edit);
	if (!(await workspace.applyEdit(edit)))
		return say("The edit could not be applied, because the file has changed meanwhile.");
	if (result.select) {
		const { line, character } = result.select.position;
		const cursor = new Position(line, character);
		await window.showTextDocument(Uri.parse(result.select.uri), { selection: new Selection(cursor, cursor) });
	}
	if (result.message !== undefined) window.setStatusBarMessage(`Plimsoll: ${result.message}`, 8000);
}
