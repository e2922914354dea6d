import { wholeService } from "../../compose/hardening.ts";
import { textsAt } from "../../compose/read.ts";
import { insertItem, setKey } from "../../yaml/edit.ts";
import { pairOf } from "../../yaml/tree.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "missing-no-new-privileges",
	severity: "info",
	tags: ["security"],
	practice: ["C10"],
	aliases: ["compose-lint/CL-0003"],
	scope: "file",
	preset: "all",
	summary: "Processes of the container may gain privileges with setuid programs.",
	why: "With `no-new-privileges` a process can't get more rights than it started with, so a setuid program that an attacker finds in the image is of no use. Nearly every service runs with it.",
	fix: { title: "Add no-new-privileges", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  ~~web~~:\n    image: nginx:1.29\n",
			good: "services:\n  web:\n    image: nginx:1.29\n    security_opt:\n      - no-new-privileges:true\n",
			message: "`web` may gain privileges: `no-new-privileges` is not set.",
		},
		{
			path: "compose.yaml",
			bad: "services:\n  ~~web~~:\n    image: nginx:1.29\n    security_opt:\n      - label:type:web_t\n",
			good: "services:\n  web:\n    image: nginx:1.29\n    security_opt:\n      - label:type:web_t\n      - no-new-privileges:true\n",
			shown: false,
		},
	],
	check: {
		service(service, { model, text, report }) {
			const map = wholeService(service, model);
			const options = textsAt(service.attributes, "security_opt");
			if (
				!map ||
				service.privileged?.value ||
				options.some((option) => /^no-new-privileges(?:$|[:=]true$)|\$/.test(option.text))
			)
				return;
			const list = pairOf(map, "security_opt")?.value;
			const option = "no-new-privileges:true";
			report(service.nameSpan, {
				message: `\`${service.name}\` may gain privileges: \`no-new-privileges\` is not set.`,
				...(list?.kind === "seq" && { fix: () => insertItem(text, list, option) }),
				...(!service.attributes.has("security_opt") && { fix: () => setKey(text, map, "security_opt", [option]) }),
			});
		},
	},
});
