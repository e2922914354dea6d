import { imageOffers } from "../container/image-offers.ts";
import type { Completion } from "../core/feature.ts";
import { type Offer, offered } from "../core/offer.ts";
import type { World } from "../core/world.ts";
import { ownerOffers, pathOffers, stageOffers } from "./complete-names.ts";
import type { Cursor } from "./cursor.ts";
import { flagMarkdown } from "./hover.ts";
import { cacheFolders, type MountKey, type MountType, mountKeyNamed, mountTypeKey, mountTypeNamed } from "./mounts.ts";
import type { DockerfileModel } from "./nodes.ts";
import { platforms } from "./values.ts";
import { type Flag, flagNamed, instructionNamed, type Value, type ValueKind } from "./vocabulary.ts";

type InstructionCursor = Extract<Cursor, { kind: "instruction" }>;

/** Flags of an instruction, their values, and keys and values of mounts. */
export function flagCompletions(
	model: DockerfileModel,
	offset: number,
	world: World,
	cursor: InstructionCursor,
): readonly Completion[] {
	const { keyword, word, words } = cursor;
	const value = /^--([a-z-]+)=(.*)$/.exec(word);
	if (!value) return offered(model, offset, word, flagOffers(keyword, words), /^[a-z-]*=?/);
	const [, name = "", typed = ""] = value;
	const flag = flagNamed(keyword, name);
	if (!flag) return [];
	if (flag.value === "mount") return mountCompletions(model, offset, world, cursor, typed);
	return offered(model, offset, typed, valueOffers(model, offset, cursor, flag.value, flag.values));
}

function flagOffers(keyword: string, written: readonly string[]): readonly Offer[] {
	const present = new Set(written.map((word) => /^--([a-z-]+)/.exec(word)?.[1]));
	const flags = instructionNamed(keyword)?.flags ?? [];
	return flags
		.filter((flag) => flag.repeats || !present.has(flag.name))
		.map((flag): Offer => {
			const label = flag.value === "boolean" ? `--${flag.name}` : `--${flag.name}=`;
			return {
				label,
				kind: "flag",
				detail: detailOf(flag),
				documentation: () => flagMarkdown(keyword, flag),
				again: label.endsWith("="),
			};
		});
}

function detailOf({ since, default: fallback }: Flag): string {
	return [since === undefined ? "" : `Dockerfile ${since}`, fallback === undefined ? "" : `default ${fallback}`]
		.filter((text) => text !== "")
		.join(", ");
}

/** Values that fit what a flag or key takes. */
function valueOffers(
	model: DockerfileModel,
	offset: number,
	{ instruction }: InstructionCursor,
	kind: ValueKind,
	values: readonly Value[] = [],
): readonly Offer[] {
	if (kind === "platform") {
		return [...values, ...platformVariables, ...platforms].map(valueOffer);
	}
	if (kind === "source") return [...stageOffers(model, instruction, offset), ...imageOffers()];
	if (kind === "owner") return ownerOffers(model, instruction);
	if (kind === "boolean" || kind === "enum") return values.map(valueOffer);
	return (usual[kind] ?? []).map(valueOffer);
}

function valueOffer({ name, doc }: Value, index: number): Offer {
	return { label: name, kind: "enum", documentation: doc, rank: index };
}

const platformVariables: readonly Value[] = [
	{ name: "$BUILDPLATFORM", doc: "The platform of the machine that builds: nothing is emulated." },
	{ name: "$TARGETPLATFORM", doc: "The platform that is built for; what holds without the flag." },
];

/** Values that are common where anything of a kind can be written. */
const usual: Partial<Record<ValueKind, readonly Value[]>> = {
	duration: ["1s", "3s", "5s", "10s", "30s", "1m", "5m"].map((name) => ({
		name,
		doc: "A duration: `ms`, `s`, `m`, `h`.",
	})),
	count: ["1", "3", "5", "10"].map((name) => ({ name, doc: "A number of failures in a row." })),
	mode: [
		{ name: "755", doc: "All may read and run, only the owner may write." },
		{ name: "644", doc: "All may read, only the owner may write." },
		{ name: "555", doc: "All may read and run, nobody may write." },
		{ name: "444", doc: "All may read, nobody may write." },
		{ name: "600", doc: "Only the owner may read and write." },
	],
	checksum: [{ name: "sha256:", doc: "SHA-256 of the download, 64 hexadecimal digits." }],
	size: ["64m", "256m", "1g"].map((name) => ({ name, doc: "A size in bytes: `k`, `m`, `g`." })),
};

function mountCompletions(
	model: DockerfileModel,
	offset: number,
	world: World,
	cursor: InstructionCursor,
	written: string,
): readonly Completion[] {
	const fields = written.split(",");
	const typed = fields.pop() ?? "";
	const values = new Map(fields.map((field) => splitField(field)));
	const [name, value] = splitField(typed);
	const type = mountTypeNamed(name === "type" ? "bind" : values.get("type"));
	if (!type) return [];
	const rest = /^[^,\s]*/;
	if (value === undefined) return offered(model, offset, typed, keyOffers(type, values), /^[a-z]*=?/);
	const key = mountKeyNamed(type, name);
	if (!key) return [];
	return offered(model, offset, value, keyValueOffers(model, offset, world, cursor, type, key, value, values), rest);
}

function splitField(field: string): readonly [string, string | undefined] {
	const equals = field.indexOf("=");
	return equals < 0
		? [field.toLowerCase(), undefined]
		: [field.slice(0, equals).toLowerCase(), field.slice(equals + 1)];
}

function keyOffers(type: MountType, present: ReadonlyMap<string, string | undefined>): readonly Offer[] {
	const keys = present.has("type") ? type.keys : [mountTypeKey, ...type.keys];
	return keys
		.filter(({ name, aliases }) => ![name, ...aliases].some((spelling) => present.has(spelling)))
		.map((key, index): Offer => {
			const label = key.value === "boolean" ? key.name : `${key.name}=`;
			return {
				label,
				kind: "key",
				rank: index,
				documentation: key.doc,
				detail: key.required ? "required" : key.default === undefined ? "" : `default ${key.default}`,
				again: label.endsWith("="),
			};
		});
}

function keyValueOffers(
	model: DockerfileModel,
	offset: number,
	world: World,
	cursor: InstructionCursor,
	type: MountType,
	key: MountKey,
	value: string,
	present: ReadonlyMap<string, string | undefined>,
): readonly Offer[] {
	if (key.name === "target" && type.name === "cache") return cacheFolders.map(valueOffer);
	if (key.name === "source" && type.name === "bind" && !present.has("from")) return pathOffers(model, world, value);
	return valueOffers(model, offset, cursor, key.value, key.values);
}
