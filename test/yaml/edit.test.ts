import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits, type Edit } from "../../server/src/core/text.ts";
import {
	indentStep,
	insertItem,
	type Plain,
	removeItem,
	removePair,
	renameKey,
	renderFlow,
	renderYaml,
	replaceScalar,
	setKey,
	setPath,
} from "../../server/src/yaml/edit.ts";
import { pairOf, parseYaml, resolve, type YamlMap, type YamlNode, type YamlSeq } from "../../server/src/yaml/tree.ts";

/** The node at a path. */
function nodeAt(text: string, ...path: (string | number)[]): YamlNode {
	let node = parseYaml(text).documents[0]?.root;
	for (const step of path) {
		const inside = resolve(node);
		if (inside?.kind === "map") node = pairOf(inside, String(step))?.value;
		else if (inside?.kind === "seq") node = inside.items[Number(step)]?.value;
	}
	if (!node) throw new Error(`nothing at ${path.join(".")}`);
	return node;
}

function mapAt(text: string, ...path: (string | number)[]): YamlMap {
	const node = nodeAt(text, ...path);
	if (node.kind !== "map") throw new Error("no map");
	return node;
}

function seqAt(text: string, ...path: (string | number)[]): YamlSeq {
	const node = nodeAt(text, ...path);
	if (node.kind !== "seq") throw new Error("no list");
	return node;
}

/** The tree as plain data; keys in order. */
function data(node: YamlNode | undefined): Plain {
	const found = resolve(node);
	if (!found) return null;
	if (found.kind === "seq") return found.items.map(({ value }) => data(value));
	if (found.kind === "map") return Object.fromEntries(found.pairs.map(({ key, value }) => [key.text, data(value)]));
	return found.kind === "scalar" ? found.value : null;
}

function dataOf(text: string): Plain {
	const file = parseYaml(text);
	expect(file.problems, text).toEqual([]);
	return data(file.documents[0]?.root);
}

describe("setKey", () => {
	const cases: [name: string, text: string, path: (string | number)[], key: string, value: Plain, expected: string][] =
		[
			["adds to the end", "a:\n  b: 1\n", ["a"], "c", 2, "a:\n  b: 1\n  c: 2\n"],
			["adds without a last line break", "a:\n  b: 1", ["a"], "c", "x", "a:\n  b: 1\n  c: x"],
			[
				"keeps CRLF",
				"a:\r\n  b: 1\r\nz: 2\r\n",
				["a"],
				"c",
				{ d: [1] },
				"a:\r\n  b: 1\r\n  c:\r\n    d:\r\n      - 1\r\nz: 2\r\n",
			],
			["replaces a plain value", "a: 1 # why\nb: 2\n", [], "a", 3, "a: 3 # why\nb: 2\n"],
			["keeps the quotes", "a: '1'\n", [], "a", "it's", "a: 'it''s'\n"],
			["replaces a missing value", "a:\nb: 2\n", [], "a", true, "a: true\nb: 2\n"],
			["replaces a missing value with a map", "a: # why\nb: 2\n", [], "a", { c: 1 }, "a: # why\n  c: 1\nb: 2\n"],
			["replaces a map with a scalar", "a: # why\n  c: 1\n  d: 2\nb: 2\n", [], "a", "x", "a: x # why\nb: 2\n"],
			["replaces a scalar with a list", "a: x # why\nb: 2\n", [], "a", ["x"], "a: # why\n  - x\nb: 2\n"],
			["replaces a block scalar", "a: |\n  one\n  two\nb: 2\n", [], "a", "x", "a: x\nb: 2\n"],
			["writes flow into flow", "a: {b: 1}\n", ["a"], "c", { d: ["x, y"] }, 'a: {b: 1, c: {d: ["x, y"]}}\n'],
			["fills {}", "a: {}\n", ["a"], "c", 1, "a: {c: 1}\n"],
			["keeps a list's style", "a:\n- 1\nb:\n  c: 1\n", ["b"], "d", ["x"], "a:\n- 1\nb:\n  c: 1\n  d:\n  - x\n"],
			[
				"goes below comments that belong to the last key",
				"a:\n  b:\n    c: 1\n    # of b\n  # of a\nd: 1\n",
				["a"],
				"e",
				1,
				"a:\n  b:\n    c: 1\n    # of b\n  e: 1\n  # of a\nd: 1\n",
			],
			["in a list item", "- a: 1\n  b: 2\n- c\n", [0], "d", "yes", '- a: 1\n  b: 2\n  d: "yes"\n- c\n'],
			["keeps the anchor", "a: &x\n  b: 1\nc: *x\n", [], "a", { d: 1 }, "a: &x\n  d: 1\nc: *x\n"],
			[
				"keeps blank lines that belong to a text",
				"a:\n  b: |+\n    x\n\nc: 1\n",
				["a"],
				"d",
				1,
				"a:\n  b: |+\n    x\n\n  d: 1\nc: 1\n",
			],
		];
	test.each(cases)("%s", (_name, text, path, key, value, expected) => {
		expect(applyEdits(text, setKey(text, mapAt(text, ...path), key, value))).toBe(expected);
	});

	test("goes below the last of the keys it follows", () => {
		const text = "image: x\nports: []\nrestart: no\n";
		const edits = setKey(text, mapAt(text), "build", ".", { after: ["image", "ports", "unknown"] });
		expect(applyEdits(text, edits)).toBe("image: x\nports: []\nbuild: .\nrestart: no\n");
	});
});

