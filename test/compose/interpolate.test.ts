import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dotenvOf } from "../../server/src/compose/environment.ts";
import { type Environment, evaluate, parseTemplate, variablesOf } from "../../server/src/compose/interpolate.ts";
import { readDotenv } from "../../server/src/dotenv/dotenv.ts";
import { projectOf } from "./project.ts";

const settings: Readonly<Record<string, string>> = { A: "a", B: "b", EMPTY: "" };
const environment: Environment = (name) =>
	Object.hasOwn(settings, name) ? { value: settings[name] as string, source: "test" } : undefined;

function evaluated(text: string): string {
	return evaluate(parseTemplate(text).template, environment).text;
}

describe("evaluates", () => {
	test.each([
		["$A", "a"],
		["${A}", "a"],
		["x${A}y$B.z", "xayb.z"],
		["$NONE", ""],
		["$$A", "$A"],
		["$$$A", "$a"],
		["$1 $ $-", "$1 $ $-"],
		["${NONE:-d}", "d"],
		["${EMPTY:-d}", "d"],
		["${EMPTY-d}", ""],
		["${NONE-d}", "d"],
		["${A:-d}", "a"],
		["${A:+r}", "r"],
		["${EMPTY:+r}", ""],
		["${EMPTY+r}", "r"],
		["${NONE+r}", ""],
		["${A:?m}", "a"],
		["${NONE:-${B}}", "b"],
		["${NONE:-${ALSO:-${A}}}!", "a!"],
		["${NONE:-$A-$$}", "a-$"],
		["${NONE:-{}}", "{}"],
		["${NONE:-a:b?c}", "a:b?c"],
		["${A}${B}", "ab"],
		["a $(cmd) b", "a $(cmd) b"],
	])("%j as %j", (text, value) => {
		expect(parseTemplate(text).problems).toEqual([]);
		expect(evaluated(text)).toBe(value);
	});

	test("what is unset and what is demanded", () => {
		const { unset, demands } = evaluate(parseTemplate("$X ${Y:-1} ${Z:?set Z} ${EMPTY?no}").template, environment);
		expect(unset).toEqual(["X"]);
		expect(demands).toEqual(["Z: set Z"]);
	});
});

describe("refuses", () => {
	test.each([
		["a~~${}~~b", "no name"],
		["~~${ }~~", "no name"],
		["~~${A%x}~~", "Compose can't read"],
		["~~${A/b/c}~~", "Compose can't read"],
		["~~${A:x}~~", "Compose can't read"],
		["~~${1}~~", "does not start with the name"],
		["x ~~${A~~", "no closing brace"],
		["~~${A:-b c~~", "no closing brace"],
		["~~${A:-${B}~~", "no closing brace"],
		["${A:-~~${B!}~~}", "Compose can't read"],
		["~~${A:-b~~\nc}", "no closing brace"],
	])("%j", (marked, message) => {
		const text = marked.replaceAll("~~", "");
		const { problems } = parseTemplate(text);
		expect(problems).toHaveLength(1);
		const [problem] = problems;
		const { start, end } = problem?.span ?? { start: 0, end: 0 };
		expect(`${text.slice(0, start)}~~${text.slice(start, end)}~~${text.slice(end)}`).toBe(marked);
		expect(problem?.message).toContain(message);
	});
});

test("spans of names and words", () => {
	const text = "x-${NAME:-${OTHER}}-$LAST";
	const found = [...variablesOf(parseTemplate(text).template)].map(({ span, nameSpan, wordSpan }) => [
		text.slice(span.start, span.end),
		text.slice(nameSpan.start, nameSpan.end),
		wordSpan && text.slice(wordSpan.start, wordSpan.end),
	]);
	expect(found).toEqual([
		["${NAME:-${OTHER}}", "NAME", "${OTHER}"],
		["${OTHER}", "OTHER", undefined],
		["$LAST", "LAST", undefined],
	]);
});

describe("holds for every text", () => {
	const piece = fc.constantFrom("$", "{", "}", ":", "-", "?", "+", "A", "_b", " ", "\n", "${", "${A:-", "$$", "é");
	const text = fc.oneof(
		fc.string(),
		fc.array(piece, { maxLength: 40 }).map((parts) => parts.join("")),
	);

	test("nothing throws, spans lie inside, parts follow each other", () => {
		fc.assert(
			fc.property(text, (value) => {
				const { template, problems } = parseTemplate(value);
				let end = 0;
				for (const { span } of template) {
					expect(span.start).toBe(end);
					end = span.end;
				}
				expect(end).toBe(value.length);
				for (const { span } of problems) {
					expect(span.start).toBeLessThan(span.end);
					expect(span.end).toBeLessThanOrEqual(value.length);
				}
				evaluate(template, environment);
			}),
		);
	});

	test("text with its dollar signs doubled stands for itself", () => {
		fc.assert(
			fc.property(text, (value) => {
				expect(evaluated(value.replaceAll("$", "$$$$"))).toBe(value);
			}),
		);
	});

	test("deep nesting takes neither the stack nor long", () => {
		const deep = "${A:-".repeat(20_000) + "}".repeat(20_000);
		expect(parseTemplate(deep).template.length).toBeGreaterThan(0);
		expect(parseTemplate("${".repeat(500_000)).problems.length).toBeGreaterThan(0);
	});
});

test("an env file", () => {
	const text = [
		"# comment",
		"PLAIN=value # comment",
		"export SHELL_STYLE=1",
		"TIGHT=a#b",
		'DOUBLE="a\\n\\"b\\" # no comment"',
		"SINGLE='$A \\'quoted\\''",
		"NAME_ONLY",
		"YAML: style",
		"EMPTY=",
		'LINES="one',
		'two"',
		"AFTER=$PLAIN-${LINES}",
		"not a line",
		'OPEN="never closed',
	].join("\r\n");
	const read = readDotenv(text);
	expect(read.map(({ name, value }) => [name, value])).toEqual([
		["PLAIN", "value"],
		["SHELL_STYLE", "1"],
		["TIGHT", "a#b"],
		["DOUBLE", 'a\n"b" # no comment'],
		["SINGLE", "$A 'quoted'"],
		["NAME_ONLY", undefined],
		["YAML", "style"],
		["EMPTY", ""],
		["LINES", "one\r\ntwo"],
		["AFTER", "$PLAIN-${LINES}"],
		["OPEN", '"never closed'],
	]);
	for (const { name, nameSpan, line } of read) {
		expect(text.slice(nameSpan.start, nameSpan.end)).toBe(name);
		expect(text.split("\n")[line - 1]).toContain(name);
	}
});

test("variables of an env file may use those above", () => {
	const { workspace, model } = projectOf("services: {}\n", { ".env": "A=1\nB=${A}2\nC='${A}'\n" });
	const found = dotenvOf(model.uri, workspace);
	expect([...(found ?? [])].map(([name, { value, source }]) => `${name}=${value} ${source}`)).toEqual([
		"A=1 `.env`, line 1",
		"B=12 `.env`, line 2",
		"C=${A} `.env`, line 3",
	]);
});

test("reading an env file never throws", () => {
	fc.assert(fc.property(fc.string(), (text) => Array.isArray(readDotenv(text))));
});
