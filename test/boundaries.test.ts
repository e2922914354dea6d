import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

/** An import that must not be: the file it is seeded in, and what it imports. */
const forbidden = [
	["server/src/core/a.ts", "../yaml/tree.ts"],
	["server/src/core/b.ts", "node:fs"],
	["server/src/yaml/c.ts", "../compose/nodes.ts"],
	["server/src/schema/d.ts", "../rules/rule.ts"],
	["server/src/compose/e.ts", "../dockerfile/nodes.ts"],
	["server/src/kubernetes/f.ts", "../compose/nodes.ts"],
	["server/src/rules/dockerfile/g.ts", "./latest-tag.ts"],
	["server/src/rules/dockerfile/h.ts", "../../compose/nodes.ts"],
	["server/src/rules/dockerignore/u.ts", "../../dockerfile/nodes.ts"],
	["server/src/rules/compose/i.ts", "../../lsp/session.ts"],
	["server/src/compose/j.ts", "yaml"],
	["server/src/dockerfile/parse.ts", "dockerfile-ast"],
	["server/src/dockerfile/l.ts", "unbash"],
	["server/src/lint/m.ts", "vscode-languageserver-types"],
	["server/src/cli/n.ts", "vscode-languageserver"],
	["server/src/lsp/o.ts", "vscode"],
	["server/src/lsp/handlers/p.ts", "node:path"],
	["server/src/workspace/q.ts", "../dockerfile/index.ts"],
	["client/src/r.ts", "../../server/src/core/text.ts"],
	["server/src/scaffold/s.ts", "../lsp/session.ts"],
] as const;

const allowed = [
	["server/src/yaml/t.ts", "yaml"],
	["server/src/lsp/node.ts", "node:path"],
	["server/src/cli/u.ts", "node:fs"],
	["server/src/rules/dockerignore/w.ts", "../../dockerignore/nodes.ts"],
	["server/src/rules/dockerfile/v.ts", "../../dockerfile/nodes.ts"],
] as const;

/** Lints a tree of seeded files under the project's own configuration; the files whose import was refused. */
function refused(): ReadonlySet<string> {
	const folder = mkdtempSync(join(tmpdir(), "plimsoll-"));
	const configuration = JSON.parse(readFileSync("biome.json", "utf8"));
	writeFileSync(join(folder, "biome.json"), JSON.stringify({ ...configuration, vcs: { enabled: false } }));
	for (const [path, imported] of [...forbidden, ...allowed]) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), `import * as seeded from "${imported}";\n\nexport const used = seeded;\n`);
	}
	const biome = resolve("node_modules/@biomejs/biome/bin/biome");
	const args = [
		biome,
		"lint",
		"--only=style/noRestrictedImports",
		"--reporter=github",
		"--max-diagnostics=none",
		folder,
	];
	const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
	return new Set(
		[...stdout.matchAll(/noRestrictedImports,file=([^,]+)/g)].map(([, path = ""]) =>
			relative(folder, resolve(folder, path)),
		),
	);
}

/** Directions that do not exist (docs/architecture.md): each seeded violation must turn the check red. */
describe("imports across the boundaries of docs/architecture.md", () => {
	const found = refused();
	test.each(forbidden)("%s must not import %s", (path) => expect(found).toContain(path));
	test.each(allowed)("%s may import %s", (path) => expect(found).not.toContain(path));
});

test("the core compiles without the names of Node and the browser, and with one of them it does not", () => {
	const folder = mkdtempSync(join(tmpdir(), "plimsoll-"));
	const compile = (source: string) => {
		writeFileSync(join(folder, "seeded.ts"), source);
		writeFileSync(
			join(folder, "tsconfig.json"),
			JSON.stringify({ extends: resolve("server/tsconfig.json"), files: ["seeded.ts"], include: [], exclude: [] }),
		);
		return spawnSync("npx", ["--no-install", "tsc", "-p", folder], { encoding: "utf8" }).status;
	};
	expect(compile("export const one = 1;\n")).toBe(0);
	expect(compile("export const one = process.pid;\n")).not.toBe(0);
	expect(compile("export const one = document.title;\n")).not.toBe(0);
});
