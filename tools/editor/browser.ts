import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { playwright } from "./install.ts";
import type { Browser, Page } from "./playwright.ts";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const elsewhere = [
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
	"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
	"C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** Says how to get a browser; shown alone, without a stack. */
export class NoBrowser extends Error {
	constructor() {
		super("No Chromium found: install the package `chromium` (Debian: apt-get install chromium), or set CHROME_PATH.");
	}
}

/** Path of a Chromium or one of its kin. */
export function findBrowser(): string {
	const paths = (process.env["PATH"] ?? "")
		.split(delimiter)
		.flatMap((folder) => names.map((name) => join(folder, name)));
	const found = [process.env["CHROME_PATH"] ?? "", ...paths, ...elsewhere].find(
		(path) => path !== "" && existsSync(path),
	);
	if (found === undefined) throw new NoBrowser();
	return found;
}

/** Starts a browser without a window that calls nobody by itself. */
export async function openBrowser(): Promise<Browser> {
	const executablePath = findBrowser();
	const { chromium } = createRequire(import.meta.url)(playwright) as typeof import("./playwright.ts");
	return chromium.launch({
		executablePath,
		args: [
			...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
			...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
		],
	});
}

export type { Browser, Page };
