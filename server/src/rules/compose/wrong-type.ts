import type { Type } from "../../schema/type.ts";
import { formsOf } from "../../schema/walk.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "wrong-type",
	severity: "error",
	tags: ["correctness"],
	practice: ["C01"],
	aliases: ["compose/wrong-type"],
	scope: "file",
	summary: "The value is of another type than the key takes.",
	why: "Each key of the specification takes certain forms: a string, a number, a list, a mapping. Compose refuses others. YAML takes a plain word such as `yes`, `1.0` or `null` for something else than text, so quotes often mend it.",
	fix: { title: "Put it in quotes", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    image: nginx:1.29\n    ~~ports~~:\n      http: 80\n",
			good: "services:\n  web:\n    image: nginx:1.29\n    ports:\n      - 80\n",
		},
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    image: nginx:1.29\n    hostname: ~~1~~\n",
			good: 'services:\n  web:\n    image: nginx:1.29\n    hostname: "1"\n',
			shown: false,
		},
	],
	check: {
		"wrong-type"({ span, message, node, type, mend }, { text, report }) {
			const scalar = node?.kind === "scalar" ? node : undefined;
			const written = scalar && text.slice(scalar.span.start, scalar.span.end);
			const quoted = written === undefined ? undefined : quotable(written, type);
			report(span, {
				message,
				...(mend === "quote" &&
					scalar &&
					quoted !== undefined && { fix: () => [{ span: scalar.span, text: `"${quoted}"` }] }),
				...(mend === "unquote" &&
					scalar && { title: "Remove the quotes", fix: () => [{ span: scalar.span, text: scalar.text }] }),
			});
		},
	},
});

/** The text that quotes can be put around: a number of a duration or size gets its unit. Undefined where none would do. */
function quotable(written: string, type: Type): string | undefined {
	if (!/^[^"\\\n]*$/.test(written)) return undefined;
	for (const form of formsOf(type)) {
		if (form.kind !== "scalar") continue;
		const problem = form.format?.check(written);
		if (!problem) return written;
		const { span, replacement } = problem;
		if (replacement !== undefined) return written.slice(0, span.start) + replacement + written.slice(span.end);
	}
	return undefined;
}
