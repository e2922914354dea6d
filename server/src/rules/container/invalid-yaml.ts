import { containerRule } from "../rule.ts";

/** Reported by the language rooms, as problems of their models. */
export default containerRule({
	id: "invalid-yaml",
	severity: "error",
	tags: ["correctness"],
	practice: ["C01", "K01"],
	aliases: ["dclint/invalid-yaml", "compose/invalid-yaml"],
	scope: "file",
	summary: "This is not valid YAML.",
	why: "A file that is no YAML is refused as a whole. What can still be read of it is checked all the same, so the other findings stay while a line is being typed.",
	links: ["https://yaml.org/spec/1.2.2/"],
	examples: [
		{
			path: "compose.yaml",
			bad: 'services:\n  web:\n    image: ~~"nginx:1.29~~\n    restart: always\n',
			good: 'services:\n  web:\n    image: "nginx:1.29"\n    restart: always\n',
		},
		{
			path: "pod.yaml",
			bad: "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  labels: ~~[~~app\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n",
			good: "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  labels: {app: web}\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n",
		},
	],
	check: {},
});
