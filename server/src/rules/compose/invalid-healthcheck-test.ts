import { lineBreakOf } from "../../core/text.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "invalid-healthcheck-test",
	severity: "error",
	tags: ["correctness"],
	practice: ["C06"],
	aliases: ["compose/invalid-healthcheck-test"],
	scope: "file",
	summary: "A health check's list must begin with `CMD`, `CMD-SHELL` or `NONE`.",
	why: "The first item of `test` says how the rest is run: `CMD` runs a program with its arguments, `CMD-SHELL` gives one line to the container's shell, `NONE` switches the image's check off. Compose refuses anything else. A plain string is the same as `CMD-SHELL`.",
	fix: { title: "Put CMD before it", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: 'services:\n  web:\n    image: nginx:1.29\n    healthcheck:\n      test: ["~~curl~~", "-f", "http://localhost"]\n'.replace(
				'~~"curl"~~',
				'"~~curl~~"',
			),
			good: 'services:\n  web:\n    image: nginx:1.29\n    healthcheck:\n      test: ["CMD", "curl", "-f", "http://localhost"]\n',
			message: "`curl` is no way to run a health check; its list begins with `CMD`, `CMD-SHELL` or `NONE`.",
		},
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    image: nginx:1.29\n    healthcheck:\n      test:\n        - ~~curl -f http://localhost || exit 1~~\n      interval: 10s\n",
			good: "services:\n  web:\n    image: nginx:1.29\n    healthcheck:\n      test:\n        - CMD-SHELL\n        - curl -f http://localhost || exit 1\n      interval: 10s\n",
			shown: false,
		},
		{
			path: "compose.yaml",
			bad: 'services:\n  web:\n    image: nginx:1.29\n    healthcheck:\n      test: ["~~cmd~~", "true"]\n',
			good: 'services:\n  web:\n    image: nginx:1.29\n    healthcheck:\n      test: ["CMD", "true"]\n',
			shown: false,
		},
	],
	check: {
		service({ healthcheck }, { text, report }) {
			const first = healthcheck?.test[0];
			if (
				!first ||
				healthcheck.shell ||
				first.inherited ||
				!first.literal ||
				/^(?:CMD|CMD-SHELL|NONE)$/.test(first.text)
			)
				return;
			const upper = first.text.toUpperCase();
			const isMisspelt = /^(?:CMD|CMD[-_]SHELL|NONE)$/.test(upper);
			const word = isMisspelt
				? upper.replace("_", "-")
				: isOneLine(healthcheck.test.length, first.text)
					? "CMD-SHELL"
					: "CMD";
			report(first.span, {
				message: `\`${first.text}\` is no way to run a health check; its list begins with \`CMD\`, \`CMD-SHELL\` or \`NONE\`.`,
				title: isMisspelt ? `Write ${word}` : `Put ${word} before it`,
				fix: () => [isMisspelt ? { span: first.span, text: word } : insertion(text, first.node.span, word)],
			});
		},
	},
});

/** A whole command line in one item. */
function isOneLine(count: number, text: string): boolean {
	return count === 1 && /\s/.test(text);
}

/** A new item before the one at `span`, in the list's own style. */
function insertion(text: string, span: { start: number; end: number }, word: string) {
	const lineStart = text.lastIndexOf("\n", span.start - 1) + 1;
	const before = text.slice(lineStart, span.start);
	const dash = /^([ \t]*)-([ \t]+)$/.exec(before);
	const at = { start: span.start, end: span.start };
	if (dash) return { span: at, text: word + lineBreakOf(text) + before };
	const quote = /^["']/.exec(text.slice(span.start))?.[0] ?? "";
	return { span: at, text: `${quote}${word}${quote}, ` };
}
