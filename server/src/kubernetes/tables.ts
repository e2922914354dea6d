import type { DocTable, TableFile, TypeTable } from "./table.ts";
import coreTypes from "./types.generated.json";

/** Which table a type is of: Kubernetes' own, or those of well-known custom resources. */
export type TableOrigin = "core" | "custom";

let read: (file: TableFile) => string | undefined = () => undefined;
const parsed = new Map<string, unknown>();

/**
 * Tells how the text of a table is read; the shells call it once at start-up.
 * What can't be read is left out: no documentation, or custom resources that nobody knows.
 */
export function provideTables(load: (file: TableFile) => string | undefined): void {
	read = load;
	parsed.clear();
}

const noTypes: TypeTable = { kinds: [], types: {} };
const noDocs: DocTable = { texts: [], types: {} };

/** Kinds and types, parsed when first asked for. */
export function typeTable(origin: TableOrigin): TypeTable {
	return once(`${origin} types`, () => (origin === "core" ? coreTypes : read("custom-types")), noTypes);
}

/** Documentation of a table's types, read when first asked for. */
export function docTable(origin: TableOrigin): DocTable {
	return once(`${origin} docs`, () => read(origin === "core" ? "docs" : "custom-docs"), noDocs);
}

function once<T>(name: string, text: () => string | undefined, otherwise: T): T {
	if (!parsed.has(name)) parsed.set(name, JSON.parse(text() ?? "null") ?? otherwise);
	return parsed.get(name) as T;
}

/** What the documentation says of a type (empty field), of a field, or of a value of an enumeration (`field=value`). */
export function docOf(origin: TableOrigin, type: string, field: string): string | undefined {
	const docs = docTable(origin);
	const place = docs.types[type]?.[field];
	return place === undefined ? undefined : docs.texts[place];
}