describe("setPath", () => {
	test("makes what is missing", () => {
		const text = "services:\n  web:\n    image: x\n";
		const edits = setPath(text, mapAt(text, "services", "web"), ["deploy", "resources", "limits", "memory"], "512m");
		expect(applyEdits(text, edits)).toBe(
			`${text}    deploy:\n      resources:\n        limits:\n          memory: 512m\n`,
		);
	});
	test("fills a key without a value", () => {
		const text = "a:\n  b:\nc: 1\n";
		expect(applyEdits(text, setPath(text, mapAt(text), ["a", "b", "d"], 1))).toBe("a:\n  b:\n    d: 1\nc: 1\n");
	});
	test("leaves alone what is in the way", () => {
		const text = "a: text\n";
		expect(setPath(text, mapAt(text), ["a", "b"], 1)).toEqual([]);
	});
});

describe("removal", () => {
	const pairs: [name: string, text: string, path: (string | number)[], key: string, expected: string][] = [
		["with its comment", "a: 1 # x\nb: 2\n", [], "a", "b: 2\n"],
		["with all below it", "a:\n  b:\n    - 1\n\nc: 2\n", [], "a", "\nc: 2\n"],
		["the last of a text without line break", "a: 1\nb: 2", [], "b", "a: 1"],
		["the first of an item", "- a: 1\n  b: 2\n", [0], "a", "- b: 2\n"],
		["the only one", "x:\n  a: 1\ny: 2\n", ["x"], "a", "x: {}\ny: 2\n"],
		["from flow, first", "x: {a: 1, b: 2}\n", ["x"], "a", "x: {b: 2}\n"],
		["from flow, last", "x: {a: 1, b: 2}\n", ["x"], "b", "x: {a: 1}\n"],
		["from flow, only", "x: { a: 1, }\n", ["x"], "a", "x: {}\n"],
	];
	test.each(pairs)("%s", (_name, text, path, key, expected) => {
		const map = mapAt(text, ...path);
		const pair = pairOf(map, key);
		expect(pair && applyEdits(text, removePair(text, map, pair))).toBe(expected);
	});

	const items: [text: string, path: (string | number)[], index: number, expected: string][] = [
		["a:\n  - 1\n  - 2 # x\n  - 3\n", ["a"], 1, "a:\n  - 1\n  - 3\n"],
		["a:\n  - 1\n", ["a"], 0, "a: []\n"],
		["a: # x: y\n# z\n- 1\nb: 2\n", ["a"], 0, "a: [] # x: y\n# z\nb: 2\n"],
		["- - 1\n  - 2\n", [0], 0, "- - 2\n"],
		["a: [x, y]\n", ["a"], 1, "a: [x]\n"],
	];
	test.each(items)("item of %j", (text, path, index, expected) => {
		const seq = seqAt(text, ...path);
		const item = seq.items[index];
		expect(item && applyEdits(text, removeItem(text, seq, item))).toBe(expected);
	});
});

