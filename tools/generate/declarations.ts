import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Comment, parseSync } from "oxc-parser";

/** A type as a declaration file writes it. */
export type Shape =
	| { readonly kind: "string" | "number" | "boolean" | "any" }
	| { readonly kind: "enum"; readonly values: readonly string[] }
	/** A declaration elsewhere: `<file or package path without extension>#<name>`. */
	| { readonly kind: "name"; readonly name: string }
	| { readonly kind: "list" | "map"; readonly of: Shape }
	| { readonly kind: "union"; readonly forms: readonly Shape[] }
	| { readonly kind: "object"; readonly members: readonly Member[]; readonly open: boolean };

export interface Member {
	readonly name: string;
	readonly optional: boolean;
	readonly shape: Shape;
	/** Markdown. */
	readonly doc: string;
}

/** An interface or type of a declaration file. */
export interface Declaration {
	/** Every name it is exported by. */
	readonly names: readonly string[];
	/** Where it is declared: the file's path without extension. */
	readonly file: string;
	readonly doc: string;
	readonly shape: Shape;
	/** Declarations whose members it has too, as in a shape's `name`. */
	readonly bases: readonly string[];
}

/** A node of the parser's tree: only what is read below. */
interface Tree {
	readonly type: string;
	readonly start: number;
	readonly end: number;
	readonly [key: string]: unknown;
}

/** The declaration files of a package in a stable order, compiled validators left out. */
export function declarationFiles(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((path) => path.endsWith(".d.ts") && !/(?:^|[/\\])(?:_schemas|node_modules)[/\\]/.test(path))
		.sort()
		.map((path) => join(folder, path));
}

/** The interfaces and types that a declaration file exports; classes are left out, they repeat the interfaces. */
export function readDeclarations(path: string): Declaration[] {
	const text = readFileSync(path, "utf8");
	const { program, comments } = parseSync(path, text);
	const statements = program.body as unknown as Tree[];
	const docs = new Docs(text, comments);
	const file = path.replace(/\.d\.ts$/, "");
	const scope = importsOf(statements, file);
	const found: Omit<Declaration, "names" | "file">[] = [];
	const aliases = new Map<string, string[]>();
	const names: string[] = [];
	for (const statement of statements) {
		for (const { local, exported } of exportedNames(statement)) {
			aliases.set(local, [...(aliases.get(local) ?? []), exported]);
		}
		const declaration = (statement["declaration"] as Tree | null) ?? statement;
		const name = (declaration["id"] as { name?: string } | null)?.name;
		if (name === undefined) continue;
		const doc = docs.before(statement.start);
		if (declaration.type === "TSInterfaceDeclaration") {
			const members = (declaration["body"] as { body: Tree[] }).body;
			const bases = (declaration["extends"] as { expression: { name?: string } }[]).flatMap(({ expression }) =>
				expression.name === undefined ? [] : [inScope(expression.name, scope, file)],
			);
			names.push(name);
			found.push({ doc, shape: objectOf(members, { docs, scope, file }), bases });
		} else if (declaration.type === "TSTypeAliasDeclaration") {
			names.push(name);
			found.push({ doc, shape: shapeOf(declaration["typeAnnotation"] as Tree, { docs, scope, file }), bases: [] });
		}
	}
	return found.map((declaration, index) => {
		const name = names[index] as string;
		return { ...declaration, names: [name, ...(aliases.get(name) ?? [])], file };
	});
}

/** What the names of a file stand for. */
interface Reading {
	readonly docs: Docs;
	readonly scope: ReadonlyMap<string, string>;
	readonly file: string;
}

/** Imported names and the declarations they stand for. */
function importsOf(statements: readonly Tree[], file: string): Map<string, string> {
	const scope = new Map<string, string>();
	for (const statement of statements.filter(({ type }) => type === "ImportDeclaration")) {
		const source = (statement["source"] as { value: string }).value.replace(/\.js$/, "");
		const from = source.startsWith(".") ? join(dirname(file), source) : source;
		for (const specifier of statement["specifiers"] as Tree[]) {
			const local = (specifier["local"] as { name: string }).name;
			const imported = (specifier["imported"] as { name?: string } | undefined)?.name ?? local;
			scope.set(local, `${from}#${imported}`);
		}
	}
	return scope;
}

function inScope(name: string, scope: ReadonlyMap<string, string>, file: string): string {
	return scope.get(name) ?? `${file}#${name}`;
}

