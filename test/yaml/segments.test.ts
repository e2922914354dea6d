import { expect, test } from "vitest";
import { documentStarts } from "../../server/src/yaml/segments.ts";
import { parseYaml } from "../../server/src/yaml/tree.ts";

test.each<[text: string, parts: string[]]>([
	["", [""]],
	["a: 1\n", ["a: 1\n"]],
	["a: 1\n---\nb: 2\n", ["a: 1\n", "---\nb: 2\n"]],
	["---\na: 1\n---\nb: 2\n", ["---\na: 1\n", "---\nb: 2\n"]],
	["# licence\n\n---\na: 1\n--- # second\nb: 2", ["# licence\n\n---\na: 1\n", "--- # second\nb: 2"]],
	["%YAML 1.2\n---\na: 1\n", ["%YAML 1.2\n---\na: 1\n"]],
	["a: 1\r\n---\r\nb: 2\r\n---", ["a: 1\r\n", "---\r\nb: 2\r\n", "---"]],
	["a: |\n  ---\n  x\n----\n---x\n", ["a: |\n  ---\n  x\n----\n---x\n"]],
	["a: 1\n...\n%YAML 1.2\n---\nb: 2\n", ["a: 1\n...\n", "%YAML 1.2\n---\nb: 2\n"]],
	["\uFEFF---\na: 1\n", ["\uFEFF---\na: 1\n"]],
])("%j", (text, parts) => {
	const starts = documentStarts(text);
	expect(starts.map((start, index) => text.slice(start, starts[index + 1]))).toEqual(parts);
});

test("each part is one document", () => {
	const text = "# x\n---\na: 1\n---\n# nothing\n---\nb: |\n  ---\n---\n- c\n";
	const starts = documentStarts(text);
	const parts = starts.map((start, index) => parseYaml(text.slice(start, starts[index + 1])));
	expect(parts.map(({ documents }) => documents.length)).toEqual([1, 1, 1, 1]);
});

test("100,000 documents are split in no time", () => {
	const started = performance.now();
	expect(documentStarts("---\na: 1\n".repeat(100_000))).toHaveLength(100_000);
	expect(performance.now() - started).toBeLessThan(2000);
});
