import { composeRule } from "../rule.ts";

export default composeRule({
	id: "missing-bind-source",
	severity: "error",
	tags: ["correctness"],
	practice: ["C05"],
	aliases: ["compose/missing-bind-source"],
	scope: "file",
	summary: "A bind mount has no `source`.",
	why: "A mount of type `bind` shows a file or folder of the host in the container; without `source` there is nothing to show, and Compose refuses it.",
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    image: nginx:1.29\n    volumes:\n      - ~~type: bind\n        target: /usr/share/nginx/html~~\n",
			good: "services:\n  web:\n    image: nginx:1.29\n    volumes:\n      - type: bind\n        source: ./html\n        target: /usr/share/nginx/html\n",
		},
	],
	check: {
		mount({ type, source, text, span }, { model, report }) {
			if (type === "bind" && !text && (!source || source.text === "") && !model.file.override) report(span);
		},
	},
});
