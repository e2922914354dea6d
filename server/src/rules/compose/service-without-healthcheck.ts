import { wholeService } from "../../compose/hardening.ts";
import { readinessCommand } from "../../compose/healthchecks.ts";
import { setKey } from "../../yaml/edit.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "service-without-healthcheck",
	severity: "info",
	tags: ["reliability"],
	practice: ["C06"],
	aliases: [],
	scope: "file",
	preset: "all",
	summary: "The server has no health check.",
	why: "A server's process runs long before it takes requests, and may hang without ending. A health check tells both, lets others wait for it with `condition: service_healthy`, and shows in `docker compose ps`.",
	fix: { title: "Add a health check", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  ~~cache~~:\n    image: redis:8\n",
			good: "services:\n  cache:\n    image: redis:8\n    healthcheck:\n      test: redis-cli ping | grep PONG\n      interval: 10s\n      timeout: 5s\n      retries: 5\n",
			message: "`cache` has no health check.",
		},
	],
	check: {
		service(service, { model, text, report }) {
			const map = wholeService(service, model);
			const command = service.image && !service.build && readinessCommand(service.image.text);
			if (!map || command === undefined || service.attributes.has("healthcheck")) return;
			report(service.nameSpan, {
				message: `\`${service.name}\` has no health check.`,
				fix: () => setKey(text, map, "healthcheck", { test: command, interval: "10s", timeout: "5s", retries: 5 }),
			});
		},
	},
});
