import type { Completion, Hover } from "../core/feature.ts";
import { type Severity, severities } from "../core/finding.ts";
import type { Language, Model, Problem } from "../core/language.ts";
import { nearest } from "../core/nearest.ts";
import { baseName } from "../core/uri.ts";
import { rules } from "../rules/index.ts";
import { rulesNamed } from "../rules/names.ts";
import type { Rule } from "../rules/rule.ts";
import { completeAt } from "../schema/complete.ts";
import { hoverAt } from "../schema/hover.ts";
import type { EnumValue, Key, ObjectType, Type } from "../schema/type.ts";
import { type SchemaProblem, validate } from "../schema/validate.ts";
import { cursorAt } from "../yaml/cursor.ts";
import { statementAt } from "../yaml/regions.ts";
import { parseYaml, resolve, type YamlFile, type YamlNode } from "../yaml/tree.ts";
import { type Configuration, levels, noConfiguration, toConfiguration } from "./configuration.ts";
import { ruleMarkdown } from "./explain.ts";

/** Names of the file, the first found above a file holds for it. */
export const configurationNames: readonly string[] = [".plimsoll.yaml", ".plimsoll.yml"];

const levelMeanings: Readonly<Record<Severity | "on" | "off", string>> = {
	on: "The rule's own level; switches on a rule of preset `all`.",
	off: "The rule says nothing.",
	error: "It will not build, apply or start.",
	warning: "A risk.",
	info: "A better way.",
	hint: "Style.",
};

const levelValues: readonly EnumValue[] = levels.map((value) => ({ value, doc: levelMeanings[value] }));

const level: Type = { kind: "scalar", of: ["string", "boolean"], values: levelValues, open: true };

function ruleType(rule: Rule): Type {
	const options = Object.entries(rule.options ?? {}).map(([name, value]): [string, Key] => [
		name,
		{ type: optionType(value), doc: `Option of \`${rule.id}\`.`, default: JSON.stringify(value) },
	]);
	const keys: Record<string, Key> = {
		level: { type: level, doc: "How serious its findings are." },
		...Object.fromEntries(options),
	};
	return { kind: "union", forms: [level, { kind: "object", name: "rule", keys }] };
}

function optionType(value: unknown): Type {
	if (Array.isArray(value)) return { kind: "list", items: { kind: "scalar", of: ["string"] } };
	if (typeof value === "number") return { kind: "scalar", of: ["integer", "number"] };
	return { kind: "scalar", of: [typeof value === "boolean" ? "boolean" : "string"] };
}

let made: ObjectType | undefined;

/** Everything that may stand in a .plimsoll.yaml; peers' rule ids are let in and checked apart. */
export function configurationType(): ObjectType {
	made ??= {
		kind: "object",
		name: "configuration",
		keys: {
			preset: {
				doc: "Which rules are on: `recommended` is quiet on good files, `all` adds the opinionated ones.",
				default: "recommended",
				example: "all",
				type: {
					kind: "scalar",
					of: ["string"],
					values: [
						{ value: "recommended", doc: "What nearly everybody wants." },
						{ value: "all", doc: "Every rule." },
					],
				},
			},
			rules: {
				doc: "Rules by name, each with its level, or with its level and options. A peer's name will do: `hadolint/DL3007`.",
				example: "latest-tag: error",
				type: {
					kind: "object",
					name: "set of rules",
					open: true,
					keys: Object.fromEntries(
						rules.map((rule) => [
							rule.id,
							{ type: () => ruleType(rule), doc: () => ruleMarkdown(rule), example: rule.severity },
						]),
					),
				},
			},
			ignore: {
				doc: "Patterns of files that are not linted, as in `.gitignore`, from this file's folder.",
				example: "- vendor/",
				type: { kind: "list", items: { kind: "scalar", of: ["string"] } },
			},
			kubernetes: {
				doc: "How Kubernetes manifests are judged.",
				example: 'version: "1.31"',
				type: {
					kind: "object",
					name: "Kubernetes setting",
					keys: {
						version: {
							doc: "The minor version of the cluster, such as `1.31`: fields and API versions are judged by it. Quote it, or YAML makes 1.30 a 1.3.",
							default: "the newest known",
							example: '"1.31"',
							type: { kind: "scalar", of: ["string"], format: { name: "Kubernetes version", check: checkVersion } },
						},
					},
				},
			},
		},
	};
	return made;
}

