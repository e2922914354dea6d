import type { Fact } from "../core/fact.ts";
import type { Node } from "../core/language.ts";
import type { ArgNode, HealthcheckNode, StageNode } from "./nodes.ts";

/** What other files may need of a Dockerfile: its stages, build arguments, and what the images of its stages are like. */
export function factsOf(stages: readonly StageNode[], nodes: readonly Node[]): readonly Fact[] {
	const healthchecks = new Map(
		nodes.flatMap((node) => {
			if (node.kind !== "healthcheck") return [];
			const healthcheck = node as HealthcheckNode;
			return [[healthcheck.instruction, healthcheck.type?.value.toUpperCase() === "CMD"] as const];
		}),
	);
	const facts: Fact[] = [];
	for (const node of nodes) {
		if (node.kind === "arg") facts.push(...argumentsOf(node as ArgNode));
		if (node.kind === "stage") {
			const stage = node as StageNode;
			facts.push(stageFact(stage), imageFact(stage, healthchecks.get(stage.healthcheck as never) ?? false));
		}
	}
	return stages.length === 0 && facts.length === 0 ? [] : facts;
}

function argumentsOf({ pairs, instruction }: ArgNode): Fact[] {
	if (instruction.trigger) return [];
	return pairs.map(({ span, name, value }) => ({
		kind: "build-argument",
		span,
		name: name.value,
		...(value?.resolved !== undefined && { default: value.resolved }),
	}));
}

function stageFact({ from, nameSpan, name, index, base, last }: StageNode): Fact {
	const span = nameSpan ?? from.instruction.keywordSpan;
	return { kind: "stage", span, ...(name !== undefined && { name }), index, base, last };
}

function imageFact({ from, index, user, workdir, ports }: StageNode, healthcheck: boolean): Fact {
	return {
		kind: "image-state",
		span: from.instruction.keywordSpan,
		stage: index,
		...(user?.literal && { user: user.value }),
		...(workdir?.literal && { workdir: workdir.value }),
		ports: ports.flatMap(({ value, literal }) => (literal ? exposed(value) : [])),
		healthcheck,
	};
}

/** The ports that a word of EXPOSE stands for, as `8080/tcp`; at most a hundred of a range. */
function exposed(text: string): string[] {
	const match = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/([a-z]+))?$/i.exec(text);
	if (!match) return [];
	const first = Number(match[1]);
	const last = Math.min(Number(match[2] ?? match[1]), first + 99);
	const protocol = (match[3] ?? "tcp").toLowerCase();
	return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => `${first + index}/${protocol}`);
}
