import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { EncodedKind, EncodedType, TypeTable } from "../server/src/kubernetes/table.ts";
import { coreTables, newestMinor } from "./generate/kubernetes.ts";

/*
 * Writes server/src/kubernetes/history-data.ts: what each minor of Kubernetes added, and what older ones had.
 *
 *     tsx tools/kubernetes-history.ts 30=<folder> 31=<folder> …
 *
 * A folder is an unpacked wheel of the official Python client (`pip download --no-deps kubernetes==30.1.0`, then `unzip`), which
 * has a release for each minor; it is read because @kubernetes/client-node skipped 1.35 and is thirty times the size.
 * Run it again when the installed @kubernetes/client-node moves to a newer minor.
 */

type Fields = Record<string, EncodedType>;

/** One minor's types and kinds. */
interface Release {
	readonly minor: number;
	readonly types: Map<string, Fields>;
	readonly kinds: Map<string, EncodedKind>;
}

function main(): void {
	const folders = process.argv.slice(2).map((argument) => argument.split("="));
	if (folders.length === 0) throw new Error("Give the older clients as <minor>=<folder> …");
	const { table } = coreTables();
	const newest = newestRelease(table);
	const older = folders
		.map(([minor, folder]) => readRelease(Number(minor), folder ?? ""))
		.sort((a, b) => a.minor - b.minor);
	const releases = [...older.map((release) => renamed(release, newest)), newest];
	writeFileSync("server/src/kubernetes/history-data.ts", print(added(releases), gone(releases)));
}

function newestRelease({ types, kinds }: TypeTable): Release {
	const plain = Object.entries(types).map(([name, fields]): [string, Fields] => [name, optional(fields)]);
	return {
		minor: Number(newestMinor().split(".")[1]),
		types: new Map(plain),
		kinds: new Map(kinds.map((kind) => [kind.slice(0, 3).join("/"), kind])),
	};
}

/** What is required is not told apart: that differs between clients, not between releases. */
function optional(fields: Readonly<Fields>): Fields {
	return Object.fromEntries(Object.entries(fields).map(([field, type]) => [field.replace(/!$/, ""), type]));
}

function readRelease(minor: number, folder: string): Release {
	const header = `The version of the OpenAPI document: release-1.${minor}\n`;
	const files = (part: string) =>
		readdirSync(join(folder, "kubernetes/client", part))
			.filter((file) => file.endsWith(".py"))
			.sort()
			.map((file) => readFileSync(join(folder, "kubernetes/client", part, file), "utf8"))
			.filter((code) => code.includes(header));
	const types = new Map(files("models").flatMap(readModel));
	const kinds = files("api")
		.flatMap(readKinds)
		.filter(([, , , , , type]) => types.has(type));
	return { minor, types, kinds: new Map(kinds.map((kind) => [kind.slice(0, 3).join("/"), kind])) };
}

function readModel(code: string): [string, Fields][] {
	const name = /^class (\w+)\(object\)/m.exec(code)?.[1];
	const block = (title: string) =>
		[...(new RegExp(`${title} = \\{([^}]*)\\}\\n`).exec(code)?.[1] ?? "").matchAll(/'([^']+)': '([^']+)'/g)].map(
			([, key = "", value = ""]): [string, string] => [key, value],
		);
	const types = new Map(block("openapi_types"));
	const fields = block("attribute_map").map(([attribute, field]): [string, EncodedType] => [
		field,
		encode(types.get(attribute) ?? "object"),
	]);
	return name === undefined ? [] : [[name, Object.fromEntries(fields)]];
}

const pythonTypes: Readonly<Record<string, EncodedType>> = {
	str: "s",
	bool: "b",
	int: "i",
	float: "n",
	datetime: "t",
	object: "a",
};

function encode(type: string): EncodedType {
	const list = /^list\[(.*)\]$/.exec(type)?.[1];
	if (list !== undefined) return `[${encode(list)}`;
	const map = /^dict\(str, (.*)\)$/.exec(type)?.[1];
	return map === undefined ? (pythonTypes[type] ?? `@${type}`) : `{${encode(map)}`;
}

function readKinds(code: string): EncodedKind[] {
	return code
		.split(/\n {4}def (?=create_\w+_with_http_info)/)
		.slice(1)
		.flatMap((method): EncodedKind[] => {
			const path = /'\/(?:api|apis\/([^/']+))\/([^/']+)\/(namespaces\/\{namespace\}\/)?([a-z]+)', 'POST'/.exec(method);
			const type = /:param (\w+) body:/.exec(method)?.[1] ?? "";
			const kind = /V\d+(?:(?:alpha|beta)\d+)?([A-Z]\w*)$/.exec(type)?.[1];
			if (!path || kind === undefined) return [];
			const [, group = "", version = "", namespaced, plural = ""] = path;
			return [[group, version, kind, plural, namespaced ? 1 : 0, type]];
		});
}

