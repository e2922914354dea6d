import { wholeService } from "../../compose/hardening.ts";
import { textsAt } from "../../compose/read.ts";
import { setKey } from "../../yaml/edit.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "missing-cap-drop",
	severity: "info",
	tags: ["security"],
	practice: ["C10"],
	aliases: ["compose-lint/CL-0006"],
	scope: "file",
	preset: "all",
	summary: "The container keeps all capabilities that the engine gives by default.",
	why: "A container starts with some fourteen capabilities of root, of which most programs need none. `cap_drop: [ALL]` takes them away; what is needed comes back by name with `cap_add`.",
	fix: { title: "Drop all capabilities", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  ~~api~~:\n    image: example/api:1.4\n",
			good: "services:\n  api:\n    image: example/api:1.4\n    cap_drop:\n      - ALL\n",
			message: "`api` keeps all default capabilities.",
		},
	],
	check: {
		service(service, { model, text, report }) {
			const map = wholeService(service, model);
			if (!map || service.privileged?.value || textsAt(service.attributes, "cap_drop").length > 0) return;
			report(service.nameSpan, {
				message: `\`${service.name}\` keeps all default capabilities.`,
				...(!service.attributes.has("cap_drop") && { fix: () => setKey(text, map, "cap_drop", ["ALL"]) }),
			});
		},
	},
});
