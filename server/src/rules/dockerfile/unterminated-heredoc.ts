import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "unterminated-heredoc",
	severity: "error",
	tags: ["correctness"],
	practice: ["D17"],
	aliases: ["hadolint/DL1000"],
	scope: "file",
	summary: "The heredoc does not end.",
	why: "After `<<EOF` everything belongs to the heredoc until a line holds `EOF` and nothing else, not even blanks (`<<-EOF` allows tabs before it). Without such a line all that follows is swallowed and the build fails.",
	links: ["https://docs.docker.com/reference/dockerfile/#here-documents"],
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM alpine:3.24\nRUN ~~<<EOF~~\n  apk add curl\n  EOF\n",
			good: "FROM alpine:3.24\nRUN <<EOF\n  apk add curl\nEOF\n",
			message: "No line with just `EOF` ends this heredoc.",
		},
	],
	// The parser finds these: see dockerfile/split.ts.
	check: {},
});
