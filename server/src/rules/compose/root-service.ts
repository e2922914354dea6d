import { composeRule } from "../rule.ts";

export default composeRule({
	id: "root-service",
	severity: "info",
	tags: ["security"],
	practice: ["C10"],
	aliases: ["compose-lint/CL-0018"],
	scope: "file",
	preset: "all",
	summary: "The service runs as root.",
	why: "`user: root` overrides the user that the image chose. A process that breaks out of a root container is root on the host too, unless the engine maps user ids.",
	examples: [
		{
			path: "compose.yaml",
			bad: 'services:\n  api:\n    image: example/api:1.4\n    user: "~~0:0~~"\n',
			good: 'services:\n  api:\n    image: example/api:1.4\n    user: "1000:1000"\n',
			message: "`api` runs as root.",
		},
	],
	check: {
		service({ name, user }, { report }) {
			if (user && !user.inherited && /^(?:root|0+)(?::|$)/.test(user.text))
				report(user.span, { message: `\`${name}\` runs as root.` });
		},
	},
});
