import { parseMount } from "../container/mount.ts";
import type { EnvironmentVariable } from "../container/nodes.ts";
import { parseExposedPort, parsePort, parsePortRange } from "../container/port.ts";
import { hasVariable } from "../container/value.ts";
import type { Span } from "../core/text.ts";
import { resolveUri } from "../core/uri.ts";
import { type Entry, type Item, lastOf, layersOf, type MapValue, type Value } from "./merge.ts";
import type {
	Build,
	Dependency,
	Healthcheck,
	MountKind,
	MountNode,
	PortNode,
	Reference,
	ReferenceKind,
	Service,
	ServiceVariable,
	Text,
} from "./nodes.ts";
import {
	type Assignment,
	type Attributes,
	assignmentsOf,
	attributesAt,
	attributesOf,
	partOf,
	textAt,
	textOf,
	textsAt,
	toBoolean,
} from "./read.ts";

/** What reading a service needs to know of its file. */
export interface Surroundings {
	readonly uri: string;
	readonly text: string;
	/** Whether the file defines a thing of that name. */
	defines(kind: ReferenceKind, name: string): boolean;
}

/** A service from its effective value. */
export function readService(
	entry: Entry,
	value: MapValue | undefined,
	partial: boolean,
	around: Surroundings,
): Service {
	const name = entry.key.text;
	const attributes: Attributes = value?.entries ?? new Map();
	const build = readBuild(attributes, around);
	const mounts = withoutReplaced(readMounts(name, attributes, around), (mount) => mount.target?.text);
	const references = new References(name, around);
	const dependencies = readDependencies(attributes, references);
	readReferences(attributes, mounts, references);
	return {
		kind: "service",
		span: entry.pair.span,
		name,
		nameSpan: entry.key.inner,
		pair: entry.pair,
		attributes,
		partial: partial || value?.partial === true,
		extends: readExtends(attributes),
		image: textAt(attributes, "image"),
		build,
		containerName: textAt(attributes, "container_name"),
		networkMode: textAt(attributes, "network_mode"),
		restart: textAt(attributes, "restart"),
		user: textAt(attributes, "user"),
		platform: textAt(attributes, "platform"),
		privileged: readPrivileged(attributes),
		ports: withoutReplaced(readPorts(name, attributes, around), (port) =>
			around.text.slice(port.span.start, port.span.end),
		),
		mounts,
		dependencies,
		references: [...dependencies, ...references.found],
		healthcheck: readHealthcheck(attributes),
		environment: assignmentsOf(around.text, attributes.get("environment")?.value).map((one) =>
			toVariable(one, "environment"),
		),
		environmentFiles: readEnvironmentFiles(attributes),
		profiles: textsAt(attributes, "profiles"),
		replicas: readReplicas(attributes),
	};
}

/** The service another one extends. */
export function readExtends(attributes: Attributes): Service["extends"] {
	const value = lastOf(attributes.get("extends")?.value);
	if (value?.kind === "map") {
		const service = textAt(value.entries, "service");
		return service && { service, file: textAt(value.entries, "file") };
	}
	const service = textOf(value);
	return service && { service, file: undefined };
}

function toVariable(one: Assignment, role: EnvironmentVariable["role"]): ServiceVariable {
	return { kind: "environment-variable", ...one, role };
}

/** Of an inherited thing and an own one with the same key, only the own one holds. */
function withoutReplaced<T extends { readonly inherited: boolean }>(
	all: readonly T[],
	keyOf: (one: T) => string | undefined,
): T[] {
	const own = new Set(all.filter(({ inherited }) => !inherited).map(keyOf));
	return all.filter((one) => !one.inherited || keyOf(one) === undefined || !own.has(keyOf(one)));
}

function itemsAt(attributes: Attributes, key: string): readonly Item[] {
	return layersOf(attributes.get(key)?.value).flatMap((layer) => (layer.kind === "list" ? layer.items : []));
}

function readPrivileged(attributes: Attributes): Service["privileged"] {
	const text = textAt(attributes, "privileged");
	const value = text && toBoolean(text.text);
	return text && value !== undefined ? { value, span: text.span } : undefined;
}

function readReplicas(attributes: Attributes): Service["replicas"] {
	const text = textAt(attributes, "scale") ?? textAt(attributesAt(attributes, "deploy"), "replicas");
	return text && { count: /^\d+$/.test(text.text) ? Number(text.text) : undefined, span: text.span };
}

