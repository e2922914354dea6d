import { containerRule } from "../rule.ts";

/** Reported by lint/ignore.ts, which knows what each comment silenced. */
export default containerRule({
	id: "unused-ignore",
	severity: "hint",
	tags: ["maintainability"],
	practice: ["X04"],
	aliases: [],
	scope: "file",
	summary: "This ignore comment silences nothing.",
	why: "A comment that outlived its finding tells the next reader of a problem that is not there, and would hide it if it came back.",
	fix: { title: "Remove the comment", safety: "safe" },
	examples: [
		{
			path: "Dockerfile",
			bad: "# plimsoll ignore=~~latest-tag~~: kept for a demo\nFROM alpine:3.22\nUSER 1000\n",
			good: "FROM alpine:3.22\nUSER 1000\n",
			message: "Nothing here is found by `latest-tag`, so this ignores nothing.",
		},
		{
			path: "Dockerfile",
			bad: "# plimsoll ignore=~~latest-tog~~\nFROM alpine:latest\nUSER 1000\n",
			good: "# plimsoll ignore=latest-tag\nFROM alpine:latest\nUSER 1000\n",
			message: "No rule is called `latest-tog`; did you mean `latest-tag`?",
		},
	],
	check: {},
});
