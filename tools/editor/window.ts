import { openBrowser, type Page } from "./browser.ts";
import { freshFolders } from "./folders.ts";
import { type EditorOptions, installExtension, startEditor } from "./server.ts";

/** A window of the embedded VS Code with the packaged extension in it. */
export interface Window {
	readonly page: Page;
	/** The folder that is open: a fresh copy of test/editor/workspace. */
	readonly workspace: string;
}

/** Opens a window for `use`, and closes all of it afterwards. */
export async function withWindow(
	name: string,
	vsix: string,
	options: Pick<EditorOptions, "trust" | "settings">,
	use: (window: Window) => Promise<void>,
	folder?: string,
): Promise<void> {
	const folders = freshFolders(name);
	installExtension(folders, vsix);
	const editor = await startEditor({ ...folders, ...options });
	const browser = await openBrowser();
	try {
		const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
		const workspace = folder ?? folders.workspace;
		await page.goto(editor.url(workspace));
		await page.locator(".monaco-workbench .statusbar").waitFor({ timeout: 60_000 });
		await use({ page, workspace });
	} finally {
		await browser.close();
		await editor.stop();
	}
}