function readEnvironmentFiles(attributes: Attributes): readonly Text[] {
	return layersOf(attributes.get("env_file")?.value).flatMap((layer) => {
		if (layer.kind === "scalar") return textOf(layer) ?? [];
		if (layer.kind === "map") return textAt(layer.entries, "path") ?? [];
		return layer.items.flatMap((item) => {
			const value = lastOf(item.value);
			return (value?.kind === "map" ? textAt(value.entries, "path") : textOf(value, item.inherited)) ?? [];
		});
	});
}

function readHealthcheck(attributes: Attributes): Healthcheck | undefined {
	const entry = attributes.get("healthcheck");
	const value = lastOf(entry?.value);
	if (!entry || value?.kind !== "map") return undefined;
	const test = lastOf(value.entries.get("test")?.value);
	const shell = test?.kind === "scalar";
	const words = test?.kind === "list" ? test.items.flatMap((item) => textOf(item.value, item.inherited) ?? []) : [];
	const command = shell ? textOf(test) : undefined;
	const disable = textAt(value.entries, "disable");
	return {
		span: entry.pair.span,
		keySpan: entry.key.inner,
		disabled: (disable && toBoolean(disable.text)) === true || words[0]?.text === "NONE",
		test: command ? [command] : words,
		shell,
		inherited: entry.inherited,
	};
}

// Ports

function readPorts(service: string, attributes: Attributes, around: Surroundings): PortNode[] {
	const published = itemsAt(attributes, "ports").flatMap((item) => readPort(service, item, around, false) ?? []);
	const exposed = itemsAt(attributes, "expose").flatMap((item) => readPort(service, item, around, true) ?? []);
	return [...published, ...exposed];
}

function readPort(service: string, item: Item, around: Surroundings, exposed: boolean): PortNode | undefined {
	const value = lastOf(item.value);
	if (value?.kind === "map" && !exposed) return readLongPort(service, item, value.entries, value.node.span);
	const text = textOf(value, item.inherited);
	if (!text) return undefined;
	const mapping = (exposed ? parseExposedPort(text.text) : parsePort(text.text)).value;
	return {
		kind: "port",
		span: text.span,
		service,
		mapping,
		text,
		publishedSpan: mapping?.published ? partOf(around.text, text, mapping.published.span) : text.span,
		exposed,
		mode: undefined,
		inherited: item.inherited,
	};
}

function readLongPort(service: string, item: Item, entries: Attributes, span: Span): PortNode {
	const target = textAt(entries, "target");
	const published = textAt(entries, "published");
	const protocol = textAt(entries, "protocol");
	const hostIp = textAt(entries, "host_ip");
	const targetRange = target && parsePortRange(target.text).value;
	const publishedRange = published && published.text !== "" ? parsePortRange(published.text).value : undefined;
	const readable = (!target || targetRange) && (!published || published.text === "" || publishedRange);
	return {
		kind: "port",
		span,
		service,
		mapping: readable
			? {
					hostIp: hostIp && { text: hostIp.text, span: hostIp.span },
					published: publishedRange,
					target: targetRange,
					protocol: protocol ? (protocol.literal ? protocol.text.toLowerCase() : undefined) : "tcp",
					protocolSpan: protocol?.span,
				}
			: undefined,
		text: undefined,
		publishedSpan: published?.span ?? span,
		exposed: false,
		mode: textAt(entries, "mode")?.text,
		inherited: item.inherited,
	};
}

// Mounts

const mountKinds: ReadonlySet<string> = new Set<MountKind>(["bind", "volume", "tmpfs", "npipe", "cluster", "image"]);

function readMounts(service: string, attributes: Attributes, around: Surroundings): MountNode[] {
	const mounts = itemsAt(attributes, "volumes").flatMap((item) => readMount(service, item, around) ?? []);
	const temporary = textsAt(attributes, "tmpfs").map((text) => readTmpfs(service, text, around));
	return [...mounts, ...temporary];
}

