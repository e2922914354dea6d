import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { Client } from "./client.ts";

test("the workspace is read with progress, and edits are answered meanwhile", async () => {
	const folder = mkdtempSync(join(tmpdir(), "plimsoll-"));
	for (let index = 0; index < 300; index++) {
		mkdirSync(join(folder, `app-${index}`));
		writeFileSync(
			join(folder, `app-${index}`, "pod.yaml"),
			`apiVersion: v1\nkind: Pod\nmetadata:\n  name: web-${index}\n`,
		);
	}
	const client = new Client();
	const progress: string[] = [];
	let done: () => void = () => {};
	const read = new Promise<void>((resolve) => {
		done = resolve;
	});
	client.connection.onNotification("$/progress", ({ value }: { value: { kind: string } }) => {
		progress.push(value.kind);
		if (value.kind === "end") done();
	});
	await client.start({ capabilities: { window: { workDoneProgress: true } }, folder: pathToFileURL(folder).href });
	const uri = pathToFileURL(join(folder, "Dockerfile")).href;
	await client.open(uri, "dockerfile", "FROM alpine:latest\nUSER 1000\n");
	expect((await client.diagnostics(uri, 1)).map(({ code }) => code)).toContain("latest-tag");
	await read;
	expect(progress).toEqual(["begin", "end"]);
	const symbols = await client.request<{ name: string }[]>("workspace/symbol", { query: "web-299" });
	expect(symbols.map(({ name }) => name)).toEqual([expect.stringContaining("web-299")]);
	expect(await client.stop()).toBe(0);
	expect(client.stderr).toBe("");
});
