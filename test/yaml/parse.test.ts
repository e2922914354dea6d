import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	entriesOf,
	parseYaml,
	spanWithin,
	type YamlFile,
	type YamlMap,
	type YamlNode,
} from "../../server/src/yaml/tree.ts";

/** The tree as plain data, aliases as `*name`. */
function data(node: YamlNode | undefined): unknown {
	switch (node?.kind) {
		case "map":
			return Object.fromEntries(node.pairs.map(({ key, value }) => [key.text, data(value)]));
		case "seq":
			return node.items.map(({ value }) => data(value));
		case "alias":
			return `*${node.name}`;
		default:
			return node?.value;
	}
}

function roots(text: string): unknown[] {
	return parseYaml(text).documents.map(({ root }) => data(root));
}

function problems(text: string): string[] {
	return parseYaml(text).problems.map(({ span, message }) => `[${text.slice(span.start, span.end)}] ${message}`);
}

function rootMap(file: YamlFile): YamlMap {
	const root = file.documents[0]?.root;
	if (root?.kind !== "map") throw new Error("no map");
	return root;
}

/** Every node with its span's text, depth first. */
function spans(text: string): string[] {
	const found: string[] = [];
	const visit = (node: YamlNode | undefined) => {
		if (!node) return;
		found.push(text.slice(node.span.start, node.span.end));
		if (node.kind === "map") for (const { key, value } of node.pairs) [key, value].forEach(visit);
		if (node.kind === "seq") for (const { value } of node.items) visit(value);
	};
	for (const { root } of parseYaml(text).documents) visit(root);
	return found;
}

describe("values", () => {
	test.each<[string, unknown]>([
		["a: 1", { a: 1 }],
		["a: -1.5e3\nb: .inf\nc: 0x1F\nd: 0o17\ne: 0755", { a: -1500, b: Infinity, c: 31, d: 15, e: 755 }],
		["a: true\nb: False\nc: yes\nd: ~\ne: null\nf:", { a: true, b: false, c: "yes", d: null, e: null, f: undefined }],
		["a: 22:22\nb: 1.2.3\nc: -1a\n", { a: "22:22", b: "1.2.3", c: "-1a" }],
		["a: 'it''s'\nb: \"\\u00e9\\n\"\nc: ''", { a: "it's", b: "é\n", c: "" }],
		["a: |\n  one\n  two\nb: >-\n  one\n  two\n", { a: "one\ntwo\n", b: "one two" }],
		["a: one\n  two\n", { a: "one two" }],
		["a: !!str 1\nb: !!int '2'\nc: !custom x\nd: !reset null\ne: !reset", { a: "1", b: 2, c: "x", d: null, e: null }],
		["{a: 1, b, c: [x, y: z], 'd': {}}", { a: 1, b: undefined, c: ["x", { y: "z" }], d: {} }],
		["- 1\n-\n- - a\n  - b\n", [1, undefined, ["a", "b"]]],
		["a: &x 1\nb: *x\n<<: *x\n", { a: 1, b: "*x", "<<": "*x" }],
		["? a\n: b\n? [c]\n: d\n", { a: "b", "[c]": "d" }],
		["\uFEFFa: 1\r\nb:\r\n  - c\r\n", { a: 1, b: ["c"] }],
	])("%j", (text, expected) => {
		expect(problems(text)).toEqual([]);
		expect(roots(text)).toEqual([expected]);
	});

	test("documents", () => {
		expect(roots("a: 1\n---\n---\nb: 2\n...\n---\n- c\n")).toEqual([{ a: 1 }, undefined, { b: 2 }, ["c"]]);
		expect(roots("")).toEqual([]);
		expect(roots("# only a comment\n")).toEqual([]);
		expect(parseYaml("# only a comment\n").comments).toHaveLength(1);
	});

	test("an alias knows what it stands for, in its own document", () => {
		const file = parseYaml("a: &x {b: 1}\nc: *x\nd: *y\n---\ne: *x\n");
		const [first, second] = file.documents;
		expect(first?.anchors.map(({ name }) => name)).toEqual(["x"]);
		expect(first?.aliases.map(({ name, target }) => [name, target?.kind])).toEqual([
			["x", "map"],
			["y", undefined],
		]);
		expect(second?.aliases[0]?.target).toBeUndefined();
	});
});

