import type { World } from "../core/world.ts";
import type { EnumValue, Format, Key, ObjectType, Primitive, Type } from "../schema/type.ts";
import { base64, cidr, dateTime, duration, ipAddress } from "./formats.ts";
import { rootType } from "./root.ts";

/** The parts of an openAPIV3Schema that say what may be written. Source: apiextensions `v1/types_jsonschema.go`. */
interface JsonSchema {
	readonly type?: unknown;
	readonly description?: unknown;
	readonly properties?: unknown;
	readonly additionalProperties?: unknown;
	readonly items?: unknown;
	readonly required?: unknown;
	readonly enum?: unknown;
	readonly default?: unknown;
	readonly format?: unknown;
	readonly pattern?: unknown;
	readonly minimum?: unknown;
	readonly maximum?: unknown;
	readonly exclusiveMinimum?: unknown;
	readonly exclusiveMaximum?: unknown;
	readonly minItems?: unknown;
	readonly nullable?: unknown;
	readonly allOf?: unknown;
	readonly anyOf?: unknown;
	readonly oneOf?: unknown;
	readonly "x-kubernetes-int-or-string"?: unknown;
	readonly "x-kubernetes-preserve-unknown-fields"?: unknown;
	readonly "x-kubernetes-embedded-resource"?: unknown;
	readonly "x-kubernetes-list-type"?: unknown;
	readonly "x-kubernetes-list-map-keys"?: unknown;
}

/** Types by the schema they were made from: a fact keeps its schema as long as its file is not changed. */
const made = new WeakMap<object, ObjectType>();

/** The type that a CustomResourceDefinition of the workspace gives to a kind; undefined where none does. */
export function customResourceType(
	group: string,
	version: string,
	kind: string,
	metadata: Type,
	world: World,
): ObjectType | undefined {
	const schemas = world
		.facts("custom-resource")
		.filter(({ fact }) => fact.group === group && fact.version === version && fact.object === kind)
		.flatMap(({ fact }) => (isSchema(fact.schema) ? [fact.schema] : []));
	// Of several the fullest: repositories keep cut-down ones for their tests.
	const [schema] = schemas.sort((a, b) => fieldCount(b) - fieldCount(a));
	if (!schema) return undefined;
	let type = made.get(schema);
	if (!type) {
		const body = typeOf(schema);
		const object: ObjectType = body.kind === "object" ? body : { kind: "object", keys: {}, open: true };
		type = rootType(group, version, kind, object, metadata);
		made.set(schema, type);
	}
	return type;
}

/** How many fields an object has at the top. */
function fieldCount({ properties }: JsonSchema): number {
	return isSchema(properties) ? Object.keys(properties).length : 0;
}

/** A schema as a type. What it can't say (conditions, patterns across fields) is left out, so it never refuses too much. */
export function typeOf(schema: unknown): Type {
	if (!isSchema(schema)) return { kind: "any" };
	const doc = typeof schema.description === "string" ? { doc: schema.description } : {};
	return { ...bare(schema), ...doc };
}

function bare(schema: JsonSchema): Type {
	if (schema["x-kubernetes-int-or-string"] === true)
		return { kind: "scalar", of: ["integer", "string"], ...values(schema) };
	switch (schema.type) {
		case "object":
			return objectOf(schema);
		case "array":
			return {
				kind: "list",
				items: () => typeOf(schema.items),
				...identityOf(schema),
				...(schema["x-kubernetes-list-type"] === "set" && { unique: true }),
				...(typeof schema.minItems === "number" && { minimum: schema.minItems }),
			};
		case "string":
		case "boolean":
		case "integer":
			return scalarOf(schema, schema.type);
		case "number":
			return scalarOf(schema, "number", "integer");
		default:
			return isSchema(schema.properties) ? objectOf(schema) : { kind: "any" };
	}
}

