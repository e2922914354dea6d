import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";

/** `npm run rename-rule -- <old> <new>`: moves the file and renames it wherever the project's own files name it. */
const [before = "", after = ""] = process.argv.slice(2);
const folder = ["container", "dockerfile", "compose", "kubernetes", "dockerignore"].find((subject) =>
	existsSync(`server/src/rules/${subject}/${before}.ts`),
);
if (!folder || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(after)) {
	console.error(folder ? "Usage: npm run rename-rule -- old-id new-id" : `There is no rule ${before}.`);
	process.exit(2);
}
renameSync(`server/src/rules/${folder}/${before}.ts`, `server/src/rules/${folder}/${after}.ts`);

const { stdout } = spawnSync(
	"git",
	[
		"ls-files",
		"-co",
		"--exclude-standard",
		"server",
		"test",
		"examples",
		"snippets",
		"README.md",
		"docs/architecture.md",
	],
	{ encoding: "utf8" },
);
const name = new RegExp(`(?<![\\w/-])${before}(?![\\w-])`, "g");
for (const path of stdout.split("\n").filter((one) => one !== "" && existsSync(one))) {
	const text = readFileSync(path, "utf8");
	const renamed = text.replace(name, after);
	if (renamed === text) continue;
	writeFileSync(path, renamed);
	console.log(path);
}
console.log("Now: npm run generate");
