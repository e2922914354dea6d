import type { Resource } from "../../compose/nodes.ts";
import { removePair } from "../../yaml/edit.ts";
import { composeRule, type Report } from "../rule.ts";

export default composeRule({
	id: "external-with-settings",
	severity: "error",
	tags: ["correctness"],
	practice: ["C02"],
	aliases: ["compose/external-with-settings"],
	scope: "file",
	summary: "An external volume takes no settings besides its name.",
	why: "`external: true` says that the volume exists already, made by someone else. Compose neither creates nor changes it, so it refuses settings such as `driver` or `labels` beside it.",
	fix: { title: "Remove the setting", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  db:\n    image: postgres:17\n    volumes: [data:/var/lib/postgresql/data]\nvolumes:\n  data:\n    external: true\n    ~~driver~~: local\n",
			good: "services:\n  db:\n    image: postgres:17\n    volumes: [data:/var/lib/postgresql/data]\nvolumes:\n  data:\n    external: true\n",
			message: "The volume `data` is external, so `driver` can't be set here.",
		},
	],
	check: {
		volume(resource, { text, report }) {
			for (const { span, ...found } of settingsOf(resource, text)) report(span, found);
		},
	},
});

type Found = Report & { readonly span: Resource["span"] };

function settingsOf({ name, pair, attributes, external }: Resource<"volume">, text: string): Found[] {
	const map = pair.value?.kind === "map" ? pair.value : undefined;
	if (external?.value !== true) return [];
	return [...attributes.values()]
		.filter(({ key }) => key.text !== "name" && key.text !== "external" && !key.text.startsWith("x-"))
		.map((entry) => ({
			span: entry.key.inner,
			message: `The volume \`${name}\` is external, so \`${entry.key.text}\` can't be set here.`,
			...(map?.pairs.includes(entry.pair) && { fix: () => removePair(text, map, entry.pair) }),
		}));
}
