import type { Binding, Bindings, Scope } from "./nodes.ts";
import { predefinedArguments } from "./predefined.ts";

/*
 * Which variables an instruction sees. Source: Dockerfile reference, sections "ARG" and "Environment replacement";
 * frontend/dockerfile/dockerfile2llb/convert.go of moby/buildkit (ENV goes before ARG, whichever comes first).
 */

type OrderedBinding = Bindings["env"][number];

/** The bindings of one stage, or of the lines before the first. It only grows, so a scope is a mark in it. */
export class ScopeTable {
	readonly #names = new Map<string, { readonly env: OrderedBinding[]; readonly others: OrderedBinding[] }>();
	readonly #outer: Scope | undefined;
	readonly #open: boolean;
	#size = 0;

	/** `outer`: what the stage inherits. `open`: its base image may have set names that are not known. */
	constructor(outer: Scope | undefined, open: boolean) {
		this.#outer = outer;
		this.#open = open;
	}

	add(binding: Binding): void {
		let bindings = this.#names.get(binding.name);
		if (!bindings) {
			bindings = { env: [], others: [] };
			this.#names.set(binding.name, bindings);
		}
		(binding.origin === "ENV" ? bindings.env : bindings.others).push({ ...binding, order: this.#size++ });
	}

	/** What is in effect now. */
	scope(): Scope {
		return { names: this.#names, end: this.#size, outer: this.#outer, open: this.#open };
	}
}

function predefined(group: "proxy" | "platform", origin: Binding["origin"]): readonly Binding[] {
	return predefinedArguments
		.filter((argument) => argument.group === group)
		.map(({ name }) => ({ name, origin, value: undefined, nameSpan: undefined, symbol: "predefined" }));
}

function fixed(bindings: readonly Binding[]): Scope {
	const table = new ScopeTable(undefined, false);
	for (const binding of bindings) table.add(binding);
	return table.scope();
}

const proxies = predefined("proxy", "predefined");
const platforms = predefined("platform", "platform");

/** What the builder gives to FROM lines. */
export const fromScope = fixed([...proxies, ...platforms]);

/** What the builder gives to every stage. */
export const stageScope = fixed([
	...proxies,
	{ name: "PATH", origin: "predefined", value: undefined, nameSpan: undefined, symbol: "predefined" },
]);

/** What a name stands for: an ENV before an ARG, the newest first. */
export function lookup(scope: Scope, name: string): Binding | undefined {
	let argument: Binding | undefined;
	for (let at: Scope | undefined = scope; at; at = at.outer) {
		const bindings = at.names.get(name);
		if (!bindings) continue;
		const environment = newest(bindings.env, at.end);
		if (environment) return environment;
		argument ??= newest(bindings.others, at.end);
	}
	return argument;
}

/** Everything in scope, each name once with what it stands for. */
export function bindingsOf(scope: Scope): readonly Binding[] {
	const names = new Set<string>();
	for (let at: Scope | undefined = scope; at; at = at.outer) for (const name of at.names.keys()) names.add(name);
	return [...names].flatMap((name) => lookup(scope, name) ?? []);
}

/** The last binding made before `end`. */
function newest(bindings: readonly OrderedBinding[], end: number): OrderedBinding | undefined {
	let low = 0;
	let high = bindings.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((bindings[middle] as OrderedBinding).order < end) low = middle + 1;
		else high = middle;
	}
	return bindings[low - 1];
}
