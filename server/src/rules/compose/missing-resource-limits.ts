import { wholeService } from "../../compose/hardening.ts";
import { type Attributes, attributesAt } from "../../compose/read.ts";
import { setPath } from "../../yaml/edit.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "missing-resource-limits",
	severity: "info",
	tags: ["reliability"],
	practice: ["C07"],
	aliases: [],
	scope: "file",
	preset: "all",
	summary: "The service may use all memory of the machine.",
	why: "Without a limit one service that leaks memory takes the others down with it. `deploy.resources.limits` holds it in bounds; measure the service under load and leave some room.",
	links: ["https://docs.docker.com/reference/compose-file/deploy/#resources"],
	fix: { title: "Add limits of one core and 512 MiB", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  ~~api~~:\n    image: example/api:1.4\n",
			good: 'services:\n  api:\n    image: example/api:1.4\n    deploy:\n      resources:\n        limits:\n          cpus: "1.0"\n          memory: 512M\n',
			message: "`api` may use all memory of the machine.",
		},
	],
	check: {
		service(service, { model, text, report }) {
			const map = wholeService(service, model);
			if (!map || hasLimit(service.attributes)) return;
			report(service.nameSpan, {
				message: `\`${service.name}\` may use all memory of the machine.`,
				fix: () => setPath(text, map, ["deploy", "resources", "limits"], { cpus: "1.0", memory: "512M" }),
			});
		},
	},
});

function hasLimit(attributes: Attributes): boolean {
	const limits = attributesAt(attributesAt(attributesAt(attributes, "deploy"), "resources"), "limits");
	return attributes.has("mem_limit") || limits.has("memory");
}
