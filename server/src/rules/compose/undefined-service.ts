import { undefinedReference } from "../../compose/undefined.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "undefined-service",
	severity: "error",
	tags: ["correctness"],
	practice: ["C02"],
	aliases: ["compose/undefined-service"],
	scope: "workspace",
	summary: "A service is named that no `services` defines.",
	why: "Compose refuses the whole project when a service depends on, extends or shares a namespace with one that is not there. Most often the name is misspelt, or the service was renamed.",
	fix: { title: "Replace with the nearest name", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    image: nginx:1.29\n    depends_on: [~~dbb~~]\n  db:\n    image: postgres:17\n",
			good: "services:\n  web:\n    image: nginx:1.29\n    depends_on: [db]\n  db:\n    image: postgres:17\n",
			message: "`depends_on` names the service `dbb`, which `services` does not define.",
		},
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    image: nginx:1.29\n    depends_on:\n      ~~cache~~:\n        condition: service_started\n    network_mode: service:~~vpn~~\n",
			good: "services:\n  web:\n    image: nginx:1.29\n",
			shown: false,
		},
		{
			path: "compose.yaml",
			bad: "include: [db.yaml]\nservices:\n  web:\n    image: nginx:1.29\n    depends_on: [db, ~~cache~~]\n",
			good: "include: [db.yaml]\nservices:\n  web:\n    image: nginx:1.29\n    depends_on: [db]\n",
			files: { "db.yaml": "services:\n  db:\n    image: postgres:17\n" },
			shown: false,
		},
	],
	check: {
		reference(reference, { model, world, report }) {
			const found = undefinedReference(reference, "service", model, world);
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
