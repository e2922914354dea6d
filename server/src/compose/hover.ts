import { describeImageAt } from "../container/image-description.ts";
import type { Hover, Occurrence } from "../core/feature.ts";
import { type Span, touches } from "../core/text.ts";
import { baseName, folderOf, relativeTo } from "../core/uri.ts";
import type { World } from "../core/world.ts";
import { hoverAt } from "../schema/hover.ts";
import { type Cursor, cursorAt } from "../yaml/cursor.ts";
import { entriesOf, isMerge, spanWithin, type YamlMap, type YamlNode, type YamlPair } from "../yaml/tree.ts";
import { excerpt } from "./describe.ts";
import { environmentOf, isSetElsewhere, templatesIn } from "./environment.ts";
import { hoverEnvironment } from "./hover-environment.ts";
import { evaluate, type Operator, type Variable, variablesOf } from "./interpolate.ts";
import { type ComposeModel, type ReferenceKind, sections } from "./nodes.ts";
import { composeFile } from "./vocabulary.ts";

/** What is known of the place at an offset of a Compose file. */
export function hover(model: ComposeModel, offset: number, world: World): Hover | undefined {
	return (
		hoverVariable(model, offset, world) ??
		hoverAnchor(model, offset) ??
		hoverEnvironment(model, offset, world) ??
		hoverName(model, offset, world) ??
		describeImageAt(model, offset, world) ??
		hoverTable(model, offset, world)
	);
}

function hoverTable(model: ComposeModel, offset: number, world: World): Hover | undefined {
	const cursor = cursorAt(model.yaml, offset);
	const merge = hoverMerge(model, cursor);
	if (merge) return merge;
	const found = hoverAt(cursor, composeFile);
	const value = found && cursor.position !== "key" ? resolvedValue(model, cursor, world) : undefined;
	return found && value !== undefined
		? { ...found, markdown: `With its variables replaced: \`${value}\`\n\n${found.markdown}` }
		: found;
}

/** The text of a value with variables, as far as all of them are known. */
function resolvedValue(model: ComposeModel, { scalar }: Cursor, world: World): string | undefined {
	if (!scalar?.text.includes("$") || scalar.text.includes("\n")) return undefined;
	const use = templatesIn(model.yaml).find((one) => one.scalar === scalar);
	if (!use || use.problems.length > 0 || [...variablesOf(use.template)].length === 0) return undefined;
	const { text, unset, demands } = evaluate(use.template, environmentOf(model.uri, world));
	return unset.length > 0 || demands.length > 0 ? undefined : text;
}

/** A variable in a value: what it stands for, and where that comes from. */
function hoverVariable(model: ComposeModel, offset: number, world: World): Hover | undefined {
	for (const { scalar, template } of templatesIn(model.yaml)) {
		if (!touches(scalar.span, offset)) continue;
		const place = (span: Span) => spanWithin(model.text, scalar, span.start, span.end);
		const here = [...variablesOf(template)].findLast(({ span }) => touches(place(span), offset));
		if (here) return { span: place(here.span), markdown: variableMarkdown(here, model, world) };
		for (const { index } of scalar.text.matchAll(/\$\$/g)) {
			const span = place({ start: index, end: index + 2 });
			if (touches(span, offset))
				return { span, markdown: "`$$` stands for one dollar sign, which Compose leaves alone." };
		}
		return undefined;
	}
	return undefined;
}

const operators: Readonly<Record<Operator, string>> = {
	":-": "where it is not set or empty",
	"-": "where it is not set",
	":?": "Compose stops where it is not set or empty",
	"?": "Compose stops where it is not set",
	":+": "where it is set and not empty",
	"+": "where it is set",
};

function variableMarkdown(variable: Variable, model: ComposeModel, world: World): string {
	const { name, operator, word = [] } = variable;
	const environment = environmentOf(model.uri, world);
	const setting = environment(name);
	const { text, unset, demands } = evaluate([variable], environment);
	const inner = evaluate(word, environment).text;
	const lines = [
		`**\`${name}\`** = ${demands.length > 0 || unset.length > 0 ? "*nothing known*" : `\`${text || '""'}\``}`,
	];
	if (setting)
		lines.push(`Set to \`${setting.value || '""'}\` in ${setting.source}; a variable of the shell wins over it.`);
	else if (name === "COMPOSE_PROJECT_NAME") lines.push("Set by Compose: the name of the project.");
	else if (isSetElsewhere(name)) lines.push("Comes from the shell.");
	else lines.push("Not set in the `.env` beside this file; a variable of the shell would be taken.");
	if (operator === ":?" || operator === "?")
		lines.push(`${operators[operator]}${inner === "" ? "." : `, saying “${inner}”.`}`);
	else if (operator === ":+" || operator === "+")
		lines.push(`Replaced by \`${inner || '""'}\` ${operators[operator]}.`);
	else if (operator) lines.push(`\`${inner || '""'}\` is the default ${operators[operator]}.`);
	return lines.join("\n\n");
}

