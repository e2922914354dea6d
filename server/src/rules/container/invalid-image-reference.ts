import { parseImage } from "../../container/image.ts";
import { nearest } from "../../core/nearest.ts";
import { containerRule, type Model } from "../rule.ts";

export default containerRule({
	id: "invalid-image-reference",
	severity: "error",
	tags: ["correctness"],
	practice: ["D17", "C01", "K21"],
	aliases: ["dockerfile-utils/INVALID_REFERENCE_FORMAT"],
	scope: "file",
	summary: "The text is no image reference.",
	why: "A reference is `registry/path:tag@digest`: the path in lower case, the tag of letters, digits, `_`, `.` and `-`, the digest as `sha256:` and 64 digits. Anything else is refused before something is pulled.",
	links: ["https://github.com/distribution/reference/blob/main/reference.go"],
	fix: { title: "Write the name in lower case", safety: "safe" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM ~~registry.example.com/Shop:1.2~~\n",
			good: "FROM registry.example.com/shop:1.2\n",
			message: "`registry.example.com/Shop:1.2` is no image reference: its name has to be in lower case.",
		},
		{
			path: "compose.yaml",
			bad: "services:\n  shop:\n    image: ~~Nginx:1.30~~\n",
			good: "services:\n  shop:\n    image: nginx:1.30\n",
		},
	],
	check: {
		image({ reference, literal, text, span }, { model, report }) {
			// Templates of other tools are not ours to judge.
			if (reference || !literal || text === "" || /[{}$<>]|^\s|\s$/.test(text)) return;
			if (/^[\w-]+$/.test(text) && nearest(text, stageNames(model)) !== undefined) return;
			const name = /^[^:@]*(?::\d+\/[^:@]*)?/.exec(text)?.[0] ?? "";
			const lower = name.toLowerCase() + text.slice(name.length);
			const mends = parseImage(lower) !== undefined;
			report(span, {
				message: `\`${text}\` is no image reference${mends ? ": its name has to be in lower case" : ""}.`,
				...(mends && { fix: () => [{ span, text: lower }] }),
			});
		},
	},
});

/** Names of the stages of a Dockerfile: a word that is nearly one is a misspelt stage, which has a rule of its own. */
function stageNames({ facts }: Model): readonly string[] {
	return facts.flatMap((fact) => (fact.kind === "stage" ? (fact.name ?? []) : []));
}
