import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearest } from "../../server/src/core/nearest.ts";
import { applyEdits, conflicts, LineTable, lineBreakOf, lineEnd, lineStart } from "../../server/src/core/text.ts";
import { baseName, folderOf, relativeTo, resolveUri } from "../../server/src/core/uri.ts";

/** Texts with every kind of line break, and characters of one and of two code units. */
const text = fc.string({ unit: fc.constantFrom("a", " ", "\n", "\r", "\r\n", "é", "𝄞"), maxLength: 40 });

describe("line tables", () => {
	test("count lines as LSP does", () => {
		const lines = new LineTable("a\r\nb\rc\n");
		expect(lines.lineCount).toBe(4);
		expect([0, 1, 3, 4, 5, 7].map((offset) => lines.placeAt(offset))).toEqual([
			{ line: 0, character: 0 },
			{ line: 0, character: 1 },
			{ line: 1, character: 0 },
			{ line: 1, character: 1 },
			{ line: 2, character: 0 },
			{ line: 3, character: 0 },
		]);
		expect(lines.offsetAt({ line: 0, character: 99 })).toBe(1);
		expect(lines.offsetAt({ line: 99, character: 0 })).toBe(7);
	});

	test("find every offset again that is not inside a line break", () => {
		fc.assert(
			fc.property(text, (sample) => {
				const lines = new LineTable(sample);
				for (let offset = 0; offset <= sample.length; offset++) {
					if (sample[offset - 1] === "\r" && sample[offset] === "\n") continue;
					expect(lines.offsetAt(lines.placeAt(offset))).toBe(offset);
				}
				expect(lines.lineCount).toBe(sample.split(/\r\n|\r|\n/).length);
			}),
		);
	});

	test("agree with the bounds of a line", () => {
		expect(lineStart("a\nbc\nd", 3)).toBe(2);
		expect(lineStart("\na", 0)).toBe(0);
		expect(lineEnd("a\r\nb", 0)).toBe(1);
		expect(lineBreakOf("a\r\nb\n")).toBe("\r\n");
		expect(lineBreakOf("a")).toBe("\n");
	});
});

describe("edits", () => {
	test("are made in any order, at one place in the order given", () => {
		const edits = [
			{ span: { start: 4, end: 5 }, text: "E" },
			{ span: { start: 0, end: 0 }, text: "1" },
			{ span: { start: 0, end: 0 }, text: "2" },
		];
		expect(applyEdits("abcde", edits)).toBe("12abcdE");
	});

	test("that overlap are refused", () => {
		const overlapping = [
			{ span: { start: 0, end: 3 }, text: "" },
			{ span: { start: 2, end: 4 }, text: "" },
		];
		expect(() => applyEdits("abcde", overlapping)).toThrow(RangeError);
		expect(conflicts({ start: 0, end: 3 }, { start: 2, end: 4 })).toBe(true);
		expect(conflicts({ start: 0, end: 2 }, { start: 2, end: 4 })).toBe(false);
		expect(conflicts({ start: 2, end: 2 }, { start: 2, end: 4 })).toBe(true);
	});
});

test.each([
	["prots", ["ports", "profiles"], "ports"],
	["servce", ["services", "service"], "service"],
	["IMAGE", ["image"], "image"],
	["x", ["a", "b"], undefined],
	["healthchek", ["healthcheck", "hostname"], "healthcheck"],
	["colour", ["image", "ports"], undefined],
])("the word nearest to %s among %j is %s", (word, candidates, expected) => {
	expect(nearest(word, candidates)).toBe(expected);
});

describe("URIs", () => {
	test.each([
		["file:///shop/compose.yaml", "web", "file:///shop/web"],
		["file:///shop/compose.yaml", "./web/../api/Dockerfile", "file:///shop/api/Dockerfile"],
		["file:///shop/a/compose.yaml", "..", "file:///shop"],
		["file:///shop/compose.yaml", "/etc/hosts", "file:///etc/hosts"],
		["file:///shop/compose.yaml", "with blank", "file:///shop/with%20blank"],
		["file:///shop/compose.yaml", "https://example.com/x", "https://example.com/x"],
		["vscode-remote://host/shop/compose.yaml", "web", "vscode-remote://host/shop/web"],
	])("%s and %s make %s", (from, path, expected) => {
		expect(resolveUri(from, path)).toBe(expected);
	});

	test("have folders, names and paths below a folder", () => {
		expect(folderOf("file:///shop/web/Dockerfile")).toBe("file:///shop/web");
		expect(baseName("file:///shop/a%20b.yaml")).toBe("a b.yaml");
		expect(relativeTo("file:///shop", "file:///shop/web/a%20b")).toBe("web/a b");
		expect(relativeTo("file:///shop", "file:///shopping/a")).toBeUndefined();
	});
});
