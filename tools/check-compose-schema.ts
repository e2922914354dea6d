/**
 * Compares the Compose vocabulary with the JSON schema of the Compose specification: `tsx tools/check-compose-schema.ts <compose-spec.json>`.
 * A key, form, enum value or mark that one has and the other has not is a defect; they are listed, and the exit code is 1.
 * The schema is compose-go's `schema/compose-spec.json`; the project does not carry it.
 */
import { readFileSync } from "node:fs";
import { composeFile } from "../server/src/compose/vocabulary.ts";
import type { ObjectType, Primitive, Type } from "../server/src/schema/type.ts";

interface Schema {
	readonly $ref?: string;
	readonly type?: string | readonly string[];
	readonly oneOf?: readonly Schema[];
	readonly anyOf?: readonly Schema[];
	readonly enum?: readonly unknown[];
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly patternProperties?: Readonly<Record<string, Schema>>;
	readonly additionalProperties?: boolean | Schema;
	readonly required?: readonly string[];
	readonly items?: Schema;
	readonly uniqueItems?: boolean;
	readonly deprecated?: boolean;
	readonly $defs?: Readonly<Record<string, Schema>>;
}

/** The forms a value can have, side by side. */
interface Forms<S> {
	readonly objects: readonly S[];
	readonly lists: readonly S[];
	readonly primitives: ReadonlySet<Primitive>;
	/** The words of closed enumerations; undefined where any text is taken. */
	readonly words: readonly string[] | undefined;
	/** Whatever is written is right. */
	readonly any: boolean;
}

const defects: string[] = [];
let compared = 0;

const [file] = process.argv.slice(2);
if (file === undefined) {
	console.error("usage: tsx tools/check-compose-schema.ts <compose-spec.json>");
	process.exit(2);
}
const schema: Schema = JSON.parse(readFileSync(file, "utf8"));
compare("", schema, composeFile);
for (const defect of defects) console.error(defect);
console.log(`${compared} keys compared, ${defects.length} defects`);
process.exit(defects.length > 0 ? 1 : 0);

function compare(path: string, wanted: Schema, type: Type): void {
	const theirs = formsOfSchema(wanted);
	const ours = formsOfType(type);
	const place = path === "" ? "(top level)" : path;
	if (ours.any) return;
	for (const primitive of theirs.primitives) {
		if (!ours.primitives.has(primitive)) defects.push(`${place}: a ${primitive} is not taken`);
	}
	for (const primitive of ours.primitives) {
		if (!theirs.primitives.has(primitive) && !theirs.any) defects.push(`${place}: the schema takes no ${primitive}`);
	}
	compareWords(place, theirs.words, ours.words);
	if (theirs.lists.length > 0 && ours.lists.length === 0) defects.push(`${place}: a list is not taken`);
	if (theirs.lists.length === 0 && ours.lists.length > 0) defects.push(`${place}: the schema takes no list`);
	const [list] = theirs.lists;
	const [ourList] = ours.lists;
	if (list && ourList?.kind === "list") {
		if (list.uniqueItems === true && !ourList.unique) defects.push(`${place}: items must differ`);
		if (list.uniqueItems !== true && ourList.unique) defects.push(`${place}: the schema lets items repeat`);
		if (list.items) compare(`${path}[]`, list.items, resolved(ourList.items));
	}
	compareObjects(path, theirs.objects, ours.objects);
}

function compareWords(place: string, theirs: readonly string[] | undefined, ours: readonly string[] | undefined): void {
	if (!theirs && ours) defects.push(`${place}: the schema takes other words than ${ours.join(", ")}`);
	for (const word of theirs ?? []) {
		if (ours && !ours.includes(word)) defects.push(`${place}: the word ${word} is not known`);
		if (!ours) defects.push(`${place}: the schema takes only ${theirs?.join(", ")}`);
	}
	for (const word of ours ?? []) {
		if (theirs && !theirs.includes(word)) defects.push(`${place}: the schema does not know the word ${word}`);
	}
}

