import { completeImageValue } from "../container/image-offers.ts";
import { hasVariable } from "../container/value.ts";
import type { StageFact } from "../core/fact.ts";
import type { Completion, CompletionKind } from "../core/feature.ts";
import type { Offer } from "../core/offer.ts";
import { lineEnd, lineStart } from "../core/text.ts";
import type { World } from "../core/world.ts";
import { completeType } from "../schema/complete.ts";
import type { EnumValue, Format, Type } from "../schema/type.ts";
import { formsOf, typeAt, typeOf } from "../schema/walk.ts";
import { type Cursor, cursorAt, type YamlPath } from "../yaml/cursor.ts";
import { dataFolder } from "./databases.ts";
import { excerpt } from "./describe.ts";
import { dotenvOf, templatesIn } from "./environment.ts";
import * as formats from "./formats.ts";
import { readinessCommand } from "./healthchecks.ts";
import { variablesOf } from "./interpolate.ts";
import type { ComposeModel, ResourceKind, Service } from "./nodes.ts";
import { composeFile } from "./vocabulary.ts";

/** Everything that can be written at an offset of a Compose file. */
export function complete(model: ComposeModel, offset: number, world: World): readonly Completion[] {
	if (model.comments.some(({ span }) => span.start < offset && offset <= span.end)) return [];
	const before = model.text.slice(lineStart(model.text, offset), offset);
	return (
		variables(model, offset, before, world) ??
		anchors(model, offset, before) ??
		tags(model, offset, before) ??
		imageNames(model, offset, world) ??
		keysAndValues(model, offset, world)
	);
}

/** Inside `${` and after `$`: names of the `.env` file, and those used elsewhere in this file. */
function variables(
	model: ComposeModel,
	offset: number,
	before: string,
	world: World,
): readonly Completion[] | undefined {
	const [, braces, typed = ""] = /(?:^|[^$])(?:\$\$)*\$(\{?)([A-Za-z_]\w*)?$/.exec(before) ?? [];
	if (braces === undefined || (braces === "" && typed === "") || !/[:-]\s|^\s/.test(before)) return undefined;
	const rest = /^\w*/.exec(model.text.slice(offset, lineEnd(model.text, offset)))?.[0] ?? "";
	const span = { start: offset - typed.length, end: offset + rest.length };
	const close = braces === "{" && !/^\w*(?:\}|:?[-?+])/.test(model.text.slice(offset)) ? "}" : "";
	const settings = dotenvOf(model.uri, world) ?? new Map();
	const used = new Set<string>();
	for (const { template } of templatesIn(model.yaml)) for (const { name } of variablesOf(template)) used.add(name);
	// The half-typed name itself is no use of a variable.
	if (typed !== "" && !settings.has(typed) && countOf(model.text, `$${braces}${typed}`) < 2) used.delete(typed);
	const names = new Set([...settings.keys(), ...used, "COMPOSE_PROJECT_NAME"]);
	return [...names].map((name) => {
		const setting = settings.get(name);
		return {
			label: name,
			kind: "variable",
			...(setting && { detail: setting.value, documentation: `Set in ${setting.source}.` }),
			...(name === "COMPOSE_PROJECT_NAME" && { detail: "set by Compose" }),
			edit: { span, text: name + close },
			rank: setting ? 0 : 1,
		};
	});
}

function countOf(text: string, part: string): number {
	return text.split(part).length - 1;
}

