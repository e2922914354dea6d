import { expect, test } from "vitest";
import { applyEdits } from "../../server/src/core/text.ts";
import { completeAt } from "../../server/src/schema/complete.ts";
import { hoverAt } from "../../server/src/schema/hover.ts";
import { cursorAt } from "../../server/src/yaml/cursor.ts";
import { parseYaml } from "../../server/src/yaml/tree.ts";
import { file } from "./table.ts";

function offered(marked: string) {
	const offset = marked.indexOf("|");
	const text = marked.slice(0, offset) + marked.slice(offset + 1);
	const completions = completeAt(cursorAt(parseYaml(text), offset), file);
	return { text, completions: completions.toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0)) };
}

function labels(marked: string): string[] {
	return offered(marked).completions.map(({ label }) => label);
}

/** The text once the completion of that label is taken, tab stops included. */
function taken(marked: string, label: string): string {
	const { text, completions } = offered(marked);
	const chosen = completions.find((completion) => completion.label === label);
	if (!chosen) throw new Error(`${label} is not among ${completions.map((completion) => completion.label).join(", ")}`);
	return applyEdits(text, [chosen.edit]);
}

const all = [
	"image",
	"ports",
	"restart",
	"init",
	"healthcheck",
	"depends_on",
	"parts",
	"anything",
	"restart_delay",
	"old",
];

test("keys, the required first, the deprecated last, the hidden never", () => {
	expect(labels("services:\n  web:\n    |\n")).toEqual(all);
});
test("keys that are there are not offered", () => {
	expect(labels("services:\n  web:\n    image: a\n    |\n")).toEqual(all.slice(1));
	expect(labels("services:\n  web:\n    image: a\n    im|age2: b\n")).toEqual(all.slice(1));
	expect(labels("x: &x {image: a}\nservices:\n  web:\n    <<: *x\n    |\n")).toEqual(all.slice(1));
});
test("nothing where the table knows nothing", () => {
	expect(labels("services:\n  |\n")).toEqual([]);
	expect(labels("services:\n  web:\n    image: # |\n")).toEqual([]);
	expect(labels("unknown:\n  |\n")).toEqual([]);
});

const cases: [text: string, label: string, expected: string][] = [
	["ser|", "services", "services:\n  $0"],
	["services:\n  web:\n    ima|\n    init: true\n", "image", "services:\n  web:\n    image: \n    init: true\n"],
	["services:\n  web:\n    im|age: x\n", "init", "services:\n  web:\n    init: x\n"],
	["services:\n  web:\n    |\n", "ports", "services:\n  web:\n    ports:\n      - $0\n"],
	["services:\n    web:\n        |\n", "ports", "services:\n    web:\n        ports:\n            - $0\n"],
	["services:\r\n  web:\r\n    |\r\n", "ports", "services:\r\n  web:\r\n    ports:\r\n      - $0\r\n"],
	["services:\n  web:\n    |\n", "healthcheck", "services:\n  web:\n    healthcheck:\n      test: $1\n"],
	["services:\n  web:\n    |\n", "parts", "services:\n  web:\n    parts:\n      - image: $1\n"],
	["services:\n  web:\n    ports:\n      - |\n", "target", "services:\n  web:\n    ports:\n      - target: \n"],
	[
		"services:\n  web:\n    ports:\n      - target: 1\n        |\n",
		"protocol",
		"services:\n  web:\n    ports:\n      - target: 1\n        protocol: \n",
	],
	["services:\n  web:\n    restart: |\n", "always", "services:\n  web:\n    restart: always\n"],
	["services:\n  web:\n    restart:|\n", "always", "services:\n  web:\n    restart: always\n"],
	["services:\n  web:\n    restart: |\n", "no", 'services:\n  web:\n    restart: "no"\n'],
	["services:\n  web:\n    restart: '|'\n", "no", "services:\n  web:\n    restart: 'no'\n"],
	["services:\n  web:\n    restart: al|ways\n", "no", 'services:\n  web:\n    restart: "no"\n'],
	["services:\n  web:\n    init: t|\n", "true", "services:\n  web:\n    init: true\n"],
	["services:\n  web:\n    restart_delay: |\n", "30s", "services:\n  web:\n    restart_delay: 30s\n"],
	["services:\n  web: {|}\n", "ports", "services:\n  web: {ports: [$0]}\n"],
	["services:\n  web: {restart: |}\n", "always", "services:\n  web: {restart: always}\n"],
	["services:\n  web:\n    healthcheck: |\n", "…", "services:\n  web:\n    healthcheck: \n      test: $1\n"],
	["services:\n  web:\n    parts:\n      |\n", "- ", "services:\n  web:\n    parts:\n      - image: $1\n"],
];
test.each(cases)("%j, %s", (text, label, expected) => expect(taken(text, label)).toBe(expected));

test("documentation is made when asked for", () => {
	const image = offered("services:\n  web:\n    |\n").completions[0];
	const { documentation } = image ?? {};
	expect(typeof documentation === "function" && documentation()).toContain("What it runs.");
	expect(image?.detail).toBe("required, a string");
});

test("whatever is typed, completions and hovers are sound", () => {
	const sample =
		"services:\n  web:\n    image: a\n    ports:\n      - '1'\n      - target: 2\n    restart: always # x\n    healthcheck: {test: [a], retries: 3}\n    parts:\n    - image: b\n      ";
	for (let length = 0; length <= sample.length; length++) {
		const text = sample.slice(0, length);
		const yaml = parseYaml(text);
		for (let offset = Math.max(0, length - 3); offset <= length; offset++) {
			const cursor = cursorAt(yaml, offset);
			hoverAt(cursor, file);
			for (const { edit } of completeAt(cursor, file)) {
				const { start, end } = edit.span;
				const sound = start <= offset && offset <= end && !text.slice(start, end).includes("\n");
				if (!sound) throw new Error(JSON.stringify({ text, offset, edit }));
			}
		}
	}
});
