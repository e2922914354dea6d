import { existsSync, writeFileSync } from "node:fs";

/** `npm run new-rule -- <subject> <id>`: writes a rule that compiles and whose example fails until it is filled in. */
const subjects = ["dockerfile", "compose", "kubernetes", "dockerignore", "container"];
const files: Readonly<Record<string, string>> = {
	dockerfile: "Dockerfile",
	compose: "compose.yaml",
	kubernetes: "deployment.yaml",
	dockerignore: ".dockerignore",
	container: "Dockerfile",
};

const [subject = "", id = ""] = process.argv.slice(2);
const path = `server/src/rules/${subject}/${id}.ts`;
if (!subjects.includes(subject) || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))
	fail(`Usage: npm run new-rule -- ${subjects.join("|")} the-flagged-pattern`);
if (existsSync(path)) fail(`${path} exists already.`);

writeFileSync(
	path,
	`import { ${subject}Rule } from "../rule.ts";

export default ${subject}Rule({
	id: "${id}",
	severity: "warning",
	tags: ["correctness"],
	practice: [],
	aliases: [],
	scope: "file",
	summary: "One sentence: what is wrong.",
	why: "One to four sentences that teach: what goes wrong, when, and what to do instead.",
	examples: [{ path: "${files[subject]}", bad: "~~underlined~~\\n", good: "mended\\n" }],
	check: {},
});
`,
);
console.log(`Wrote ${path}. Fill it in, then: npm run generate && npx vitest run test/rules.test.ts -t "${id}"`);

function fail(message: string): never {
	console.error(message);
	process.exit(2);
}
