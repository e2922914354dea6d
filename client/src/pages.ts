import { commands, type Disposable, EventEmitter, Uri, window, workspace } from "vscode";

const scheme = "plimsoll-rule";
const pages = new Map<string, string>();
const changed = new EventEmitter<Uri>();

/** Lets VS Code open the pages that `showPage` makes. */
export function registerPages(): Disposable {
	return workspace.registerTextDocumentContentProvider(scheme, {
		onDidChange: changed.event,
		provideTextDocumentContent: (uri) => pages.get(uri.path) ?? "",
	});
}

/** Shows markdown as a rendered page; as text where VS Code's preview is switched off. */
export async function showPage(name: string, markdown: string): Promise<void> {
	const uri = Uri.from({ scheme, path: `/${name}.md` });
	pages.set(uri.path, markdown);
	changed.fire(uri);
	try {
		await commands.executeCommand("markdown.showPreviewToSide", uri);
	} catch {
		await window.showTextDocument(uri, { preview: true });
	}
}
