import { baseName } from "../core/uri.ts";
import type { Example, Rule } from "../rules/rule.ts";

/** A rule's whole documentation in markdown: shown on hover, in `plimsoll explain`, in SARIF, and as its page in docs/rules. */
export function ruleMarkdown(rule: Rule): string {
	return [
		`### \`${rule.id}\``,
		rule.summary,
		rule.why,
		...rule.examples.filter(({ shown }, index) => shown || index === 0).map(exampleMarkdown),
		...optionsMarkdown(rule),
		facts(rule),
		...(rule.links ?? []).map((link) => `[${link.replace(/^https:\/\//, "")}](${link})`),
	].join("\n\n");
}

/** Why a rule is there, in short: shown below the documentation of a place with a finding. */
export function ruleReason(rule: Rule): string {
	return `**${rule.id}**: ${rule.why}`;
}

function exampleMarkdown({ path, bad, good }: Example): string {
	const language = /dockerfile|containerfile/i.test(baseName(path)) ? "dockerfile" : "yaml";
	const fence = (text: string) => `\`\`\`${language}\n${text.replaceAll("\r", "").trimEnd()}\n\`\`\``;
	return `Instead of\n\n${fence(bad.replaceAll("~~", ""))}\n\nwrite\n\n${fence(good)}`;
}

function optionsMarkdown({ options = {} }: Rule): string[] {
	const rows = Object.entries(options).map(([name, value]) => `- \`${name}\`, by default \`${JSON.stringify(value)}\``);
	return rows.length > 0 ? [`Options:\n\n${rows.join("\n")}`] : [];
}

function facts(rule: Rule): string {
	const lines = [`Level: ${rule.severity}${rule.preset === "all" ? ", in preset `all` only" : ""}.`];
	if (rule.fix) lines.push(`Fix: ${rule.fix.title} (${rule.fix.safety}).`);
	if (rule.aliases.length > 0)
		lines.push(`Known elsewhere as ${rule.aliases.map((alias) => `\`${alias}\``).join(", ")}.`);
	if (rule.practice.length > 0) lines.push(`Practice: ${rule.practice.join(", ")}.`);
	lines.push(`To ignore it, write \`# plimsoll ignore=${rule.id}: why\` above the place.`);
	return lines.join("  \n");
}
