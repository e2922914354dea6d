import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "missing-from",
	severity: "error",
	tags: ["correctness"],
	practice: ["D17"],
	aliases: ["hadolint/DL3061", "dockerfile-utils/NO_SOURCE_IMAGE"],
	scope: "file",
	summary: "There is no FROM before this instruction.",
	why: "Every stage starts with FROM, which says what the image is built on; only ARG may come before the first one. `FROM scratch` starts from nothing.",
	links: ["https://docs.docker.com/reference/dockerfile/#from"],
	examples: [
		{
			path: "Dockerfile",
			bad: "ARG VERSION=1\n~~RUN~~ make\nFROM alpine:3.24\n",
			good: "ARG VERSION=1\nFROM alpine:3.24\nRUN make\n",
			message: "RUN stands before the first FROM.",
		},
	],
	check: {
		file({ instructions, template }, { report }) {
			const first = instructions.find(({ keyword }) => keyword !== "ARG");
			if (template || !first || first.keyword === "FROM") return;
			report(first.keywordSpan, { message: `${first.keyword.slice(0, 40)} stands before the first FROM.` });
		},
	},
});
