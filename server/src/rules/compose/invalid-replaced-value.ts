import { replacedProblems } from "../../compose/replaced.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "invalid-replaced-value",
	severity: "error",
	tags: ["correctness"],
	practice: ["C01"],
	aliases: [],
	scope: "workspace",
	summary: "The value does not follow its grammar once its variables are replaced.",
	why: "Compose replaces variables first and reads the value then, so what stands in `.env`, or behind `:-` as the default, has to fit the key. A variable of the shell wins over both.",
	links: ["https://docs.docker.com/reference/compose-file/interpolation/"],
	examples: [
		{
			path: "compose.yaml",
			files: { ".env": "WEB_PORT=80800\n" },
			bad: 'services:\n  web:\n    image: nginx:1.30\n    ports:\n      - ~~"${WEB_PORT}:80"~~\n    stop_grace_period: ~~${GRACE:-30}~~\n',
			good: 'services:\n  web:\n    image: nginx:1.30\n    ports:\n      - "8080:80"\n    stop_grace_period: ${GRACE:-30s}\n',
			message: "With its variables replaced, this is `80800:80`. Port 80800 does not exist: ports end at 65535.",
		},
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    image: nginx:1.30\n    deploy:\n      replicas: ~~${COUNT:-many}~~\n",
			good: "services:\n  web:\n    image: nginx:1.30\n    deploy:\n      replicas: ${COUNT:-3}\n    init: ${INIT:-true}\n",
			shown: false,
		},
	],
	check: {
		file(_file, { model, world, report }) {
			for (const { span, text, message, severity } of replacedProblems(model, world)) {
				report(span, { message: `With its variables replaced, this is \`${text}\`. ${message}`, severity });
			}
		},
	},
});
