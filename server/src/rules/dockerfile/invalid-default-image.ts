import { parseImage } from "../../container/image.ts";
import { lookup } from "../../dockerfile/scope.ts";
import { dockerfileRule } from "../rule.ts";

/** A plain use of a variable: `$X` or `${X}`. */
const use = /\$(?:\{(\w+)\}|(\w+))/g;

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
		from({ origin, instruction }, { report }) {
			const word = origin?.word;
			if (!word || word.literal || origin.stage) return;
			const uses = [...word.value.matchAll(use)].map(([, braced, bare]) =>
				lookup(instruction.scope, braced ?? bare ?? ""),
			);
			// A name that nobody declares is another matter; so is one the builder knows.
			if (uses.some((binding) => binding?.origin !== "ARG")) return;
			// What has a default of its own keeps its dollar, and nothing is said of it.
			const text = word.value.replace(use, (_, braced, bare) => lookup(instruction.scope, braced ?? bare)?.value ?? "");
			if (text === "scratch" || parseImage(text) || text.includes("$")) return;
			const missing = uses.find((binding) => binding?.value === undefined);
			const first = missing ? `Without a value for \`${missing.name}\`` : "With the defaults of the build arguments";
			report(word.inner, {
				message: `${first} this is ${text === "" ? "empty" : `\`${text}\``}, which is no image reference.`,
				// A required argument may be meant.
				...(missing && { severity: "info" as const }),
			});
		},
	},
});
