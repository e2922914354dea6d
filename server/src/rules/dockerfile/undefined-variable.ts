import { familiarName, parseImage } from "../../container/image.ts";
import { nearest } from "../../core/nearest.ts";
import { inCaseOf, insertLineAfter } from "../../dockerfile/edit.ts";
import type { VariableNode } from "../../dockerfile/nodes.ts";
import { predefinedArgument } from "../../dockerfile/predefined.ts";
import { bindingsOf, lookup } from "../../dockerfile/scope.ts";
import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "undefined-variable",
	severity: "warning",
	tags: ["correctness"],
	practice: ["D17"],
	aliases: ["buildkit/UndefinedVar", "buildkit/UndefinedArgInFrom", "hadolint/DL3044"],
	scope: "file",
	summary: "The variable is not set here, so nothing stands in its place.",
	why: "An unset variable is replaced by an empty text without a word. FROM sees only the ARGs above the first FROM; a stage sees none of them until it repeats `ARG NAME`, which takes over the value. The same holds for `TARGETARCH` and the other platform arguments. A variable that nothing in the file sets may come from the base image, so inside a stage only what is probably a mistake is reported.",
	links: ["https://docs.docker.com/reference/dockerfile/#scope"],
	fix: { title: "Declare it in the stage", safety: "suggestion" },
	examples: [
		{
			path: "Dockerfile",
			bad: 'ARG APP_VERSION=1.4\nFROM alpine:3.24\nRUN echo "$~~APP_VERSION~~" > /version\n',
			good: 'ARG APP_VERSION=1.4\nFROM alpine:3.24\nARG APP_VERSION\nRUN echo "$APP_VERSION" > /version\n',
			message: "`APP_VERSION` is declared above FROM only, so it is empty here.",
		},
		{
			path: "Dockerfile",
			bad: "ARG NODE_VERSION=24.11\nFROM node:${~~NODE_VERISON~~}-slim\n",
			good: "ARG NODE_VERSION=24.11\nFROM node:${NODE_VERSION}-slim\n",
			message: "`NODE_VERISON` is not set here; did you mean `NODE_VERSION`?",
			shown: false,
		},
		{
			path: "Dockerfile",
			bad: "FROM alpine:3.24\nENV A=1 B=$A FOLDER=/srv\nRUN case $~~TARGETARCH~~ in amd64) ;; esac\nWORKDIR $~~FODLER~~\nENV X=${UNKNOWN} Y=${FODLER:-y}\n",
			good: "FROM alpine:3.24\nARG TARGETARCH\nENV A=1 B=$A FOLDER=/srv\nRUN case $TARGETARCH in amd64) ;; esac\nWORKDIR $FOLDER\nENV X=${UNKNOWN} Y=${FODLER:-y}\n",
			shown: false,
		},
	],
	check: {
		variable(node, { text, report, model }) {
			const { name, nameSpan, binding, instruction, modifier } = node;
			if (binding || instruction.trigger || isHandled(modifier)) return;
			const { stage, keyword, scope } = instruction;
			const inFrom = keyword === "FROM";
			const declared = !inFrom && stage ? declaredAbove(node, lookup(model.globals, name) !== undefined) : undefined;
			if (declared !== undefined && stage) {
				const { keywordSpan } = stage.from.instruction;
				const line = `${inCaseOf(text.slice(keywordSpan.start, keywordSpan.end), "ARG")} ${name}`;
				report(nameSpan, {
					message: declared,
					title: `Declare ${name} in the stage`,
					fix: () => [insertLineAfter(text, stage.from.instruction, line)],
				});
				return;
			}
			if (node.by === "shell" || !(inFrom || stage)) return;
			const names = bindingsOf(scope).flatMap((one) => (one.nameSpan ? [one.name] : []));
			const meant = name.length < 4 ? undefined : nearest(name, names);
			if (meant !== undefined && (!scope.open || isOneSlip(name, meant))) {
				report(nameSpan, {
					message: `\`${name}\` is not set here; did you mean \`${meant}\`?`,
					title: `Write ${meant}`,
					fix: () => [{ span: nameSpan, text: meant }],
				});
			} else if (!scope.open)
				report(nameSpan, { message: `\`${name}\` is not set here, so nothing stands in its place.` });
		},
	},
});

/** Whether the author has thought of the variable being unset. */
function isHandled(modifier: string | undefined): boolean {
	return modifier !== undefined && /^:?[-+?=]$/.test(modifier);
}

/** Why a name that exists above FROM, or that the builder gives, is not set inside a stage. */
function declaredAbove({ name, instruction, by }: VariableNode, global: boolean): string | undefined {
	const group = predefinedArgument(name)?.group;
	if (group === "platform") return `\`${name}\` is empty here until the stage declares it with ARG.`;
	if (!global || group !== undefined) return undefined;
	// `ARG NODE_VERSION` above `FROM node:$NODE_VERSION`: the image sets a variable of that name itself.
	const reference = instruction.stage?.image === undefined ? undefined : parseImage(instruction.stage.image);
	const image = reference && familiarName(reference).split("/").at(-1);
	if (image !== undefined && name.toLowerCase().startsWith(image.slice(0, 4))) return undefined;
	if (by === "shell" && (instruction.keyword !== "RUN" || !instruction.scope.open)) return undefined;
	return `\`${name}\` is declared above FROM only, so it is empty here.`;
}

/** Whether two words differ by two letters that changed places, or by one that is missing, added or wrong. */
function isOneSlip(word: string, other: string): boolean {
	let start = 0;
	while (start < word.length && word[start] === other[start]) start++;
	let end = 0;
	while (end < Math.min(word.length, other.length) - start && word.at(-1 - end) === other.at(-1 - end)) end++;
	const a = word.slice(start, word.length - end);
	const b = other.slice(start, other.length - end);
	if (a.length === 2 && b.length === 2) return a[0] === b[1] && a[1] === b[0];
	return a.length <= 1 && b.length <= 1;
}
