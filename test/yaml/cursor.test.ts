import fc from "fast-check";
import { expect, test } from "vitest";
import { cursorAt } from "../../server/src/yaml/cursor.ts";
import { parseYaml } from "../../server/src/yaml/tree.ts";

/** What is at the `|` of a text, in short: `key services.web "ima" 4` = position, path, prefix, column. */
function at(marked: string): string {
	const offset = marked.indexOf("|");
	const text = marked.slice(0, offset) + marked.slice(offset + 1);
	const { position, path, prefix, column, seq, map, tight, flow, replace } = cursorAt(parseYaml(text), offset);
	const where = path.length === 0 ? "(root)" : path.join(".");
	if (position === "none") return `none ${where}`;
	const notes = [
		position === "key" && seq ? "dash" : "",
		position === "key" && !map && !seq ? "new" : "",
		tight ? "tight" : "",
		flow ? "flow" : "",
		replace.end > offset ? `+${text.slice(offset, replace.end)}` : "",
	];
	return [position, where, prefix === "" ? "" : `"${prefix}"`, position === "value" ? "" : column, ...notes]
		.filter((part) => part !== "")
		.join(" ");
}

const cases: [text: string, expected: string][] = [
	// an empty or nearly empty file
	["|", "key (root) 0 new"],
	["serv|", 'key (root) "serv" 0 new'],
	["# x\n|", "key (root) 0 new"],
	["a: 1\n|", "key (root) 0"],
	["a: 1\n\n|", "key (root) 0"],
	["---\n|", "key (root) 0 new"],
	["a: 1\n---\n|\n---\nb: 1\n", "key (root) 0 new"],
	["\uFEFFa|: 1", 'key (root) "a" 0'],
	// half-typed keys
	["services:\n  web:\n    ima|\n", 'key services.web "ima" 4 new'],
	["services:\n  web:\n    ima|\n    ports: []\n", 'key services.web "ima" 4'],
	["services:\n  web:\n    image: x\n    por|\n  db:\n", 'key services.web "por" 4'],
	["services:\n  web:\n    image: x\n    por|\n    env: {}\n", 'key services.web "por" 4'],
	["services:\n  web:\n    image: x\n      por|\n", "none services.web.image"],
	["services:\n  web:\n    im|age: x\n", 'key services.web "im" 4 +age'],
	["services:\n  we|\n", 'key services "we" 2 new'],
	["ser|\nvolumes:\n  a:\n", 'key (root) "ser" 0'],
	['"im|": x\n', 'key (root) "im" 0'],
	// blank lines, by column
	["services:\n  web:\n    image: x\n    |\n", "key services.web 4"],
	["services:\n  web:\n    image: x\n  |\n", "key services 2"],
	["services:\n  web:\n    image: x\n|\n", "key (root) 0"],
	["services:\n  web:\n    image: x\n   |\n", "key services.web 3"],
	["services:\n  web:\n    image: x\n      |\n", "none services.web.image"],
	["services:\n  web:\n    |\n    image: x\n", "key services.web 4"],
	["services:\n  web:\n    |\n", "key services.web 4 new"],
	["services:\n  web:\n    |", "key services.web 4 new"],
	["services:\n  |\n\nvolumes:\n  x:\n", "key services 2 new"],
	["a:\n  b:\n    c: 1\n\n  |\n\n  d: 1\n", "key a 2"],
	["a:\n  b: 1\n  # note\n  |\n", "key a 2"],
	["a:\r\n  b: 1\r\n  |\r\nc: 1\r\n", "key a 2"],
	["a:\n  b: 1\n---\nc:\n  d: 1\n  |", "key c 2"],
	["|\na: 1\n", "key (root) 0"],
	// values
	["restart: |", "value restart"],
	["restart: |\nb: 1\n", "value restart"],
	["restart:|\n", "value restart tight"],
	["restart: al|\n", 'value restart "al"'],
	["restart: al|ways\n", 'value restart "al" +ways'],
	['restart: "al|"\n', 'value restart "al"'],
	['restart: "al|\nb: 1\n', 'value restart "al"'],
	['restart: "|"\n', "value restart"],
	["restart: | # x\n", "value restart"],
	["restart: # x|\n", "none (root)"],
	["a:\n  b: !reset |\n", "value a.b"],
	["a:\n  b: |\n  c: 1\n", "value a.b"],
	["a: b |\n", "none a"],
	// items
	["ports:\n  - |\n", "item ports.0 4"],
	["ports:\n  -|\n", "item ports.0 4 tight"],
	["ports:\n  - a\n  - |", "item ports.1 4"],
	["ports:\n  - a\n  - b|c\n", 'item ports.1 "b" 4 +c'],
	["ports:\n  - a\n  |\n", "key ports 2 dash"],
	["ports:\n- a\n|\n", "key (root) 0"],
	["ports:\n- a\n- |\n", "item ports.1 2"],
	["ports:\n  |\n", "key ports 2 new"],
	["a:\n  - name: x\n    |\n", "key a.0 4"],
	["a:\n  - name: x\n    im|\n", 'key a.0 "im" 4'],
	["a:\n  - na|\n", 'item a.0 "na" 4'],
	["a:\n  - name: x\n  - na|\n", 'item a.1 "na" 4'],
	["a:\n  - name: x\n    im|\n    b: 1\n", 'key a.0 "im" 4'],
	["a:\n  - name: |\n", "value a.0.name"],
	["a:\n  - n|ame: x\n", 'key a.0 "n" 4 +ame'],
	["a:\n  -\n    |\n", "key a.0 4 new"],
	["a:\n  - - |\n", "item a.0.0 6"],
	// flow
	["a: {|}\n", "key a 3 flow"],
	["a: {b: |}\n", "value a.b flow"],
	["a: {b:|}\n", "value a.b tight flow"],
	["a: {b: 1, |}\n", "key a 3 flow"],
	["a: {b: 1, c|}\n", 'key a "c" 3 flow'],
	["a: {b: x|}\n", 'value a.b "x" flow'],
	["a: [|]\n", "value a.0 flow"],
	["a: [x, |]\n", "value a.1 flow"],
	["a: [x, y|]\n", 'value a.1 "y" flow'],
	["a: [x, |y]\n", "value a.1 flow +y"],
	["a: [|\nb: 1\n", "value a.0 flow"],
	["a: [x, |\nb: 1\n", "value a.1 flow"],
	["a: {b|\nc: 1\n", 'key a "b" 3 flow'],
	["a: {b: |\nc: 1\n", "value a.b flow"],
	["a: [x]|\n", "none a"],
	["a: [{b: |}]\n", "value a.0.b flow"],
	// places where nothing is offered
	["a: 1 # com|ment\n", "none (root)"],
	["a: |1\n", "value a +1"],
	["--|-\na: 1\n", "none (root)"],
];

test.each(cases)("%j is %s", (text, expected) => expect(at(text)).toBe(expected));

test("text blocks are left alone", () => {
	const text = "a: |\n  some text\n  b\nc: 1\n";
	const file = parseYaml(text);
	expect(cursorAt(file, text.indexOf("text")).position).toBe("none");
	expect(cursorAt(file, text.indexOf("c: 1")).position).toBe("key");
});

test("any offset of any text has an answer", () => {
	const piece = fc.constantFrom(
		"a",
		"b: ",
		"- ",
		"\n",
		"  ",
		"[",
		"]",
		"{",
		"}",
		",",
		'"',
		"'",
		"#",
		"&x ",
		"*x",
		"|",
		">",
		"---\n",
		":",
		"? ",
		"\t",
		"!t ",
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
			const text = pieces.join("");
			const file = parseYaml(text);
			for (let offset = 0; offset <= text.length; offset++) {
				const { replace, prefix } = cursorAt(file, offset);
				const sound = replace.start <= offset && offset <= replace.end && text.slice(replace.start, offset) === prefix;
				if (!sound) throw new Error(`${JSON.stringify({ text, offset, replace, prefix })}`);
			}
		}),
		{ numRuns: 300 },
	);
});
