import assert from "node:assert/strict";
import type { Page } from "../../tools/editor/browser.ts";
import { withWindow } from "../../tools/editor/window.ts";
import { cases } from "./cases.ts";

let page: Page | undefined;

/** The window that is open, for a picture of what went wrong. */
export const current = (): Page | undefined => page;

/** Waits until `look` holds; a key pressed or a mouse moved too early in VS Code's life is simply lost, so `act` is repeated. */
async function until(what: string, act: () => Promise<unknown>, look: () => Promise<boolean>): Promise<void> {
	const deadline = Date.now() + 30_000;
	while (Date.now() < deadline) {
		await act();
		for (let time = 0; time < 2500; time += 100) {
			if (await look()) return;
			await window().waitForTimeout(100);
		}
	}
	assert.fail(`in vain waited for ${what}`);
}

function window(): Page {
	assert(page, "no window is open");
	return page;
}

const quickInput = () => window().locator(".quick-input-widget:visible .quick-input-box input");

/** Types into VS Code's quick input and takes its first entry, once that is the wanted one. */
async function choose(key: string, text: string, entry: string): Promise<void> {
	const input = quickInput();
	await until(
		"the quick input",
		() => window().keyboard.press(key),
		async () => (await input.count()) > 0,
	);
	await input.fill(text);
	await window()
		.locator('.quick-input-list .monaco-list-row[data-index="0"]', { hasText: entry })
		.waitFor({ timeout: 15_000 });
	await input.press("Enter");
}

/** Opens a file of the workspace by its name. */
async function open(file: string): Promise<void> {
	await choose("Control+P", file, file);
	await window().locator(`.tab.active[data-resource-name="${file}"]`).waitFor({ timeout: 15_000 });
}

/** Runs a command by its title in the palette. */
const run = (title: string) => choose("F1", `>${title}`, title);

/** Places the cursor, at a line and column from 1. */
const goTo = (place: string) => choose("Control+P", `:${place}`, "");

const nothing = () => undefined;

/** The first line of the editor that has this text. */
const line = (text: string) =>
	window()
		.locator(".view-line", { hasText: spaced(text) })
		.first();

/** VS Code draws spaces as no-break spaces. */
const spaced = (text: string) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "\\s"));

const status = () => window().locator('[id="plimsoll.plimsoll.plimsoll.findings"], [id*="plimsoll.findings"]').first();

