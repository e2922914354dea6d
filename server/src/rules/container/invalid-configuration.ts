import { containerRule } from "../rule.ts";

/** Reported by lint/configuration-file.ts, which reads the file. */
export default containerRule({
	id: "invalid-configuration",
	severity: "error",
	tags: ["correctness"],
	practice: ["X03"],
	aliases: [],
	scope: "file",
	summary: "This is no valid setting of Plimsoll.",
	why: "What the configuration does not understand it leaves out, so a misspelt rule stays as it was while its file says otherwise.",
	examples: [
		{
			path: ".plimsoll.yaml",
			bad: "rules:\n  ~~latest-tog~~: off\n",
			good: "rules:\n  latest-tag: off\n",
			message: "No rule is called `latest-tog`; did you mean `latest-tag`?",
		},
		{
			path: ".plimsoll.yaml",
			bad: "rules:\n  latest-tag: ~~fatal~~\n",
			good: "rules:\n  latest-tag: error\n",
			message: "`fatal` is no level; write on, off, error, warning, info or hint.",
		},
		{ path: ".plimsoll.yaml", bad: "~~presets~~: all\n", good: "preset: all\n" },
	],
	check: {},
});
