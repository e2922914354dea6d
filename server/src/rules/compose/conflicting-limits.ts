import type { Entry, Text } from "../../compose/nodes.ts";
import { type Attributes, attributesAt, textAt } from "../../compose/read.ts";
import { parseSize } from "../../container/size.ts";
import { removePair } from "../../yaml/edit.ts";
import { composeRule } from "../rule.ts";

/** A key of the service, and the place under `deploy` that says the same. Source: compose-go, `loader/validate.go`. */
const pairs: readonly (readonly [key: string, path: readonly string[], same: (a: string, b: string) => boolean])[] = [
	["scale", ["replicas"], isEqualNumber],
	["cpus", ["resources", "limits", "cpus"], isEqualNumber],
	["mem_limit", ["resources", "limits", "memory"], isEqualSize],
	["mem_reservation", ["resources", "reservations", "memory"], isEqualSize],
	["pids_limit", ["resources", "limits", "pids"], isEqualNumber],
];

export default composeRule({
	id: "conflicting-limits",
	severity: "error",
	tags: ["correctness"],
	practice: ["C07"],
	aliases: ["compose/conflicting-limits"],
	scope: "file",
	summary: "The service sets one limit twice, to different values.",
	why: "`cpus`, `mem_limit`, `mem_reservation`, `pids_limit` and `scale` are older spellings of what stands under `deploy`. Compose takes either, and refuses two different values.",
	fix: { title: "Remove the older spelling", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  api:\n    image: example/api:1.4\n    mem_limit: ~~256m~~\n    deploy:\n      resources:\n        limits:\n          memory: 512m\n",
			good: "services:\n  api:\n    image: example/api:1.4\n    deploy:\n      resources:\n        limits:\n          memory: 512m\n",
			message: "`mem_limit` is 256m, but `deploy.resources.limits.memory` is 512m.",
		},
		{
			path: "compose.yaml",
			bad: "services:\n  api:\n    image: example/api:1.4\n    scale: ~~2~~\n    deploy:\n      replicas: 3\n",
			good: "services:\n  api:\n    image: example/api:1.4\n    deploy:\n      replicas: 3\n",
			message: "`scale` is 2, but `deploy.replicas` is 3.",
			shown: false,
		},
	],
	check: {
		service({ attributes, pair }, { text, report }) {
			const map = pair.value?.kind === "map" ? pair.value : undefined;
			for (const [key, path, isSame] of pairs) {
				const old = textAt(attributes, key);
				const current = textOfPath(attributesAt(attributes, "deploy"), path);
				const entry = attributes.get(key) as Entry;
				if (!old?.literal || old.inherited || !current?.literal || isSame(old.text, current.text)) continue;
				report(old.span, {
					message: `\`${key}\` is ${old.text}, but \`deploy.${path.join(".")}\` is ${current.text}.`,
					...(map?.pairs.includes(entry.pair) && { fix: () => removePair(text, map, entry.pair) }),
				});
			}
		},
	},
});

function textOfPath(attributes: Attributes, path: readonly string[]): Text | undefined {
	const [key = "", ...rest] = path;
	return rest.length === 0 ? textAt(attributes, key) : textOfPath(attributesAt(attributes, key), rest);
}

/** What can't be compared is taken as equal. */
function isEqualNumber(a: string, b: string): boolean {
	const difference = Number(a) - Number(b);
	return Number.isNaN(difference) || difference === 0;
}

function isEqualSize(a: string, b: string): boolean {
	const left = parseSize(a).value;
	const right = parseSize(b).value;
	return left === undefined || right === undefined || left === right;
}
