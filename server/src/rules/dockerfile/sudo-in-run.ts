import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "sudo-in-run",
	severity: "warning",
	tags: ["security"],
	practice: ["D16", "D11"],
	aliases: ["hadolint/DL3004", "trivy/DS-0010"],
	scope: "file",
	summary: "RUN uses sudo.",
	why: "Instructions run as root until USER says otherwise, so `sudo` adds nothing but a way to root that stays in the image. Where another user is set, write `USER root` before the command and go back after it.",
	links: ["https://docs.docker.com/build/building/best-practices/#user"],
	fix: { title: "Remove sudo", safety: "suggestion" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM debian:13-slim\nRUN ~~sudo~~ make install\n",
			good: "FROM debian:13-slim\nRUN make install\n",
			message: "`sudo` is not needed: the command runs as root anyway.",
		},
		{
			path: "Dockerfile",
			bad: "FROM debian:13-slim\nUSER app\nRUN make && \\\n    ~~sudo~~ -E make install\n",
			good: "FROM debian:13-slim\nUSER app\nRUN make\nUSER root\nRUN make install\n",
			message: "`sudo` makes the user `app` root.",
			shown: false,
		},
	],
	check: {
		command({ command, run, user }, { report }) {
			const { name, args } = command;
			if (!run || name?.value !== "sudo" || !args[0]) return;
			const root = user === undefined || /^(?:root|0)(?::|$)/.test(user);
			const next = args[0];
			report(name.span, {
				message: root
					? "`sudo` is not needed: the command runs as root anyway."
					: `\`sudo\` makes the user \`${user}\` root.`,
				...(root &&
					!next.value.startsWith("-") && {
						fix: () => [{ span: { start: name.span.start, end: next.span.start }, text: "" }],
					}),
			});
		},
	},
});
