import { nearest } from "../../core/nearest.ts";
import { instructionNamed } from "../../dockerfile/vocabulary.ts";
import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "unknown-flag",
	severity: "error",
	tags: ["correctness"],
	practice: ["D17"],
	aliases: [
		"dockerfile-utils/UNKNOWN_ADD_FLAG",
		"dockerfile-utils/UNKNOWN_COPY_FLAG",
		"dockerfile-utils/UNKNOWN_FROM_FLAG",
		"dockerfile-utils/UNKNOWN_HEALTHCHECK_FLAG",
	],
	scope: "file",
	summary: "The instruction has no such flag.",
	why: "Words with two dashes right after the keyword are flags of the instruction, and the builder refuses one it does not know. Options of the command that a RUN or CMD runs come after the command's name.",
	links: ["https://docs.docker.com/reference/dockerfile/"],
	fix: { title: "Write the flag that was probably meant", safety: "suggestion" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM alpine:3.24\nCOPY --~~chwon~~=10001:10001 app /app\n",
			good: "FROM alpine:3.24\nCOPY --chown=10001:10001 app /app\n",
			message: "COPY has no flag `--chwon`; did you mean `--chown`?",
		},
		{
			path: "Dockerfile",
			bad: "FROM alpine:3.24\nRUN --~~moutn~~=type=cache,target=/var/cache/apk apk add curl\n",
			good: "FROM alpine:3.24\nRUN --mount=type=cache,target=/var/cache/apk apk add curl\n",
			shown: false,
		},
	],
	check: {
		instruction({ keyword, flags }, { report }) {
			const known = instructionNamed(keyword)?.flags;
			if (!known || flags.length === 0) return;
			const names = known.map(({ name }) => name);
			for (const { name, nameSpan } of flags) {
				if (names.includes(name)) continue;
				const meant = name.length > 40 ? undefined : nearest(name, names);
				if (meant === undefined) report(nameSpan, { message: `${keyword} has no flag \`--${name.slice(0, 40)}\`.` });
				else {
					report(nameSpan, {
						message: `${keyword} has no flag \`--${name}\`; did you mean \`--${meant}\`?`,
						title: `Write --${meant}`,
						fix: () => [{ span: nameSpan, text: meant }],
					});
				}
			}
		},
	},
});
