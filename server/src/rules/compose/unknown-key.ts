import { removePair, renameKey } from "../../yaml/edit.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "unknown-key",
	severity: "error",
	tags: ["correctness"],
	practice: ["C01"],
	aliases: ["dclint/invalid-schema", "compose/unknown-key"],
	scope: "file",
	summary: "The Compose specification has no such key here.",
	why: "Compose refuses a file with a key that it does not know, so that a misspelt one is not passed over. Keys of your own start with `x-`.",
	links: ["https://docs.docker.com/reference/compose-file/"],
	fix: { title: "Replace with the nearest key", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    image: nginx:1.29\n    ~~restrat~~: always\n",
			good: "services:\n  web:\n    image: nginx:1.29\n    restart: always\n",
			message: "`restrat` is no key of a service; did you mean `restart`?",
		},
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    image: nginx:1.29\n    build:\n      ~~contxt~~: .\n    x-team: shop\n",
			good: "services:\n  web:\n    image: nginx:1.29\n    build:\n      context: .\n    x-team: shop\n",
			shown: false,
		},
	],
	check: {
		"unknown-key"({ span, message, map, pair, nearest }, { text, report }) {
			report(span, {
				message,
				...(nearest !== undefined && { title: `Replace with ${nearest}`, fix: () => renameKey(text, pair, nearest) }),
				others: [{ title: "Remove it", fix: () => removePair(text, map, pair) }],
			});
		},
	},
});
