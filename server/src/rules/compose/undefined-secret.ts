import { undefinedReference } from "../../compose/undefined.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "undefined-secret",
	severity: "error",
	tags: ["correctness"],
	practice: ["C02"],
	aliases: ["compose/undefined-secret"],
	scope: "workspace",
	summary: "A secret is named that no `secrets` defines.",
	why: "A secret has to be declared under `secrets` with the place its content comes from, a file or an environment variable; Compose refuses the project otherwise.",
	fix: { title: "Declare the secret", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  db:\n    image: postgres:17\n    secrets: [~~password~~]\n",
			good: "services:\n  db:\n    image: postgres:17\n    secrets: [password]\nsecrets:\n  password:\n    file: ./password.txt\n",
			message: "`secrets` names the secret `password`, which `secrets` does not define.",
		},
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    build:\n      context: .\n      secrets:\n        - source: ~~tokn~~\nsecrets:\n  token:\n    environment: TOKEN\n",
			good: "services:\n  web:\n    build:\n      context: .\n      secrets:\n        - source: token\nsecrets:\n  token:\n    environment: TOKEN\n",
			shown: false,
		},
	],
	check: {
		reference(reference, { model, world, report }) {
			const found = undefinedReference(reference, "secret", model, world);
			if (!found) return;
			const [first, ...others] = found.choices;
			report(reference.span, {
				message: found.message,
				...(found.uncertain && { severity: "warning" }),
				...(first && first),
				others,
			});
		},
	},
});
