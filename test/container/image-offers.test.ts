import { describe, expect, test } from "vitest";
import { root, uncursor, workspaceOf } from "../samples.ts";

const pod = (image: string) =>
	`apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n    - ${image}\n`;
const service = (image: string) => `services:\n  db:\n    ${image}\n`;

/** The document of a text with the cursor `|`, on a known day. */
function at(path: string, marked: string, files: Readonly<Record<string, string>> = {}) {
	const { text, offset } = uncursor(marked);
	const workspace = workspaceOf({ ...files, [path]: text }, { today: "2026-11-22" });
	const document = workspace.document(`${root}/${path}`);
	if (!document) throw new Error(`${path} is in no language of ours`);
	return { text, offset, document, workspace };
}

function offeredAt(path: string, marked: string, files?: Readonly<Record<string, string>>) {
	const { offset, document, workspace } = at(path, marked, files);
	return document.complete(offset, workspace).map(({ label }) => label);
}

function taken(path: string, marked: string, label: string): string {
	const { text, offset, document, workspace } = at(path, marked);
	const item = document.complete(offset, workspace).find((candidate) => candidate.label === label);
	if (!item) throw new Error(`${label} is not offered`);
	return text.slice(0, item.edit.span.start) + item.edit.text + text.slice(item.edit.span.end);
}

const files = [
	["compose.yaml", service],
	["pod.yaml", pod],
] as const;

describe.each(files)("the value of image in %s", (path, file) => {
	test.each([
		["image: postgres:|", "18", "image: postgres:18"],
		["image: postgres:1|7", "18", "image: postgres:18"],
		["image: 'postgres:|'", "18", "image: 'postgres:18'"],
		['image: "docker.io/library/postgres:|"', "18", 'image: "docker.io/library/postgres:18"'],
		["image: postg|", "postgres", "image: postgres:"],
		['image: "postg|"', "postgres", 'image: "postgres:"'],
		["image: |", "nginx", "image: nginx:"],
		["{ image: postgres:| }", "18", "{ image: postgres:18 }"],
	])("%s takes %s", (line, label, result) => {
		expect(taken(path, file(line), label)).toContain(result);
	});

	test("offers tags of supported lines only, as FROM does", () => {
		const tags = offeredAt(path, file("image: postgres:|"));
		expect(tags).toEqual(offeredAt("Dockerfile", "FROM postgres:|\n"));
		expect(tags).toContain("18");
		expect(tags).not.toContain("13");
	});

	test.each(["image: postgres@sha256:|", "image: example.com/unknown:|"])("offers nothing in %s", (line) => {
		expect(offeredAt(path, file(line))).toEqual([]);
	});

	test("hover tells what a Dockerfile's hover tells", () => {
		const here = at(path, file("image: 'python:3.|9-slim'"));
		const hover = here.document.hover(here.offset, here.workspace);
		const from = at("Dockerfile", "FROM python:3.|9-slim\n");
		expect(hover?.markdown).toBe(from.document.hover(from.offset, from.workspace)?.markdown);
		expect(hover?.markdown).toContain("Python 3.9 has had no security fixes since 2025-10-31");
		expect(here.text.slice(hover?.span.start, hover?.span.end)).toBe("python:3.9-slim");
	});
});

test("images that the workspace uses come first in a Compose file", () => {
	const other = { "other/compose.yaml": "services:\n  cache:\n    image: example.com/cache:1\n" };
	expect(offeredAt("compose.yaml", service("image: |"), other)[0]).toBe("example.com/cache:1");
});

test("a key image elsewhere is no image", () => {
	expect(offeredAt("compose.yaml", "x-notes:\n  image: postgres:|\n")).not.toContain("18");
	expect(
		offeredAt("pod.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  image: postgres:|\n"),
	).not.toContain("18");
});

test("the name that a build gives its image is not described", () => {
	const { document, offset, workspace } = at("compose.yaml", service("image: no|de:16\n    build: ."));
	expect(document.hover(offset, workspace)?.markdown).not.toContain("Node.js");
});
