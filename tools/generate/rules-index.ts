import { readdirSync } from "node:fs";
import type { GeneratedFile } from "../generate.ts";

const subjects = ["container", "dockerfile", "compose", "kubernetes", "dockerignore"];

/** server/src/rules/index.ts: every rule file of the five folders. */
export function rulesIndex(): GeneratedFile[] {
	const files = subjects.flatMap((subject) =>
		readdirSync(`server/src/rules/${subject}`)
			.filter((file) => file.endsWith(".ts"))
			.sort()
			.map((file) => ({ subject, id: file.slice(0, -3) })),
	);
	const name = ({ subject, id }: { subject: string; id: string }) =>
		`${subject}-${id}`.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
	const lines = [
		"// Made by tools/generate/rules-index.ts from the files of this folder; run `npm run generate`.",
		...files.map((file) => `import ${name(file)} from "./${file.subject}/${file.id}.ts";`),
		'import type { Rule } from "./rule.ts";',
		"",
		"/** Every rule. */",
		"export const rules: readonly Rule[] = [",
		...files.map((file) => `\t${name(file)},`),
		"];",
		"",
	];
	return [{ path: "server/src/rules/index.ts", text: lines.join("\n") }];
}