function compareObjects(path: string, theirs: readonly Schema[], ours: readonly Type[]): void {
	const place = path === "" ? "(top level)" : path;
	const [wanted] = theirs;
	const [type] = ours;
	if (!wanted || !type) {
		if (wanted) defects.push(`${place}: a mapping is not taken`);
		if (type) defects.push(`${place}: the schema takes no mapping`);
		return;
	}
	const values = Object.entries(wanted.patternProperties ?? {}).find(([pattern]) => pattern !== "^x-")?.[1];
	if (type.kind === "map") {
		if (wanted.properties) defects.push(`${place}: the schema names its keys`);
		if (values) compare(`${path}.*`, values, resolved(type.values));
		return;
	}
	if (type.kind !== "object") return;
	if (values) defects.push(`${place}: its keys are for the user to choose`);
	compareOpenness(place, wanted, type);
	for (const [name, value] of Object.entries(wanted.properties ?? {})) {
		compared++;
		const key = type.keys[name];
		const inner = path === "" ? name : `${path}.${name}`;
		if (!key) {
			defects.push(`${inner}: the key is not known`);
			continue;
		}
		if ((wanted.required ?? []).includes(name) !== (key.required === true)) {
			defects.push(`${inner}: the schema ${key.required ? "does not require it" : "requires it"}`);
		}
		if (value.deprecated && !key.deprecated) defects.push(`${inner}: the schema calls it deprecated`);
		compare(inner, value, resolved(key.type));
	}
	for (const name of Object.keys(type.keys)) {
		if (!wanted.properties?.[name]) defects.push(`${place}: the schema does not know the key ${name}`);
	}
}

/** Whether keys that are not named are taken must be the same. */
function compareOpenness(place: string, wanted: Schema, type: ObjectType): void {
	const closed = wanted.additionalProperties === false;
	const extensions = wanted.patternProperties?.["^x-"] !== undefined;
	if (!closed && type.open !== true) defects.push(`${place}: the schema takes any further key`);
	if (closed && type.open === true) defects.push(`${place}: the schema takes no further key`);
	if (!closed || type.open === true) return;
	if (extensions && !type.open) defects.push(`${place}: x- keys are not taken`);
	if (!extensions && type.open) defects.push(`${place}: the schema takes no x- keys`);
}

function formsOfSchema(wanted: Schema): Forms<Schema> {
	const all = flatten(wanted);
	const objects: Schema[] = [];
	const lists: Schema[] = [];
	const primitives = new Set<Primitive>();
	const words: string[] = [];
	let open = false;
	for (const one of all) {
		const types = typeof one.type === "string" ? [one.type] : (one.type ?? []);
		for (const type of types) {
			if (type === "object") objects.push(one);
			else if (type === "array") lists.push(one);
			else primitives.add(type as Primitive);
			// A JSON number may be whole.
			if (type === "number") primitives.add("integer");
			if (type === "string" && one.enum) words.push(...one.enum.map(String));
			else if (type === "string") open = true;
		}
	}
	const any = all.some((one) => one.type === undefined);
	return { objects, lists, primitives, words: open || words.length === 0 ? undefined : words, any };
}

function flatten(wanted: Schema): Schema[] {
	if (wanted.$ref !== undefined) {
		const name = wanted.$ref.replace("#/$defs/", "");
		const found = schema.$defs?.[name];
		if (!found) throw new Error(`the schema has no ${wanted.$ref}`);
		return flatten(found);
	}
	const forms = wanted.oneOf ?? wanted.anyOf;
	return forms ? forms.flatMap(flatten) : [wanted];
}

function formsOfType(type: Type): Forms<Type> {
	const all = flattenType(type);
	const primitives = new Set<Primitive>();
	const words: string[] = [];
	let open = false;
	for (const one of all) {
		if (one.kind !== "scalar") continue;
		for (const primitive of one.of) primitives.add(primitive);
		if (one.values && !one.open) words.push(...one.values.map(({ value }) => value));
		else if (one.of.includes("string")) open = true;
	}
	return {
		objects: all.filter(({ kind }) => kind === "object" || kind === "map"),
		lists: all.filter(({ kind }) => kind === "list"),
		primitives,
		words: open || words.length === 0 ? undefined : words,
		any: all.some(({ kind }) => kind === "any"),
	};
}

function flattenType(type: Type): Type[] {
	return type.kind === "union" ? type.forms.flatMap((form) => flattenType(resolved(form))) : [type];
}

function resolved(type: Type | (() => Type)): Type {
	return typeof type === "function" ? type() : type;
}