/** Defines the tests of what is seen; `vsix` is the packaged extension. */
export function defineUi(vsix: string): void {
	/** A window for the tests of one `describe`, open from the first to the last. */
	function inWindow(name: string, trust: boolean): void {
		let close: () => void = nothing;
		let closed: Promise<void> = Promise.resolve();
		before(async function () {
			this.timeout(90_000);
			await new Promise<void>((ready, failed) => {
				closed = withWindow(name, vsix, { trust }, async (opened) => {
					page = opened.page;
					ready();
					await new Promise<void>((done) => {
						close = done;
					});
				});
				closed.catch(failed);
			});
		});
		after(async function () {
			this.timeout(30_000);
			close();
			await closed;
			page = undefined;
		});
	}

	describe("in the window", () => {
		inWindow("window", true);

		for (const { file, line: wrong, word, fixed, squiggle } of cases) {
			it(`${file}: a squiggle, a hover, a light bulb's fix`, async () => {
				await open(file);
				const marks = window().locator(`.squiggly-${squiggle}`);
				await marks.first().waitFor({ timeout: 30_000 });
				const count = await marks.count();

				const place = window().locator(".view-line span span", { hasText: spaced(word) });
				const target = line(wrong)
					.locator("span span", { hasText: spaced(word) })
					.last();
				assert((await place.count()) > 0);
				const hover = window().locator(".monaco-hover:visible", { hasText: /Quick Fix|View Problem/ });
				await until(
					"the hover",
					async () => {
						await window().mouse.move(5, 5);
						await target.hover({ force: true });
					},
					async () => (await hover.count()) > 0,
				);

				await target.click({ force: true });
				const menu = window().locator(".action-widget .monaco-list-row");
				await until(
					"the light bulb's menu",
					() => window().keyboard.press("Control+Period"),
					async () => (await menu.count()) > 0,
				);
				await window().keyboard.press("Enter");
				await line(fixed).waitFor({ timeout: 10_000 });
				await until(
					"one squiggle less",
					async () => undefined,
					async () => (await marks.count()) < count,
				);
			});
		}

		it("the status bar counts, and lists the findings", async () => {
			await open("compose.yaml");
			await goTo("1:1");
			await run("Revert File");
			await until(
				"a count",
				async () => undefined,
				async () => /Plimsoll\s+\d/.test((await status().textContent()) ?? ""),
			);
			await status().click();
			const entry = window().locator(".quick-input-list .monaco-list-row", { hasText: "privileged-container" }).first();
			await entry.waitFor({ timeout: 10_000 });
			await window().keyboard.press("Escape");
		});

		it("a command of the palette edits the file", async () => {
			await open("deployment.yaml");
			await goTo("16:20");
			await run("Plimsoll: Add Probes");
			// The command may ask something first: its proposal is taken.
			await until(
				"the probe",
				async () => ((await quickInput().count()) > 0 ? quickInput().press("Enter") : undefined),
				async () => (await line("livenessProbe:").count()) > 0,
			);
		});

		it("a snippet is offered and inserted", async () => {
			await open("Dockerfile");
			await goTo("3:1");
			await window().keyboard.press("End");
			await window().keyboard.press("Enter");
			await window().keyboard.type("run-apt", { delay: 30 });
			const offer = window().locator(".suggest-widget .monaco-list-row.focused", { hasText: "run-apt" });
			await until(
				"the snippet among the suggestions",
				() => window().keyboard.press("Control+Space"),
				async () => (await offer.count()) > 0,
			);
			await window().keyboard.press("Enter");
			await line("apt-get install").waitFor({ timeout: 10_000 });
			await window().keyboard.press("Escape");
		});

		const colours = [
			{
				file: "Dockerfile.shell",
				place: "2:11",
				scopes: ["meta.embedded.shell.dockerfile", "string.quoted.double.shell"],
			},
			{ file: "variables.yaml", place: "1:16", scopes: ["variable.other.compose"] },
			{ file: ".dockerignore", place: "2:1", scopes: ["keyword.operator.wildcard.any-depth.dockerignore"] },
		];
		for (const { file, place, scopes } of colours) {
			it(`${file}: our grammar over VS Code's own sees ${scopes.at(-1)}`, async () => {
				await open(file);
				await goTo(place);
				const cells = scopes.map((scope) => window().locator(".token-inspect-widget td", { hasText: scope }));
				await until(
					`the scopes ${scopes.join(" ")}`,
					async () => {
						await window().keyboard.press("Escape");
						await run("Developer: Inspect Editor Tokens and Scopes");
					},
					async () => (await Promise.all(cells.map((cell) => cell.count()))).every((count) => count > 0),
				);
				await window().keyboard.press("Escape");
			});
		}

		it("a .dockerignore has its own language", async () => {
			await open(".dockerignore");
			await window().locator('[id="status.editor.mode"]', { hasText: "Docker Ignore" }).waitFor({ timeout: 10_000 });
		});
	});

	describe("in a workspace that is not trusted", () => {
		inWindow("untrusted", false);

		it("finds and fixes all the same", async () => {
			await window()
				.locator('[id="status.workspaceTrust"], .statusbar-item', { hasText: "Restricted Mode" })
				.first()
				.waitFor({ timeout: 20_000 });
			await open("compose.yaml");
			await window().locator(".squiggly-warning").first().waitFor({ timeout: 30_000 });
			await run("Plimsoll: Fix All");
		});
	});
}