/** After `*`: the anchors above. */
function anchors({ text, yaml }: ComposeModel, offset: number, before: string): readonly Completion[] | undefined {
	const [, typed] = /(?:[:,[-]\s+|\[)\*([^\s[\]{},*&]*)$/.exec(before) ?? [];
	if (typed === undefined) return undefined;
	const rest = /^[^\s[\]{},*&:]*/.exec(text.slice(offset, lineEnd(text, offset)))?.[0] ?? "";
	const document = yaml.documents.findLast(({ span }) => span.start <= offset) ?? yaml.documents[0];
	const above = (document?.anchors ?? []).filter(({ span }) => span.end < offset - typed.length);
	const merges = /<<:\s+(?:\[.*)?\*\S*$/.test(before);
	return [...new Map(above.map((anchor) => [anchor.name, anchor])).values()].map(({ name, span }) => ({
		label: name,
		kind: "reference",
		detail: merges ? "keys to merge" : "anchor",
		documentation: () => `\`\`\`yaml\n${excerpt(text, span.start - 1)}\n\`\`\``,
		edit: { span: { start: offset - typed.length, end: offset + rest.length }, text: name },
	}));
}

const mergeTags: readonly EnumValue[] = [
	{ value: "!reset", doc: "Takes the value of the file below away. Since Compose 2.24." },
	{ value: "!override", doc: "Replaces the value of the file below instead of merging with it. Since Compose 2.24.4." },
];

/** After `!`, behind a colon or dash. */
function tags(_model: ComposeModel, offset: number, before: string): readonly Completion[] | undefined {
	const [, typed] = /[:-]\s+(![a-z]*)$/.exec(before) ?? [];
	if (typed === undefined) return undefined;
	return mergeTags.map(({ value, doc }) => ({
		label: value,
		kind: "value",
		documentation: doc as string,
		edit: { span: { start: offset - typed.length, end: offset }, text: value },
	}));
}

/** In the value of `image`: images of this workspace, the images that are known, and tags. */
function imageNames(model: ComposeModel, offset: number, world: World): readonly Completion[] | undefined {
	const { yaml } = model;
	const document = yaml.documents.findLast(({ span }) => span.start <= offset);
	const holds = (path: YamlPath): boolean => {
		const type = typeAt(composeFile, [...path, "image"], document?.root);
		return (
			type !== undefined && formsOf(type).some((form) => form.kind === "scalar" && form.format === formats.imageName)
		);
	};
	const used = new Set(world.facts("compose-service").flatMap(({ fact: { image } }) => image ?? []));
	const written = yaml.text.slice(lineStart(yaml.text, offset), lineEnd(yaml.text, offset));
	const others = [...used]
		.filter((image) => !hasVariable(image) && !written.includes(image))
		.map((label): Offer => ({ label, kind: "image", detail: "used in this workspace", rank: -1 }));
	return completeImageValue(yaml, offset, world.settings.today, holds, others);
}

/** Something of this project to write, besides what the table knows. */
interface Suggestion extends EnumValue {
	readonly kind: CompletionKind;
	readonly detail?: string;
	/** Ask again once it is inserted: a folder. */
	readonly again?: true;
	/** What is inserted instead of `value`, with tab stops. */
	readonly snippet?: string;
}

/** What suggestions depend on. */
interface Place {
	readonly model: ComposeModel;
	readonly world: World;
	readonly cursor: Cursor;
	/** The service that is written in. */
	readonly service: Service | undefined;
	readonly serviceName: string | undefined;
}

function keysAndValues(model: ComposeModel, offset: number, world: World): readonly Completion[] {
	const cursor = cursorAt(model.yaml, offset);
	const here = cursor.position === "none" ? undefined : typeAt(composeFile, cursor.path, cursor.document?.root);
	if (!here) return [];
	const [section, name] = cursor.path;
	const serviceName = section === "services" && typeof name === "string" ? name : undefined;
	const service = model.file.services.find((one) => one.name === serviceName);
	const place = { model, world, cursor, service, serviceName };
	const offered = new Map<string, Suggestion>();
	const suggest = (format: Format): readonly EnumValue[] => {
		const found = suggestionsFor(format, place);
		for (const suggestion of found) offered.set(suggestion.value, suggestion);
		return [
			...found,
			...(format === formats.healthTestWord && cursor.path.at(-1) !== 0 ? [] : (format.suggestions ?? [])),
		];
	};
	const completions = completeType(cursor, withSuggestions(here, suggest));
	return completions.map((completion) => decorate(completion, offered.get(completion.label)));
}

/** The type with more suggestions in the formats of its values, items and names; keys of objects are left as they are. */
function withSuggestions(type: Type, suggest: (format: Format) => readonly EnumValue[]): Type {
	const extend = (format: Format): Format => ({ ...format, suggestions: suggest(format) });
	switch (type.kind) {
		case "scalar":
			return type.format ? { ...type, format: extend(type.format) } : type;
		case "list":
			return { ...type, items: withSuggestions(typeOf(type.items), suggest) };
		case "map":
			return type.names ? { ...type, names: extend(type.names) } : type;
		case "union":
			return { ...type, forms: formsOf(type).map((form) => withSuggestions(form, suggest)) };
		default:
			return type;
	}
}

function decorate(completion: Completion, suggestion: Suggestion | undefined): Completion {
	if (!suggestion || completion.kind === "key") {
		return suggestion ? { ...completion, kind: suggestion.kind, rank: -1 } : completion;
	}
	const { kind, detail, again, snippet, value } = suggestion;
	const { span, text } = completion.edit;
	const isWhole = snippet !== undefined && (text.endsWith(value) || text.endsWith(`"${value}"`));
	const lead = isWhole ? text.slice(0, text.lastIndexOf(value)).replace(/"$/, "") : "";
	return {
		...completion,
		kind,
		rank: -1,
		...(detail !== undefined && { detail }),
		...(again && { again }),
		...(isWhole && { edit: { span, text: lead + snippet }, snippet: true }),
	};
}

/** The text of another key of the mapping that is written in. */
function siblingOf({ map }: Cursor, name: string): string | undefined {
	const value = map?.pairs.find(({ key }) => key.text === name)?.value;
	return value?.kind === "scalar" ? value.text : undefined;
}

type Suggest = (place: Place) => readonly Suggestion[];

/** What this project has for a grammar. */
function suggestionsFor(format: Format, place: Place): readonly Suggestion[] {
	return suggesters.get(format)?.(place) ?? [];
}

const resources =
	(kind: ResourceKind): Suggest =>
	({ model }) => [
		...model.file.resources
			.filter((resource) => resource.kind === kind)
			.map(({ name, pair }) => ({
				value: name,
				kind: "reference" as const,
				detail: kind,
				doc: `\`\`\`yaml\n${excerpt(model.text, pair.span.start)}\n\`\`\``,
			})),
		...(kind === "network"
			? [
					{
						value: "default",
						kind: "reference" as const,
						detail: "network",
						doc: "The network of services that name none.",
					},
				]
			: []),
	];

function otherServices({ model, serviceName }: Place): readonly Suggestion[] {
	return model.file.services
		.filter(({ name }) => name !== serviceName)
		.map(({ name, pair, image, build }) => ({
			value: name,
			kind: "reference",
			detail: image?.text ?? (build ? "built here" : "service"),
			doc: `\`\`\`yaml\n${excerpt(model.text, pair.span.start)}\n\`\`\``,
		}));
}

/** Services to start from: those of the file that `extends` names. */
const services: Suggest = (place) => {
	const file = place.cursor.path.includes("extends") ? siblingOf(place.cursor, "file") : undefined;
	if (file === undefined || hasVariable(file)) return otherServices(place);
	const uri = place.world.resolve(place.model.uri, file);
	return place.world
		.factsOf(uri)
		.flatMap((fact) =>
			fact.kind === "compose-service" ? [{ value: fact.name, kind: "reference", detail: fact.image ?? "service" }] : [],
		);
};

const sharedNamespaces: Suggest = (place) =>
	otherServices(place).map((suggestion) => ({ ...suggestion, value: `service:${suggestion.value}` }));

/** Profiles of the other services. */
const profiles: Suggest = ({ model, serviceName }) => {
	const used = new Set(
		model.file.services
			.filter(({ name }) => name !== serviceName)
			.flatMap((service) => service.profiles.map(({ text }) => text)),
	);
	return [...used].map((value) => ({ value, kind: "reference", detail: "profile" }));
};

/** Facts of the Dockerfile that the service is built from. */
function dockerfileFacts({ service, world }: Place) {
	return service?.build?.file === undefined ? [] : world.factsOf(service.build.file);
}

const stages: Suggest = (place) =>
	dockerfileFacts(place)
		.filter((fact): fact is StageFact => fact.kind === "stage")
		.flatMap(({ name, base }) =>
			name === undefined ? [] : [{ value: name, kind: "reference" as const, detail: `stage, from ${base}` }],
		);

const buildArguments =
	(tail: string): Suggest =>
	(place) => {
		const seen = new Set<string>();
		return dockerfileFacts(place).flatMap((fact): Suggestion[] => {
			if (fact.kind !== "build-argument" || seen.has(fact.name)) return [];
			seen.add(fact.name);
			const doc = fact.default === undefined ? "Has no default in the Dockerfile." : `By default \`${fact.default}\`.`;
			return [{ value: fact.name + tail, kind: "variable", detail: "ARG of the Dockerfile", doc }];
		});
	};

const environmentNames =
	(tail: string): Suggest =>
	({ model, world, cursor }) => {
		if (tail !== "" && cursor.prefix.includes("=")) return [];
		return [...(dotenvOf(model.uri, world)?.entries() ?? [])].map(([name, { value, source }]) => ({
			value: tail === "" ? name : `${name}${tail}\${${name}}`,
			kind: "variable",
			detail: value,
			doc: `Set in ${source}.`,
		}));
	};

/** Images that the workspace uses already. */
const images: Suggest = ({ world, serviceName, model }) => {
	const used = new Set<string>();
	for (const { uri, fact } of world.facts("compose-service")) {
		if (fact.image && !hasVariable(fact.image) && !(uri === model.uri && fact.name === serviceName))
			used.add(fact.image);
	}
	return [...used].map((value) => ({ value, kind: "image", detail: "used in this workspace" }));
};

interface PathOptions {
	/** Whether paths without a dot in front are paths too. */
	readonly bare?: boolean;
	readonly folders?: true;
	readonly files?: RegExp;
	/** Where relative paths start, as a path from the Compose file. */
	readonly from?: (place: Place) => string | undefined;
	/** What is written after a path. */
	readonly tail?: string;
}

/** Most entries of one folder that are offered. */
const maximumEntries = 200;

/** Files and folders below what is typed. */
function paths({ bare = true, folders, files = /./, from, tail = "" }: PathOptions): Suggest {
	return (place) => {
		const { cursor, world, model } = place;
		const typed = cursor.prefix;
		if (hasVariable(typed) || /^[a-z]+:|^[/~]/i.test(typed) || (!bare && typed !== "" && !typed.startsWith(".")))
			return [];
		const folder = /^.*\//.exec(typed)?.[0] ?? "";
		const start = from ? from(place) : ".";
		if (start === undefined) return [];
		const lead = folder === "" ? (bare && typed !== "" && !typed.startsWith(".") ? "" : "./") : folder;
		const entries = world.list(world.resolve(model.uri, joined(start, folder))) ?? [];
		return entries.slice(0, maximumEntries).flatMap((entry): Suggestion[] => {
			if (world.resolve(model.uri, joined(start, folder + entry.name)) === model.uri) return [];
			if (entry.name.startsWith(".git") || entry.name === "node_modules") return [];
			if (entry.folder) {
				return [
					folders
						? { value: `${lead}${entry.name}${tail}`, kind: "folder" }
						: { value: `${lead}${entry.name}/`, kind: "folder", again: true },
				];
			}
			return folders || !files.test(entry.name) ? [] : [{ value: `${lead}${entry.name}${tail}`, kind: "file" }];
		});
	};
}

function joined(start: string, folder: string): string {
	return folder === "" ? start : `${start}/${folder.replace(/\/$/, "")}`;
}

const contextOf = ({ service }: Place): string | undefined => {
	const context = service?.build?.context;
	if (!context) return ".";
	return context.literal && !/^[a-z]+:/i.test(context.text) ? context.text : undefined;
};

/** Volumes with a place to mount them, and paths of the host. */
const mounts: Suggest = (place) => {
	const { cursor } = place;
	if (cursor.prefix.includes(":")) return [];
	const folder = (place.service?.image && dataFolder(place.service.image.text)) ?? "/data";
	const volumes = resources("volume")(place).map((volume) => ({
		...volume,
		value: `${volume.value}:${folder}`,
		snippet: `${volume.value}:\${1:${folder}}`,
	}));
	return [...volumes, ...paths({ bare: false })(place)];
};

/** The command that tells whether the image's server is ready. */
const readiness: Suggest = ({ service }) => {
	const command = service?.image && readinessCommand(service.image.text);
	return command === undefined
		? []
		: [{ value: command, kind: "value", detail: "health check", doc: "Tells whether this image's server is ready." }];
};

/** The source of a mount in its long form, by its type. */
const mountSources: Suggest = (place) => {
	const word = siblingOf(place.cursor, "type");
	if (word === "image") return images(place);
	return [
		...(word === "bind" ? [] : resources("volume")(place)),
		...(word === "volume" ? [] : paths({ bare: false })(place)),
	];
};

const yamlFile = /\.ya?ml$/i;

const suggesters: ReadonlyMap<Format, Suggest> = new Map<Format, Suggest>([
	[formats.serviceReference, services],
	[formats.linkItem, otherServices],
	[formats.volumesFromItem, otherServices],
	[formats.networkMode, sharedNamespaces],
	[formats.pidMode, sharedNamespaces],
	[formats.ipcMode, sharedNamespaces],
	[formats.networkReference, resources("network")],
	[formats.configReference, resources("config")],
	[formats.secretReference, resources("secret")],
	[formats.modelReference, resources("model")],
	[formats.profileName, profiles],
	[formats.stageReference, stages],
	[formats.buildArgumentName, buildArguments("")],
	[formats.buildArgumentItem, buildArguments("=")],
	[formats.environmentName, environmentNames("")],
	[formats.environmentItem, environmentNames("=")],
	[formats.imageName, images],
	[formats.healthTest, readiness],
	[formats.volumeMapping, mounts],
	[formats.bindSource, mountSources],
	[formats.filePath, paths({})],
	[formats.folderPath, paths({ folders: true })],
	[formats.buildContext, paths({ folders: true })],
	[formats.composeFilePath, paths({ files: yamlFile })],
	[formats.envFilePath, paths({ files: /env/i })],
	[formats.dockerfilePath, paths({ files: /docker|containerfile/i, from: contextOf })],
]);
