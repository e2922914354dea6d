import type { Span } from "../../core/text.ts";
import { removePair } from "../../yaml/edit.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "obsolete-version",
	severity: "warning",
	tags: ["deprecated"],
	practice: ["C01"],
	aliases: ["dclint/no-version-field", "compose/obsolete-version"],
	scope: "file",
	summary: "`version` is obsolete; Compose ignores it.",
	why: "Since 2020 there is one Compose specification without versions. Compose ignores the key and prints a warning with each command.",
	links: ["https://docs.docker.com/reference/compose-file/version-and-name/"],
	fix: { title: "Remove version", safety: "safe" },
	examples: [
		{
			path: "compose.yaml",
			bad: '~~version~~: "3.8"\nservices:\n  web:\n    image: nginx:1.29\n',
			good: "services:\n  web:\n    image: nginx:1.29\n",
		},
		{
			path: "compose.yaml",
			bad: "~~version~~: '3'\n\nservices:\n  web:\n    image: nginx:1.29\n",
			good: "services:\n  web:\n    image: nginx:1.29\n",
			shown: false,
		},
	],
	check: {
		section({ name, keySpan, pair, map }, { text, report }) {
			if (name !== "version") return;
			report(keySpan, {
				tag: "deprecated",
				fix: () => removePair(text, map, pair).map((edit) => ({ ...edit, span: withBlankLines(text, edit.span) })),
			});
		},
	},
});

/** At the top of a file the blank lines that set the key apart go with it; a byte order mark stays. */
function withBlankLines(text: string, { start, end }: Span): Span {
	const hasMark = text[start] === "\uFEFF";
	if (start > 0 && !hasMark) return { start, end };
	const blank = /^(?:[ \t]*\r?\n)+/.exec(text.slice(end))?.[0].length ?? 0;
	return { start: hasMark ? start + 1 : start, end: end + blank };
}
