import type { Completion } from "../core/feature.ts";
import { lineEnd, lineStart } from "../core/text.ts";
import { rules } from "../rules/index.ts";
import { languagesOf, type Rule } from "../rules/rule.ts";
import type { Document } from "../workspace/document.ts";
import { ruleMarkdown } from "./explain.ts";

/** Rule names inside an ignore comment, ours or a peer's; undefined where the cursor is in none. */
export function completeIgnore(document: Document, offset: number): readonly Completion[] | undefined {
	const { text } = document;
	const before = text.slice(lineStart(text, offset), offset);
	const match =
		/#\s*(plimsoll\s+ignore(?:-file)?|hadolint\s+(?:global\s+|stage\s+)?ignore|tally\s+(?:global\s+)?ignore)\s*=\s*(?:[\w*./-]+\s*,\s*)*([\w*./-]*)$/.exec(
			before,
		);
	if (!match) return undefined;
	const tool = (match[1] as string).split(/\s/)[0] as string;
	const peer = { plimsoll: "", hadolint: "hadolint/", tally: "tally/" }[tool] as string;
	const typed = match[2] as string;
	const rest = /^[\w*./-]*/.exec(text.slice(offset, lineEnd(text, offset)))?.[0].length ?? 0;
	const span = { start: offset - typed.length, end: offset + rest };
	return rules
		.filter((rule) => languagesOf[rule.subject].includes(document.language.id))
		.flatMap((rule) => namesOf(rule, peer).map((name) => ({ rule, name })))
		.map(({ rule, name }) => ({
			label: name,
			kind: "rule",
			detail: rule.summary,
			documentation: () => ruleMarkdown(rule),
			edit: { span, text: name },
		}));
}

/** What a tool calls a rule: our id, or the peer's ids without the peer. */
function namesOf(rule: Rule, peer: string): readonly string[] {
	if (peer === "") return [rule.id];
	return rule.aliases.filter((alias) => alias.startsWith(peer)).map((alias) => alias.slice(peer.length));
}
