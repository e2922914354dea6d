import type { Resource } from "../../compose/nodes.ts";
import { textAt } from "../../compose/read.ts";
import { setKey } from "../../yaml/edit.ts";
import { type Context, composeRule } from "../rule.ts";

export default composeRule({
	id: "external-name",
	severity: "warning",
	tags: ["deprecated"],
	practice: ["C01"],
	aliases: ["compose/external-name"],
	scope: "file",
	summary: "`external.name` is deprecated; `name` beside `external: true` replaces it.",
	why: "The name of an external resource used to stand inside `external`. Compose still reads it with a warning, and refuses it beside `name`.",
	fix: { title: "Write external: true and name", safety: "safe" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    image: nginx:1.29\n    networks: [front]\nnetworks:\n  front:\n    ~~external~~:\n      name: shared-front\n",
			good: "services:\n  web:\n    image: nginx:1.29\n    networks: [front]\nnetworks:\n  front:\n    external: true\n    name: shared-front\n",
		},
	],
	check: { network: check, volume: check, secret: check, config: check },
});

function check({ external, attributes, pair }: Resource, { text, report }: Context): void {
	const old = external?.entry.value;
	if (!external || old?.kind !== "map") return;
	const name = textAt(old.entries, "name");
	const map = pair.value?.kind === "map" ? pair.value : undefined;
	const canFix = !attributes.has("name") && old.entries.size === 1;
	report(external.entry.key.inner, {
		tag: "deprecated",
		...(canFix &&
			name &&
			map?.pairs.includes(external.entry.pair) && {
				fix: () => [
					...setKey(text, map, "external", true),
					...setKey(text, map, "name", name.text, { after: ["external"] }),
				],
			}),
	});
}
