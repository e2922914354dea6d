import { readdirSync, readFileSync } from "node:fs";
import type { EncodedKind, EncodedType, TypeTable } from "../../server/src/kubernetes/table.ts";
import type { GeneratedFile } from "../generate.ts";
import {
	cleanDoc,
	type Declaration,
	declarationFiles,
	type Member,
	readDeclarations,
	type Shape,
} from "./declarations.ts";
import { DocWriter, jsonText } from "./kubernetes-docs.ts";

const client = "node_modules/@kubernetes/client-node/dist/gen";

/** A model class of @kubernetes/client-node. */
interface Model {
	readonly name: string;
	readonly doc: string;
	readonly fields: readonly ModelField[];
}

interface ModelField {
	readonly name: string;
	readonly required: boolean;
	readonly type: string;
	readonly format: string;
	readonly doc: string;
}

/**
 * The tables of Kubernetes' own types: `types.generated.json` and `docs.generated.json`.
 * Types, what is required, kinds and scopes come from @kubernetes/client-node; enumerations, quantities and the better formatted
 * documentation from kubernetes-models.
 */
export function generateKubernetes(): GeneratedFile[] {
	const { table, docs } = coreTables();
	return [
		{ path: "server/src/kubernetes/types.generated.json", text: jsonText(JSON.stringify(table)) },
		{ path: "server/src/kubernetes/docs.generated.json", text: JSON.stringify(docs) },
	];
}

/** The newest minor that the installed client knows: `1.36`. */
export function newestMinor(): string {
	return newestRelease(readModelFiles().map(({ code }) => code)).replace("release-", "");
}

/** Kubernetes' own types, of the newest release only. */
export function coreTables(): { table: TypeTable; docs: ReturnType<DocWriter["table"]> } {
	const models = readModels();
	const richer = richerTypes(models);
	const types: Record<string, Record<string, EncodedType>> = {};
	const docs = new DocWriter();
	const kinds = readKinds(models);
	const tops = new Set(kinds.map(([, , , , , type]) => type));
	const queue = [...tops].sort();
	while (queue.length > 0) {
		const name = queue.pop() as string;
		const model = models.get(name);
		if (!model || name in types) continue;
		const rich = richer.get(name);
		docs.add(name, "", rich?.doc || model.doc);
		const fields: Record<string, EncodedType> = {};
		for (const field of model.fields) {
			// What the cluster writes: never checked, never offered.
			const isStatus = field.name === "status" && tops.has(name);
			const member = rich?.members.get(field.name);
			const type = isStatus ? "a" : encodeField(field, member, models);
			fields[field.required ? `${field.name}!` : field.name] = type;
			docs.addMember(name, field.name, member?.doc || field.doc);
			const reference = /@(\w+)$/.exec(type)?.[1];
			if (reference !== undefined) queue.push(reference);
		}
		types[name] = fields;
	}
	const sorted = Object.fromEntries(Object.entries(types).sort(([a], [b]) => (a < b ? -1 : 1)));
	return { table: { kinds, types: sorted }, docs: docs.table() };
}

/** Names of the model classes of the newest release: what custom resources may refer to. */
export function coreModelNames(): ReadonlySet<string> {
	return new Set(readModels().keys());
}

function readModelFiles(): { name: string; code: string }[] {
	return readdirSync(`${client}/models`)
		.filter((file) => file.endsWith(".js"))
		.sort()
		.map((file) => ({ name: file.slice(0, -3), code: readFileSync(`${client}/models/${file}`, "utf8") }));
}

/** `release-1.36`: the highest one that any header names; left-overs of older releases say `v1.30.1`, `release-1.35` … */
function newestRelease(codes: readonly string[]): string {
	const minors = codes.flatMap((code) => /OpenAPI spec version: release-1\.(\d+)/.exec(code)?.[1] ?? []);
	return `release-1.${Math.max(...minors.map(Number))}`;
}

function readModels(): Map<string, Model> {
	const files = readModelFiles();
	const header = `OpenAPI spec version: ${newestRelease(files.map(({ code }) => code))}\n`;
	const models = new Map<string, Model>();
	for (const { name, code } of files) {
		const list = /attributeTypeMap = (\[[\s\S]*?\n\]);/.exec(code)?.[1];
		if (!code.includes(header) || list === undefined) continue;
		models.set(name, readModel(name, JSON.parse(list) as Attribute[]));
	}
	return models;
}

interface Attribute {
	readonly name: string;
	readonly baseName: string;
	readonly type: string;
	readonly format: string;
}

/** The declaration file says what the code does not: which attributes are optional, and the documentation. */
function readModel(name: string, attributes: readonly Attribute[]): Model {
	const declaration = readFileSync(`${client}/models/${name}.d.ts`, "utf8");
	const doc = /\/\*\*\n((?: ?\*(?!\/).*\n)*) ?\*\/\nexport declare class/.exec(declaration)?.[1] ?? "";
	const members = new Map(
		[...declaration.matchAll(/(?:\/\*\*\n((?: +\*(?!\/).*\n)*) +\*\/\n)? +'([^'\n]+)'(\??): /g)].map(
			([, text = "", member = "", optional]) => [member, { doc: cleanDoc(text), optional: optional === "?" }],
		),
	);
	return {
		name,
		doc: cleanDoc(doc),
		fields: attributes.map((attribute) => {
			const member = members.get(attribute.name);
			if (!member) throw new Error(`${name}.d.ts declares no ${attribute.name}`);
			return {
				name: attribute.baseName,
				required: !member.optional,
				type: attribute.type,
				format: attribute.format,
				doc: member.doc,
			};
		}),
	};
}

