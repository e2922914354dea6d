import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "stage-name-casing",
	severity: "hint",
	tags: ["style"],
	practice: ["D17"],
	aliases: ["buildkit/StageNameCasing"],
	scope: "file",
	summary: "The name of a stage has capitals.",
	why: "Capitals do not count in names of stages: `Build` and `build` are the same. Lower case everywhere tells them from keywords, and from each other.",
	links: ["https://docs.docker.com/reference/build-checks/stage-name-casing/"],
	fix: { title: "Write the name in lower case, wherever it is used", safety: "safe" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM golang:1.26 AS ~~Build~~\nFROM scratch\nCOPY --from=Build /app /app\n",
			good: "FROM golang:1.26 AS build\nFROM scratch\nCOPY --from=build /app /app\n",
			message: "The name `Build` has capitals.",
		},
	],
	check: {
		stage({ name, nameSpan }, { model, text, report }) {
			if (name === undefined || !nameSpan || name === name.toLowerCase()) return;
			const lower = name.toLowerCase();
			report(nameSpan, {
				message: `The name \`${name}\` has capitals.`,
				fix: () =>
					model.occurrences
						.filter(
							(one) => one.kind === "stage" && one.name === lower && text.slice(one.span.start, one.span.end) !== lower,
						)
						.map(({ span }) => ({ span, text: lower })),
			});
		},
	},
});
