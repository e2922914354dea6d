import type { Hover } from "../core/feature.ts";
import { touches } from "../core/text.ts";
import type { World } from "../core/world.ts";
import { type DotenvVariable, readDotenv } from "../dotenv/dotenv.ts";
import { environmentOf } from "./environment.ts";
import { evaluate, parseTemplate } from "./interpolate.ts";
import type { ComposeModel, Service, ServiceVariable, Text } from "./nodes.ts";

/*
 * Where a container's variables come from. What `environment` says wins over env files, and of these a later one over an earlier.
 * Source: docs.docker.com, Environment variables precedence.
 */

/** On the name of a variable of `environment`: its value, and what it wins over. On a path of `env_file`: what the file sets. */
export function hoverEnvironment(model: ComposeModel, offset: number, world: World): Hover | undefined {
	for (const service of model.file.services) {
		const variable = service.environment.find(({ nameSpan, inherited }) => !inherited && touches(nameSpan, offset));
		if (variable) return { span: variable.nameSpan, markdown: variableMarkdown(variable, service, model, world) };
		const file = service.environmentFiles.find(({ span, inherited }) => !inherited && touches(span, offset));
		const markdown = file && fileMarkdown(file, service, model, world);
		if (markdown) return { span: file.span, markdown };
	}
	return undefined;
}

/** A setting of an env file and where it stands. */
interface FileSetting {
	readonly variable: DotenvVariable;
	readonly path: string;
}

function settingsOf(file: Text, model: ComposeModel, world: World): readonly FileSetting[] | undefined {
	const text = file.literal ? world.read(world.resolve(model.uri, file.text)) : undefined;
	return text === undefined ? undefined : readDotenv(text).map((variable) => ({ variable, path: file.text }));
}

function variableMarkdown(
	{ name, value }: ServiceVariable,
	{ environmentFiles }: Service,
	model: ComposeModel,
	world: World,
): string {
	const below = environmentFiles
		.flatMap((file) => settingsOf(file, model, world) ?? [])
		.filter((setting) => setting.variable.name === name);
	const beaten = below.map((setting) => `${shown(setting.variable.value)} of ${placeOf(setting)}`).join(" and ");
	const wins = beaten === "" ? "" : `It wins over ${beaten}.`;
	if (value === undefined) {
		const own = environmentOf(model.uri, world)(name);
		const otherwise = own ? `, or else ${shown(own.value)} of ${own.source}` : "; without one there it is not set";
		return paragraphs(`**\`${name}\`** · taken from the shell${otherwise}.`, wins);
	}
	const { text, unset, demands } = evaluate(parseTemplate(value).template, environmentOf(model.uri, world));
	const known = unset.length === 0 && demands.length === 0;
	return paragraphs(
		`**\`${name}\`** = ${known ? shown(text) : shown(value)}`,
		`Set here for the container. ${wins}`.trim(),
	);
}

function fileMarkdown(
	file: Text,
	{ environment, environmentFiles }: Service,
	model: ComposeModel,
	world: World,
): string | undefined {
	const settings = settingsOf(file, model, world);
	if (!settings) return undefined;
	const later = environmentFiles
		.slice(environmentFiles.indexOf(file) + 1)
		.flatMap((other) => settingsOf(other, model, world) ?? []);
	const lines = settings.map(({ variable: { name, value } }) => {
		const winner = environment.some((own) => own.name === name)
			? "`environment` wins"
			: later.some((other) => other.variable.name === name)
				? "a later file wins"
				: "";
		return `- \`${name}\` = ${shown(value)}${winner && ` (${winner})`}`;
	});
	return paragraphs(`**\`${file.text}\`** sets for the container:`, lines.join("\n") || "nothing");
}

function placeOf({ variable, path }: FileSetting): string {
	return `\`${path}\`, line ${variable.line}`;
}

function shown(value: string | undefined): string {
	return value === undefined ? "the shell's value" : `\`${value === "" ? '""' : value.replace(/[`\n]/g, " ")}\``;
}

function paragraphs(...parts: readonly string[]): string {
	return parts.filter((part) => part !== "").join("\n\n");
}
