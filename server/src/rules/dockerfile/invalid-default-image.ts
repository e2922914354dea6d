import { parseImage } from "../../container/image.ts";
import { covers } from "../../core/text.ts";
import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "invalid-default-image",
	severity: "warning",
	tags: ["correctness"],
	practice: ["D17"],
	aliases: ["buildkit/InvalidDefaultArgInFrom", "dockerfile-utils/BASE_NAME_EMPTY"],
	scope: "file",
	summary: "With the defaults of the build arguments this is no image reference.",
	why: "A build without `--build-arg` should work: give the ARG a default, or the variable one with `${NAME:-default}`.",
	links: ["https://docs.docker.com/reference/build-checks/invalid-default-arg-in-from/"],
	examples: [
		{
			path: "Dockerfile",
			bad: "ARG TAG\nFROM ~~alpine:${TAG}~~\n",
			good: "ARG TAG=3.24\nFROM alpine:${TAG}\n",
			message: "Without a value for `TAG` this is `alpine:`, which is no image reference.",
		},
		{
			path: "Dockerfile",
			bad: "ARG IMAGE=Alpine\nFROM ~~$IMAGE~~\n",
			good: "ARG IMAGE=alpine:3.24\nFROM $IMAGE\n",
			message: "With the defaults of the build arguments this is `Alpine`, which is no image reference.",
			shown: false,
		},
	],
	check: {
		from({ origin, instruction }, { model, report }) {
			const word = origin?.word;
			if (!word || word.literal || origin.stage) return;
			const uses = model.variables.filter((one) => one.instruction === instruction && covers(word.span, one.span));
			// A name that nobody declares is another matter; so is one the builder knows.
			if (uses.some(({ binding, modifier }) => binding?.origin !== "ARG" || modifier !== undefined)) return;
			let text = word.value;
			for (const { name, binding } of uses) {
				text = text.replaceAll(`\${${name}}`, binding?.value ?? "").replaceAll(`$${name}`, binding?.value ?? "");
			}
			if (text === "scratch" || parseImage(text) || text.includes("$")) return;
			const missing = uses.find(({ binding }) => binding?.value === undefined);
			const first = missing ? `Without a value for \`${missing.name}\`` : "With the defaults of the build arguments";
			report(word.inner, {
				message: `${first} this is ${text === "" ? "empty" : `\`${text}\``}, which is no image reference.`,
				// A required argument may be meant.
				...(missing && { severity: "info" as const }),
			});
		},
	},
});
