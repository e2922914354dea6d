import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "missing-healthcheck",
	severity: "info",
	tags: ["reliability"],
	practice: ["D14"],
	aliases: ["hadolint/DL3057", "trivy/DS-0026"],
	scope: "file",
	preset: "all",
	summary: "The image has no HEALTHCHECK.",
	why: "Docker and Compose know only that a process runs, not that it answers; `depends_on` with `service_healthy` needs a check. Kubernetes does not read it and has probes of its own, which is why this is part of the preset `all` only.",
	links: ["https://docs.docker.com/reference/dockerfile/#healthcheck"],
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM ~~nginx:1.30~~\nEXPOSE 80\n",
			good: "FROM nginx:1.30\nEXPOSE 80\nHEALTHCHECK CMD curl --fail http://localhost/ || exit 1\n",
		},
	],
	check: {
		stage({ last, healthcheck, from, cmd, entrypoint, ports }, { report }) {
			// An image that starts nothing and listens to nothing is a base for others.
			if (!last || healthcheck || !from.origin || !(cmd || entrypoint || ports.length > 0)) return;
			report(from.origin.word.inner);
		},
	},
});