function checkVersion(value: string) {
	if (value === "" || /^v?1\.\d+(?:\.\d+)?$/.test(value)) return undefined;
	return {
		span: { start: 0, end: value.length },
		message: `\`${value}\` is no Kubernetes version; write one such as "1.31".`,
	};
}

interface ConfigurationModel extends Model {
	readonly yaml: YamlFile;
}

/** The configuration file as a language of its own, so that a mistake in it is a finding in it. */
export const configuration: Language<ConfigurationModel> = {
	id: "configuration",
	title: "Plimsoll configuration",
	matches: ({ uri }) => configurationNames.includes(baseName(uri)),
	parse({ uri, text }) {
		const yaml = parseYaml(text);
		const root = yaml.documents[0]?.root;
		return {
			language: "configuration",
			uri,
			text,
			yaml,
			nodes: [],
			facts: [],
			problems: [
				...yaml.problems.map(toProblem),
				...validate(root, configurationType()).map(toProblem),
				...unknownRules(root),
			],
			comments: yaml.comments,
			waivers: [],
			occurrences: [],
		};
	},
	statement: ({ yaml, text }, offset) => statementAt(text, yaml, offset),
	hover({ yaml }, offset): Hover | undefined {
		return hoverAt(cursorAt(yaml, offset), configurationType());
	},
	complete({ yaml }, offset): readonly Completion[] {
		return completeAt(cursorAt(yaml, offset), configurationType());
	},
};

function toProblem({ span, message }: Pick<SchemaProblem, "span" | "message">): Problem {
	return { rule: "invalid-configuration", span, message };
}

/** Names under `rules` that stand for no rule, and levels that are none. */
function unknownRules(root: YamlNode | undefined): Problem[] {
	const map = resolve(root);
	const list = map?.kind === "map" ? resolve(map.pairs.find(({ key }) => key.text === "rules")?.value) : undefined;
	if (list?.kind !== "map") return [];
	const problems: Problem[] = [];
	for (const { key, value } of list.pairs) {
		if (rulesNamed(key.text).length === 0) {
			const meant = nearest(
				key.text,
				rules.flatMap(({ id, aliases }) => [id, ...aliases]),
			);
			problems.push({
				rule: "invalid-configuration",
				span: key.span,
				message: `No rule is called \`${key.text}\`${meant ? `; did you mean \`${meant}\`?` : "."}`,
			});
			continue;
		}
		const written = resolve(value);
		const leaf =
			written?.kind === "map" ? resolve(written.pairs.find((pair) => pair.key.text === "level")?.value) : written;
		if (leaf?.kind === "scalar" && typeof leaf.value !== "boolean" && !levels.some((known) => known === leaf.text)) {
			problems.push({
				rule: "invalid-configuration",
				span: leaf.span,
				message: `\`${leaf.text}\` is no level; write on, off, ${severities.slice(0, -1).join(", ")} or ${severities.at(-1)}.`,
			});
		}
	}
	return problems;
}

/** What a configuration file chooses; its mistakes are left out, being findings of their own. */
export function readConfiguration(text: string): Configuration {
	const root = parseYaml(text).documents[0]?.root;
	return root ? toConfiguration(toPlain(root, 0)) : noConfiguration;
}

/** Nesting that no configuration needs. */
const maximumDepth = 8;

function toPlain(node: YamlNode | undefined, depth: number): unknown {
	const target = resolve(node);
	if (!target || depth > maximumDepth) return null;
	switch (target.kind) {
		case "scalar":
			return target.value;
		case "seq":
			return target.items.map(({ value }) => toPlain(value, depth + 1));
		case "map":
			return Object.fromEntries(target.pairs.map(({ key, value }) => [key.text, toPlain(value, depth + 1)]));
		default:
			return null;
	}
}
