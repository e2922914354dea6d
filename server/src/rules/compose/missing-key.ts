import { isVariation } from "../../compose/neighbours.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "missing-key",
	severity: "error",
	tags: ["correctness"],
	practice: ["C01"],
	aliases: ["compose/missing-key"],
	scope: "file",
	summary: "A key that is needed here is missing.",
	why: "Some long forms mean nothing without a certain key: a port needs its `target`, a watch its `path` and `action`. Compose refuses the file without it.",
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    build: .\n    develop:\n      watch:\n        - ~~action~~: rebuild\n",
			good: "services:\n  web:\n    build: .\n    develop:\n      watch:\n        - action: rebuild\n          path: ./src\n",
		},
	],
	check: {
		"missing-key"({ span, message }, { model, report }) {
			// A file that is laid over another one may leave it to that.
			if (!model.file.override && !isVariation(model.uri)) report(span, { message });
		},
	},
});
