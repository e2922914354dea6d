import { expect, describe as suite, test } from "vitest";
import { type ValidateOptions, validate } from "../../server/src/schema/validate.ts";
import { parseYaml } from "../../server/src/yaml/tree.ts";
import { file } from "./table.ts";

/** What is wrong with a text, each as `kind [underlined] message`. */
function problems(text: string, options: ValidateOptions = {}): string[] {
	const root = parseYaml(text).documents[0]?.root;
	return validate(root, file, { text, ...options }).map(
		({ kind, span, message }) => `${kind} [${text.slice(span.start, span.end)}] ${message}`,
	);
}

function service(lines: string): string {
	return `services:\n  web:\n${lines.replace(/^(?=.)/gm, "    ")}`;
}

const cases: [name: string, text: string, expected: string[]][] = [
	[
		"all is well",
		service("image: a\nx-note: [1]\nports:\n  - '1'\n  - {target: 80}\ninit: yes\nanything: {a: [1]}\n"),
		[],
	],
	[
		"a misspelt key",
		service("image: a\nprots: []\n"),
		["unknown-key [prots] `prots` is no key of a service; did you mean `ports`?"],
	],
	[
		"a key that is there is not meant",
		service("image: a\nimagee: b\n"),
		["unknown-key [imagee] `imagee` is no key of a service."],
	],
	["hidden keys are known", service("image: a\nsecret: b\n"), []],
	[
		"what objects inherit is unknown",
		service("image: a\nconstructor: b\n"),
		["unknown-key [constructor] `constructor` is no key of a service."],
	],
	["a key without colon is left to the parser", service("image: a\nprot\nrestart: always\n"), []],
	[
		"a missing key",
		"services:\n  web:\n    init: true\n",
		["missing-key [web] `image` is missing: this service can't do without it."],
	],
	[
		"a missing key of an item",
		service("image: a\nports:\n  - protocol: tcp\n"),
		["missing-key [protocol] `target` is missing: this port can't do without it."],
	],
	["a list for a string", service("image: [a]\n"), ["wrong-type [[a]] `image` takes a string, but this is a list."]],
	[
		"a map for a string, at its key",
		service("image:\n  a: b\n"),
		["wrong-type [image] `image` takes a string, but this is a mapping."],
	],
	[
		"a number for a string",
		service("image: 1.5\n"),
		["wrong-type [1.5] `image` takes a string, but this is a number."],
	],
	["nothing for a string", service("image:\n"), ["wrong-type [image] `image` has no value; it takes a string."]],
	["nothing where nothing will do", service("image: a\ndepends_on:\n  db:\n"), []],
	[
		"a string for a list",
		service("image: a\nports: '80'\n"),
		["wrong-type ['80'] `ports` takes a list of strings or ports, but this is a string."],
	],
	[
		"a wrong item",
		service("image: a\nports:\n  - [1]\n"),
		["wrong-type [[1]] An item of `ports` takes a string or a port, but this is a list."],
	],
	[
		"a quoted number",
		service("image: a\nhealthcheck: {test: a, retries: '3'}\n"),
		["wrong-type ['3'] `retries` takes a whole number, but this is a string."],
	],
	[
		"out of range",
		service("image: a\nhealthcheck: {test: a, retries: 30}\n"),
		["too-large [30] `retries` has to be 10 at most, but this is 30."],
	],
	[
		"below range",
		service("image: a\nhealthcheck: {test: a, retries: 0}\n"),
		["too-small [0] `retries` has to be 1 at least, but this is 0."],
	],
	["too few", service("image: a\nports: []\n"), ["too-few [ports] `ports` needs at least one item."]],
	[
		"a misspelt value",
		service("image: a\nrestart: alway\n"),
		["bad-value [alway] `alway` is no value of `restart`; did you mean `always`?"],
	],
	[
		"a strange value",
		service("image: a\nrestart: nonsense\n"),
		["bad-value [nonsense] `nonsense` is no value of `restart`, which takes `no` or `always`."],
	],
	[
		"a deprecated value",
		service("image: a\nrestart: on\n"),
		["deprecated-value [on] `on` is deprecated: write always."],
	],
	["a deprecated key", service("image: a\nold: b\n"), ["deprecated-key [old] `old` is deprecated: use `image`."]],
	["a part of a value", service("image: a\nrestart_delay: 10h\n"), ["bad-format [h] `h` is no unit."]],
	["a part of a quoted value", service("image: a\nrestart_delay: '10h'\n"), ["bad-format [h] `h` is no unit."]],
	["a part of an escaped value", service('image: a\nrestart_delay: "\\x310h"\n'), ["bad-format [h] `h` is no unit."]],
	["a bad name", "services:\n  WEB:\n    image: a\n", ["bad-format [WEB] `WEB` is no name."]],
	[
		"a duplicate item",
		service("image: a\nports:\n  - a\n  - b\n  - 'a'\n"),
		["duplicate-item ['a'] `a` is in this list already."],
	],
	[
		"items told apart by a key",
		service("image: a\nparts:\n  - image: b\n  - image: c\n  - image: b\n"),
		["duplicate-item [b] An item with `image: b` is in this list already."],
	],
	[
		"deep in a table that refers to itself",
		service("image: a\nparts:\n  - image: b\n    parts:\n      - image: c\n        imag: d\n"),
		["unknown-key [imag] `imag` is no key of a service."],
	],
	["a template's placeholder", service("image: {{ image }}\n"), []],
	["text at the root", "text\n", ["wrong-type [text] This file takes a test file, but this is a string."]],
];

