import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ignoredBy, matcherOf, parseIgnore } from "../../server/src/container/ignore.ts";
import { dockerignore } from "../../server/src/dockerignore/index.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";

const root = "file:///samples";
const uri = `${root}/.dockerignore`;
const project = {
	Dockerfile: "FROM alpine:3.24\n",
	"compose.yaml": "services: {}\n",
	"src/main.ts": "",
	"src/deep/main.test.ts": "",
	"node_modules/left/index.js": "",
};

/** What Docker's own tests of moby/patternmatcher say of patterns, in the forms that people use. */
const cases: readonly (readonly [pattern: string, path: string, fits: boolean])[] = [
	["**", "file", true],
	["**", "dir/file", true],
	["**/", "file", true],
	["dir/**", "dir/file", true],
	["dir/**", "dir/dir2/file", true],
	["**/dir", "dir", true],
	["**/dir", "a/b/dir", true],
	["**/dir2/*", "dir/dir2/file", true],
	["**/dir2/*", "dir/dir2/dir2/file", true],
	["**file", "dir/file", true],
	["**/file", "dir/dir/file", true],
	["**/file*", "dir/dir/file.txt", true],
	["**/file*txt", "dir/dir/file.txt", true],
	["**/**/*.txt", "dir/dir/file.txt", true],
	["**/**/*.txt2", "dir/dir/file.txt", false],
	["a/**/b", "a/b", true],
	["a/**/b", "a/c/d/b", true],
	["a/**/b", "a/xb", false],
	["a**/*.txt", "a/file.txt", true],
	["a/*.txt", "a/dir/file.txt", false],
	["a/**/*.txt", "a/dir/file.txt", true],
	["a[b-d]e", "ace", true],
	["a[b-d]e", "aae", false],
	["a[^b-d]e", "aze", true],
	["a\\*b", "a*b", true],
	["a\\*b", "axb", false],
	["[a-z]", "A", false],
	["?.md", "a.md", true],
	["?.md", "/.md", false],
	["*", "dir/file", false],
	["abc.def", "abcdef", false],
	["abc.def", "abc.def", true],
	[".*", ".git", true],
];

describe("patterns", () => {
	test.each(cases)("%s and %s: %s", (pattern, path, fits) => {
		expect(matcherOf(parseIgnore(pattern)[0]?.pattern ?? "")(path)).toBe(fits);
	});

	test("the last line that fits decides, and folders take what is in them along", () => {
		const ignored = ignoredBy(parseIgnore("*.md\n!README*.md\nREADME-secret.md\nnode_modules\n!node_modules/keep\n"));
		expect(ignored("a.md")).toBe(true);
		expect(ignored("README.md")).toBe(false);
		expect(ignored("README-secret.md")).toBe(true);
		expect(ignored("node_modules/left/index.js")).toBe(true);
		expect(ignored("node_modules/keep/index.js")).toBe(false);
	});

	test("lines are cleaned as Docker cleans them", () => {
		const text = "\uFEFF# comment\n  # no comment \n/abs/\n ./a/../b/ \r\n! c \n!\n\n";
		expect(parseIgnore(text).map(({ pattern, exception }) => [pattern, exception])).toEqual([
			["# no comment", false],
			["abs", false],
			["b", false],
			["c", true],
			["", true],
		]);
	});

	test("matching takes no more than pattern times path", () => {
		const started = performance.now();
		expect(matcherOf("**/".repeat(200) + "*a".repeat(200))("a/".repeat(2000))).toBe(false);
		expect(performance.now() - started).toBeLessThan(5000);
	});

	test("nothing throws on any text", () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (text, path) => {
				const patterns = parseIgnore(text);
				ignoredBy(patterns)(path);
				for (const { span, patternSpan } of patterns) {
					expect(span.start).toBeLessThanOrEqual(patternSpan.start);
					expect(patternSpan.end).toBe(span.end);
				}
			}),
		);
	});
});

describe("editor", () => {
	function at(marked: string) {
		const offset = marked.indexOf("|");
		const text = marked.slice(0, offset) + marked.slice(offset + 1);
		const world = new Workspace([dockerignore]);
		for (const [path, content] of Object.entries(project)) world.set({ uri: `${root}/${path}`, text: content });
		world.complete = true;
		return { model: dockerignore.parse({ uri, text }), offset, world };
	}

	test("hover tells what a pattern does and what it fits", () => {
		const { model, offset, world } = at("**/*.te|st.ts\n");
		const hover = dockerignore.hover?.(model, offset, world);
		expect(hover?.span).toEqual({ start: 0, end: 12 });
		expect(hover?.markdown).toContain("in every folder");
		expect(hover?.markdown).toContain("`src/deep/main.test.ts`");
	});

	test("hover says so when nothing fits, and what an exception is", () => {
		const { model, offset, world } = at("*.log\n!kee|p.log\n");
		const markdown = dockerignore.hover?.(model, offset, world)?.markdown;
		expect(markdown).toContain("Puts back");
		expect(markdown).toContain("Nothing in the workspace");
	});

	test.each([
		["s|\n", "src/", "src/"],
		["src/|\n", "deep/", "src/deep/"],
		["!src/ma|\n", "main.ts", "!src/main.ts"],
		["|", ".git", ".git"],
	])("completion of %j offers %s", (marked, label, result) => {
		const { model, offset, world } = at(marked);
		const items = dockerignore.complete?.(model, offset, world) ?? [];
		const item = items.find((candidate) => candidate.label === label);
		expect(item, items.map((candidate) => candidate.label).join()).toBeDefined();
		const { span, text } = item?.edit ?? { span: { start: 0, end: 0 }, text: "" };
		expect((model.text.slice(0, span.start) + text + model.text.slice(span.end)).trim()).toBe(result);
	});

	test("comments have no completion", () => {
		const { model, offset, world } = at("# s|");
		expect(dockerignore.complete?.(model, offset, world)).toEqual([]);
	});

	test("is known by its name", () => {
		for (const name of [".dockerignore", "api.Dockerfile.dockerignore", ".containerignore"]) {
			expect(dockerignore.matches({ uri: `${root}/${name}`, text: "" })).toBe(true);
		}
		expect(dockerignore.matches({ uri: `${root}/.gitignore`, text: "" })).toBe(false);
	});

	test("links to files that exist", () => {
		const { model, world } = at("compose.yaml\nmissing\n*|\n");
		expect(dockerignore.links?.(model, world)).toEqual([
			{ span: { start: 0, end: 12 }, target: `${root}/compose.yaml` },
		]);
	});
});
