import type { FileNode, Reference } from "../../compose/nodes.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "dependency-cycle",
	severity: "error",
	tags: ["correctness"],
	practice: ["C04", "C06"],
	aliases: ["compose/dependency-cycle", "compose/circular-reference"],
	scope: "file",
	summary: "Services depend on each other in a circle, so none of them can start first.",
	why: "Compose starts a service after the ones it depends on: those of `depends_on`, `links`, `volumes_from` and of a shared namespace such as `network_mode: service:…`. It refuses a circle, and also a chain of `extends` that comes back to its start.",
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  api:\n    image: example/api:1.4\n    depends_on: [~~worker~~]\n  worker:\n    image: example/worker:1.4\n    depends_on: [~~api~~]\n",
			good: "services:\n  api:\n    image: example/api:1.4\n  worker:\n    image: example/worker:1.4\n    depends_on: [api]\n",
			message: "`api` depends on itself: api → worker → api.",
		},
		{
			path: "compose.yaml",
			bad: "services:\n  api:\n    image: example/api:1.4\n    depends_on:\n      ~~api~~:\n        condition: service_healthy\n",
			good: "services:\n  api:\n    image: example/api:1.4\n",
			message: "`api` depends on itself.",
			shown: false,
		},
		{
			path: "compose.yaml",
			bad: "services:\n  a:\n    extends: ~~b~~\n    image: example/a:1.4\n  b:\n    extends:\n      service: ~~a~~\n",
			good: "services:\n  a:\n    image: example/a:1.4\n  b:\n    extends:\n      service: a\n",
			message: "`a` extends itself: a → b → a.",
			shown: false,
		},
	],
	check: {
		file(file, { report }) {
			const budget = { steps: maximumSteps };
			for (const [verb, belongs] of relations) {
				const graph = graphOf(file, belongs);
				const groups = groupsOf(graph);
				for (const edges of graph.values()) {
					for (const edge of edges) {
						if (edge.from !== edge.name && (groups.get(edge.from) ?? -1) !== groups.get(edge.name)) continue;
						const way = wayBack(graph, edge, groups, budget);
						const path = way.length > 2 ? `: ${way.join(" → ")}` : "";
						report(edge.span, { message: `\`${edge.from}\` ${verb} itself${path}.` });
					}
				}
			}
		},
	},
});

const relations: readonly (readonly [verb: string, belongs: (reference: Reference) => boolean])[] = [
	["depends on", ({ to, ordering }) => to === "service" && ordering],
	["extends", ({ to, via }) => to === "service" && via === "extends"],
];

type Graph = ReadonlyMap<string, readonly Reference[]>;

function graphOf({ services }: FileNode, belongs: (reference: Reference) => boolean): Graph {
	return new Map(
		services.map(({ name, references }) => [
			name,
			references.filter((reference) => belongs(reference) && reference.defined && !reference.inherited),
		]),
	);
}

/** The circle each service is part of, by number: Tarjan's strongly connected components, without recursion. */
function groupsOf(graph: Graph): ReadonlyMap<string, number> {
	const groups = new Map<string, number>();
	const order = new Map<string, number>();
	const low = new Map<string, number>();
	const open: string[] = [];
	for (const start of graph.keys()) {
		if (order.has(start)) continue;
		const work: { name: string; next: number }[] = [{ name: start, next: 0 }];
		while (work.length > 0) {
			const frame = work.at(-1) as { name: string; next: number };
			const { name } = frame;
			if (frame.next === 0) {
				order.set(name, order.size);
				low.set(name, order.get(name) as number);
				open.push(name);
			}
			const edge = graph.get(name)?.[frame.next++];
			if (edge) {
				if (!order.has(edge.name)) work.push({ name: edge.name, next: 0 });
				else if (!groups.has(edge.name))
					low.set(name, Math.min(low.get(name) as number, order.get(edge.name) as number));
				continue;
			}
			work.pop();
			const parent = work.at(-1);
			if (parent) low.set(parent.name, Math.min(low.get(parent.name) as number, low.get(name) as number));
			if (low.get(name) !== order.get(name)) continue;
			const group = open.splice(open.indexOf(name));
			for (const member of group) groups.set(member, order.get(name) as number);
		}
	}
	return groups;
}

/** So many edges are followed to name the ways of one file; in larger knots only the edges are marked. */
const maximumSteps = 20_000;

/** The shortest way from an edge's start over the edge back to it, by name. */
function wayBack(
	graph: Graph,
	{ from, name }: Reference,
	groups: ReadonlyMap<string, number>,
	budget: { steps: number },
): string[] {
	const cameFrom = new Map<string, string>([[name, from]]);
	const queue = [name];
	for (let head = 0; head < queue.length && !cameFrom.has(from); head++) {
		const current = queue[head] as string;
		for (const edge of graph.get(current) ?? []) {
			if (--budget.steps < 0) return [];
			if (groups.get(edge.name) !== groups.get(from) || cameFrom.has(edge.name)) continue;
			cameFrom.set(edge.name, current);
			queue.push(edge.name);
		}
	}
	const way = [from];
	for (let current = cameFrom.get(from); current !== undefined && current !== from; current = cameFrom.get(current))
		way.unshift(current);
	return [from, ...way];
}
