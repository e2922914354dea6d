import ignore, { type Ignore } from "ignore";
import type { Level } from "../core/finding.ts";
import { severities } from "../core/finding.ts";
import { rulesNamed } from "../rules/names.ts";
import type { Rule } from "../rules/rule.ts";
import { type Choice, presetChoice } from "./lint.ts";

export type Preset = "recommended" | "all";

/** What users can choose, in .plimsoll.yaml, in the editor's settings or on the command line. Mistakes in it are left out. */
export interface Configuration {
	readonly preset: Preset | undefined;
	/** By rule id or a peer's id, in the order written. */
	readonly rules: readonly RuleSetting[];
	/** Patterns of paths that are not linted, as in .gitignore, from the configuration's folder. */
	readonly ignore: readonly string[];
	readonly kubernetesVersion: string | undefined;
}

export interface RuleSetting {
	readonly name: string;
	/** `on`: the rule's own level, which also switches on a rule of preset `all`. */
	readonly level: Level | "on" | undefined;
	readonly options: Readonly<Record<string, unknown>>;
}

export const levels: readonly (Level | "on")[] = ["on", "off", ...severities];

export const noConfiguration: Configuration = {
	preset: undefined,
	rules: [],
	ignore: [],
	kubernetesVersion: undefined,
};

/** Reads plain data: the editor's settings, or a configuration file's content. What is not as it should be is left out. */
export function toConfiguration(data: unknown): Configuration {
	const { preset, rules, ignore: paths, kubernetes } = toRecord(data);
	const version = toRecord(kubernetes)["version"];
	return {
		preset: preset === "recommended" || preset === "all" ? preset : undefined,
		rules: Object.entries(toRecord(rules)).map(([name, value]) => toRuleSetting(name, value)),
		ignore: Array.isArray(paths) ? paths.filter((path) => typeof path === "string") : [],
		kubernetesVersion: typeof version === "string" && version !== "" ? version : undefined,
	};
}

function toRuleSetting(name: string, value: unknown): RuleSetting {
	if (typeof value !== "object" || value === null) return { name, level: toLevel(value), options: {} };
	const { level, ...options } = value as Record<string, unknown>;
	return { name, level: toLevel(level), options };
}

/** YAML 1.1 readers make booleans of on and off. */
function toLevel(value: unknown): RuleSetting["level"] {
	if (value === true) return "on";
	if (value === false) return "off";
	return levels.find((level) => level === value);
}

function toRecord(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** Layers put over each other: the later one decides, rule by rule; ignored paths add up. */
export function layered(...layers: readonly Configuration[]): Configuration {
	return layers.reduce((below, above) => ({
		preset: above.preset ?? below.preset,
		rules: [...below.rules, ...above.rules],
		ignore: [...below.ignore, ...above.ignore],
		kubernetesVersion: above.kubernetesVersion ?? below.kubernetesVersion,
	}));
}

/** What a configuration means for each rule. */
export function toChoice(configuration: Configuration): Choice {
	const chosen = new Map<string, { level?: Level | "on"; options: Record<string, unknown> }>();
	for (const { name, level, options } of configuration.rules) {
		for (const { id } of rulesNamed(name)) {
			const before = chosen.get(id);
			const after = level ?? before?.level;
			chosen.set(id, { ...(after && { level: after }), options: { ...before?.options, ...options } });
		}
	}
	const byPreset = presetChoice(configuration.preset ?? "recommended");
	return {
		levelOf(rule: Rule) {
			const level = chosen.get(rule.id)?.level;
			if (level === "on") return rule.severity;
			return level ?? byPreset.levelOf(rule);
		},
		optionsOf: (rule: Rule) => ({ ...rule.options, ...chosen.get(rule.id)?.options }),
	};
}

/** Decides by the ignored paths of a configuration; paths are relative to its folder, with `/`. */
export function ignorer(configuration: Configuration): (path: string) => boolean {
	if (configuration.ignore.length === 0) return () => false;
	let patterns: Ignore | undefined;
	return (path) => {
		patterns ??= ignore({ allowRelativePaths: true }).add([...configuration.ignore]);
		return patterns.ignores(path);
	};
}