describe("places", () => {
	test.each<[string, string[]]>([
		["a: 1 # x\nb:\n", ["a: 1 # x\nb:", "a", "1", "b"]],
		["a:\n  - 'x'\n  -\n", ["a:\n  - 'x'\n  -", "a", "- 'x'\n  -", "'x'"]],
		["a: [ x , {b: c} ] # y\n", ["a: [ x , {b: c} ]", "a", "[ x , {b: c} ]", "x", "{b: c}", "b", "c"]],
		["a: |+\n  x\n\n\nb: &n !t y\n", ["a: |+\n  x\n\n\nb: &n !t y", "a", "|+\n  x", "b", "y"]],
		["a: &x\n  b: *x\n", ["a: &x\n  b: *x", "a", "b: *x", "b", "*x"]],
	])("%j", (text, expected) => expect(spans(text)).toEqual(expected));

	test("anchors, tags and what is inside quotes", () => {
		const text = "a: &name !tag 'it''s'\nb: |\n  x\n";
		const [a, b] = rootMap(parseYaml(text)).pairs;
		const slice = (span: { start: number; end: number } | undefined) => span && text.slice(span.start, span.end);
		expect(slice(a?.value?.anchor?.span)).toBe("name");
		expect(slice(a?.value?.tag?.span)).toBe("!tag");
		expect(a?.value?.kind === "scalar" && slice(a.value.inner)).toBe("it''s");
		expect(b?.value?.kind === "scalar" && slice(b.value.inner)).toBe("  x");
	});

	test("comments, and whether they stand alone", () => {
		const text =
			"# one\na: 1 # two\nb: # three\n  - |  # four\n    # text\n  # five\n---\n# six\nc: '# text' # seven\n";
		expect(parseYaml(text).comments.map((comment) => `${comment.text}${comment.alone ? " alone" : ""}`)).toEqual([
			"# one alone",
			"# two",
			"# three",
			"# four",
			"# five alone",
			"# six alone",
			"# seven",
		]);
	});

	test.each<[text: string, start: number, end: number, expected: string]>([
		["a: nginx:1.2", 6, 9, "1.2"],
		["a: 'it''s ok'", 5, 7, "ok"],
		["a: 'it''s ok'", 2, 3, "''"],
		['a: "\\u00e9\\tok"', 2, 4, "ok"],
		['a: "\\U0001F600ok"', 2, 4, "ok"],
		["a: |\n  one\n  two\n", 4, 7, "two"],
		["a: |\r\n  one\r\n  two\r\n", 4, 7, "two"],
		["a: >\n  one\n  two\n", 4, 7, ">\n  one\n  two"],
	])("part of %j", (text, start, end, expected) => {
		const value = rootMap(parseYaml(text)).pairs[0]?.value;
		if (value?.kind !== "scalar") throw new Error("no scalar");
		const span = spanWithin(text, value, start, end);
		expect(text.slice(span.start, span.end)).toBe(expected);
	});
});

test("entries with merges", () => {
	const file = parseYaml(
		"a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2, <<: *a}\nc:\n  <<: [*b, *a]\n  z: 3\n  '<<': text\nd: {<<: *nobody, w: 1}\n",
	);
	const [, , c, d] = rootMap(file).pairs.map(({ value }) => value as YamlMap);
	const list = (map: YamlMap | undefined) =>
		map && entriesOf(map).map(({ key, value, inherited }) => `${key}=${data(value)}${inherited ? "+" : ""}`);
	expect(list(c)).toEqual(["z=3", "<<=text", "y=2+", "x=1+"]);
	expect(list(d)).toEqual(["w=1"]);
});

