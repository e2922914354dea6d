import { unusedResource } from "../../compose/unused.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "unused-config",
	severity: "info",
	tags: ["maintainability"],
	practice: ["C02"],
	aliases: [],
	scope: "workspace",
	summary: "No service uses this config.",
	why: "A config that no service takes is a left-over, or a sign that a service runs without it.",
	fix: { title: "Remove the config", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    image: nginx:1.29\nconfigs:\n  ~~site~~:\n    file: ./site.conf\n",
			good: "services:\n  web:\n    image: nginx:1.29\n",
			message: "No service uses the config `site`.",
		},
	],
	check: {
		config(resource, { model, world, report }) {
			const found = unusedResource(resource, model, world);
			if (found) report(resource.nameSpan, found);
		},
	},
});
