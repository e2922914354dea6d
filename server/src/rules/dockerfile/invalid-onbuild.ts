import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "invalid-onbuild",
	severity: "error",
	tags: ["correctness"],
	practice: ["D17"],
	aliases: [
		"hadolint/DL3043",
		"dockerfile-utils/ONBUILD_CHAINING_DISALLOWED",
		"dockerfile-utils/ONBUILD_TRIGGER_DISALLOWED",
	],
	scope: "file",
	summary: "ONBUILD can't trigger this instruction.",
	why: "A trigger runs right after the FROM of another build. It can be neither a FROM, nor MAINTAINER, nor another ONBUILD.",
	links: ["https://docs.docker.com/reference/dockerfile/#onbuild-limitations"],
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM alpine:3.24\nONBUILD ~~ONBUILD~~ RUN make\n",
			good: "FROM alpine:3.24\nONBUILD RUN make\n",
			message: "ONBUILD can't trigger ONBUILD.",
		},
	],
	// The parser finds these: see dockerfile/syntax.ts.
	check: {},
});
