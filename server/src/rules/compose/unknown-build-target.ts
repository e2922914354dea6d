import { nearest } from "../../core/nearest.ts";
import { baseName } from "../../core/uri.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "unknown-build-target",
	severity: "error",
	tags: ["correctness"],
	practice: ["C11"],
	aliases: [],
	scope: "workspace",
	summary: "The Dockerfile has no stage of that name.",
	why: "`build.target` names the stage (`FROM … AS name`) at which the build ends. A name that the Dockerfile does not have stops the build.",
	fix: { title: "Replace with the nearest stage", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			files: { "api/Dockerfile": "FROM golang:1.25 AS build\nRUN go build\nFROM alpine:3.22 AS runtime\n" },
			bad: "services:\n  api:\n    build:\n      context: api\n      target: ~~runtme~~\n",
			good: "services:\n  api:\n    build:\n      context: api\n      target: runtime\n",
			message: "The Dockerfile has no stage `runtme`; its stages are `build` and `runtime`.",
		},
	],
	check: {
		service({ build }, { world, report }) {
			const target = build?.target;
			if (!build?.file || !target?.literal || target.inherited || target.text === "") return;
			const stages = world.factsOf(build.file).filter((fact) => fact.kind === "stage");
			const names = stages.flatMap(({ name }) => name ?? []);
			const wanted = target.text.toLowerCase();
			const isKnown =
				names.some((name) => name.toLowerCase() === wanted) || stages.some(({ index }) => `${index}` === wanted);
			if (stages.length === 0 || isKnown) return;
			const meant = nearest(target.text, names);
			report(target.span, {
				message: `The ${baseName(build.file)} has no stage \`${target.text}\`${listed(names)}.`,
				...(meant !== undefined && { title: `Replace with ${meant}`, fix: () => [{ span: target.span, text: meant }] }),
			});
		},
	},
});

function listed(names: readonly string[]): string {
	if (names.length === 0) return "; none of its stages has a name";
	const quoted = names.map((name) => `\`${name}\``);
	const last = quoted.pop();
	return quoted.length === 0
		? `; its only named stage is ${last}`
		: `; its stages are ${quoted.join(", ")} and ${last}`;
}
