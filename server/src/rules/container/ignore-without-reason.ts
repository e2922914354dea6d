import { containerRule } from "../rule.ts";

/** Reported by lint/ignore.ts, which reads the comments. */
export default containerRule({
	id: "ignore-without-reason",
	severity: "hint",
	tags: ["maintainability"],
	practice: ["X04"],
	aliases: [],
	scope: "file",
	preset: "all",
	summary: "This ignore comment does not say why.",
	why: "Whoever reads the file next can only keep or remove an exception when its reason stands beside it: `# plimsoll ignore=latest-tag: follows the nightly build`.",
	examples: [
		{
			path: "Dockerfile",
			bad: "~~# plimsoll ignore=latest-tag~~\nFROM alpine:latest\nUSER 1000\n",
			good: "# plimsoll ignore=latest-tag: the demo follows the newest\nFROM alpine:latest\nUSER 1000\n",
		},
	],
	check: {},
});
