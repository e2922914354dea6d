import { wholeService } from "../../compose/hardening.ts";
import type { Service } from "../../compose/nodes.ts";
import { attributesAt } from "../../compose/read.ts";
import { setKey } from "../../yaml/edit.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "missing-restart-policy",
	severity: "info",
	tags: ["reliability"],
	practice: ["C07"],
	aliases: [],
	scope: "file",
	preset: "all",
	summary: "Nothing starts the service again after a crash or a reboot.",
	why: 'Without `restart` a container that ends stays down, also after the machine was restarted. `unless-stopped` brings it back unless someone stopped it; a job that is meant to end says `restart: "no"`.',
	fix: { title: "Restart unless stopped", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  ~~api~~:\n    image: example/api:1.4\n",
			good: "services:\n  api:\n    image: example/api:1.4\n    restart: unless-stopped\n",
			message: "Nothing starts `api` again after a crash or a reboot.",
		},
	],
	check: {
		file({ services }, { model, text, report }) {
			const jobs = new Set(services.flatMap(jobsOf));
			for (const service of services) {
				const map = wholeService(service, model);
				const { attributes, name, nameSpan } = service;
				if (!map || attributes.has("restart") || attributesAt(attributes, "deploy").has("restart_policy")) continue;
				if (jobs.has(name)) continue;
				report(nameSpan, {
					message: `Nothing starts \`${name}\` again after a crash or a reboot.`,
					fix: () => setKey(text, map, "restart", "unless-stopped"),
				});
			}
		},
	},
});

/** Services whose end this one waits for. */
function jobsOf({ dependencies }: Service): string[] {
	return dependencies
		.filter(({ condition }) => condition?.text === "service_completed_successfully")
		.map(({ name }) => name);
}
