import { addedIn, goneFields, goneKinds, goneTypes } from "./history-data.ts";
import type { EncodedFields, EncodedKind } from "./table.ts";

const since: ReadonlyMap<string, number> = new Map(
	Object.entries(addedIn).flatMap(([minor, names]) => names.split(" ").map((name) => [name, Number(minor)] as const)),
);

/** The minor that brought a type (`V1Foo`) or field (`V1Foo.bar`); undefined where every known release has it. */
export function sinceOf(name: string): number | undefined {
	return since.get(name) ?? since.get(name.slice(0, name.indexOf(".")));
}

/** Whether a type or field is newer than the minor. */
export function isNotYet(name: string, minor: number): boolean {
	return (since.get(name) ?? 0) > minor;
}

/** What the minor has of a type, or of its fields, that the newest release has no longer. */
export function olderFields(type: string, minor: number): EncodedFields | undefined {
	const older = goneTypes[type];
	if (older !== undefined) return fieldsOf(older);
	const fields = goneFields.filter(
		([name, , first, last]) => name.startsWith(`${type}.`) && first <= minor && minor <= last,
	);
	if (fields.length === 0) return undefined;
	return Object.fromEntries(fields.map(([name, encoded]) => [name.slice(type.length + 1), encoded]));
}

/** Fields of a type that are gone by a minor, with the last one that has them. */
export function goneBefore(type: string, minor: number): Record<string, string> {
	const gone = goneFields.filter(([name, , , last]) => name.startsWith(`${type}.`) && last < minor);
	return Object.fromEntries(
		gone.map(([name, , , last]) => [name.slice(type.length + 1).replace(/!$/, ""), `after Kubernetes 1.${last}`]),
	);
}

function fieldsOf(lines: string): EncodedFields {
	return Object.fromEntries(lines.split("\n").map((line) => line.split(" ") as [string, string]));
}

/** Kinds that the minor has and the newest release has no longer. */
export function olderKinds(minor: number): readonly EncodedKind[] {
	return goneKinds.filter(([last]) => minor <= last).map(([, kind]) => kind);
}