function exportedNames(statement: Tree): { local: string; exported: string }[] {
	const specifiers = (statement["specifiers"] as Tree[] | undefined) ?? [];
	return specifiers
		.filter(({ type }) => type === "ExportSpecifier")
		.map((specifier) => ({
			local: (specifier["local"] as { name: string }).name,
			exported: (specifier["exported"] as { name: string }).name,
		}));
}

function objectOf(members: readonly Tree[], reading: Reading): Shape {
	const known: Member[] = [];
	let rest: Shape | undefined;
	for (const member of members) {
		const annotation = (member["typeAnnotation"] as { typeAnnotation: Tree } | null)?.typeAnnotation;
		if (!annotation) continue;
		if (member.type === "TSIndexSignature") rest = shapeOf(annotation, reading);
		if (member.type !== "TSPropertySignature") continue;
		const key = member["key"] as { name?: string; value?: unknown };
		known.push({
			name: key.name ?? String(key.value),
			optional: member["optional"] === true,
			shape: shapeOf(annotation, reading),
			doc: reading.docs.before(member.start),
		});
	}
	if (known.length === 0) return rest ? { kind: "map", of: rest } : { kind: "any" };
	return { kind: "object", members: known, open: rest !== undefined };
}

function shapeOf(tree: Tree, reading: Reading): Shape {
	switch (tree.type) {
		case "TSStringKeyword":
			return { kind: "string" };
		case "TSNumberKeyword":
			return { kind: "number" };
		case "TSBooleanKeyword":
			return { kind: "boolean" };
		case "TSLiteralType":
			return literalOf((tree["literal"] as { value?: unknown }).value);
		case "TSTypeLiteral":
			return objectOf(tree["members"] as Tree[], reading);
		case "TSParenthesizedType":
			return shapeOf(tree["typeAnnotation"] as Tree, reading);
		case "TSArrayType":
			return { kind: "list", of: shapeOf(tree["elementType"] as Tree, reading) };
		case "TSUnionType":
			return unionOf((tree["types"] as Tree[]).map((form) => shapeOf(form, reading)));
		case "TSTypeReference":
			return referenceOf(tree, reading);
		default:
			return { kind: "any" };
	}
}

function literalOf(value: unknown): Shape {
	if (typeof value === "string") return { kind: "enum", values: [value] };
	if (typeof value === "number") return { kind: "number" };
	return typeof value === "boolean" ? { kind: "boolean" } : { kind: "any" };
}

function referenceOf(tree: Tree, reading: Reading): Shape {
	const name = (tree["typeName"] as { name?: string }).name ?? "";
	const [first] = (tree["typeArguments"] as { params: Tree[] } | null)?.params ?? [];
	return name === "Array" && first
		? { kind: "list", of: shapeOf(first, reading) }
		: { kind: "name", name: inScope(name, reading.scope, reading.file) };
}

/** Literals become one enumeration; equal forms are told once. */
function unionOf(forms: readonly Shape[]): Shape {
	const values = forms.flatMap((form) => (form.kind === "enum" ? form.values : []));
	const others = forms.filter(
		(form, index) =>
			form.kind !== "enum" && forms.findIndex((other) => JSON.stringify(other) === JSON.stringify(form)) === index,
	);
	const all: Shape[] = values.length > 0 ? [{ kind: "enum", values }, ...others] : others;
	return all.length === 1 ? (all[0] as Shape) : { kind: "union", forms: all };
}

/** The documentation comments of a file, found by what follows them. */
class Docs {
	readonly #text: string;
	readonly #comments: readonly Comment[];

	constructor(text: string, comments: readonly Comment[]) {
		this.#text = text;
		this.#comments = comments;
	}

	/** The comment right before what starts at `offset`; empty where there is none. */
	before(offset: number): string {
		let low = 0;
		let high = this.#comments.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#comments[middle] as Comment).end <= offset) low = middle + 1;
			else high = middle;
		}
		const comment = this.#comments[low - 1];
		if (!comment?.value.startsWith("*") || this.#text.slice(comment.end, offset).trim() !== "") return "";
		return cleanDoc(comment.value.slice(1));
	}
}

/** The text of a documentation comment without its frame. */
export function cleanDoc(comment: string): string {
	return comment
		.replace(/^[ \t]*\*[ \t]?/gm, "")
		.replace(/\\(["'`])/g, "$1")
		.replace(/\*\\\//g, "*/")
		.replace(/[ \t]+$/gm, "")
		.replace(/\n{3,}/g, "\n\n")
		.trim();
}
