import { dotenvOf, isSetElsewhere, templatesIn } from "../../compose/environment.ts";
import { nearest } from "../../core/nearest.ts";
import { spanWithin } from "../../yaml/tree.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "unset-variable",
	severity: "warning",
	tags: ["correctness"],
	practice: ["C03"],
	aliases: ["compose/unset-variable"],
	scope: "workspace",
	summary: "The `.env` beside the file does not set the variable, and it has no default.",
	why: "A variable that nothing sets is replaced by an empty text, and Compose only warns while it starts. Its value may still come from the shell or from `--env-file`, so this is a hint, and a warning where the `.env` file has a name that is almost the same. A default (`${TAG:-latest}`) or a demand (`${TAG:?set TAG}`) makes clear what is meant.",
	links: ["https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/"],
	fix: { title: "Replace with the name that is set", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			files: { ".env": "POSTGRES_VERSION=17.6\n" },
			bad: "services:\n  db:\n    image: postgres:${~~POSTGRE_VERSION~~}\n",
			good: "services:\n  db:\n    image: postgres:${POSTGRES_VERSION}\n",
			message: "`POSTGRE_VERSION` is not set in `.env`, which sets `POSTGRES_VERSION`.",
		},
		{
			path: "compose.yaml",
			files: { ".env": "A=1\n" },
			bad: 'services:\n  db:\n    image: postgres:17.6\n    environment:\n      PASSWORD: "$~~PASSWORD~~"\n      HOME: "$HOME ${A} ${B:-b} ${C:?c} $$D"\n',
			good: 'services:\n  db:\n    image: postgres:17.6\n    environment:\n      PASSWORD: "${PASSWORD:?}"\n      HOME: "$HOME ${A} ${B:-b} ${C:?c} $$D"\n',
			shown: false,
		},
	],
	check: {
		file(_file, { model, text, world, report }) {
			const settings = dotenvOf(model.uri, world);
			if (!settings) return;
			for (const { scalar, template } of templatesIn(model.yaml)) {
				for (const part of template) {
					if (part.kind !== "variable" || part.operator || settings.has(part.name) || isSetElsewhere(part.name))
						continue;
					const span = spanWithin(text, scalar, part.nameSpan.start, part.nameSpan.end);
					const meant = nearest(part.name, settings.keys());
					report(
						span,
						meant === undefined
							? { message: `\`${part.name}\` is not set in \`.env\` and has no default.`, severity: "hint" }
							: {
									message: `\`${part.name}\` is not set in \`.env\`, which sets \`${meant}\`.`,
									title: `Replace with ${meant}`,
									fix: () => [{ span, text: meant }],
								},
					);
				}
			}
		},
	},
});
