import { inCaseOf } from "../../dockerfile/edit.ts";
import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "deprecated-maintainer",
	severity: "warning",
	tags: ["deprecated"],
	practice: ["D04"],
	aliases: [
		"hadolint/DL4000",
		"buildkit/MaintainerDeprecated",
		"dockerfile-utils/DEPRECATED_MAINTAINER",
		"trivy/DS-0022",
	],
	scope: "file",
	summary: "MAINTAINER is deprecated.",
	why: "Since Docker 1.13 labels say who is responsible for an image, and tools and registries read them: `org.opencontainers.image.authors` is the key that was agreed upon.",
	links: ["https://github.com/opencontainers/image-spec/blob/main/annotations.md"],
	fix: { title: "Replace it by a label", safety: "safe" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM alpine:3.24\n~~MAINTAINER~~ Jo Doe <jo@example.com>\n",
			good: 'FROM alpine:3.24\nLABEL org.opencontainers.image.authors="Jo Doe <jo@example.com>"\n',
			message: "MAINTAINER is deprecated.",
		},
		{
			path: "Dockerfile",
			bad: 'FROM alpine:3.24\n~~maintainer~~ "Jo Doe"\n',
			good: 'FROM alpine:3.24\nlabel org.opencontainers.image.authors="Jo Doe"\n',
			shown: false,
		},
	],
	check: {
		maintainer({ instruction, name }, { text, report, model }) {
			const { keywordSpan, span } = instruction;
			if (instruction.trigger) return;
			const keyword = inCaseOf(text.slice(keywordSpan.start, keywordSpan.end), "LABEL");
			report(keywordSpan, {
				tag: "deprecated",
				...(name !== "" && {
					fix: () => [{ span, text: `${keyword} org.opencontainers.image.authors=${quote(name, model.escape)}` }],
				}),
			});
		},
	},
});

function quote(name: string, escapeChar: string): string {
	const bare = /^"[^"]*"$|^'[^']*'$/.test(name) ? name.slice(1, -1) : name;
	return `"${bare.replace(/["$\\`]/g, (char) => (char === '"' || char === "$" || char === escapeChar ? escapeChar + char : char))}"`;
}
