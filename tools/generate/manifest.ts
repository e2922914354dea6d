import { readFileSync } from "node:fs";
import { levels } from "../../server/src/lint/configuration.ts";
import { rules } from "../../server/src/rules/index.ts";
import type { Rule } from "../../server/src/rules/rule.ts";
import type { GeneratedFile } from "../generate.ts";

/** JSON schema of what one rule can be set to; short, since VS Code reads some two hundred of them at every start. */
function ruleSchema(rule: Rule) {
	const options = Object.entries(rule.options ?? {});
	const described = { markdownDescription: rule.summary };
	if (options.length === 0) return { ...described, enum: levels };
	const properties = Object.fromEntries(options.map(([name, value]) => [name, { default: value }]));
	const object = {
		type: "object",
		properties: { level: { enum: levels }, ...properties },
		additionalProperties: false,
	};
	return { ...described, anyOf: [{ enum: levels }, object] };
}

/** JSON schema of the rules of a configuration; peers' names are let in. */
function rulesSchema() {
	return {
		type: "object",
		properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
		additionalProperties: { anyOf: [{ enum: levels }, { type: "object" }] },
	};
}

const texts = {
	preset: "Which rules are on: `recommended` is quiet on good files, `all` adds the opinionated ones.",
	rules: "Rules by name, each with its level, or with its level and options. A peer's name will do: `hadolint/DL3007`.",
	ignore: "Patterns of files that are not linted, as in `.gitignore`.",
	version:
		"The minor version of your cluster, such as `1.31`: fields and API versions are judged by it. Empty for the newest known.",
};

const presetSchema = { type: "string", enum: ["recommended", "all"], default: "recommended" };
const ignoreSchema = { type: "array", items: { type: "string" }, default: [] };
const versionSchema = { type: "string", pattern: "^(v?1\\.[0-9]+(\\.[0-9]+)?)?$", default: "" };

/** docs/plimsoll.schema.json: completes and checks .plimsoll.yaml in editors that read JSON schemas. */
export function configurationSchema(): GeneratedFile[] {
	const schema = {
		$schema: "http://json-schema.org/draft-07/schema#",
		title: "Plimsoll configuration",
		type: "object",
		additionalProperties: false,
		properties: {
			preset: { ...presetSchema, description: texts.preset },
			rules: { ...rulesSchema(), description: texts.rules },
			ignore: { ...ignoreSchema, description: texts.ignore },
			kubernetes: {
				type: "object",
				additionalProperties: false,
				properties: { version: { ...versionSchema, description: texts.version } },
			},
		},
	};
	return [{ path: "docs/plimsoll.schema.json", text: `${JSON.stringify(schema, undefined, 2)}\n` }];
}

/** The settings in package.json. */
export function manifest(): GeneratedFile[] {
	const before = JSON.parse(readFileSync("package.json", "utf8"));
	const configuration = {
		title: "Plimsoll",
		properties: {
			"plimsoll.preset": {
				...presetSchema,
				markdownDescription: texts.preset,
				enumDescriptions: ["What nearly everybody wants.", "Every rule."],
			},
			"plimsoll.rules": {
				...rulesSchema(),
				default: {},
				markdownDescription: `${texts.rules} A \`.plimsoll.yaml\` above a file decides over these settings.`,
			},
			"plimsoll.ignore": { ...ignoreSchema, markdownDescription: texts.ignore },
			"plimsoll.kubernetes.version": { ...versionSchema, markdownDescription: texts.version },
			"plimsoll.trace.server": {
				type: "string",
				enum: ["off", "messages", "verbose"],
				default: "off",
				markdownDescription:
					"Writes what the editor and the language server say to each other into the output channel.",
			},
		},
	};
	const contributes = { ...before.contributes, configuration };
	return [{ path: "package.json", text: `${JSON.stringify({ ...before, contributes }, undefined, 2)}\n` }];
}
