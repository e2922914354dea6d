import { mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { root } from "../build.ts";
import { packageExtension } from "../package.ts";
import { installEditor } from "./install.ts";
import { withWindow } from "./window.ts";

/*
 * Takes the picture of the README: `tsx tools/editor/screenshot.ts [.vsix]`. It shows an example with its findings and what
 * the hover says about one of them.
 */

const shown = {
	folder: join(root, "examples"),
	path: "web/Dockerfile",
	word: "4f7c2a90b1d84e55",
	class: "squiggly-warning",
};
const picture = join(root, "docs", "images", "editor.png");

async function main(): Promise<void> {
	await installEditor();
	const given = process.argv[2];
	const vsix = given === undefined ? await packageExtension() : resolve(given);
	const settings = {
		"editor.minimap.enabled": false,
		"editor.fontSize": 14,
		"window.commandCenter": false,
		"editor.hover.above": false,
	};
	mkdirSync(dirname(picture), { recursive: true });
	await withWindow(
		"screenshot",
		vsix,
		{ trust: true, settings },
		async ({ page }) => {
			await page.keyboard.press("Control+P");
			const input = page.locator(".quick-input-widget:visible .quick-input-box input");
			await input.waitFor();
			await input.fill(shown.path);
			await page.locator(".quick-input-list .monaco-list-row").first().waitFor();
			await setTimeout(1500);
			await input.press("Enter");
			await page.locator(`.${shown.class}`).first().waitFor({ timeout: 30_000 });
			await page.keyboard.press("Control+Shift+M");
			await setTimeout(3000);
			await page.locator(".view-line span span", { hasText: shown.word }).first().hover({ force: true });
			await page.locator(".monaco-hover:visible").first().waitFor();
			await setTimeout(1500);
			await page.screenshot({ path: picture });
		},
		shown.folder,
	);
	console.log(picture);
}

main().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
