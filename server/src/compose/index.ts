import type { Language } from "../core/language.ts";

export const compose: Language = {
	id: "compose",
	title: "Compose file",
	matches: () => false,
	parse: ({ uri, text }) => ({
		language: "compose", uri, text, nodes: [], facts: [], problems: [], comments: [], waivers: [], occurrences: [],
	}),
	statement: (_model, offset) => ({ start: offset, end: offset }),
};
