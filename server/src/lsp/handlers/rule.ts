import { ruleMarkdown } from "../../lint/explain.ts";
import { rules } from "../../rules/index.ts";
import { rulesNamed } from "../../rules/names.ts";
import type { MarkdownResult, RuleEntry, RuleParams } from "../protocol.ts";
import type { Session } from "../session.ts";

export function rule(_session: Session, params: RuleParams): MarkdownResult | null {
	const found = rulesNamed(params.id);
	return found.length > 0 ? { markdown: found.map((one) => ruleMarkdown(one)).join("\n\n---\n\n") } : null;
}

export function ruleList(): RuleEntry[] {
	return rules.map(({ id, summary }) => ({ id, summary }));
}
