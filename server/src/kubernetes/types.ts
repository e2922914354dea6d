import type { Doc, EnumValue, Format, Key, ObjectType, Type } from "../schema/type.ts";
import { type FieldFact, factOf } from "./field-facts.ts";
import { base64, dateTime, quantity } from "./formats.ts";
import { goneBefore, isNotYet, olderFields, sinceOf } from "./history.ts";
import { type EncodedFields, type EncodedType, spread } from "./table.ts";
import { docOf, type TableOrigin, typeTable } from "./tables.ts";

/** Turns the entries of a generated table into types, as one minor of Kubernetes has them; each is made on first use and once. */
export class TypeReader {
	readonly #origin: TableOrigin;
	readonly #minor: number;
	readonly #core: TypeReader;
	readonly #made = new Map<string, ObjectType>();

	/** Custom types refer to Kubernetes' own, which `core` reads. */
	constructor(origin: TableOrigin, minor: number, core?: TypeReader) {
		this.#origin = origin;
		this.#minor = minor;
		this.#core = core ?? this;
	}

	/** The type of an entry; a type of its own that lets everything in where the table has none. */
	type(name: string): Type {
		const known = this.#made.get(name);
		if (known) return known;
		const fields = this.#fields(name);
		if (!fields) return this.#core === this ? { kind: "any" } : this.#core.type(name);
		const made = this.#object(name, fields);
		this.#made.set(name, made);
		return made;
	}

	#fields(name: string): EncodedFields | undefined {
		const fields = typeTable(this.#origin).types[name];
		if (this.#origin === "custom") return fields;
		const older = olderFields(name, this.#minor);
		return older ? { ...fields, ...older } : fields;
	}

	#object(name: string, fields: EncodedFields): ObjectType {
		const keys: Record<string, Key> = {};
		const otherVersions: Record<string, string> = this.#origin === "core" ? goneBefore(name, this.#minor) : {};
		for (const [encodedName, encoded] of Object.entries(fields)) {
			if (encodedName === "*") continue;
			if (encodedName === spread) {
				const taken = this.type(encoded.slice(1));
				if (taken.kind === "object") Object.assign(keys, taken.keys);
				continue;
			}
			const required = encodedName.endsWith("!");
			const field = required ? encodedName.slice(0, -1) : encodedName;
			if (this.#origin === "core" && isNotYet(`${name}.${field}`, this.#minor)) {
				otherVersions[field] = `before Kubernetes 1.${sinceOf(`${name}.${field}`)}`;
				continue;
			}
			keys[field] = this.#key(name, field, encoded, required);
		}
		return {
			kind: "object",
			...(this.#origin === "core" && { name: readableName(name) }),
			doc: this.#doc(name, ""),
			keys,
			...("*" in fields && { open: true as const }),
			...(Object.keys(otherVersions).length > 0 && { otherVersions }),
		};
	}

	#key(owner: string, field: string, encoded: EncodedType, required: boolean): Key {
		const fact = this.#origin === "core" ? factOf(readableName(owner), field) : undefined;
		const since = this.#origin === "core" ? sinceOf(`${owner}.${field}`) : undefined;
		const isStatus = field === "status" && encoded === "a";
		return {
			type: () => this.#decode(encoded, owner, field, fact),
			doc: this.#fieldDoc(owner, field, encoded, fact),
			...(required && { required }),
			...(fact?.default !== undefined && { default: fact.default }),
			...(fact?.example !== undefined && { example: fact.example }),
			...(fact?.deprecated !== undefined && { deprecated: fact.deprecated }),
			...(since !== undefined && { since: `Kubernetes 1.${since}` }),
			...(isStatus && { hidden: true }),
		};
	}

	#decode(encoded: EncodedType, owner: string, field: string, fact: FieldFact | undefined): Type {
		const rest = encoded.slice(1);
		switch (encoded[0]) {
			case "[": {
				const items = () => this.#decode(rest, owner, field, fact);
				return { kind: "list", items, ...(fact?.identity && { identity: fact.identity }) };
			}
			case "{":
				return {
					kind: "map",
					values: () => (rest === "q" ? amount : this.#decode(rest, owner, field, fact)),
					...(fact?.names && { names: fact.names }),
				};
			case "@":
				return this.type(rest);
			case "=":
				return { kind: "scalar", of: ["string"], values: this.#values(rest, owner, field) };
			default:
				return scalarOf(encoded, fact);
		}
	}

	#values(list: string, owner: string, field: string): readonly EnumValue[] {
		return list.split("|").map((value) => ({ value, doc: this.#doc(owner, `${field}=${value}`) }));
	}

	/** Where a field says nothing of itself, its type does. */
	#fieldDoc(owner: string, field: string, encoded: EncodedType, fact: FieldFact | undefined): Doc {
		return () => {
			if (fact?.doc !== undefined) return fact.doc;
			const written = docOf(this.#origin, owner, field);
			if (written !== undefined) return written;
			const type = /@(.+)$/.exec(encoded)?.[1];
			return (type && (docOf(this.#origin, type, "") ?? docOf("core", type, ""))) || "";
		};
	}

	#doc(type: string, field: string): Doc {
		return () => docOf(this.#origin, type, field) ?? "";
	}
}

/** `PodSpec` for `V1PodSpec`: what people call a type, without its version. */
export function readableName(type: string): string {
	return /^(?:[A-Z][a-z]*)?V\d+(?:(?:alpha|beta)\d+)?([A-Z]\w*)$/.exec(type)?.[1] ?? type;
}

const plainTypes: Readonly<Record<string, Type>> = {
	s: { kind: "scalar", of: ["string"] },
	i: { kind: "scalar", of: ["integer"] },
	n: { kind: "scalar", of: ["number", "integer"] },
	b: { kind: "scalar", of: ["boolean"] },
	q: { kind: "scalar", of: ["string", "integer", "number"], format: quantity },
	p: { kind: "scalar", of: ["integer", "string"] },
	t: { kind: "scalar", of: ["string"], format: dateTime },
	y: { kind: "scalar", of: ["string"], format: base64 },
	a: { kind: "any" },
};

/** What a quantity in a map counts is said by its key, so the hover explains it. */
const amount: Type = {
	kind: "scalar",
	of: ["string", "integer", "number"],
	format: { name: quantity.name, check: quantity.check },
};

function scalarOf(encoded: EncodedType, fact: FieldFact | undefined): Type {
	const plain = plainTypes[encoded] ?? { kind: "any" };
	if (!fact || plain.kind !== "scalar") return plain;
	const format: Format | undefined = fact.format ?? plain.format;
	return {
		...plain,
		...(format && { format }),
		...(fact.minimum !== undefined && { minimum: fact.minimum }),
		...(fact.maximum !== undefined && { maximum: fact.maximum }),
		...(fact.values && { values: fact.values.map((value) => ({ value })) }),
		...(fact.values && !fact.closed && { open: true as const }),
	};
}
