import { readinessCommand } from "../../compose/healthchecks.ts";
import type { Service } from "../../compose/nodes.ts";
import { setKey } from "../../yaml/edit.ts";
import { composeRule, type World } from "../rule.ts";

export default composeRule({
	id: "missing-healthcheck-for-condition",
	severity: "warning",
	tags: ["reliability"],
	practice: ["C06"],
	aliases: [],
	scope: "workspace",
	summary: "`service_healthy` waits for a service that has no health check.",
	why: "`condition: service_healthy` needs a health check to wait for: the service's own `healthcheck`, or a HEALTHCHECK in its image. Without one Compose stops with “has no healthcheck configured” once the container runs.",
	links: ["https://docs.docker.com/compose/how-tos/startup-order/"],
	fix: { title: "Add a health check", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  api:\n    image: example/api:1.4\n    depends_on:\n      db:\n        condition: ~~service_healthy~~\n  db:\n    image: postgres:17\n",
			good: 'services:\n  api:\n    image: example/api:1.4\n    depends_on:\n      db:\n        condition: service_healthy\n  db:\n    image: postgres:17\n    healthcheck:\n      test: pg_isready --username "$${POSTGRES_USER:-postgres}"\n      interval: 10s\n      timeout: 5s\n      retries: 5\n      start_period: 30s\n',
			message: "`db` has no health check for `api` to wait for.",
		},
		{
			path: "compose.yaml",
			bad: "services:\n  api:\n    image: example/api:1.4\n    depends_on:\n      cache:\n        condition: ~~service_healthy~~\n  cache:\n    image: redis:8\n    healthcheck:\n      disable: true\n",
			good: "services:\n  api:\n    image: example/api:1.4\n    depends_on:\n      cache:\n        condition: service_started\n  cache:\n    image: redis:8\n    healthcheck:\n      disable: true\n",
			message: "The health check of `cache` is switched off, so `api` waits in vain.",
			shown: false,
		},
		{
			path: "compose.yaml",
			files: { "app/Dockerfile": 'FROM alpine:3.22\nCMD ["app"]\n' },
			bad: "services:\n  web:\n    image: nginx:1.29\n    depends_on:\n      app:\n        condition: ~~service_healthy~~\n  app:\n    build: app\n",
			good: "services:\n  web:\n    image: nginx:1.29\n    depends_on:\n      - app\n  app:\n    build: app\n",
			message: "`app` has no health check for `web` to wait for.",
			shown: false,
		},
	],
	check: {
		service(service, { model, text, world, report }) {
			for (const { name, condition, inherited } of service.dependencies) {
				const target = model.file.services.find((other) => other.name === name);
				if (inherited || condition?.text !== "service_healthy" || !target || model.file.override) continue;
				if (target.healthcheck?.disabled) {
					report(condition.span, {
						message: `The health check of \`${name}\` is switched off, so \`${service.name}\` waits in vain.`,
						fix: () => [{ span: condition.span, text: "service_started" }],
						title: "Wait for its start only",
					});
					continue;
				}
				const health = healthOf(target, world);
				if (health === "checked") continue;
				const command = target.image && readinessCommand(target.image.text);
				const { pair } = target;
				const map = pair.value?.kind === "map" ? pair.value : undefined;
				report(condition.span, {
					message: `\`${name}\` has no health check for \`${service.name}\` to wait for.`,
					...(health === "unknown" && {
						severity: "info",
						message: `\`${service.name}\` waits for a health check that \`${name}\` can only have from its image.`,
					}),
					...(command !== undefined && map && { fix: () => setKey(text, map, "healthcheck", draft(command)) }),
				});
			}
		},
	},
});

function draft(test: string) {
	return { test, interval: "10s", timeout: "5s", retries: 5, start_period: "30s" };
}

/** `unknown`: the image may have a check of its own. */
function healthOf(service: Service, world: World): "checked" | "unchecked" | "unknown" {
	const { healthcheck, partial, build, image } = service;
	if (healthcheck || partial || service.attributes.has("healthcheck") || service.attributes.has("provider"))
		return "checked";
	if (build) return build.file === undefined ? "checked" : healthOfBuild(build.file, build.target?.text, world);
	if (!image) return "checked";
	return readinessCommand(image.text) === undefined ? "unknown" : "unchecked";
}

function healthOfBuild(file: string, target: string | undefined, world: World): "checked" | "unchecked" {
	const facts = world.factsOf(file);
	const stages = facts.filter((fact) => fact.kind === "stage");
	const stage = stages.find(({ name, last }) =>
		target === undefined ? last : name?.toLowerCase() === target.toLowerCase(),
	);
	const state = facts.find((fact) => fact.kind === "image-state" && fact.stage === stage?.index);
	return state?.kind === "image-state" && !state.healthcheck ? "unchecked" : "checked";
}
