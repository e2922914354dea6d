import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type {
	CodeAction,
	CompletionList,
	Diagnostic,
	DocumentDiagnosticReport,
	Hover,
	Location,
	TextEdit,
	WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { Client } from "./client.ts";

const uri = "file:///shop/Dockerfile";
const text = "FROM alpine:latest\nUSER 1000\nCMD echo hi\n";

let client: Client;

beforeEach(() => {
	client = new Client();
});

afterEach(async () => {
	expect(client.stderr).toBe("");
	expect(await client.stop()).toBe(0);
});

const rulesOf = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
const openDockerfile = async (settings: object = {}) => {
	await client.start({ settings });
	await client.open(uri, "dockerfile", text);
};

describe("the server over stdio", () => {
	test("pushes diagnostics with the version they are of", async () => {
		await openDockerfile();
		const first = await client.diagnostics(uri, 1);
		const latest = first.find(({ code }) => code === "latest-tag");
		expect(latest).toMatchObject({
			source: "plimsoll",
			range: { start: { line: 0, character: 12 }, end: { line: 0, character: 18 } },
		});
		await client.change(uri, 2, { line: 0, character: 12 }, { line: 0, character: 18 }, "3.22");
		expect(rulesOf(await client.diagnostics(uri, 2))).not.toContain("latest-tag");
	});

	test("answers pulled diagnostics and pushes none then", async () => {
		await client.start({ capabilities: { textDocument: { diagnostic: {} } } });
		expect(client.capabilities.diagnosticProvider).toBeDefined();
		await client.open(uri, "dockerfile", text);
		const report = await client.request<DocumentDiagnosticReport>("textDocument/diagnostic", { textDocument: { uri } });
		expect(report.kind).toBe("full");
		expect(rulesOf((report as { items: Diagnostic[] }).items)).toContain("latest-tag");
	});

	test("counts in UTF-8 where the client asks for it", async () => {
		await client.start({ capabilities: { general: { positionEncodings: ["utf-8", "utf-16"] } } });
		expect(client.capabilities.positionEncoding).toBe("utf-8");
		await client.open(uri, "dockerfile", "FROM alpine:3.22\nUSER 1000\nRUN echo 'é𝄞' && sudo ls\n");
		const sudo = (await client.diagnostics(uri, 1)).find(({ code }) => code === "sudo-in-run");
		expect(sudo?.range).toEqual({ start: { line: 2, character: 21 }, end: { line: 2, character: 25 } });
	});

	test("offers a finding's fix, the ways to ignore it, and Fix All", async () => {
		await openDockerfile();
		await client.diagnostics(uri, 1);
		const at = { line: 2, character: 5 };
		const actions = await client.request<CodeAction[]>("textDocument/codeAction", {
			textDocument: { uri },
			range: { start: at, end: at },
			context: { diagnostics: [] },
		});
		expect(actions.map(({ title }) => title)).toEqual(
			expect.arrayContaining([
				expect.stringMatching(/^Ignore `shell-form-command` here$/),
				"Ignore `shell-form-command` in this file",
			]),
		);
		expect(actions[0]).toMatchObject({ kind: "quickfix", isPreferred: true });
		const here = actions.find(({ title }) => title === "Ignore `shell-form-command` here");
		expect(here?.edit?.changes?.[uri]).toEqual([
			{
				range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } },
				newText: "# plimsoll ignore=shell-form-command\n",
			},
		]);
		await client.open(
			"file:///shop/old/Dockerfile",
			"dockerfile",
			"FROM alpine:3.22\nMAINTAINER Ann <ann@example.com>\nUSER 1000\n",
		);
		const all = await client.request<CodeAction[]>("textDocument/codeAction", {
			textDocument: { uri: "file:///shop/old/Dockerfile" },
			range: { start: at, end: at },
			context: { diagnostics: [], only: ["source.fixAll"] },
		});
		expect(all).toHaveLength(1);
		expect(all[0]?.kind).toBe("source.fixAll.plimsoll");
	});

	test("hovers, completes, finds and renames", async () => {
		await client.start();
		const staged = "FROM alpine:3.22 AS build\nRUN true\nFROM alpine:3.22\nCOPY --from=build /a /a\nUSER 1000\n";
		await client.open(uri, "dockerfile", staged);
		const on = { textDocument: { uri }, position: { line: 3, character: 14 } };
		const hover = await client.request<Hover>("textDocument/hover", {
			textDocument: { uri },
			position: { line: 1, character: 1 },
		});
		expect((hover.contents as { value: string }).value).toContain("RUN");
		const completion = await client.request<CompletionList>("textDocument/completion", on);
		expect(completion.items.map(({ label }) => label)).toContain("build");
		expect(await client.request<Location[]>("textDocument/definition", on)).toMatchObject([
			{ uri, range: { start: { line: 0, character: 20 } } },
		]);
		expect(
			await client.request<Location[]>("textDocument/references", { ...on, context: { includeDeclaration: true } }),
		).toHaveLength(2);
		const renamed = await client.request<WorkspaceEdit>("textDocument/rename", { ...on, newName: "compile" });
		expect(renamed.changes?.[uri]?.map(({ newText }: TextEdit) => newText)).toEqual(["compile", "compile"]);
		expect(await client.request<unknown[]>("textDocument/documentSymbol", { textDocument: { uri } })).toHaveLength(2);
		expect(await client.request<unknown[]>("workspace/symbol", { query: "bld" })).toHaveLength(1);
	});

	test("takes settings, at the start and later", async () => {
		await openDockerfile({ rules: { "hadolint/DL3007": "off" } });
		expect(rulesOf(await client.diagnostics(uri, 1))).not.toContain("latest-tag");
		await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: { plimsoll: {} } });
		await client.diagnostics(uri, 1, (diagnostics) => rulesOf(diagnostics).includes("latest-tag"));
	});

	test("reads the workspace: a neighbour's facts, its changes, and the nearest configuration", async () => {
		const folder = mkdtempSync(join(tmpdir(), "plimsoll-"));
		writeFileSync(join(folder, "Dockerfile"), "FROM alpine:3.22 AS app\nUSER 1000\n");
		const compose = pathToFileURL(join(folder, "compose.yaml")).href;
		await client.start({ folder: pathToFileURL(folder).href });
		await client.open(compose, "dockercompose", "services:\n  web:\n    build:\n      context: .\n      target: ap\n");
		const [finding] = await client.diagnostics(compose, 1, (diagnostics) =>
			rulesOf(diagnostics).includes("unknown-build-target"),
		);
		expect(finding?.message).toContain("ap");
		writeFileSync(join(folder, "Dockerfile"), "FROM alpine:3.22 AS ap\nUSER 1000\n");
		await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
			changes: [{ uri: pathToFileURL(join(folder, "Dockerfile")).href, type: 2 }],
		});
		await client.diagnostics(compose, 1, (diagnostics) => !rulesOf(diagnostics).includes("unknown-build-target"));
	});

	test("what Hadolint is configured with holds, and its changes are felt", async () => {
		const folder = mkdtempSync(join(tmpdir(), "plimsoll-"));
		const configuration = join(folder, ".hadolint.yaml");
		writeFileSync(configuration, "ignored: [DL3007]\n");
		const dockerfile = pathToFileURL(join(folder, "Dockerfile")).href;
		await client.start({ folder: pathToFileURL(folder).href });
		await client.open(dockerfile, "dockerfile", text);
		await client.diagnostics(dockerfile, 1, (diagnostics) => !rulesOf(diagnostics).includes("latest-tag"));
		writeFileSync(configuration, "ignored: []\n");
		const changes = [{ uri: pathToFileURL(configuration).href, type: 2 }];
		await client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
		await client.diagnostics(dockerfile, 1, (diagnostics) => rulesOf(diagnostics).includes("latest-tag"));
	});

	test("shows a rule by its own name and by a peer's", async () => {
		await client.start();
		const own = await client.request<{ markdown: string }>("plimsoll/rule", { id: "latest-tag" });
		expect(own.markdown).toContain("latest");
		expect(await client.request("plimsoll/rule", { id: "hadolint/DL3007" })).toEqual(own);
		expect(await client.request("plimsoll/rule", { id: "no-such-rule" })).toBeNull();
	});
});
