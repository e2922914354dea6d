import { undefinedReference } from "../../compose/undefined.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "undefined-network",
	severity: "error",
	tags: ["correctness"],
	practice: ["C02"],
	aliases: ["compose/undefined-network"],
	scope: "workspace",
	summary: "A network is named that no `networks` defines.",
	why: "A service can only join networks that the file declares under `networks`; only `default` is always there. Compose refuses the project otherwise.",
	fix: { title: "Declare the network", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    image: nginx:1.29\n    networks:\n      - ~~front~~\n",
			good: "services:\n  web:\n    image: nginx:1.29\n    networks:\n      - front\nnetworks:\n  front: {}\n",
			message: "`networks` names the network `front`, which `networks` does not define.",
		},
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    image: nginx:1.29\n    networks:\n      ~~fronted~~:\n        aliases: [www]\nnetworks:\n  frontend:\n",
			good: "services:\n  web:\n    image: nginx:1.29\n    networks:\n      frontend:\n        aliases: [www]\nnetworks:\n  frontend:\n",
			shown: false,
		},
	],
	check: {
		reference(reference, { model, world, report }) {
			const found = undefinedReference(reference, "network", model, world);
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