/** The release with today's class names: a group was put before some where another group took the same name. */
function renamed(release: Release, newest: Release): Release {
	const today = new Map<string, string>();
	for (const name of newest.types.keys()) {
		const before = name.replace(/^[A-Z][a-z]+(?=V\d)/, "");
		if (
			before !== name &&
			!release.types.has(name) &&
			fieldsRemain(release.types.get(before), newest.types.get(name))
		) {
			today.set(before, name);
		}
	}
	const nameOf = (name: string) => today.get(name) ?? name;
	const withNames = (fields: Fields): Fields =>
		Object.fromEntries(Object.entries(fields).map(([field, type]) => [field, type.replace(/\w+$/, nameOf)]));
	return { ...release, types: new Map([...release.types].map(([name, fields]) => [nameOf(name), withNames(fields)])) };
}

function fieldsRemain(before: Fields | undefined, after: Fields | undefined): boolean {
	return before !== undefined && Object.keys(before).every((field) => after && field in after);
}

/** Types and fields (`Type.field`) of the newest release by the minor that brought them. */
function added(releases: readonly Release[]): [number, string[]][] {
	const newest = releases.at(-1) as Release;
	const since = new Map<number, string[]>();
	for (const [name, fields] of newest.types) {
		const first = firstWith(releases, (release) => release.types.has(name));
		if (first > (releases[0] as Release).minor) since.set(first, [...(since.get(first) ?? []), name]);
		for (const field of Object.keys(fields)) {
			const minor = firstWith(releases, (release) => release.types.get(name)?.[field] !== undefined);
			if (minor > first) since.set(minor, [...(since.get(minor) ?? []), `${name}.${field}`]);
		}
	}
	return [...since].sort(([a], [b]) => a - b);
}

/** The minor from which on all releases have it. */
function firstWith(releases: readonly Release[], has: (release: Release) => boolean): number {
	const lastWithout = releases.findLastIndex((release) => !has(release));
	return (releases[lastWithout + 1] as Release).minor;
}

interface Gone {
	readonly kinds: readonly [number, EncodedKind][];
	readonly types: readonly [string, Fields][];
	readonly fields: readonly [string, EncodedType, number, number][];
}

/** What an older release had and the newest has not; of what nobody writes (status) nothing. */
function gone(releases: readonly Release[]): Gone {
	const newest = releases.at(-1) as Release;
	const kinds = new Map<string, [number, EncodedKind]>();
	const fields = new Map<string, [string, EncodedType, number, number]>();
	for (const { minor, kinds: had, types } of releases.slice(0, -1)) {
		for (const [id, kind] of had) if (!newest.kinds.has(id)) kinds.set(id, [minor, kind]);
		for (const [name, now] of newest.types) {
			for (const [field, type] of Object.entries(types.get(name) ?? {})) {
				if (field in now) continue;
				const first = fields.get(`${name}.${field}`)?.[2] ?? minor;
				fields.set(`${name}.${field}`, [`${name}.${field}`, type, first, minor]);
			}
		}
	}
	const types = new Map<string, Fields>();
	const queue = [
		...[...kinds.values()].map(([, kind]) => kind[5]),
		...[...fields.values()].flatMap(([, type]) => referenceOf(type)),
	];
	for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
		if (newest.types.has(name) || types.has(name) || !releases.some((release) => release.types.has(name as string)))
			continue;
		const all: Fields = Object.assign({}, ...releases.map((release) => release.types.get(name as string)));
		if ("status" in all) all["status"] = "a";
		types.set(name, all);
		queue.push(...Object.values(all).flatMap(referenceOf));
	}
	const byName = ([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]) => (a < b ? -1 : 1);
	return {
		kinds: [...kinds].sort(byName).map(([, kind]) => kind),
		types: [...types].sort(byName),
		fields: [...fields.values()].sort(byName),
	};
}

function referenceOf(type: EncodedType): string[] {
	const name = /@(\w+)$/.exec(type)?.[1];
	return name === undefined ? [] : [name];
}

function print(since: readonly [number, string[]][], { kinds, types, fields }: Gone): string {
	const text = (fields: Fields) =>
		JSON.stringify(
			Object.entries(fields)
				.map(([field, type]) => `${field} ${type}`)
				.join("\n"),
		).slice(1, -1);
	return [
		"// Made by tools/kubernetes-history.ts from the official Python client of each minor; run it with those to renew this.",
		'import type { EncodedKind } from "./table.ts";',
		"",
		"/** Types and fields (`Type.field`) of the newest Kubernetes by the minor that brought them, separated by blanks. */",
		"export const addedIn: Readonly<Record<number, string>> = {",
		...since.map(([minor, names]) => `\t${minor}: ${JSON.stringify(names.sort().join(" "))},`),
		"};",
		"",
		"/** Kinds that newer releases no longer have, with the last minor that has them. */",
		"export const goneKinds: readonly (readonly [number, EncodedKind])[] = [",
		...kinds.map(([minor, kind]) => `\t[${minor}, ${JSON.stringify(kind).replaceAll(",", ", ")}],`),
		"];",
		"",
		"/** Types that only older releases have; a line is a field and its type. */",
		"export const goneTypes: Readonly<Record<string, string>> = {",
		...types.map(([name, fields]) => `\t${name}: "${text(fields)}",`),
		"};",
		"",
		"/** Fields that newer releases no longer have: name, type, first and last minor. */",
		"export const goneFields: readonly (readonly [string, string, number, number])[] = [",
		...fields.map((field) => `\t${JSON.stringify(field).replaceAll(",", ", ")},`),
		"];",
		"",
	].join("\n");
}

main();
