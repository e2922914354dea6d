import { unusedResource } from "../../compose/unused.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "unused-volume",
	severity: "info",
	tags: ["maintainability"],
	practice: ["C02"],
	aliases: [],
	scope: "workspace",
	summary: "No service uses this volume.",
	why: "A volume that no service mounts is a left-over, or a sign that a service forgot to mount it and keeps its data in the container, where it is lost.",
	fix: { title: "Remove the volume", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    image: nginx:1.29\nvolumes:\n  ~~data~~:\n",
			good: "services:\n  web:\n    image: nginx:1.29\n",
			message: "No service uses the volume `data`.",
		},
	],
	check: {
		volume(resource, { model, world, report }) {
			const found = unusedResource(resource, model, world);
			if (found) report(resource.nameSpan, found);
		},
	},
});