test.each(cases)("%s", (_name, text, expected) => expect(problems(text)).toEqual(expected));

suite("aliases and merges", () => {
	test("what is shared is judged once", () => {
		const text =
			"x-a: &a\n  imag: b\n  image: a\nservices:\n  one: *a\n  two: *a\n  three:\n    <<: *a\n  four:\n    <<: [*a]\n    init: true\n";
		expect(problems(text)).toEqual(["unknown-key [imag] `imag` is no key of a service."]);
	});
	test("merged keys count as present", () => {
		expect(problems("x-a: &a {image: a}\nservices:\n  one:\n    <<: *a\n    init: true\n")).toEqual([]);
	});
	test("an alias without a target is left to others", () => {
		expect(problems("services:\n  one: *nobody\n")).toEqual([]);
	});
	test("an alias bomb costs nothing", () => {
		const lines = ["x0: &x0 {image: [a]}"];
		for (let level = 1; level < 30; level++)
			lines.push(
				`x-${level}: &x${level} {parts: [${Array(9)
					.fill(`*x${level - 1}`)
					.join(", ")}]}`,
			);
		const started = performance.now();
		problems(`${lines.join("\n")}\nservices:\n  a: *x29\n`);
		expect(performance.now() - started).toBeLessThan(3000);
	});
});

suite("options", () => {
	test("values and keys that can't be judged", () => {
		const skip = ({ text }: { readonly text: string }) => text.includes("$");
		expect(problems(service("image: a\nrestart: ${R}\n"), { skip })).toEqual([]);
		// The key that is not known may be the one that is missing.
		expect(problems(service("${IMAGE}: a\n"), { skip })).toEqual([]);
	});
	test("tags that switch checks off", () => {
		const text = service("image: a\nports: !reset null\nrestart: !other x\n");
		expect(problems(text, { tags: ["!reset"] })).toHaveLength(1);
	});
	test("null as absence", () => {
		expect(problems(service("image: a\nports:\n"), { nullIsAbsent: true })).toEqual([]);
		expect(problems(service("image:\n"), { nullIsAbsent: true })).toEqual([
			"missing-key [web] `image` is missing: this service can't do without it.",
		]);
	});
});

test("what a fix needs is there", () => {
	const text = service("image: 80\nprots: []\nhealthcheck: {test: a, interval: 10h, retries: '3'}\n");
	const found = validate(parseYaml(text).documents[0]?.root, file, { text });
	expect(found.map(({ path }) => path.join("."))).toEqual([
		"services.web.image",
		"services.web.prots",
		"services.web.healthcheck.interval",
		"services.web.healthcheck.retries",
	]);
	expect(found[0]).toMatchObject({ mend: "quote" });
	expect(found[1]).toMatchObject({ nearest: "ports" });
	expect(found[2]).toMatchObject({ replacement: "s" });
	expect(found[3]).toMatchObject({ mend: "unquote" });
});
