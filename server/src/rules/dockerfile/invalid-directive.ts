import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "invalid-directive",
	severity: "error",
	tags: ["correctness"],
	practice: ["D17"],
	aliases: ["dockerfile-utils/DUPLICATED_ESCAPE_DIRECTIVE", "dockerfile-utils/INVALID_ESCAPE_DIRECTIVE"],
	scope: "file",
	summary: "The parser directive is not valid.",
	why: "The lines `# syntax=`, `# escape=` and `# check=` at the very top tell the builder how to read the file. Each may stand there once, and the escape character is a backslash or a backtick.",
	links: ["https://docs.docker.com/reference/dockerfile/#parser-directives"],
	examples: [
		{
			path: "Dockerfile",
			bad: "# escape=~~^~~\nFROM alpine:3.24\n",
			good: "# escape=`\nFROM alpine:3.24\n",
			message: "The escape character can be `\\` or a backtick, not `^`.",
		},
		{
			path: "Dockerfile",
			bad: "# syntax=docker/dockerfile:1\n# ~~Syntax~~=docker/dockerfile:1.7\nFROM alpine:3.24\n",
			good: "# syntax=docker/dockerfile:1\nFROM alpine:3.24\n",
			shown: false,
		},
	],
	// The parser finds these: see dockerfile/split.ts.
	check: {},
});
