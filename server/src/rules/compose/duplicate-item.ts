import { removeItem } from "../../yaml/edit.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "duplicate-item",
	severity: "warning",
	tags: ["correctness"],
	practice: ["C01"],
	aliases: ["compose/duplicate-item"],
	scope: "file",
	summary: "The list has this item twice.",
	why: "The specification asks for lists without repetitions. Compose drops the repetition in most lists and refuses the file in the others.",
	fix: { title: "Remove it", safety: "safe" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    image: nginx:1.29\n    cap_drop:\n      - ALL\n      - ~~ALL~~\n",
			good: "services:\n  web:\n    image: nginx:1.29\n    cap_drop:\n      - ALL\n",
			message: "`ALL` is in this list already.",
		},
	],
	check: {
		"duplicate-item"({ span, message, seq, item, earlier }, { model, text, report }) {
			report(span, {
				message,
				fix: () => removeItem(text, seq, item),
				related: [{ uri: model.uri, span: earlier.span, message: "The first one" }],
			});
		},
	},
});
