import { parseImage } from "../container/image.ts";
import type { ContainerNode, ImageUse } from "../container/nodes.ts";
import type { Node, Source } from "../core/language.ts";
import { baseName } from "../core/uri.ts";
import { anchorNodesOf } from "../yaml/anchors.ts";
import { duplicateKeysOf } from "../yaml/duplicates.ts";
import { parseYaml, problemsOf, type YamlFile, type YamlMap } from "../yaml/tree.ts";
import { factsOf } from "./facts.ts";
import { type Entry, inherit, lastOf, layersOf, type MapValue, merge, Reader, type Value } from "./merge.ts";
import type { ComposeModel, FileNode, Reference, Resource, ResourceKind, SectionNode, Service, Text } from "./nodes.ts";
import { sections } from "./nodes.ts";
import { type Attributes, attributesAt, textAt, textOf, textsAt, toBoolean } from "./read.ts";
import { schemaNodes } from "./schema.ts";
import { readExtends, readService, type Surroundings } from "./service.ts";
import { occurrencesOf } from "./symbols.ts";

const resourceKinds: readonly ResourceKind[] = ["network", "volume", "secret", "config", "model"];

/** Reads a Compose file; every text yields a model. */
export function parse({ uri, text }: Source): ComposeModel {
	const yaml = parseYaml(text);
	const file = readFile(yaml, uri, text);
	const model = { language: "compose", uri, text, yaml, file, comments: yaml.comments, waivers: [] } as const;
	return {
		...model,
		nodes: nodesOf(file, yaml),
		facts: factsOf(file, uri),
		problems: problemsOf(yaml, text),
		occurrences: occurrencesOf(file, yaml, uri),
	};
}

function readFile(yaml: YamlFile, uri: string, text: string): FileNode {
	const reader = new Reader();
	const documents = yaml.documents.map(({ root }) => lastOf(reader.read(root)));
	const root = documents.reduce<Value | undefined>(
		(below, value) => (value?.kind === "map" ? merge(below, value) : below),
		undefined,
	);
	const top: Attributes = root?.kind === "map" ? root.entries : new Map();
	const around: Surroundings = { uri, text, defines: (kind, name) => attributesAt(top, sections[kind]).has(name) };
	const services = readServices(attributesAt(top, "services"), around);
	const references = services.flatMap((service) => service.references);
	const { includes, known } = readIncludes(top);
	return {
		kind: "file",
		span: { start: 0, end: text.length },
		root: root?.kind === "map" ? root : undefined,
		projectName: textAt(top, "name"),
		services,
		resources: resourceKinds.flatMap((kind) => readResources(kind, attributesAt(top, sections[kind]), references)),
		includes,
		knownIncludes: known,
		override: /(?:^|[.-])override\.ya?ml$/i.test(baseName(uri)) || hasMergeTags(text),
	};
}

function hasMergeTags(text: string): boolean {
	return /!(?:reset|override)\b/.test(text);
}

/** How many services may extend one another in a row. */
const maximumChain = 100;

function readServices(entries: Attributes, around: Surroundings): Service[] {
	const done = new Map<string, { value: Value | undefined; partial: boolean }>();
	const resolve = (name: string, chain: readonly string[]): { value: Value | undefined; partial: boolean } => {
		const known = done.get(name);
		if (known) return known;
		const own = entries.get(name)?.value;
		const mapping = lastOf(own);
		const base = mapping?.kind === "map" ? readExtends(mapping.entries) : undefined;
		const result = base ? extend(own, base, chain) : { value: own, partial: false };
		done.set(name, result);
		return result;
	};
	const extend = (own: Value | undefined, base: NonNullable<Service["extends"]>, chain: readonly string[]) => {
		const name = base.service.text;
		if (base.file || !entries.has(name) || chain.includes(name) || chain.length > maximumChain)
			return { value: own, partial: true };
		const below = resolve(name, [...chain, name]);
		return { value: merge(inherit(withoutExtends(below.value)), own), partial: below.partial };
	};
	return [...entries].map(([name, entry]) => {
		const { value, partial } = resolve(name, [name]);
		const mapping = layersOf(value).findLast((layer): layer is MapValue => layer.kind === "map");
		return readService(entry, mapping, partial, around);
	});
}

function withoutExtends(value: Value | undefined): Value | undefined {
	if (value?.kind !== "map" || !value.entries.has("extends")) return value;
	return { ...value, entries: new Map([...value.entries].filter(([name]) => name !== "extends")) };
}