function readMount(service: string, item: Item, around: Surroundings): MountNode | undefined {
	const value = lastOf(item.value);
	if (value?.kind === "map") return readLongMount(service, item, value.entries, value.node.span);
	const text = textOf(value, item.inherited);
	if (!text) return undefined;
	const mount = parseMount(text.text).value;
	const place = (part: { text: string; span: Span } | undefined) =>
		part && { text: part.text, span: partOf(around.text, text, part.span) };
	return {
		kind: "mount",
		span: text.span,
		service,
		type: mount?.type,
		source: place(mount?.source),
		target: place(mount?.target),
		readOnly: mount?.readOnly ?? false,
		text,
		item: item.item,
		inherited: item.inherited,
	};
}

function readLongMount(service: string, item: Item, entries: Attributes, span: Span): MountNode {
	const type = textAt(entries, "type")?.text;
	const readOnly = textAt(entries, "read_only");
	return {
		kind: "mount",
		span,
		service,
		type: type !== undefined && mountKinds.has(type) ? (type as MountKind) : undefined,
		source: textAt(entries, "source"),
		target: textAt(entries, "target"),
		readOnly: (readOnly && toBoolean(readOnly.text)) ?? false,
		text: undefined,
		item: item.item,
		inherited: item.inherited,
	};
}

function readTmpfs(service: string, text: Text, around: Surroundings): MountNode {
	const colon = text.text.indexOf(":");
	const end = colon < 0 ? text.text.length : colon;
	const target = { text: text.text.slice(0, end), span: partOf(around.text, text, { start: 0, end }) };
	return {
		kind: "mount",
		span: text.span,
		service,
		type: "tmpfs",
		source: undefined,
		target: text.literal ? target : undefined,
		readOnly: /(?::|,)ro(?:,|$)/.test(text.text),
		text,
		item: undefined,
		inherited: text.inherited,
	};
}

// Build

/** Contexts that are not a folder. Source: compose-spec, build.md. */
const remoteContext = /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/|docker-image:|-$)/i;

function readBuild(attributes: Attributes, around: Surroundings): Build | undefined {
	const entry = attributes.get("build");
	const layers = layersOf(entry?.value);
	if (!entry || layers.length === 0) return undefined;
	const short = layers.findLast((layer) => layer.kind === "scalar");
	const long = attributesOf(entry.value);
	const context = textAt(long, "context") ?? textOf(short, entry.inherited);
	const dockerfile = textAt(long, "dockerfile");
	const inline = long.get("dockerfile_inline");
	return {
		span: entry.pair.span,
		context,
		dockerfile,
		dockerfileInline: inline,
		target: textAt(long, "target"),
		args: assignmentsOf(around.text, long.get("args")?.value).map((one) => toVariable(one, "build-args")),
		platforms: textsAt(long, "platforms"),
		file: inline ? undefined : dockerfileOf(around.uri, context, dockerfile),
	};
}

function dockerfileOf(uri: string, context: Text | undefined, dockerfile: Text | undefined): string | undefined {
	const folder = context?.text ?? ".";
	const file = dockerfile?.text ?? "Dockerfile";
	if (hasVariable(folder) || hasVariable(file) || remoteContext.test(folder) || /^~/.test(folder)) return undefined;
	return resolveUri(`${resolveUri(uri, folder)}/-`, file);
}

// References

type Facts = Pick<Reference, "to" | "name" | "span" | "via" | "inherited"> & { readonly ordering?: boolean };

class References {
	readonly found: Reference[] = [];
	readonly #service: string;
	readonly around: Surroundings;

	constructor(service: string, around: Surroundings) {
		this.#service = service;
		this.around = around;
	}