/** An anchor or alias: what it stands for. */
function hoverAnchor({ yaml, text }: ComposeModel, offset: number): Hover | undefined {
	for (const { anchors, aliases } of yaml.documents) {
		const alias = aliases.find(({ span }) => touches(span, offset));
		if (alias) {
			const anchor = anchors.findLast(({ name, span }) => name === alias.name && span.start < alias.span.start);
			if (!anchor) return { span: alias.span, markdown: `No anchor \`&${alias.name}\` stands above.` };
			return {
				span: alias.span,
				markdown: `Stands for what \`&${alias.name}\` marks:\n\n${yamlBlock(excerpt(text, anchor.span.start))}`,
			};
		}
		const anchor = anchors.find(({ span }) => touches({ start: span.start - 1, end: span.end }, offset));
		if (anchor) {
			const uses = aliases.filter(({ name }) => name === anchor.name).length;
			return {
				span: { start: anchor.span.start - 1, end: anchor.span.end },
				markdown: `The anchor \`&${anchor.name}\`, used ${uses === 1 ? "once" : `${uses} times`} as \`*${anchor.name}\`.`,
			};
		}
	}
	return undefined;
}

/** A `<<`: which keys come in, and which the mapping has itself. */
function hoverMerge(_model: ComposeModel, { position, pair, map, scalar }: Cursor): Hover | undefined {
	if (position !== "key" || !pair || !map || !isMerge(pair) || scalar !== pair.key) return undefined;
	const own = new Set(map.pairs.filter((one) => !isMerge(one)).map(({ key }) => key.text));
	const incoming = entriesOf(onlyMerge(map, pair)).map(({ key }) => key);
	const lines = ["**`<<`** · merges the keys of other mappings into this one; a key that it has itself wins."];
	const added = incoming.filter((key) => !own.has(key));
	const overridden = incoming.filter((key) => own.has(key));
	if (added.length > 0) lines.push(`Comes in: ${added.map((key) => `\`${key}\``).join(", ")}`);
	if (overridden.length > 0) lines.push(`Overridden here: ${overridden.map((key) => `\`${key}\``).join(", ")}`);
	return { span: pair.key.span, markdown: lines.join("\n\n") };
}

function onlyMerge(map: YamlMap, pair: YamlPair): YamlMap {
	return { ...map, pairs: [pair] };
}

/** The name of a service, network …, where it is defined or used: its definition in short. */
function hoverName(model: ComposeModel, offset: number, world: World): Hover | undefined {
	const here = model.occurrences.find(({ span, kind }) => kind !== "anchor" && touches(span, offset));
	if (!here) return undefined;
	const markdown =
		here.kind === "stage"
			? stageMarkdown(here, model, world)
			: (nameMarkdown(here, model) ?? elsewhereMarkdown(here, model, world));
	if (markdown === undefined) return undefined;
	// What the value around a name means comes first: the mount, the link.
	const table = here.role === "reference" ? hoverAt(cursorAt(model.yaml, offset), composeFile) : undefined;
	const meaning = table?.markdown.startsWith("`") ? table.markdown.split("\n\n", 1)[0] : undefined;
	const isMore =
		meaning !== undefined &&
		table !== undefined &&
		table.span.end - table.span.start > here.span.end - here.span.start + 2;
	return { span: here.span, markdown: isMore ? `${meaning}\n\n${markdown}` : markdown };
}

/** What a service of another file is: of one that this file includes, or whose service is extended. */
function elsewhereMarkdown({ kind, name, scope }: Occurrence, { uri }: ComposeModel, world: World): string | undefined {
	if (kind !== "service") return undefined;
	const files = new Set([scope]);
	// Files that are added on the way are visited, too.
	for (const file of files) {
		for (const fact of world.factsOf(file)) {
			if (fact.kind === "compose-file") for (const loaded of fact.loads) files.add(loaded);
			if (fact.kind !== "compose-service" || fact.name !== name || file === uri) continue;
			const made = fact.image ?? (fact.build && `built from ${fact.build.context ?? "."}`);
			const ports = fact.ports.map((port) => `\`${port}\``).join(", ");
			return [
				`**\`${name}\`** · service of \`${relativeTo(folderOf(uri), file) ?? baseName(file)}\``,
				made && (fact.image ? `Image \`${made}\`` : `B${made.slice(1)}`),
				ports && `Ports ${ports}`,
			]
				.filter(Boolean)
				.join("\n\n");
		}
	}
	return undefined;
}

