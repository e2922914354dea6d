import { composeRule } from "../rule.ts";

export default composeRule({
	id: "port-on-all-interfaces",
	severity: "info",
	tags: ["security"],
	practice: ["C08"],
	aliases: ["compose-lint/CL-0005", "dclint/no-unbound-port-interfaces"],
	scope: "file",
	preset: "all",
	summary: "The port is published on every interface of the host.",
	why: "A port without an address is open to everyone who can reach the machine, and Docker's own rules let it through most firewalls. `127.0.0.1:` before it keeps it on this machine, for a reverse proxy or for development.",
	links: ["https://docs.docker.com/engine/network/port-publishing/"],
	fix: { title: "Publish on this machine only", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: 'services:\n  db:\n    image: postgres:17\n    ports:\n      - "~~5432~~:5432"\n',
			good: 'services:\n  db:\n    image: postgres:17\n    ports:\n      - "127.0.0.1:5432:5432"\n',
			message: "Host port 5432 is open on every interface.",
		},
	],
	check: {
		port({ mapping, publishedSpan, text, exposed }, { report }) {
			const address = mapping?.hostIp;
			const isOpen = !address || address.text === "0.0.0.0" || address.text === "::";
			if (exposed || !mapping?.published || !isOpen) return;
			const { span, replacement } = address
				? { span: address.span, replacement: "127.0.0.1" }
				: { span: { start: publishedSpan.start, end: publishedSpan.start }, replacement: "127.0.0.1:" };
			report(publishedSpan, {
				message: `Host port ${mapping.published.text} is open on every interface.`,
				...(text && !address && { fix: () => [{ span, text: replacement }] }),
			});
		},
	},
});
