import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "exposed-ssh-port",
	severity: "warning",
	tags: ["security"],
	practice: ["D11"],
	aliases: ["trivy/DS-0004"],
	scope: "file",
	summary: "The container offers SSH.",
	why: "An SSH server in a container is one more process to patch, with keys and users of its own. `docker exec` and `kubectl exec` give a shell without it.",
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM debian:13-slim\nEXPOSE 8080 ~~22~~\n",
			good: "FROM debian:13-slim\nEXPOSE 8080\n",
		},
	],
	check: {
		expose({ ports }, { report }) {
			for (const { value, inner } of ports) if (/^22(?:\/tcp)?$/i.test(value)) report(inner);
		},
	},
});
