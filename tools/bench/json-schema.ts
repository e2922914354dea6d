import type { Type } from "../../server/src/schema/type.ts";

type Lazy = Type | (() => Type);

/** One of our tables as a JSON schema (draft 7), for a peer that reads those; each type once, under `definitions`. */
export function toJsonSchema(root: Type): object {
	const names = new Map<Type, string>();
	const definitions: Record<string, object> = {};

	function refer(lazy: Lazy): object {
		const type = typeof lazy === "function" ? lazy() : lazy;
		if (type.kind !== "object") return convert(type);
		let name = names.get(type);
		if (name === undefined) {
			name = `t${names.size}`;
			names.set(type, name);
			definitions[name] = {};
			definitions[name] = convert(type);
		}
		return { $ref: `#/definitions/${name}` };
	}

	function convert(type: Type): object {
		const description = typeof type.doc === "function" ? type.doc() : type.doc;
		return { ...shape(type), ...(description && { description }) };
	}

	function shape(type: Type): object {
		switch (type.kind) {
			case "object": {
				const keys = Object.entries(type.keys);
				const properties = Object.fromEntries(keys.map(([name, key]) => [name, described(refer(key.type), key.doc)]));
				const required = keys.filter(([, key]) => key.required).map(([name]) => name);
				return {
					type: "object",
					properties,
					...(required.length > 0 && { required }),
					additionalProperties: type.open !== undefined,
				};
			}
			case "map":
				return { type: "object", additionalProperties: refer(type.values) };
			case "list":
				return { type: "array", items: refer(type.items) };
			case "scalar":
				return {
					type: [...type.of],
					...(type.values && !type.open && { enum: type.values.map(({ value }) => value) }),
				};
			case "union":
				return { anyOf: type.forms.map(refer) };
			case "any":
				return {};
		}
	}

	function described(schema: object, doc: string | (() => string) | undefined): object {
		const description = typeof doc === "function" ? doc() : doc;
		return description ? { allOf: [schema], description } : schema;
	}

	const top = refer(root);
	return { $schema: "http://json-schema.org/draft-07/schema#", ...top, definitions };
}
