import type { Language } from "../core/language.ts";

export const kubernetes: Language = {
	id: "kubernetes",
	title: "Kubernetes manifest",
	matches: () => false,
	parse: ({ uri, text }) => ({
		language: "kubernetes", uri, text, nodes: [], facts: [], problems: [], comments: [], waivers: [], occurrences: [],
	}),
	statement: (_model, offset) => ({ start: offset, end: offset }),
};
