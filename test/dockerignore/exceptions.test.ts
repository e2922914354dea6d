import fc from "fast-check";
import { expect, test } from "vitest";
import { ignoredBy, parseIgnore, patternProblem } from "../../server/src/container/ignore.ts";
import { unusedExceptions } from "../../server/src/dockerignore/exceptions.ts";
import { parse } from "../../server/src/dockerignore/parse.ts";

function unusedOf(text: string): readonly string[] {
	const { nodes } = parse({ uri: "file:///.dockerignore", text });
	return nodes.flatMap(({ span, unused }) =>
		unused ? [text.slice(span.start, span.end) + (unused.later ? ` < ${unused.later.pattern}` : "")] : [],
	);
}

test.each<readonly [text: string, unused: readonly string[]]>([
	["*\n!src\n", []],
	["src/*.test.ts\n!src\n", []],
	["**/*.md\n!docs\n", []],
	["docs\n!docs/README.md\n", []],
	["*.md\n!docs/README.md\n", ["!docs/README.md"]],
	["!docs\n", ["!docs"]],
	["!*.md\n", ["!*.md"]],
	["*\n!src\n*\n", ["!src < *"]],
	["*\n!src/app\nsrc\n!src\n", ["!src/app < src"]],
	["*\n!src\nsrc/*.test.ts\n", []],
	["!\n", []],
])("%j", (text, unused) => {
	expect(unusedOf(text)).toEqual(unused);
});

const name = fc.constantFrom(
	"a",
	"b",
	"a/b",
	"b/a",
	"a/b/a",
	"*",
	"**",
	"a/*",
	"*/b",
	"**/a",
	"a/**",
	"?",
	"[ab]/b",
	"ab*",
);
const path = fc
	.array(fc.constantFrom("a", "b", "ab", "c"), { minLength: 1, maxLength: 4 })
	.map((parts) => parts.join("/"));

test("what is called unused can go, and no path is treated otherwise", () => {
	const line = fc.tuple(fc.boolean(), name).map(([exception, pattern]) => (exception ? `!${pattern}` : pattern));
	fc.assert(
		fc.property(fc.array(line, { maxLength: 6 }), fc.array(path, { maxLength: 12 }), (lines, paths) => {
			const patterns = parseIgnore(lines.join("\n"));
			const unused = unusedExceptions(patterns);
			const before = ignoredBy(patterns);
			for (const gone of patterns.filter((pattern, index) => unused(pattern, index))) {
				const after = ignoredBy(patterns.filter((pattern) => pattern !== gone));
				for (const one of paths) expect(after(one)).toBe(before(one));
			}
		}),
		{ numRuns: 500 },
	);
});

test("a long file is not judged, and quickly", () => {
	const started = performance.now();
	expect(unusedOf("!a\nb\n".repeat(50_000))).toEqual([]);
	expect(performance.now() - started).toBeLessThan(1000);
});

test.each([
	["[a-z]", undefined],
	["[^a]", undefined],
	["[a]]", undefined],
	["\\[", undefined],
	["a]", undefined],
	["[[]", undefined],
	["[", "unclosed"],
	["\\\\[a", "unclosed"],
	["[a-", "unclosed"],
	["[a\\]", "unclosed"],
	["[]", "empty"],
	["[^]a]", "empty"],
	["[-a]", "dash"],
	["[a-]", "dash"],
	["a\\", "backslash"],
])("%s is %s", (pattern, kind) => {
	expect(patternProblem(pattern)?.kind).toBe(kind);
});