	make({ ordering = false, ...facts }: Facts): Reference {
		const defined = this.around.defines(facts.to, facts.name) || (facts.to === "network" && facts.name === "default");
		return { kind: "reference", ...facts, from: this.#service, defined, ordering };
	}

	/** Notes that a name is used; one with a variable in it names nothing that is known. */
	add(facts: Facts): void {
		if (facts.name !== "" && !hasVariable(facts.name)) this.found.push(this.make(facts));
	}

	addText(to: ReferenceKind, text: Text | undefined, via: string): void {
		if (text) this.add({ to, name: text.text, span: text.span, via, inherited: text.inherited });
	}

	addPart(to: ReferenceKind, text: Text, part: Span, via: string, ordering = false): void {
		const name = text.text.slice(part.start, part.end);
		this.add({ to, name, span: partOf(this.around.text, text, part), via, inherited: text.inherited, ordering });
	}
}

function readDependencies(attributes: Attributes, references: References): Dependency[] {
	return layersOf(attributes.get("depends_on")?.value).flatMap((layer): Dependency[] => {
		if (layer.kind === "list") {
			return layer.items.flatMap((item) => {
				const text = textOf(item.value, item.inherited);
				if (!text?.literal || text.text === "") return [];
				const facts = {
					to: "service",
					name: text.text,
					span: text.span,
					via: "depends_on",
					inherited: text.inherited,
				} as const;
				return [{ ...references.make({ ...facts, ordering: true }), condition: undefined, written: item.item }];
			});
		}
		if (layer.kind === "scalar") return [];
		return [...layer.entries.values()].map((entry) => {
			const facts = {
				to: "service",
				name: entry.key.text,
				span: entry.key.inner,
				via: "depends_on",
				inherited: entry.inherited,
			} as const;
			return {
				...references.make({ ...facts, ordering: true }),
				condition: textAt(attributesOf(entry.value), "condition"),
				written: entry.pair,
			};
		});
	});
}

/** Attributes that may join a namespace of another service. Source: compose-go, `loader/normalize.go`. */
const namespaces = ["network_mode", "ipc", "pid", "uts", "cgroup"] as const;

function readReferences(attributes: Attributes, mounts: readonly MountNode[], references: References): void {
	for (const mount of mounts) {
		const { source } = mount;
		if (mount.type !== "volume" || !source) continue;
		references.add({ to: "volume", name: source.text, span: source.span, via: "volumes", inherited: mount.inherited });
	}
	for (const key of namespaces) {
		const text = textAt(attributes, key);
		const prefix = "service:";
		if (text?.text.startsWith(prefix))
			references.addPart("service", text, { start: prefix.length, end: text.text.length }, key, true);
	}
	for (const text of textsAt(attributes, "links")) {
		const colon = text.literal ? text.text.indexOf(":") : -1;
		references.addPart("service", text, { start: 0, end: colon < 0 ? text.text.length : colon }, "links", true);
	}
	for (const text of textsAt(attributes, "volumes_from")) {
		if (text.text.startsWith("container:")) continue;
		const colon = text.literal ? text.text.indexOf(":") : -1;
		references.addPart("service", text, { start: 0, end: colon < 0 ? text.text.length : colon }, "volumes_from", true);
	}
	const base = readExtends(attributes);
	if (base && !base.file) references.addText("service", base.service, "extends");
	readNames(attributes, "networks", "network", references);
	readNames(attributes, "models", "model", references);
	readSources(attributes.get("configs")?.value, "config", "configs", references);
	readSources(attributes.get("secrets")?.value, "secret", "secrets", references);
	references.addText("config", textAt(attributesAt(attributes, "credential_spec"), "config"), "credential_spec");
	const build = attributesAt(attributes, "build");
	readSources(build.get("secrets")?.value, "secret", "build.secrets", references);
	for (const one of assignmentsOf(references.around.text, build.get("additional_contexts")?.value)) {
		if (!one.value?.startsWith("service:") || !one.valueSpan) continue;
		const span = { start: one.valueSpan.start + "service:".length, end: one.valueSpan.end };
		references.add({
			to: "service",
			name: one.value.slice("service:".length),
			span,
			via: "additional_contexts",
			inherited: one.inherited,
		});
	}
}

/** Names as a list, or as the keys of a mapping. */
function readNames(attributes: Attributes, key: string, to: ReferenceKind, references: References): void {
	for (const layer of layersOf(attributes.get(key)?.value)) {
		if (layer.kind === "list") {
			for (const item of layer.items) references.addText(to, textOf(item.value, item.inherited), key);
		} else if (layer.kind === "map") {
			for (const { key: name, inherited } of layer.entries.values()) {
				references.add({ to, name: name.text, span: name.inner, via: key, inherited });
			}
		}
	}
}

/** Names as a list of strings, or of mappings with a `source`. */
function readSources(value: Value | undefined, to: ReferenceKind, via: string, references: References): void {
	for (const layer of layersOf(value)) {
		if (layer.kind !== "list") continue;
		for (const item of layer.items) {
			const form = lastOf(item.value);
			references.addText(to, form?.kind === "map" ? textAt(form.entries, "source") : textOf(form, item.inherited), via);
		}
	}
}
