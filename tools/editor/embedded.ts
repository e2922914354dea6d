import { appendFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { openBrowser } from "./browser.ts";
import { screenshot } from "./folders.ts";
import { startEditor } from "./server.ts";

/** The longest a suite may take, in milliseconds. */
const patience = 240_000;

/** Runs a suite in the extension host of the embedded VS Code, from VS Code's own arguments; returns the suite's exit code. */
export async function runSuite(args: readonly string[]): Promise<number> {
	const option = (name: string) =>
		resolve(args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? ".");
	const folder = resolve(args.find((arg) => !arg.startsWith("-")) ?? ".");
	const editor = await startEditor({
		data: option("user-data-dir"),
		extensions: option("extensions-dir"),
		trust: true,
		suite: true,
	});
	const browser = await openBrowser();
	try {
		const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
		const exited = new Promise<number>((exit) => {
			void page.exposeFunction("codeAutomationExit", (code: number) => exit(code));
		});
		// What the suite says is in its report; the workbench's own talk goes to a file.
		const log = join(option("user-data-dir"), "console.log");
		await page.exposeFunction("codeAutomationLog", (type: string, message: readonly unknown[]) => {
			appendFileSync(log, `${type} ${message.join(" ")}\n`);
		});
		const remote = (path: string) => `vscode-remote://${editor.authority}${path}`;
		const payload = ["extensionDevelopmentPath", "extensionTestsPath"].map(
			(name) => [name, remote(option(name))] as const,
		);
		await page.goto(editor.url(folder, payload));
		const late = setTimeout(patience, undefined, { ref: false });
		const code = await Promise.race([exited, late]);
		if (code === undefined) console.error(`The suite did not end within ${patience / 1000} seconds.`);
		if (code !== 0) await page.screenshot({ path: screenshot("suite in the extension host") });
		return code ?? 1;
	} finally {
		await browser.close();
		await editor.stop();
	}
}

if (process.argv[1] === import.meta.filename) {
	runSuite(process.argv.slice(2)).then(
		(code) => process.exit(code),
		(error: unknown) => {
			console.error(error);
			process.exit(1);
		},
	);
}
