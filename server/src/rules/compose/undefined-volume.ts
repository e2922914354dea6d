import { undefinedReference } from "../../compose/undefined.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "undefined-volume",
	severity: "error",
	tags: ["correctness"],
	practice: ["C02"],
	aliases: ["compose/undefined-volume"],
	scope: "workspace",
	summary: "A volume is named that no `volumes` defines.",
	why: "A named volume has to be declared under `volumes`, so that Compose knows that it is not a folder and that its data outlives the containers. A folder beside the file is written with `./` before it.",
	fix: { title: "Declare the volume", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  db:\n    image: postgres:17\n    volumes:\n      - ~~data~~:/var/lib/postgresql/data\n",
			good: "services:\n  db:\n    image: postgres:17\n    volumes:\n      - data:/var/lib/postgresql/data\nvolumes:\n  data: {}\n",
			message: "The mount names the volume `data`, which `volumes` does not define.",
		},
		{
			path: "compose.yaml",
			bad: 'services:\n  db:\n    image: postgres:17\n    volumes:\n      - type: volume\n        source: "~~pgdat~~"\n        target: /var/lib/postgresql/data\nvolumes:\n  pgdata:\n',
			good: 'services:\n  db:\n    image: postgres:17\n    volumes:\n      - type: volume\n        source: "pgdata"\n        target: /var/lib/postgresql/data\nvolumes:\n  pgdata:\n',
			shown: false,
		},
	],
	check: {
		reference(reference, { model, world, report }) {
			const found = undefinedReference(reference, "volume", model, world);
			if (!found) return;
			const [first, ...others] = found.choices;
			report(reference.span, {
				message: found.message,
				...(found.uncertain && { severity: "warning" }),
				...(first && first),
				others,
			});
		},
	},
});
