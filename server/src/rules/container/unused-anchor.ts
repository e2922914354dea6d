import type { AliasNode } from "../../container/nodes.ts";
import { containerRule, type Node } from "../rule.ts";

export default containerRule({
	id: "unused-anchor",
	severity: "hint",
	tags: ["maintainability"],
	practice: ["C04"],
	aliases: ["yaml-language-server/unused-anchor"],
	scope: "file",
	summary: "No alias uses this anchor.",
	why: "An anchor that nothing refers to is a left-over, or the alias that should have used it was forgotten.",
	fix: { title: "Remove the anchor", safety: "safe" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  web: &~~web~~\n    image: nginx:1.29\n",
			good: "services:\n  web:\n    image: nginx:1.29\n",
			message: "No alias uses the anchor `&web`.",
		},
	],
	check: {
		anchor({ span, name, used }, { model, text, report }) {
			// A misspelt alias may be the one that is meant to use it.
			if (used || model.nodes.some(isUndefinedAlias)) return;
			const start = span.start - 1;
			// The blank before it goes too, unless a value follows on the line.
			const isLast = /^[ \t]*(?:\r?\n|$)/.test(text.slice(span.end, span.end + 200));
			const removed = isLast
				? {
						start: start - (/[ \t]+$/.exec(text.slice(Math.max(0, start - 50), start))?.[0].length ?? 0),
						end: span.end,
					}
				: { start, end: span.end + (/^[ \t]+/.exec(text.slice(span.end, span.end + 50))?.[0].length ?? 0) };
			report(span, {
				message: `No alias uses the anchor \`&${name}\`.`,
				tag: "unnecessary",
				fix: () => [{ span: removed, text: "" }],
			});
		},
	},
});

function isUndefinedAlias(node: Node): boolean {
	return node.kind === "alias" && !(node as AliasNode).defined;
}
