import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "reserved-stage-name",
	severity: "warning",
	tags: ["correctness"],
	practice: ["D17"],
	aliases: ["hadolint/DL3063", "buildkit/ReservedStageName"],
	scope: "file",
	summary: "The name of the stage means something else already.",
	why: "`scratch` is the empty image and `context` the build context. A stage of that name can't be told from them in FROM and `--from`.",
	links: ["https://docs.docker.com/reference/build-checks/reserved-stage-name/"],
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM alpine:3.24 AS ~~scratch~~\nFROM scratch\n",
			good: "FROM alpine:3.24 AS base\nFROM base\n",
			message: "`scratch` means something else already and can't name a stage.",
		},
	],
	check: {
		stage({ name, nameSpan }, { report }) {
			if (!nameSpan || (name !== "scratch" && name !== "context")) return;
			report(nameSpan, { message: `\`${name}\` means something else already and can't name a stage.` });
		},
	},
});