describe("half-typed", () => {
	test.each<[text: string, expected: unknown, problem: string]>([
		["a: \"nginx\nb: 'c'\n", { a: "nginx", b: "c" }, '["nginx] The quote " that opens here is never closed.'],
		["a: 'x\nb: 'y'\n", { a: "x", b: "y" }, "['x] The quote ' that opens here is never closed."],
		['a:\n  - "x\n  - y\nb: 1\n', { a: ["x", "y"], b: 1 }, '["x] The quote " that opens here is never closed.'],
		['a: ["x, y]\nb: 1\n', { a: ["x", "y"], b: 1 }, '["x] The quote " that opens here is never closed.'],
		["s:\n  imag\n  ports:\n    - 1\n", { s: { imag: undefined, ports: [1] } }, "[imag] `imag` has no colon after it."],
		["s:\r\n  imag\r\n  ports: 1\r\n", { s: { imag: undefined, ports: 1 } }, "[imag] `imag` has no colon after it."],
		[
			"s:\n  image: a\n  po\n  env: 1\n",
			{ s: { image: "a", po: undefined, env: 1 } },
			"[po] `po` has no colon after it.",
		],
		["s:\n  image: a\n  po\nt: 1\n", { s: { image: "a", po: undefined }, t: 1 }, "[po] `po` has no colon after it."],
		["services\n  web:\n    a: 1\n", { services: { web: { a: 1 } } }, "[services] `services` has no colon after it."],
		["- name: a\n  im\n  b: 1\n- c\n", [{ name: "a", im: undefined, b: 1 }, "c"], "[im] `im` has no colon after it."],
		[
			"s:\n  image:nginx\n  ports: 1\n",
			{ s: { image: "nginx", ports: 1 } },
			"[image:nginx] A blank is missing after the colon of `image:nginx`.",
		],
		[
			"s:\n  a: [x, y\n  b: 1\n",
			{ s: { a: ["x", "y"], b: 1 } },
			"[[] The bracket `[` that opens here is never closed.",
		],
		["s:\n  a: [x, # why\n  b: 1\n", { s: { a: ["x"], b: 1 } }, "[[] The bracket `[` that opens here is never closed."],
		[
			"s:\n  a: [\n    x,\n    y\n  b: 1\n",
			{ s: { a: ["x", "y"], b: 1 } },
			"[[] The bracket `[` that opens here is never closed.",
		],
		["a: {b: c\nd: 1\n", { a: { b: "c" }, d: 1 }, "[{] The bracket `{` that opens here is never closed."],
		["a: [x", { a: ["x"] }, "[[] The bracket `[` that opens here is never closed."],
		[
			"a:\n  image: x\n    ports:\n      - 1\n  b: 1\n",
			{ a: { image: "x", b: 1 } },
			"[ports:] `ports:` is indented as if it belonged to the value above it.",
		],
		[
			"a:\n  b: x\n  - 1\n  - c: d\n    e: f\n  g: 1\n",
			{ a: { b: "x", g: 1 } },
			"[-] No list can begin here: the key above it has a value already.",
		],
		[
			"a:\n\tb: 1\n\tc:\n\t\td: 2\ne: 3\n",
			{ a: { b: 1, c: { d: 2 } }, e: 3 },
			"[\t] A tab can't indent YAML; use blanks.",
		],
		[
			"a: b: c\n",
			{ a: { b: "c" } },
			"[b] A second `key: value` can't follow on the same line; put it on a line of its own or quote the value.",
		],
		["a: @x\n", { a: "@x" }, "[@] Text that starts with `@` has to be quoted."],
		[
			'a: "\\q"\n',
			{ a: "\\q" },
			"[\\q] `\\q` is no escape sequence that double quotes know; write `\\\\` for a backslash, or use single quotes.",
		],
		["a:\n  - b\n c: d\n", { a: ["b"], c: "d" }, "[c:] This key is not indented like the keys it belongs to."],
		["a: [b}\n", { a: ["b"] }, "[}] `}` doesn't close the bracket that is open here."],
	])("%j", (text, expected, problem) => {
		expect(roots(text)).toEqual([expected]);
		expect(problems(text)).toEqual([problem]);
	});

	test("several at once, each reported once", () => {
		const text = "a: 'x\nb: [y\nimag\nc: {z: \"w\nd: 1\n";
		expect(roots(text)).toEqual([{ a: "x", b: ["y"], imag: undefined, c: { z: "w" }, d: 1 }]);
		expect(problems(text)).toHaveLength(4);
	});
});

describe("quoted texts that go on at the indentation of their key, which go-yaml takes", () => {
	test.each([
		["a: 'one\n\ntwo'\nb: 1\n", { a: "one\ntwo", b: 1 }],
		['a:\n- b: "one \\" it\n  two" # x\n  c: \'three\n  four\'\n', { a: [{ b: 'one " it two', c: "three four" }] }],
		["a: |\n  b: 'x\n  c'\nd: 'one\ntwo'\n", { a: "b: 'x\nc'\n", d: "one two" }],
	])("%j", (text, expected) => {
		expect(roots(text)).toEqual([expected]);
		expect(problems(text)).toEqual([]);
	});

	test("a quote that the next key's closes is open", () => {
		expect(problems("a: 'one\nb: 'two'\n")).toHaveLength(1);
	});
});

