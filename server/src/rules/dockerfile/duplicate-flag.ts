import { removeWord } from "../../dockerfile/edit.ts";
import { instructionNamed } from "../../dockerfile/vocabulary.ts";
import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "duplicate-flag",
	severity: "error",
	tags: ["correctness"],
	practice: ["D17"],
	aliases: ["dockerfile-utils/FLAG_DUPLICATE"],
	scope: "file",
	summary: "The flag is given twice.",
	why: "Most flags can be given once, and the builder refuses a second one even with the same value. Only `RUN --mount`, `RUN --device` and `--exclude` repeat.",
	fix: { title: "Remove the second flag", safety: "suggestion" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM alpine:3.24\nCOPY --chmod=755 ~~--chmod=755~~ run.sh /\n",
			good: "FROM alpine:3.24\nCOPY --chmod=755 run.sh /\n",
			message: "`--chmod` is given a second time.",
		},
	],
	check: {
		instruction({ keyword, flags }, { text, report }) {
			const seen = new Set<string>();
			for (const { name, span } of flags) {
				const known = instructionNamed(keyword)?.flags.find((flag) => flag.name === name);
				if (seen.has(name) && known && !known.repeats) {
					report(span, {
						message: `\`--${name}\` is given a second time.`,
						fix: () => [removeWord(text, span)],
						tag: "unnecessary",
					});
				}
				seen.add(name);
			}
		},
	},
});