describe("insertItem", () => {
	const cases: [text: string, path: (string | number)[], value: Plain, index: number | undefined, expected: string][] =
		[
			["a:\n  - 1\n", ["a"], { b: 1, c: { d: 2 } }, undefined, "a:\n  - 1\n  - b: 1\n    c:\n      d: 2\n"],
			["a:\n  - 1", ["a"], 2, 0, "a:\n  - 2\n  - 1"],
			["a: []\n", ["a"], "x", undefined, "a: [x]\n"],
			["a: [y]\n", ["a"], "x", 0, "a: [x, y]\n"],
			["a: [y, z]\n", ["a"], "x", 1, "a: [y, x, z]\n"],
		];
	test.each(cases)("%j", (text, path, value, index, expected) => {
		expect(applyEdits(text, insertItem(text, seqAt(text, ...path), value, index))).toBe(expected);
	});
});

describe("replaceScalar", () => {
	const cases: [text: string, newText: string, expected: string][] = [
		["a: 'x'\n", "it's", "a: 'it''s'\n"],
		['a: "x"\n', 'say "a\\b"', 'a: "say \\"a\\\\b\\""\n'],
		["a: x\n", "80:80", 'a: "80:80"\n'],
		["a: x\n", "true", 'a: "true"\n'],
		["a: 80\n", "81", "a: 81\n"],
		["a: |\n    one\n    two\nb: 1\n", "one\nthree\n", "a: |\n    one\n    three\nb: 1\n"],
	];
	test.each(cases)("%j to %j", (text, newText, expected) => {
		const scalar = nodeAt(text, "a");
		if (scalar.kind !== "scalar") throw new Error("no scalar");
		expect(applyEdits(text, replaceScalar(text, scalar, newText))).toBe(expected);
	});
	test("renames a key in its quotes", () => {
		const text = "'a': 1\n";
		const pair = pairOf(mapAt(text), "a");
		expect(pair && applyEdits(text, renameKey(text, pair, "b"))).toBe("'b': 1\n");
	});
});

test.each([
	["a:\n    b: 1\n", 4],
	["- a:\n    b: 1\nc:\n   d: 1\n", 3],
	["a: 1\n", 2],
])("indentStep(%j) is %d", (text, step) => expect(indentStep(text)).toBe(step));

const words = fc.oneof(
	fc.constantFrom(
		"a",
		"b c",
		"80:80",
		"yes",
		"0755",
		"1e3",
		"",
		" x",
		"#",
		"- a",
		"a: b",
		"it's",
		'"q"',
		"\\",
		"null",
		"~",
		"é😀",
		"{x}",
		"[",
		"*a",
		"&b",
		"!t",
		"%",
		"@",
		"x #y",
		"1_000",
		"0b1",
		"12:30:45",
		"=",
		"<<",
		"2001-01-01",
		"...",
		"---",
		"?",
		"-",
		"two\nlines",
		"two\nlines\n",
		"tab\there",
		"\u0007",
		"\u2028",
		"\uFEFF",
	),
	fc.string(),
	fc.string({ unit: "grapheme" }),
);
const keys = fc.oneof(fc.stringMatching(/^[a-z]{1,5}$/), words);
const { value: values } = fc.letrec<{ value: Plain }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 3 },
		words,
		fc.integer(),
		fc.boolean(),
		fc.constant(null),
		fc.array(tie("value"), { maxLength: 3 }),
		fc
			.uniqueArray(fc.tuple(keys, tie("value")), { maxLength: 3, selector: ([key]) => key })
			.map((pairs) => Object.fromEntries(pairs) as Plain),
	),
}));

