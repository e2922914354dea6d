import { familiarName, parseImage } from "../../container/image.ts";
import { baseImage } from "../../container/images.ts";
import { nearest } from "../../core/nearest.ts";
import type { DockerfileModel, InstructionNode, Origin } from "../../dockerfile/nodes.ts";
import { type Context, dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "unknown-stage",
	severity: "error",
	tags: ["correctness"],
	practice: ["D17", "D03"],
	aliases: ["hadolint/DL3022", "dockerfile-utils/FLAG_INVALID_FROM_VALUE"],
	scope: "file",
	summary: "No earlier stage has this name or number.",
	why: "`COPY --from`, `--mount=from=` and FROM look among the stages above, by name or by number from 0. A name that is none of them is taken for an image and pulled, so a misspelt stage ends in a puzzling error about a repository that does not exist.",
	links: ["https://docs.docker.com/build/building/multi-stage/"],
	fix: { title: "Write the stage that was probably meant", safety: "suggestion" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM golang:1.26 AS builder\nRUN go build -o /app .\n\nFROM scratch\nCOPY --from=~~buidler~~ /app /app\n",
			good: "FROM golang:1.26 AS builder\nRUN go build -o /app .\n\nFROM scratch\nCOPY --from=builder /app /app\n",
			message: "No stage is named `buidler`; did you mean `builder`?",
		},
		{
			path: "Dockerfile",
			bad: "FROM golang:1.26\nRUN go build -o /app .\n\nFROM scratch\nCOPY --from=~~2~~ /app /app\n",
			good: "FROM golang:1.26\nRUN go build -o /app .\n\nFROM scratch\nCOPY --from=0 /app /app\n",
			message: "There is no stage 2 before this one, which is stage 1.",
			shown: false,
		},
	],
	check: {
		from({ origin, instruction }, context) {
			if (origin) checkName(origin, instruction, context, false);
		},
		copy({ from, instruction }, context) {
			if (from) checkName(from, instruction, context, true);
		},
		run({ mounts, instruction }, context) {
			for (const { from } of mounts) if (from) checkName(from, instruction, context, true);
		},
	},
});

/** How many stages before and after are looked through for a name. */
const mostStages = 200;

function checkName(
	{ word, stage }: Origin,
	{ stage: own, keyword }: InstructionNode,
	{ model, report }: Context<DockerfileModel>,
	copied: boolean,
): void {
	const name = word.value;
	const index = own?.index ?? 0;
	if (!word.literal || name === "" || name === "scratch") return;
	if (copied && /^\d+$/.test(name)) {
		if (Number(name) < index) return;
		// A stage that copies from itself has a rule of its own.
		if (Number(name) === index && keyword === "COPY") return;
		report(word.inner, { message: `There is no stage ${name} before this one, which is stage ${index}.` });
		return;
	}
	// What has a tag, a path or a registry is an image.
	if (stage || /[:/@.]/.test(name)) return;
	const later = model.stages.slice(index + 1, index + mostStages);
	if (copied && later.some((one) => one.name?.toLowerCase() === name.toLowerCase())) {
		report(word.inner, { message: `The stage \`${name}\` comes only after this one.` });
		return;
	}
	if (isKnownImage(name)) return;
	const names = model.stages.slice(Math.max(0, index - mostStages), index).flatMap((one) => one.name ?? []);
	const meant = name.length > 60 ? undefined : nearest(name, names);
	if (meant === undefined) return;
	report(word.inner, {
		message: `No stage is named \`${name}\`; did you mean \`${meant}\`?`,
		title: `Write ${meant}`,
		fix: () => [{ span: word.inner, text: meant }],
	});
}

function isKnownImage(name: string): boolean {
	const reference = parseImage(name);
	return reference !== undefined && familiarName(reference) === name && baseImage(reference) !== undefined;
}