function readResources(kind: ResourceKind, entries: Attributes, references: readonly Reference[]): Resource[] {
	const used = new Set(references.filter(({ to }) => to === kind).map(({ name }) => name));
	return [...entries].map(([name, entry]) => {
		const value = lastOf(entry.value);
		const attributes: Attributes = value?.kind === "map" ? value.entries : new Map();
		return {
			kind,
			span: entry.pair.span,
			name,
			nameSpan: entry.key.inner,
			pair: entry.pair,
			attributes,
			external: readExternal(attributes.get("external")),
			used: used.has(name),
			partial: value?.kind === "map" && value.partial,
		};
	});
}

function readExternal(entry: Entry | undefined): Resource["external"] {
	if (!entry) return undefined;
	if (lastOf(entry.value)?.kind === "map") return { value: true, entry };
	const text = textOf(entry.value);
	return { value: text && toBoolean(text.text), entry };
}

function readIncludes(top: Attributes): { includes: readonly Text[]; known: boolean } {
	const items = layersOf(top.get("include")?.value).flatMap((layer) => (layer.kind === "list" ? layer.items : []));
	const includes = items.flatMap((item) => {
		const value = lastOf(item.value);
		if (value?.kind === "map") return textsAt(value.entries, "path");
		return textOf(value) ?? [];
	});
	const isRemote = ({ text }: Text) => /^(?:[a-z][a-z0-9+.-]*:|git@)/i.test(text);
	return { includes, known: includes.every((path) => path.literal && !isRemote(path)) };
}

/** Everything that rules are asked about, in source order; what several services share by an anchor is there once. */
function nodesOf(file: FileNode, yaml: YamlFile): Node[] {
	const shared: Node[] = file.services.flatMap((service) => [
		...imagesOf(service).filter(isOwn),
		...service.ports.filter(isOwn),
		...service.mounts.filter(isOwn),
		...service.references.filter(isOwn),
		...service.environment.filter(isOwn),
		...(service.build?.args ?? []).filter(isOwn),
	]);
	const nodes = [
		file,
		...sectionsOf(yaml),
		...file.services,
		...containersOf(file.services),
		...file.resources,
		...once(shared),
		...duplicateKeysOf(yaml),
		...anchorNodesOf(yaml),
		...schemaNodes(yaml),
	];
	return nodes.sort((a, b) => a.span.start - b.span.start);
}

function isOwn({ inherited }: { readonly inherited: boolean }): boolean {
	return !inherited;
}

function once(nodes: readonly Node[]): Node[] {
	const seen = new Set<string>();
	return nodes.filter(({ kind, span }) => {
		const place = `${kind} ${span.start}`;
		if (seen.has(place)) return false;
		seen.add(place);
		return true;
	});
}

function sectionsOf(yaml: YamlFile): SectionNode[] {
	const roots = yaml.documents.flatMap(({ root }): YamlMap[] => (root?.kind === "map" ? [root] : []));
	return roots.flatMap((map) =>
		map.pairs.map((pair) => ({
			kind: "section",
			span: pair.span,
			name: pair.key.text,
			keySpan: pair.key.inner,
			pair,
			map,
			value: pair.value,
		})),
	);
}

/** What several services share is reported once: by the service it is written in, or by the first that takes it from an anchor. */
function containersOf(services: readonly Service[]): ContainerNode[] {
	const seen = new Set<number>();
	return services.map(({ span, name, nameSpan, privileged, attributes }) => {
		const isShared =
			attributes.get("privileged")?.inherited === true || (privileged && seen.has(privileged.span.start));
		if (privileged && !isShared) seen.add(privileged.span.start);
		return { kind: "container", span, name, nameSpan, privileged: isShared ? undefined : privileged };
	});
}

function imagesOf(service: Service) {
	const init = layersOf(service.attributes.get("pre_start")?.value).flatMap((layer) =>
		layer.kind === "list" ? layer.items : [],
	);
	const hooks = init.flatMap((item) => {
		const value = lastOf(item.value);
		return (value?.kind === "map" && textAt(value.entries, "image")) || [];
	});
	const images = [...(service.image ? [toImage(service.image, service.build ? "built" : "run")] : [])];
	return [...images, ...hooks.map((text) => toImage(text, "run"))].filter(({ span }) => span.end > span.start);
}

function toImage(text: Text, role: ImageUse["role"]): ImageUse & { readonly inherited: boolean } {
	return {
		kind: "image",
		span: text.span,
		text: text.text,
		reference: text.literal ? parseImage(text.text) : undefined,
		role,
		literal: text.literal && text.span.end - text.span.start === text.text.length,
		inherited: text.inherited,
	};
}
