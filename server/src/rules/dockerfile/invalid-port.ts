import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "invalid-port",
	severity: "error",
	tags: ["correctness"],
	practice: ["D17"],
	aliases: [
		"hadolint/DL3011",
		"buildkit/ExposeInvalidFormat",
		"buildkit/ExposeProtoCasing",
		"dockerfile-utils/INVALID_PORT",
		"dockerfile-utils/INVALID_PROTO",
		"trivy/DS-0008",
	],
	scope: "file",
	summary: "EXPOSE takes a port from 1 to 65535, or a range, with `/tcp`, `/udp` or `/sctp`.",
	why: "EXPOSE states on which ports the program in the container listens. Addresses and ports of the host have no place here: they belong to `docker run --publish` or to `ports` in Compose.",
	links: ["https://docs.docker.com/reference/dockerfile/#expose"],
	fix: { title: "Write only what EXPOSE takes", safety: "suggestion" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM nginx:1.30\nEXPOSE ~~8080:80~~ 53/udp\n",
			good: "FROM nginx:1.30\nEXPOSE 80 53/udp\n",
			message: "`8080:80` maps a port of the host, which EXPOSE can't.",
		},
		{
			path: "Dockerfile",
			bad: "FROM nginx:1.30\nEXPOSE ~~80800~~ ~~8010-8000~~ ~~http~~ 80/~~icmp~~\n",
			good: "FROM nginx:1.30\nEXPOSE 8080 8000-8010 80 80/tcp\n",
			message: "`80800` is no port: ports go from 1 to 65535.",
			shown: false,
		},
		{
			path: "Dockerfile",
			bad: "FROM nginx:1.30\nEXPOSE 80/~~TCP~~ $PORT 8000-8010 0\n",
			good: "FROM nginx:1.30\nEXPOSE 80/tcp $PORT 8000-8010 0\n",
			message: "The protocol is written `tcp`.",
			shown: false,
		},
	],
	check: {
		expose({ ports }, { report }) {
			for (const { literal, value, inner } of ports) {
				if (!literal || value === "") continue;
				const slash = value.indexOf("/");
				const protocol = slash < 0 ? undefined : value.slice(slash + 1);
				const port = slash < 0 ? value : value.slice(0, slash);
				const exact = inner.end - inner.start === value.length;
				const problem = portProblem(port);
				if (problem) {
					const container = /:(\d+(?:-\d+)?)$/.exec(port)?.[1];
					report(inner, {
						message: problem,
						...(container !== undefined &&
							exact && {
								fix: () => [{ span: { start: inner.start, end: inner.start + port.length }, text: container }],
							}),
					});
				} else if (protocol !== undefined && !/^(?:tcp|udp|sctp)$/.test(protocol)) {
					const lower = protocol.toLowerCase();
					const known = /^(?:tcp|udp|sctp)$/.test(lower);
					const span = exact ? { start: inner.start + slash + 1, end: inner.end } : inner;
					report(span, {
						message: known
							? `The protocol is written \`${lower}\`.`
							: `There is no protocol \`${protocol}\`: there are tcp, udp and sctp.`,
						...(known && { severity: "hint" as const }),
						...(known && exact && { fix: () => [{ span, text: lower }] }),
					});
				}
			}
		},
	},
});

function portProblem(text: string): string | undefined {
	if (text.includes(":")) return `\`${text}\` maps a port of the host, which EXPOSE can't.`;
	const range = /^(\d+)(?:-(\d+))?$/.exec(text);
	if (!range) return `\`${text}\` is no port.`;
	const first = Number(range[1]);
	const last = Number(range[2] ?? range[1]);
	if (first > 65535 || last > 65535) return `\`${text}\` is no port: ports go from 1 to 65535.`;
	return last < first ? `The range \`${text}\` ends before it starts.` : undefined;
}