const sample =
	"# shop\nname: shop\nservices:\n  web: &web\n    image: \"nginx:1.29\"\n    ports: [ '80:80', {target: 1} ]\n    command: |\n      run --all\n      # text\n    environment:\n      - A=1 # x\n      -\n  db:\n    <<: *web\n    restart: !reset null\n---\nb: >-\n  folded\n  text\n? c\n: d\n";

/** What has to hold of every tree: children lie inside their parents and in order, and no span leaves the text. */
function check(file: YamlFile): void {
	const within = (outer: { start: number; end: number }, inner: { start: number; end: number }) => {
		// Thrown by hand: `expect` a hundred thousand times takes seconds.
		if (inner.start >= outer.start && inner.end <= outer.end && inner.start <= inner.end) return;
		throw new Error(`${JSON.stringify(inner)} leaves ${JSON.stringify(outer)} in ${JSON.stringify(file.text)}`);
	};
	const visit = (node: YamlNode | undefined) => {
		if (!node) return;
		if (node.kind === "scalar") within(node.span, node.inner);
		if (node.kind === "map") {
			for (const pair of node.pairs) {
				within(node.span, pair.span);
				within(pair.span, pair.key.span);
				if (pair.value) within(pair.span, pair.value.span);
				visit(pair.value);
			}
		}
		if (node.kind === "seq") {
			for (const item of node.items) {
				within(node.span, item.span);
				if (item.value) within(item.span, item.value.span);
				visit(item.value);
			}
		}
	};
	const whole = { start: 0, end: file.text.length };
	for (const { span, root } of file.documents) {
		within(whole, span);
		if (root) within(span, root.span);
		visit(root);
	}
	for (const { span } of [...file.comments, ...file.problems]) within(whole, span);
}

test("every prefix of a text has a sound tree", () => {
	const windows = sample.replaceAll("\n", "\r\n");
	for (let length = 0; length <= sample.length; length++) check(parseYaml(sample.slice(0, length)));
	for (let length = 0; length <= windows.length; length += 3) check(parseYaml(windows.slice(0, length)));
});

test("a text with any piece cut out has a sound tree", () => {
	fc.assert(
		fc.property(fc.nat(sample.length), fc.nat(8), fc.string({ maxLength: 4 }), (start, length, put) => {
			check(parseYaml(sample.slice(0, start) + put + sample.slice(start + length)));
		}),
		{ numRuns: 100 },
	);
});

test("any text has a sound tree", () => {
	const piece = fc.constantFrom(
		"a",
		"b: ",
		"- ",
		"\n",
		"\r\n",
		"  ",
		"[",
		"]",
		"{",
		"}",
		",",
		'"',
		"'",
		"#",
		" #",
		"&x ",
		"*x",
		"|",
		">",
		"---\n",
		"...\n",
		":",
		"? ",
		"\t",
		"!t ",
		"%Y 1\n",
		"\uFEFF",
		"\\",
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => check(parseYaml(pieces.join("")))),
		{ numRuns: 200 },
	);
});

describe("hostile texts take bounded time", () => {
	const bomb = ["a: &a [x]"];
	for (let level = 0; level < 20; level++)
		bomb.push(
			`${"bcdefghijklmnopqrstu"[level]}: &${"bcdefghijklmnopqrstu"[level]} [${Array(9).fill(`*${"abcdefghijklmnopqrst"[level]}`).join()}]`,
		);
	test.each<[name: string, text: string, code: string | undefined]>([
		["10,000 flow levels", "[".repeat(10_000), "too-deep"],
		["10,000 flow maps", "{a: ".repeat(10_000), "too-deep"],
		["10,000 dashes", "- ".repeat(10_000), "too-deep"],
		["10,000 question marks", "? ".repeat(10_000), "too-deep"],
		["an alias bomb", bomb.join("\n"), undefined],
		["5 million characters and one", "x".repeat(5_000_001), "too-large"],
		["300 open quotes", 'k: "v\n'.repeat(300), "MISSING_CHAR"],
		["1,000 keys without colon", `${"k\n".repeat(1000)}x: 1\n`, "MISSING_CHAR"],
	])("%s", (_name, text, code) => {
		const started = performance.now();
		expect(parseYaml(text).problems[0]?.code).toBe(code);
		expect(performance.now() - started).toBeLessThan(3000);
	});
});
