import { removePair } from "../../yaml/edit.ts";
import { containerRule } from "../rule.ts";

export default containerRule({
	id: "duplicate-key",
	severity: "error",
	tags: ["correctness"],
	practice: ["C01", "K01"],
	aliases: ["compose/duplicate-key", "kubeconform/duplicate-key", "yaml-language-server/duplicate-key"],
	scope: "file",
	summary: "The mapping has this key twice.",
	why: "YAML allows a key only once in a mapping. Compose refuses the file; other tools keep the last value and drop the earlier one without a word.",
	fix: { title: "Remove the earlier one", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    image: nginx:1.28\n    restart: always\n    ~~image~~: nginx:1.29\n",
			good: "services:\n  web:\n    restart: always\n    image: nginx:1.29\n",
			message: "The key `image` is in this mapping already.",
		},
		{
			path: "config-map.yaml",
			bad: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  level: info\n  "~~level~~": debug\n',
			good: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  "level": debug\n',
			message: "The key `level` is in this mapping already.",
		},
	],
	check: {
		"duplicate-key"({ span, name, map, pair, earlier }, { model, text, report }) {
			report(span, {
				message: `The key \`${name}\` is in this mapping already.`,
				fix: () => removePair(text, map, earlier),
				others: [{ title: "Remove this one", fix: () => removePair(text, map, pair) }],
				related: [{ uri: model.uri, span: earlier.key.span, message: "The first one" }],
			});
		},
	},
});
