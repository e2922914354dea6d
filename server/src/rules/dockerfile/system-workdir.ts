import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "system-workdir",
	severity: "warning",
	tags: ["reliability"],
	practice: ["D17"],
	aliases: ["trivy/DS-0030"],
	scope: "file",
	summary: "The working folder belongs to the system.",
	why: "`/proc`, `/sys` and `/dev` are made by the kernel when a container starts, so what is written there during a build is gone or hidden; `/boot`, `/bin`, `/sbin` and `/lib` hold files of the system that a relative path may overwrite. Applications have `/app`, `/srv` or `/opt`.",
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM debian:13-slim\nWORKDIR ~~/proc/app~~\n",
			good: "FROM debian:13-slim\nWORKDIR /srv/app\n",
			message: "`/proc/app` is a folder of the system.",
		},
	],
	check: {
		workdir({ path }, { report }) {
			const folder = path?.resolved;
			if (!path || folder === undefined || !/^\/(?:proc|sys|dev|boot|bin|sbin|lib)(?:\/|$)/.test(folder)) return;
			report(path.inner, { message: `\`${folder}\` is a folder of the system.` });
		},
	},
});
