import { undefinedReference } from "../../compose/undefined.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "undefined-config",
	severity: "error",
	tags: ["correctness"],
	practice: ["C02"],
	aliases: ["compose/undefined-config"],
	scope: "workspace",
	summary: "A config is named that no `configs` defines.",
	why: "A config has to be declared under `configs` with its content or the file it comes from; Compose refuses the project otherwise.",
	fix: { title: "Declare the config", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    image: nginx:1.29\n    configs:\n      - source: ~~site~~\n        target: /etc/nginx/nginx.conf\n",
			good: "services:\n  web:\n    image: nginx:1.29\n    configs:\n      - source: site\n        target: /etc/nginx/nginx.conf\nconfigs:\n  site:\n    file: ./site.conf\n",
			message: "`configs` names the config `site`, which `configs` does not define.",
		},
	],
	check: {
		reference(reference, { model, world, report }) {
			const found = undefinedReference(reference, "config", model, world);
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
