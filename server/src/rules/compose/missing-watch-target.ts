import { lastOf, layersOf } from "../../compose/merge.ts";
import { attributesAt, attributesOf, textAt } from "../../compose/read.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "missing-watch-target",
	severity: "error",
	tags: ["correctness"],
	practice: ["C12"],
	aliases: ["compose/missing-watch-target"],
	scope: "file",
	summary: "A watch that syncs files needs a `target` in the container.",
	why: "`sync`, `sync+restart` and `sync+exec` copy changed files into the running container, so `target` has to say where to. Only `rebuild` and `restart` do without it.",
	links: ["https://docs.docker.com/reference/compose-file/develop/"],
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    build: .\n    develop:\n      watch:\n        - action: ~~sync~~\n          path: ./src\n",
			good: "services:\n  web:\n    build: .\n    develop:\n      watch:\n        - action: sync\n          path: ./src\n          target: /app/src\n",
			message: "`sync` needs a `target`: the path in the container to copy to.",
		},
	],
	check: {
		service({ attributes }, { report }) {
			const watches = layersOf(attributesAt(attributes, "develop").get("watch")?.value);
			for (const { value, inherited } of watches.flatMap((layer) => (layer.kind === "list" ? layer.items : []))) {
				const watch = attributesOf(value);
				const action = textAt(watch, "action");
				if (inherited || !action || lastOf(value)?.kind !== "map" || watch.has("target")) continue;
				if (/^sync(?:\+|$)/.test(action.text)) {
					report(action.span, {
						message: `\`${action.text}\` needs a \`target\`: the path in the container to copy to.`,
					});
				}
			}
		},
	},
});
