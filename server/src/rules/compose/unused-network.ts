import { unusedResource } from "../../compose/unused.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "unused-network",
	severity: "info",
	tags: ["maintainability"],
	practice: ["C02"],
	aliases: [],
	scope: "workspace",
	summary: "No service uses this network.",
	why: "Compose creates only what services join, so a network that none of them names is a left-over, or a sign that a service forgot to join it.",
	fix: { title: "Remove the network", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    image: nginx:1.29\n    networks: [back]\nnetworks:\n  back:\n  ~~front~~:\n",
			good: "services:\n  web:\n    image: nginx:1.29\n    networks: [back]\nnetworks:\n  back:\n",
			message: "No service uses the network `front`.",
		},
	],
	check: {
		network(resource, { model, world, report }) {
			const found = unusedResource(resource, model, world);
			if (found) report(resource.nameSpan, found);
		},
	},
});
