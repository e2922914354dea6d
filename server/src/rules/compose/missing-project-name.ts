import { isBase } from "../../compose/neighbours.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "missing-project-name",
	severity: "hint",
	tags: ["maintainability"],
	practice: ["C01"],
	aliases: ["dclint/require-project-name-field"],
	scope: "file",
	preset: "all",
	summary: "The project has no `name`, so it is called after its folder.",
	why: "Containers, networks and volumes carry the project's name. Taken from the folder, it changes when the folder is renamed, and two checkouts in folders of the same name share their volumes.",
	examples: [
		{
			path: "compose.yaml",
			bad: "~~services~~:\n  web:\n    image: nginx:1.29\n",
			good: "name: shop\nservices:\n  web:\n    image: nginx:1.29\n",
		},
	],
	check: {
		section({ name, keySpan, map }, { model, report }) {
			if (name !== "services" || model.file.override || !isBase(model.uri)) return;
			if (map === model.yaml.documents[0]?.root && !model.file.projectName) report(keySpan);
		},
	},
});
