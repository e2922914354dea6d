import { rules } from "./index.ts";
import type { Rule } from "./rule.ts";

let byName: ReadonlyMap<string, readonly Rule[]> | undefined;

/** Rules by id and by alias; aliases in lower case. Made on first use. */
function table(): ReadonlyMap<string, readonly Rule[]> {
	if (byName) return byName;
	const made = new Map<string, Rule[]>();
	for (const rule of rules) {
		for (const name of [rule.id, ...rule.aliases.map((alias) => alias.toLowerCase())]) {
			const list = made.get(name);
			if (list) list.push(rule);
			else made.set(name, [rule]);
		}
	}
	byName = made;
	return made;
}

/** The rule of an id, or the first that covers a peer's id such as `hadolint/DL3007`. */
export function ruleNamed(name: string): Rule | undefined {
	return rulesNamed(name)[0];
}

/** The rule of an id, or all rules that cover a peer's id; a peer's bare id (`DL3007`) is taken too. */
export function rulesNamed(name: string): readonly Rule[] {
	const found = table().get(name) ?? table().get(name.toLowerCase());
	if (found) return found;
	if (name.includes("/")) return [];
	const suffix = `/${name.toLowerCase()}`;
	return rules.filter((rule) => rule.aliases.some((alias) => alias.toLowerCase().endsWith(suffix)));
}

/** Ids of all rules. */
export function ruleNames(): readonly string[] {
	return rules.map(({ id }) => id);
}
