import type { Problem } from "../core/language.ts";
import { lineEnd, lineStart } from "../core/text.ts";
import type { YamlFile } from "./nodes.ts";

/** What is wrong with the YAML of a text. How the lines of an error are meant can only be guessed. */
export function problemsOf({ problems }: YamlFile, text: string): readonly Problem[] {
	return problems.map(({ span, message, severity }) => ({
		rule: "invalid-yaml",
		span,
		message,
		severity,
		...(severity === "error" && {
			guessed: { start: lineStart(text, span.start), end: lineEnd(text, span.end) },
		}),
	}));
}
