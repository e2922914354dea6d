import { composeRule } from "../rule.ts";

export default composeRule({
	id: "unquoted-port",
	severity: "warning",
	tags: ["correctness"],
	practice: ["C01"],
	aliases: ["dclint/require-quotes-in-ports"],
	scope: "file",
	summary: "YAML 1.1 parsers read this port mapping as a number to the base of 60.",
	why: "`22:22` without quotes is 1342 to a parser of YAML 1.1, which counts hours, minutes and seconds that way: both numbers are read as digits when the last is below 60. Current Compose reads it right, older releases and many other tools do not.",
	links: ["https://docs.docker.com/reference/compose-file/services/#ports"],
	fix: { title: "Put it in quotes", safety: "safe" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  git:\n    image: gitea/gitea:1.25\n    ports:\n      - ~~22:22~~\n      - 3000:3000\n",
			good: 'services:\n  git:\n    image: gitea/gitea:1.25\n    ports:\n      - "22:22"\n      - 3000:3000\n',
			message: "Without quotes, `22:22` is the number 1342 to YAML 1.1.",
		},
	],
	check: {
		port({ text: scalar }, { text, report }) {
			if (scalar?.node.style !== "plain" || !/^\d+(?::[0-5]?\d)+$/.test(scalar.text)) return;
			const value = scalar.text.split(":").reduce((sum, digits) => sum * 60 + Number(digits), 0);
			const quote = /^\s*-\s*'/m.test(text) && !/^\s*-\s*"/m.test(text) ? "'" : '"';
			report(scalar.span, {
				message: `Without quotes, \`${scalar.text}\` is the number ${value} to YAML 1.1.`,
				fix: () => [{ span: scalar.span, text: quote + scalar.text + quote }],
			});
		},
	},
});
