import { window } from "vscode";

/** Tells something without waiting for an answer: as a notification, and in the status bar for those who hide these. */
export function say(message: string): void {
	void window.showInformationMessage(message);
	window.setStatusBarMessage(`Plimsoll: ${message}`, 8000);
}
