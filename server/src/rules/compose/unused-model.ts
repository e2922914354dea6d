import { unusedResource } from "../../compose/unused.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "unused-model",
	severity: "info",
	tags: ["maintainability"],
	practice: ["C02"],
	aliases: [],
	scope: "workspace",
	summary: "No service uses this model.",
	why: "A model that no service uses is a left-over, or a sign that a service was not given it.",
	fix: { title: "Remove the model", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    image: nginx:1.29\nmodels:\n  ~~llm~~:\n    model: ai/smollm2\n",
			good: "services:\n  web:\n    image: nginx:1.29\n",
			message: "No service uses the model `llm`.",
		},
	],
	check: {
		model(resource, { model, world, report }) {
			const found = unusedResource(resource, model, world);
			if (found) report(resource.nameSpan, found);
		},
	},
});
