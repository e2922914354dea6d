import { composeRule } from "../rule.ts";

export default composeRule({
	id: "blank-in-variable-name",
	severity: "error",
	tags: ["correctness"],
	practice: ["C03"],
	aliases: ["compose/blank-in-variable-name"],
	scope: "file",
	summary: "The name of an environment variable ends with a blank.",
	why: "In the list form everything before `=` is the name, blanks included: `DEBUG =1` sets a variable that is called `DEBUG` and a blank, which no program reads. Compose refuses it.",
	fix: { title: "Remove the blank", safety: "safe" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  api:\n    image: example/api:1.4\n    environment:\n      - DEBUG~~ ~~=1\n",
			good: "services:\n  api:\n    image: example/api:1.4\n    environment:\n      - DEBUG=1\n",
			message: "The variable `DEBUG` has a blank at the end of its name.",
		},
	],
	check: {
		"environment-variable"({ name, nameSpan, role }, { text, report }) {
			const trimmed = name.trimEnd();
			if (role !== "environment" || trimmed === name || trimmed === "") return;
			const isExact = text.slice(nameSpan.start, nameSpan.end) === name;
			const span = isExact ? { start: nameSpan.start + trimmed.length, end: nameSpan.end } : nameSpan;
			report(span, {
				message: `The variable \`${trimmed}\` has a blank at the end of its name.`,
				...(isExact && { fix: () => [{ span, text: "" }] }),
			});
		},
	},
});