const emptyDefinitions: Readonly<Partial<Record<Occurrence["kind"], string>>> = {
	network: "A bridge network of this project.",
	volume: "A volume of this project that the engine keeps.",
};

function nameMarkdown(
	{ kind, name, scope, role }: Occurrence,
	{ file, text, uri, occurrences }: ComposeModel,
): string | undefined {
	if (kind === "profile") {
		const members = file.services.filter(({ profiles }) => profiles.some((profile) => profile.text === name));
		return `**\`${name}\`** · profile of ${members.map((service) => `\`${service.name}\``).join(", ")}\n\nStarted with \`docker compose --profile ${name} up\`.`;
	}
	if (!(kind in sections)) return undefined;
	if (scope !== uri) return undefined;
	const defined =
		kind === "service"
			? file.services.find((service) => service.name === name)
			: file.resources.find((resource) => resource.kind === kind && resource.name === name);
	if (!defined) {
		return kind === "network" && name === "default"
			? "**`default`** · network\n\nThe network that Compose makes for services that name none."
			: undefined;
	}
	const uses = new Set(usersOf(file.services, kind as ReferenceKind, name));
	const count = occurrences.filter((one) => one.kind === kind && one.name === name && one.role === "reference").length;
	const heading = `**\`${name}\`** · ${kind}`;
	const used =
		count === 0
			? kind === "service"
				? ""
				: "Nothing in this file refers to it."
			: `Used by ${[...uses].map((user) => `\`${user}\``).join(", ") || `${count} place${count === 1 ? "" : "s"}`}.`;
	if (role === "definition") return [heading, summaryOf(defined.pair.value), used].filter(Boolean).join("\n\n");
	const body = isEmpty(defined.pair.value)
		? (emptyDefinitions[kind] ?? "")
		: yamlBlock(excerpt(text, defined.pair.key.span.start));
	return [heading, body].filter((part) => part !== "").join("\n\n");
}

function usersOf(services: ComposeModel["file"]["services"], kind: ReferenceKind, name: string): string[] {
	return services.flatMap((service) =>
		service.references.some((one) => one.to === kind && one.name === name) ? [service.name] : [],
	);
}

function isEmpty(node: YamlNode | undefined): boolean {
	return (
		node === undefined ||
		(node.kind === "scalar" && node.value === null) ||
		(node.kind === "map" && node.pairs.length === 0)
	);
}

/** The keys of a definition that say most, in one line each. */
function summaryOf(node: YamlNode | undefined): string {
	if (node?.kind !== "map") return "";
	const told = entriesOf(node).flatMap(({ key, value }) => {
		const short = shortOf(value);
		return telling.has(key) && short !== undefined ? [`- ${key}: ${short}`] : [];
	});
	return told.join("\n");
}

const telling = new Set([
	"image",
	"build",
	"container_name",
	"ports",
	"depends_on",
	"networks",
	"profiles",
	"restart",
	"driver",
	"external",
	"file",
	"model",
	"name",
]);

function shortOf(node: YamlNode | undefined): string | undefined {
	switch (node?.kind) {
		case "scalar":
			return node.value === null ? undefined : `\`${node.text}\``;
		case "seq": {
			const items = node.items.flatMap(({ value }) => (value?.kind === "scalar" ? [`\`${value.text}\``] : []));
			return items.length > 0 ? items.join(", ") : undefined;
		}
		case "map":
			return node.pairs.length > 0 ? node.pairs.map(({ key }) => `\`${key.text}\``).join(", ") : undefined;
		default:
			return undefined;
	}
}

/** A stage that `build.target` names. */
function stageMarkdown({ name, scope }: Occurrence, _model: ComposeModel, world: World): string | undefined {
	const uri = scope.replace(/#stages$/, "");
	const stage = world.factsOf(uri).find((fact) => fact.kind === "stage" && fact.name?.toLowerCase() === name);
	if (stage?.kind !== "stage") return undefined;
	const state = world.factsOf(uri).find((fact) => fact.kind === "image-state" && fact.stage === stage.index);
	const facts = state?.kind === "image-state" ? state : undefined;
	const lines = [
		`- from \`${stage.base}\``,
		facts?.user === undefined ? "" : `- runs as \`${facts.user}\``,
		facts?.workdir === undefined ? "" : `- in \`${facts.workdir}\``,
		facts && facts.ports.length > 0 ? `- exposes ${facts.ports.map((port) => `\`${port}\``).join(", ")}` : "",
		facts?.healthcheck ? "- has a health check" : "",
	];
	return `**\`${stage.name ?? name}\`** · stage of the Dockerfile\n\n${lines.filter((line) => line !== "").join("\n")}`;
}

function yamlBlock(text: string): string {
	return `\`\`\`yaml\n${text}\n\`\`\``;
}