const settings = { numRuns: 60 };
/** The same with ordinary prototypes. */
function plain(value: Plain): Plain {
	return JSON.parse(JSON.stringify(value)) as Plain;
}

describe("whatever the value", () => {
	test("it is read back as it was written, in block and flow style", () => {
		fc.assert(
			fc.property(
				values,
				fc.constantFrom("\n", "\r\n"),
				fc.boolean(),
				fc.integer({ min: 1, max: 4 }),
				(value, lineBreak, indentItems, indent) => {
					const text = renderYaml({ root: value }, { indent, column: 0, lineBreak, indentItems });
					expect(plain(dataOf(text))).toEqual({ root: plain(value) });
					expect(plain(dataOf(`root: ${renderFlow(value)}\n`))).toEqual({ root: plain(value) });
				},
			),
			settings,
		);
	});

	const before =
		"# top\nserver:   # the server\n    'quoted':   \"x\" # q\n    empty:\n    list:\n        -   one # 1\n        - two\n    flow: {a: 1, b: [x, 'y']}\n    last: |\n        text\n\n# end\nother: 1\n";
	test.each([before, before.replaceAll("\n", "\r\n"), before.slice(0, before.indexOf("\n\n"))])(
		"setKey changes that key alone (%#)",
		(text) => {
			fc.assert(
				fc.property(fc.constantFrom("quoted", "empty", "list", "flow", "last", "new", "a b"), values, (key, value) => {
					const map = mapAt(text, "server");
					const edits = setKey(text, map, key, value);
					const after = applyEdits(text, edits);
					const expected = dataOf(text) as { server: { [key: string]: Plain } };
					expected.server[key] = value;
					expect(plain(dataOf(after))).toEqual(plain(expected));
					expectInside(edits, map);
					if (!JSON.stringify(value).includes("#")) {
						const kept = key === "new" ? comments(text) : ["# top", "# the server"];
						expect(comments(after)).toEqual(expect.arrayContaining(kept));
					}
				}),
				settings,
			);
		},
	);

	test.each([before, before.replaceAll("\n", "\r\n")])(
		"insertItem and removeItem undo each other's data (%#)",
		(text) => {
			fc.assert(
				fc.property(values, fc.integer({ min: 0, max: 2 }), fc.boolean(), (value, index, flow) => {
					const path = flow ? ["server", "flow", "b"] : ["server", "list"];
					const seq = seqAt(text, ...path);
					const after = applyEdits(text, insertItem(text, seq, value, index));
					const longer = seqAt(after, ...path);
					expect(plain(data(longer))).toEqual(plain((data(seq) as Plain[]).toSpliced(index, 0, value)));
					const item = longer.items[index];
					const back = item ? applyEdits(after, removeItem(after, longer, item)) : "";
					expect(plain(dataOf(back))).toEqual(plain(dataOf(text)));
				}),
				settings,
			);
		},
	);

	test("replaceScalar keeps a string a string", () => {
		const text = "a: x\nb: 'x'\nc: \"x\"\nd: [x, y]\ne: |\n  x\nf: >-\n  x\n";
		fc.assert(
			fc.property(words, fc.constantFrom("a", "b", "c", "e", "f"), (word, key) => {
				const scalar = nodeAt(text, key);
				if (scalar.kind !== "scalar") throw new Error("no scalar");
				const after = applyEdits(text, replaceScalar(text, scalar, word));
				expect(dataOf(after)).toEqual({ ...(dataOf(text) as object), [key]: word });
			}),
			settings,
		);
	});
});

function comments(text: string): string[] {
	return parseYaml(text).comments.map((comment) => comment.text);
}

function expectInside(edits: readonly Edit[], map: YamlMap): void {
	for (const { span } of edits) {
		expect(span.start).toBeGreaterThanOrEqual(map.span.start);
		expect(span.end).toBeLessThanOrEqual(map.span.end + 2);
	}
}
