import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

/*
 * Our grammars over small stand-ins (base/) for those that VS Code brings, so that this needs no VS Code;
 * test/editor asks the real ones.
 */
const root = join(import.meta.dirname, "..", "..");
const bases = ["dockerfile", "shell", "yaml"].flatMap((name) => ["-g", `test/syntaxes/base/${name}.tmLanguage.json`]);

/** Runs vscode-tmgrammar-test on a file with `^^^ scope` comments; package.json names our grammars. */
function check(file: string): { status: number | null; output: string } {
	const tool = "node_modules/vscode-tmgrammar-test/dist/unit.js";
	const { status, stdout, stderr } = spawnSync(process.execPath, [tool, "--compact", ...bases, file], {
		cwd: root,
		encoding: "utf8",
	});
	return { status, output: stdout + stderr };
}

it.each(["shell.Dockerfile", "interpolation.yaml", "ignore.dockerignore"])("colours %s as it says", (name) => {
	const { status, output } = check(`test/syntaxes/${name}`);
	expect(output).not.toContain("Missing required scopes");
	expect(output).toContain("run successfuly");
	expect(status).toBe(0);
});

it("notices a wrong scope", () => {
	const folder = mkdtempSync(join(tmpdir(), "plimsoll-"));
	const file = join(folder, "wrong.Dockerfile");
	writeFileSync(file, '# SYNTAX TEST "source.dockerfile"\nRUN echo "a"\n#        ^^^ comment.line\n');
	const { status } = check(file);
	rmSync(folder, { recursive: true });
	expect(status).not.toBe(0);
});
