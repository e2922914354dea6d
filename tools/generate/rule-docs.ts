import { ruleMarkdown } from "../../server/src/lint/explain.ts";
import { rules } from "../../server/src/rules/index.ts";
import { practices } from "../../server/src/rules/practices.ts";
import type { Rule, Subject } from "../../server/src/rules/rule.ts";
import type { GeneratedFile } from "../generate.ts";

const note = (source: string) => `<!-- Made by ${source}; run \`npm run generate\`. -->\n\n`;

/** docs/rules: a page a rule and a table of all. */
export function ruleDocs(): GeneratedFile[] {
	const pages = rules.map((rule) => ({
		path: `docs/rules/${rule.id}.md`,
		text: `${note("tools/generate/rule-docs.ts from the rule's file")}${ruleMarkdown(rule).replace(/^### /, "# ")}\n`,
	}));
	return [...pages, { path: "docs/rules/README.md", text: table() }];
}

const subjects: readonly (readonly [Subject, string])[] = [
	["dockerfile", "Dockerfiles"],
	["compose", "Compose files"],
	["kubernetes", "Kubernetes manifests"],
	["dockerignore", "Ignore files"],
	["container", "All of them"],
];

function table(): string {
	const parts = subjects.map(([subject, title]) => {
		const rows = rules.filter((rule) => rule.subject === subject).map(row);
		return `## ${title}\n\n| rule | level | fix | what it finds |\n| --- | --- | --- | --- |\n${rows.join("\n")}\n`;
	});
	const fixable = rules.filter(({ fix }) => fix).length;
	return `${note("tools/generate/rule-docs.ts")}# Rules\n\n${rules.length} rules, ${fixable} with a fix. A level in brackets: in preset \`all\` only.\n\n${parts.join("\n")}`;
}

function row(rule: Rule): string {
	const level = rule.preset === "all" ? `(${rule.severity})` : rule.severity;
	return `| [${rule.id}](${rule.id}.md) | ${level} | ${rule.fix?.safety ?? ""} | ${rule.summary.replaceAll("|", "\\|")} |`;
}

/** docs/practices.md: which rules serve which practice. */
export function practiceDocs(): GeneratedFile[] {
	const rows = practices.map(({ id, title }) => {
		const serving = rules
			.filter(({ practice }) => practice.some((one) => one === id))
			.map((rule) => `[${rule.id}](rules/${rule.id}.md)`);
		return `| ${id} | ${title} | ${serving.join(", ")} |`;
	});
	const text = `${note("tools/generate/rule-docs.ts from the rules")}# Practices\n\nWhat Plimsoll teaches, and the rules that check it.\n\n| id | practice | rules |\n| --- | --- | --- |\n${rows.join("\n")}\n`;
	return [{ path: "docs/practices.md", text }];
}
