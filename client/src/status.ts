import { type Diagnostic, Disposable, languages, StatusBarAlignment, window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { documents } from "./documents.ts";
import { findingsOf, severityLabels } from "./findings.ts";

/** The status bar item: how many findings the file at hand has. A click lists them. */
export function createStatus(loading: Promise<LanguageClient>): Disposable {
	const item = window.createStatusBarItem("plimsoll.findings", StatusBarAlignment.Right, 100);
	item.name = "Plimsoll";
	item.command = "plimsoll.showFindings";

	let client: LanguageClient | undefined;
	const update = () => {
		const document = window.activeTextEditor?.document;
		if (!document || languages.match(documents, document) === 0) return item.hide();
		const { text, tooltip } = client?.isRunning() ? summary(findingsOf(document.uri)) : waiting(client);
		item.text = text;
		item.tooltip = tooltip;
		item.accessibilityInformation = { label: `Plimsoll: ${tooltip}` };
		item.show();
	};
	update();
	loading.then(
		(loaded) => {
			client = loaded;
			client.onDidChangeState(update);
			update();
		},
		() => item.hide(),
	);
	return Disposable.from(
		item,
		window.onDidChangeActiveTextEditor(update),
		languages.onDidChangeDiagnostics(({ uris }) => {
			const shown = window.activeTextEditor?.document.uri.toString();
			if (uris.some((uri) => uri.toString() === shown)) update();
		}),
	);
}

function summary(findings: readonly Diagnostic[]): { text: string; tooltip: string } {
	if (findings.length === 0) return { text: "$(check) Plimsoll", tooltip: "No findings in this file" };
	const icons: string[] = [];
	const words: string[] = [];
	for (const [severity, { icon, one, many }] of Object.entries(severityLabels)) {
		const count = findings.filter((finding) => finding.severity === Number(severity)).length;
		if (count === 0) continue;
		icons.push(`${icon} ${count}`);
		words.push(`${count} ${count === 1 ? one : many}`);
	}
	return { text: `Plimsoll ${icons.join(" ")}`, tooltip: `${words.join(", ")} in this file` };
}

/** `State.Stopped` of vscode-languageclient, whose code is not loaded just for its number. */
const stopped = 1;

function waiting(client: LanguageClient | undefined): { text: string; tooltip: string } {
	return client?.state === stopped
		? { text: "$(circle-slash) Plimsoll", tooltip: "The language server is not running" }
		: { text: "$(sync~spin) Plimsoll", tooltip: "The language server is starting" };
}