/** Kinds that can be created, by the paths of the API classes. */
function readKinds(models: ReadonlyMap<string, Model>): EncodedKind[] {
	const kinds = new Map<string, EncodedKind>();
	for (const file of readdirSync(`${client}/apis`)
		.filter((name) => name.endsWith(".js"))
		.sort()) {
		const code = readFileSync(`${client}/apis/${file}`, "utf8");
		for (const method of code.split(/\n {4}async (?=\w+\()/)) {
			if (!/HttpMethod\.POST/.test(method)) continue;
			const path = /localVarPath = '\/(?:api|apis\/([^/]+))\/([^/]+)\/(namespaces\/\{namespace\}\/)?([a-z]+)'/.exec(
				method,
			);
			const type = /ObjectSerializer\.serialize\(body, "(\w+)"/.exec(method)?.[1];
			if (!path || type === undefined || !models.has(type)) continue;
			const [, group = "", version = "", namespaced, plural = ""] = path;
			const kind = /V\d+(?:(?:alpha|beta)\d+)?([A-Z]\w*)$/.exec(type)?.[1] ?? type;
			const name = kind === "CoreEvent" ? "Event" : kind;
			kinds.set(`${group}/${version}/${name}`, [group, version, name, plural, namespaced ? 1 : 0, type]);
		}
	}
	return [...kinds.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, kind]) => kind);
}

/** What kubernetes-models knows of a model: the same type with enumerations and quantities. */
interface RichType {
	readonly doc: string;
	readonly members: ReadonlyMap<string, Member>;
}

function richerTypes(models: ReadonlyMap<string, Model>): Map<string, RichType> {
	const files = ["node_modules/kubernetes-models", "node_modules/@kubernetes-models/apimachinery"].flatMap(
		declarationFiles,
	);
	const rich = new Map<string, RichType>();
	for (const declaration of files.flatMap(readDeclarations)) {
		const model = modelNameOf(declaration, models);
		if (model === undefined || declaration.shape.kind !== "object") continue;
		rich.set(model, {
			doc: declaration.doc,
			members: new Map(declaration.shape.members.map((member) => [member.name, member])),
		});
	}
	return rich;
}

/** The client's class for a declaration exported as `IIoK8sApiAppsV1Deployment`: `V1Deployment`, or `AppsV1…` where two groups share a name. */
export function modelNameOf(
	declaration: Pick<Declaration, "names">,
	models: { has(name: string): boolean },
): string | undefined {
	for (const name of declaration.names) {
		const match = /^I(?:Io[A-Z].*?)([A-Z][a-z]*)(V\d+(?:(?:alpha|beta)\d+)?)([A-Z]\w*)$/.exec(name);
		if (!match) continue;
		const [, group = "", version = "", kind = ""] = match;
		const found = [`${group}${version}${kind}`, `${version}${kind}`].find((candidate) => models.has(candidate));
		if (found !== undefined) return found;
	}
	return undefined;
}

function encodeField(field: ModelField, member: Member | undefined, models: ReadonlyMap<string, Model>): EncodedType {
	return (member && richerType(member.shape, field.type)) ?? encodeClientType(field.type, field.format, models);
}

/** Enumerations and quantities, which the client has as plain strings. */
function richerType(shape: Shape, clientType: string): EncodedType | undefined {
	if (shape.kind === "list" && clientType.startsWith("Array<")) {
		const items = richerType(shape.of, clientType.slice("Array<".length, -1));
		return items && `[${items}`;
	}
	if (shape.kind === "map" && clientType.startsWith("{ ")) {
		const values = richerType(shape.of, clientType.slice("{ [key: string]: ".length, -"; }".length));
		return values && `{${values}`;
	}
	if (clientType !== "string") return undefined;
	if (shape.kind === "enum") return `=${shape.values.join("|")}`;
	return shape.kind === "name" && shape.name.endsWith("ResourceQuantity") ? "q" : undefined;
}

const clientTypes: Readonly<Record<string, EncodedType>> = {
	string: "s",
	boolean: "b",
	any: "a",
	Date: "t",
	V1MicroTime: "t",
	IntOrString: "p",
	number: "n",
};

function encodeClientType(type: string, format: string, models: ReadonlyMap<string, Model>): EncodedType {
	const list = /^Array<(.*)>$/.exec(type)?.[1];
	if (list !== undefined) return `[${encodeClientType(list, format, models)}`;
	const map = /^\{ \[key: string\]: (.*); \}$/.exec(type)?.[1];
	if (map !== undefined) return `{${encodeClientType(map, format, models)}`;
	if (type === "string" && format === "byte") return "y";
	if (type === "number" && /^int/.test(format)) return "i";
	if (clientTypes[type] !== undefined) return clientTypes[type];
	if (models.has(type)) return `@${type}`;
	return type === "object" ? "a" : unknownType(type);
}

function unknownType(type: string): never {
	throw new Error(`The client uses a type that is not known here: ${type}`);
}
