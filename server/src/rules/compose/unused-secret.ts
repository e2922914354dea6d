import { unusedResource } from "../../compose/unused.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "unused-secret",
	severity: "info",
	tags: ["maintainability"],
	practice: ["C02"],
	aliases: [],
	scope: "workspace",
	summary: "No service uses this secret.",
	why: "A secret that no service takes is a left-over, or a sign that a service gets it in a less guarded way.",
	fix: { title: "Remove the secret", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    image: nginx:1.29\nsecrets:\n  ~~token~~:\n    file: ./token.txt\n",
			good: "services:\n  web:\n    image: nginx:1.29\n",
			message: "No service uses the secret `token`.",
		},
	],
	check: {
		secret(resource, { model, world, report }) {
			const found = unusedResource(resource, model, world);
			if (found) report(resource.nameSpan, found);
		},
	},
});
