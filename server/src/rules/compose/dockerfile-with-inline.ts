import { composeRule } from "../rule.ts";

export default composeRule({
	id: "dockerfile-with-inline",
	severity: "error",
	tags: ["correctness"],
	practice: ["C11"],
	aliases: ["compose/dockerfile-with-inline"],
	scope: "file",
	summary: "`dockerfile` and `dockerfile_inline` exclude each other.",
	why: "A build follows one Dockerfile: the file that `dockerfile` names, or the text of `dockerfile_inline`. Compose refuses a build with both.",
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  api:\n    build:\n      context: .\n      dockerfile: ~~Dockerfile.dev~~\n      dockerfile_inline: |\n        FROM alpine:3.22\n",
			good: "services:\n  api:\n    build:\n      context: .\n      dockerfile_inline: |\n        FROM alpine:3.22\n",
		},
	],
	check: {
		service({ build }, { report }) {
			if (build?.dockerfile && build.dockerfileInline && !build.dockerfile.inherited) report(build.dockerfile.span);
		},
	},
});
