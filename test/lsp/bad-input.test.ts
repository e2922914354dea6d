import { afterEach, beforeEach, expect, test } from "vitest";
import type { Diagnostic } from "vscode-languageserver-protocol";
import { Client } from "./client.ts";

let client: Client;

beforeEach(async () => {
	client = new Client();
	await client.start({ capabilities: { textDocument: { diagnostic: {} } } });
});

afterEach(async () => {
	expect(client.stderr).toBe("");
	expect(await client.stop()).toBe(0);
});

const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${[..."bcdefghi"].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[index]}`)}]`).join("\n")}\nservices: *i\n`;

/** Whatever is opened, every request is answered in bounded time, and the server goes on. */
test.each([
	[
		"binary junk",
		"dockerfile",
		"Dockerfile",
		String.fromCharCode(...Array.from({ length: 5000 }, (_, index) => (index * 7919) % 65536)),
	],
	["5 MB of one line", "dockerfile", "Dockerfile", `FROM alpine:3.22\nRUN ${"x ".repeat(2_500_000)}`],
	["10,000 levels of nesting", "dockercompose", "compose.yaml", `services: ${"[".repeat(10_000)}`],
	["an alias bomb", "dockercompose", "compose.yaml", bomb],
	[
		"an unclosed quote",
		"yaml",
		"pod.yaml",
		'apiVersion: v1\nkind: Pod\nmetadata:\n  name: "web\nspec:\n  containers: []\n',
	],
	["tabs", "yaml", "pod.yaml", "apiVersion: v1\nkind: Pod\nspec:\n\tcontainers: []\n"],
	["lone carriage returns", "dockerfile", "Dockerfile", "FROM alpine:3.22\rRUN ls\r"],
	["heredocs without end", "dockerfile", "Dockerfile", `FROM alpine:3.22\n${"RUN <<A <<B\n".repeat(5000)}`],
	["half a surrogate pair", "yaml", "pod.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: \ud83d}\n"],
])("%s", async (_name, languageId, path, text) => {
	const uri = `file:///junk/${path}`;
	const started = Date.now();
	await client.open(uri, languageId, text);
	const lines = text.split("\n");
	const position = { line: lines.length - 1, character: (lines.at(-1) as string).length };
	const at = { textDocument: { uri }, position };
	const report = await client.request<{ items: Diagnostic[] }>("textDocument/diagnostic", { textDocument: { uri } });
	expect(Array.isArray(report.items)).toBe(true);
	for (const method of ["hover", "completion", "definition", "documentHighlight", "prepareRename"])
		await client.request(`textDocument/${method}`, at);
	for (const method of ["documentSymbol", "foldingRange", "documentLink"])
		await client.request(`textDocument/${method}`, { textDocument: { uri } });
	await client.request("textDocument/codeAction", {
		textDocument: { uri },
		range: { start: position, end: position },
		context: { diagnostics: [], only: ["quickfix", "source.fixAll"] },
	});
	await client.change(uri, 2, position, position, "x");
	await client.request("textDocument/diagnostic", { textDocument: { uri } });
	await client.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
	expect(Date.now() - started).toBeLessThan(15_000);
	expect(await client.request("plimsoll/rule", { id: "latest-tag" })).not.toBeNull();
});

test("requests about files that nobody opened are answered with nothing", async () => {
	const at = { textDocument: { uri: "file:///nowhere/Dockerfile" }, position: { line: 3, character: 7 } };
	expect(await client.request("textDocument/hover", at)).toBeNull();
	expect(await client.request("textDocument/completion", at)).toBeNull();
	expect(await client.request("textDocument/diagnostic", { textDocument: at.textDocument })).toEqual({
		kind: "full",
		items: [],
	});
});

test("a text of no language of ours is edited and left alone", async () => {
	const uri = "file:///other/values.yaml";
	await client.open(uri, "yaml", "colour: red\nsize: 3\n");
	await client.change(uri, 2, { line: 0, character: 8 }, { line: 0, character: 11 }, "blue");
	expect(await client.request("textDocument/diagnostic", { textDocument: { uri } })).toEqual({
		kind: "full",
		items: [],
	});
	await client.change(
		uri,
		3,
		{ line: 0, character: 0 },
		{ line: 1, character: 7 },
		"apiVersion: v1\nkind: Pod\nmetadata:\n  nam: web\n",
	);
	const report = await client.request<{ items: Diagnostic[] }>("textDocument/diagnostic", { textDocument: { uri } });
	expect(report.items.map(({ code }) => code)).toContain("unknown-field");
});
