import { undefinedReference } from "../../compose/undefined.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "undefined-model",
	severity: "error",
	tags: ["correctness"],
	practice: ["C02"],
	aliases: ["compose/undefined-model"],
	scope: "workspace",
	summary: "A model is named that no `models` defines.",
	why: "A service can only use models that the file declares under `models`; Compose refuses the project otherwise.",
	fix: { title: "Replace with the nearest name", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  chat:\n    image: example/chat:1.4\n    models: [~~lm~~]\nmodels:\n  llm:\n    model: ai/smollm2\n",
			good: "services:\n  chat:\n    image: example/chat:1.4\n    models: [llm]\nmodels:\n  llm:\n    model: ai/smollm2\n",
			message: "`models` names the model `lm`, which `models` does not define.",
		},
	],
	check: {
		reference(reference, { model, world, report }) {
			const found = undefinedReference(reference, "model", model, world);
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
