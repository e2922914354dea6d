import type { Language } from "../core/language.ts";

export const dockerfile: Language = {
	id: "dockerfile",
	title: "Dockerfile",
	matches: () => false,
	parse: ({ uri, text }) => ({
		language: "dockerfile", uri, text, nodes: [], facts: [], problems: [], comments: [], waivers: [], occurrences: [],
	}),
	statement: (_model, offset) => ({ start: offset, end: offset }),
};
