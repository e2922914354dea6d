import type { Hover, HoverParams } from "vscode-languageserver";
import { touches } from "../../core/text.ts";
import { ruleMarkdown, ruleReason } from "../../lint/explain.ts";
import { suppressionsOf } from "../../lint/ignore.ts";
import { rulesNamed } from "../../rules/names.ts";
import type { Session } from "../session.ts";
import { documentAt } from "./at.ts";

/** On the name in an ignore comment: that rule. Elsewhere what the language knows of the place, and the rules of the findings there. */
export function hover(session: Session, params: HoverParams): Hover | null {
	const place = documentAt(session, params);
	if (!place) return null;
	const { document, offset } = place;
	for (const { names, own, span } of suppressionsOf(document)) {
		if (!touches(span, offset)) continue;
		const name = names.find((candidate) => touches(candidate.span, offset));
		const named = name ? rulesNamed(name.name) : [];
		if (name && (named.length > 0 || own)) {
			const markdown =
				named.map((rule) => ruleMarkdown(rule)).join("\n\n---\n\n") || `No rule is called \`${name.name}\`.`;
			return session.converter.toHover(document, { span: name.span, markdown });
		}
	}
	const known = document.hover(offset, session.worldOf(document.uri));
	const findings = session.lint(document).filter(({ span }) => touches(span, offset) && span.start < span.end);
	const reasons = [...new Set(findings.map(({ rule }) => rule))].flatMap((id) => rulesNamed(id).map(ruleReason));
	const [first] = findings;
	const span = known?.span ?? first?.span;
	if (!span) return null;
	const markdown = [known?.markdown, ...reasons].filter((part) => part !== undefined).join("\n\n---\n\n");
	return session.converter.toHover(document, { span, markdown });
}
