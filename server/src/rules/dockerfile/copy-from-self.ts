import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "copy-from-self",
	severity: "error",
	tags: ["correctness"],
	practice: ["D17"],
	aliases: ["hadolint/DL3023", "trivy/DS-0006"],
	scope: "file",
	summary: "The stage copies from itself.",
	why: "`--from` takes files of an earlier stage. A stage can't be its own source: the build stops with a circular dependency. To copy inside a stage use `RUN cp`.",
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM alpine:3.24 AS app\nCOPY --from=~~app~~ /a /b\n",
			good: "FROM alpine:3.24 AS app\nRUN cp -a /a /b\n",
			message: "The stage `app` copies from itself.",
		},
		{
			path: "Dockerfile",
			bad: "FROM alpine:3.24\nCOPY --from=~~0~~ /a /b\n",
			good: "FROM alpine:3.24\nRUN cp -a /a /b\n",
			shown: false,
		},
	],
	check: {
		copy({ from, stage }, { report }) {
			if (!from || !stage || from.word.value === "") return;
			if (from.stage !== stage && from.word.value !== String(stage.index)) return;
			report(from.word.inner, { message: `The stage \`${stage.name ?? stage.index}\` copies from itself.` });
		},
	},
});
