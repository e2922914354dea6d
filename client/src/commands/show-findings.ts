import {
	ConfigurationTarget,
	commands,
	type Diagnostic,
	QuickPickItemKind,
	Selection,
	window,
	workspace,
} from "vscode";
import { findingsOf, ruleOf, severityLabels } from "../findings.ts";

interface Choice {
	readonly label: string;
	readonly description?: string;
	readonly kind?: QuickPickItemKind;
	readonly run?: () => unknown;
}

/** Lists the findings of the file at hand to jump to, and what else can be done about them. */
export async function showFindings(): Promise<void> {
	const editor = window.activeTextEditor;
	const findings = editor ? findingsOf(editor.document.uri) : [];
	const choices: Choice[] = [
		...findings.map(toChoice),
		{ label: "", kind: QuickPickItemKind.Separator },
		...actions(findings),
	];
	const placeHolder = findings.length === 0 ? "No findings in this file" : "Go to a finding, or choose what to do";
	const chosen = await window.showQuickPick(choices, { title: "Plimsoll", placeHolder, matchOnDescription: true });
	await chosen?.run?.();
}

function toChoice(finding: Diagnostic): Choice {
	const { icon } = severityLabels[finding.severity];
	const { start, end } = finding.range;
	return {
		label: `${icon} ${finding.message}`,
		description: `${ruleOf(finding)}, line ${start.line + 1}`,
		run: () => {
			const editor = window.activeTextEditor;
			if (!editor) return;
			editor.selection = new Selection(start, end);
			editor.revealRange(finding.range);
		},
	};
}

function actions(findings: readonly Diagnostic[]): Choice[] {
	const preset = workspace.getConfiguration("plimsoll").get<string>("preset", "recommended");
	const other = preset === "all" ? "recommended" : "all";
	const fix = { label: "$(wand) Fix all", run: () => commands.executeCommand("plimsoll.fixAll") };
	return [
		...(findings.length > 0 ? [fix] : []),
		{
			label: `$(settings) Switch to the preset “${other}”`,
			description: `now “${preset}”`,
			run: () => setPreset(other),
		},
		{ label: "$(output) Open the output", run: () => commands.executeCommand("plimsoll.showOutput") },
	];
}

async function setPreset(preset: string): Promise<void> {
	const target = workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
	await workspace.getConfiguration("plimsoll").update("preset", preset, target);
}