function objectOf(schema: JsonSchema): Type {
	const properties = isSchema(schema.properties) ? Object.entries(schema.properties) : [];
	const more = schema.additionalProperties;
	const keepsAll = schema["x-kubernetes-preserve-unknown-fields"] === true;
	if (properties.length === 0) {
		if (isSchema(more)) return { kind: "map", values: () => typeOf(more) };
		if (keepsAll || more === true || schema["x-kubernetes-embedded-resource"] === true) return { kind: "any" };
	}
	const required = new Set(Array.isArray(schema.required) ? schema.required : []);
	const keys = properties.map(([name, property]): [string, Key] => [name, keyOf(property, required.has(name))]);
	const isOpen = keepsAll || isSchema(more) || more === true || schema["x-kubernetes-embedded-resource"] === true;
	return { kind: "object", keys: Object.fromEntries(keys), ...(isOpen && { open: true as const }) };
}

function keyOf(property: unknown, required: boolean): Key {
	if (!isSchema(property)) return { type: { kind: "any" } };
	const { default: fallback } = property;
	let type: Type | undefined;
	return {
		type: () => {
			type ??= typeOf(property);
			return type;
		},
		...(typeof property.description === "string" && { doc: property.description }),
		// The API server fills in defaults before it looks at what is required.
		...(required && fallback === undefined && { required }),
		...(fallback !== undefined && { default: written(fallback) }),
	};
}

function written(value: unknown): string {
	return typeof value === "string" && value !== "" ? value : JSON.stringify(value);
}

function identityOf(schema: JsonSchema): { identity?: readonly string[] } {
	const keys = schema["x-kubernetes-list-map-keys"];
	return Array.isArray(keys) && keys.every((key) => typeof key === "string") ? { identity: keys } : {};
}

function scalarOf(schema: JsonSchema, first: Primitive, ...others: Primitive[]): Type {
	const all: [Primitive, ...Primitive[]] = [first, ...others];
	if (schema.nullable === true) all.push("null");
	const format = formatOf(schema);
	return {
		kind: "scalar",
		of: all,
		...values(schema),
		...(format && { format }),
		...(typeof schema.minimum === "number" && schema.exclusiveMinimum !== true && { minimum: schema.minimum }),
		...(typeof schema.maximum === "number" && schema.exclusiveMaximum !== true && { maximum: schema.maximum }),
	};
}

function values(schema: JsonSchema): { values?: readonly EnumValue[] } {
	const list = schema.enum;
	if (!Array.isArray(list) || list.length === 0) return {};
	return { values: list.map((value) => ({ value: String(value) })) };
}

/** Formats that the API server checks. Source: apiextensions `pkg/apiserver/validation/formats.go`. */
const formats: ReadonlyMap<unknown, Format> = new Map([
	["date-time", dateTime],
	["byte", base64],
	["duration", duration],
	["ipv4", ipAddress],
	["ipv6", ipAddress],
	["cidr", cidr],
]);

function formatOf(schema: JsonSchema): Format | undefined {
	if (schema.type !== "string") return undefined;
	const known = formats.get(schema.format);
	return known ?? (typeof schema.pattern === "string" ? patternFormat(schema.pattern) : undefined);
}

/** Values longer than this are not matched with a pattern. */
const longest = 256;

/** Patterns are Go's: what JavaScript reads differently, or could take long over, is not checked. */
function patternFormat(pattern: string): Format | undefined {
	const repeats = pattern.match(/[*+]|\{\d+,\}/g)?.length ?? 0;
	if (repeats > 3 || /\(\?|\)[*+{]|\\[pPzAQ]|\[\[:/.test(pattern)) return undefined;
	try {
		const expression = new RegExp(pattern, "u");
		return {
			name: "pattern",
			check: (value) =>
				value.length > longest || expression.test(value)
					? undefined
					: { span: { start: 0, end: value.length }, message: `“${value}” does not match ${pattern}.` },
		};
	} catch {
		return undefined;
	}
}

function isSchema(value: unknown): value is JsonSchema & object {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
