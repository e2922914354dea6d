import { wholeService } from "../../compose/hardening.ts";
import { setKey } from "../../yaml/edit.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "missing-read-only",
	severity: "info",
	tags: ["security"],
	practice: ["C10"],
	aliases: ["compose-lint/CL-0007"],
	scope: "file",
	preset: "all",
	summary: "The container's root file system can be written to.",
	why: "With `read_only: true` nothing in the image can be changed at run time, so an intruder can't replace programs or leave some behind. Folders that must be written to get a volume or a `tmpfs`.",
	fix: { title: "Make it read-only", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  ~~api~~:\n    image: example/api:1.4\n",
			good: "services:\n  api:\n    image: example/api:1.4\n    read_only: true\n",
			message: "The root file system of `api` can be written to.",
		},
	],
	check: {
		service(service, { model, text, report }) {
			const map = wholeService(service, model);
			if (!map || service.attributes.has("read_only")) return;
			report(service.nameSpan, {
				message: `The root file system of \`${service.name}\` can be written to.`,
				fix: () => setKey(text, map, "read_only", true),
			});
		},
	},
});
