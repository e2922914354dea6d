import { covers, lineBreakOf, lineEnd, lineStart, type Span, touches } from "../core/text.ts";
import { indentStep } from "./edit.ts";
import type { YamlDocument, YamlFile, YamlItem, YamlMap, YamlNode, YamlPair, YamlScalar, YamlSeq } from "./nodes.ts";

/** Keys and indexes from a document's root. */
export type YamlPath = readonly (string | number)[];

/** What stands at an offset, or could be written there. */
export interface Cursor {
	readonly document: YamlDocument | undefined;
	/**
	 * `key`: on a key, or on a line of its own where one could stand; what is at `path` may also be a list or a value not yet written.
	 * `value`: behind a colon, or in a flow list. `item`: behind a dash, where a value or the first key of a map can stand.
	 * `none`: in a comment, a text block, or where nothing can be written.
	 */
	readonly position: "key" | "value" | "item" | "none";
	/** For `key` the path of the map (or list, or value to come) that is written into; else of the value. */
	readonly path: YamlPath;
	/** The map that holds the key, or the pair of the value; undefined where it has yet to be begun. */
	readonly map: YamlMap | undefined;
	/** The list that holds the item; for `key` the list that `- ` would add an item to. */
	readonly seq: YamlSeq | undefined;
	/** The pair whose key or value it is. */
	readonly pair: YamlPair | undefined;
	/** The scalar that the cursor touches, a key included. */
	readonly scalar: YamlScalar | undefined;
	/** What is typed before the cursor of the word that it touches. */
	readonly prefix: string;
	/** What a completion replaces: the word, inside its quotes. */
	readonly replace: Span;
	/** Column at which keys stand here. */
	readonly column: number;
	/** Inside `[…]` or `{…}`. */
	readonly flow: boolean;
	/** Whether a blank is missing before the value: the cursor is right behind a colon or dash. */
	readonly tight: boolean;
	/** Blanks a level, as the file has it. */
	readonly indent: number;
	/** As the file has it. */
	readonly lineBreak: "\n" | "\r\n";
}

/** A collection on the way from the root to the cursor, and its last entry that starts before the cursor. */
type Step =
	| { readonly node: YamlMap; readonly path: YamlPath; readonly entry: YamlPair | undefined }
	| { readonly node: YamlSeq; readonly path: YamlPath; readonly entry: YamlItem | undefined; readonly index: number };

/** What is at an offset of a file. */
export function cursorAt(file: YamlFile, offset: number): Cursor {
	const { text } = file;
	const document = file.documents.findLast(({ span }) => span.start <= offset) ?? file.documents[0];
	const place = { text, document, offset };
	const comment = file.comments.some(({ span }) => span.start < offset && offset <= span.end);
	if (comment || inMarker(text, offset)) return nowhere(place, []);
	const steps = stepsTo(text, document?.root, offset);
	const last = steps.at(-1);
	const leaf = last ? last.entry?.value : document?.root;
	return (
		onKey(place, last) ??
		onScalar(place, steps, leaf) ??
		inFlow(place, last) ??
		behindColon(place, last) ??
		behindDash(place, last) ??
		onOwnLine(place, steps)
	);
}

interface Place {
	readonly text: string;
	readonly document: YamlDocument | undefined;
	readonly offset: number;
}

function inMarker(text: string, offset: number): boolean {
	return /^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(lineStart(text, offset), lineEnd(text, offset)));
}

function stepsTo(text: string, root: YamlNode | undefined, offset: number): Step[] {
	const steps: Step[] = [];
	let node = root;
	let path: YamlPath = [];
	while (node?.kind === "map" || node?.kind === "seq") {
		if (node.flow && !insideFlow(text, node, offset)) break;
		if (node.kind === "map") {
			const entry: YamlPair | undefined = node.pairs.findLast(({ span }) => span.start <= offset);
			steps.push({ node, path, entry });
			// On a key, nothing below it counts.
			if (!entry || touches(entry.key.span, offset)) break;
			path = [...path, entry.key.text];
			node = entry.value;
		} else {
			const index: number = node.items.findLastIndex(({ span }) => span.start <= offset);
			const entry: YamlItem | undefined = node.items[index];
			steps.push({ node, path, entry, index });
			if (!entry) break;
			path = [...path, index];
			node = entry.value;
		}
	}
	return steps;
}

function insideFlow(text: string, { span, kind }: YamlMap | YamlSeq, offset: number): boolean {
	if (offset <= span.start) return false;
	const closed = span.end > span.start + 1 && text[span.end - 1] === (kind === "map" ? "}" : "]");
	// A pair in a flow list is a map without brackets.
	const bare = kind === "map" && text[span.start] !== "{";
	if (closed || bare) return bare ? offset <= span.end : offset < span.end;
	return offset <= lineEnd(text, span.end);
}

type Found = Partial<Cursor> & Pick<Cursor, "position" | "path">;

function cursor({ text, document, offset }: Place, found: Found): Cursor {
	return {
		document,
		map: undefined,
		seq: undefined,
		pair: undefined,
		scalar: undefined,
		prefix: "",
		replace: { start: offset, end: offset },
		column: offset - lineStart(text, offset),
		flow: false,
		tight: false,
		indent: indentStep(text),
		lineBreak: lineBreakOf(text),
		...found,
	};
}

function nowhere(place: Place, path: YamlPath): Cursor {
	return cursor(place, { position: "none", path });
}

/** The word that is typed, and what replaces it. */
function word({ text, offset }: Place, span: Span): Pick<Cursor, "prefix" | "replace"> {
	return { prefix: text.slice(span.start, offset), replace: { start: span.start, end: Math.max(span.end, offset) } };
}

function wordOfScalar(place: Place, scalar: YamlScalar): Pick<Cursor, "prefix" | "replace"> {
	const span = covers(scalar.inner, { start: place.offset, end: place.offset }) ? scalar.inner : scalar.span;
	return word(place, span);
}

function onKey(place: Place, step: Step | undefined): Cursor | undefined {
	if (step?.node.kind !== "map" || !step.entry) return undefined;
	const pair = step.entry as YamlPair;
	if (!touches(pair.key.span, place.offset)) return undefined;
	const { node: map, path } = step;
	return cursor(place, {
		position: "key",
		path,
		map,
		pair,
		scalar: pair.key,
		column: map.column,
		flow: map.flow,
		...wordOfScalar(place, pair.key),
	});
}

function onScalar(place: Place, steps: readonly Step[], leaf: YamlNode | undefined): Cursor | undefined {
	if (leaf?.kind !== "scalar" || leaf.span.start === leaf.span.end || !touches(leaf.span, place.offset))
		return undefined;
	const { text, offset } = place;
	const step = steps.at(-1);
	const path = pathOfEntry(step);
	const isBlock = leaf.style === "literal" || leaf.style === "folded";
	if (isBlock) {
		return lineStart(text, offset) <= leaf.span.start
			? cursor(place, { ...holders(step), position: "value", path, scalar: leaf })
			: cursor(place, { ...holders(step), position: "none", path, scalar: leaf });
	}
	// A plain text that goes on in the next line may be a key that has just been begun there.
	if (lineStart(text, offset) > leaf.span.start) {
		return leaf.style === "plain"
			? undefined
			: cursor(place, { ...holders(step), position: "none", path, scalar: leaf });
	}
	const common = { path, scalar: leaf, ...wordOfScalar(place, leaf) };
	const before = text.slice(lineStart(text, leaf.span.start), leaf.span.start);
	const column = before.length;
	if (step?.node.flow) return cursor(place, { ...common, ...holders(step), position: "value", flow: true });
	if (before.trim() === "" && (!step || step.node.kind === "map"))
		return cursor(place, { ...common, position: "key", column });
	const position = step?.node.kind === "seq" ? "item" : "value";
	return cursor(place, { ...common, ...holders(step), position, column });
}

function holders(step: Step | undefined): Partial<Cursor> {
	if (step?.node.kind === "map") return { map: step.node, pair: step.entry as YamlPair, column: step.node.column };
	return { seq: step?.node };
}

function pathOfEntry(step: Step | undefined): YamlPath {
	if (!step?.entry) return step?.path ?? [];
	return [...step.path, "index" in step ? step.index : (step.entry as YamlPair).key.text];
}

function inFlow(place: Place, step: Step | undefined): Cursor | undefined {
	if (!step?.node.flow) return undefined;
	const { node, path, entry } = step;
	const common = { flow: true, column: node.column };
	const between = place.text.slice(entry?.span.start ?? node.span.start, place.offset);
	const afterComma = !entry || place.text.slice(entry.span.end, place.offset).includes(",");
	if (node.kind === "map") {
		const pair = entry as YamlPair | undefined;
		if (!pair || afterComma) return cursor(place, { ...common, position: "key", path, map: node });
		const behind = between.slice(pair.key.span.end - pair.span.start);
		if (!behind.includes(":")) return nowhere(place, path);
		const tight = behind.endsWith(":");
		return cursor(place, { ...common, position: "value", path: pathOfEntry(step), map: node, pair, tight });
	}
	if (entry && !afterComma) return nowhere(place, pathOfEntry(step));
	const index = "index" in step ? step.index + 1 : 0;
	return cursor(place, { ...common, position: "value", path: [...path, index], seq: node });
}

/** After `key: `, with nothing but an anchor or a tag between. */
function behindColon(place: Place, step: Step | undefined): Cursor | undefined {
	if (step?.node.kind !== "map" || !step.entry) return undefined;
	const { text, offset } = place;
	const pair = step.entry as YamlPair;
	const between = text.slice(pair.key.span.end, offset);
	if (!/^\s*:[ \t]*(?:[&!]\S*[ \t]+)*$/.test(between)) return undefined;
	return cursor(place, {
		position: "value",
		path: pathOfEntry(step),
		map: step.node,
		pair,
		column: step.node.column,
		tight: between.endsWith(":"),
	});
}

/** After `- `. */
function behindDash(place: Place, step: Step | undefined): Cursor | undefined {
	if (step?.node.kind !== "seq" || !step.entry) return undefined;
	const { text, offset } = place;
	const between = text.slice(step.entry.span.start, offset);
	if (!/^-[ \t]*(?:[&!]\S*[ \t]+)*$/.test(between)) return undefined;
	const tight = between.endsWith("-");
	const column = offset - lineStart(text, offset) + (tight ? 1 : 0);
	return cursor(place, { position: "item", path: pathOfEntry(step), seq: step.node, column, tight });
}

/** On a line with nothing, or only a half-typed word, before the cursor: its column says what it would belong to. */
function onOwnLine(place: Place, steps: readonly Step[]): Cursor {
	const { text, offset } = place;
	const start = lineStart(text, offset);
	const line = text.slice(start, lineEnd(text, offset));
	const typed = /^\s*([^\s:#]*)$/.exec(line.slice(0, offset - start));
	const rest = /^[^\s:#]*/.exec(line.slice(offset - start))?.[0] ?? "";
	const prefix = typed?.[1] ?? "";
	const behind = line.slice(offset - start + rest.length);
	if (!typed || (prefix === "" && rest !== "") || !/^:?\s*(?:#.*)?$/.test(behind))
		return nowhere(place, pathOfEntry(steps.at(-1)));
	const column = offset - start - prefix.length;
	const replace = { start: offset - prefix.length, end: offset + rest.length };
	const found = atColumn(steps, column, place.document?.root);
	return cursor(place, { column, prefix, replace, ...found });
}

function atColumn(steps: readonly Step[], column: number, root: YamlNode | undefined): Found {
	for (let depth = steps.length - 1; depth >= 0; depth--) {
		const step = steps[depth] as Step;
		const { node, path } = step;
		if (node.flow || column < node.column) continue;
		const outer = steps[depth - 1]?.node;
		if (column === node.column) {
			if (node.kind === "map") return { position: "key", path, map: node };
			// Items may stand in the column of their key: a new key is more likely than a new dash.
			if (outer?.kind === "map" && outer.column === column) continue;
			return { position: "key", path, seq: node };
		}
		if (!step.entry) return inside(node, path);
		const value = step.entry.value;
		const pathOfValue = pathOfEntry(step);
		if (value && !isUnwritten(value)) return inside(value, pathOfValue);
		return { position: "key", path: pathOfValue };
	}
	if (!root) return { position: "key", path: [] };
	return inside(root, []);
}

/** Between the columns of a collection and of its parent: taken as meant for the collection. */
function inside(node: YamlNode, path: YamlPath): Found {
	if (node.kind === "map" && !node.flow) return { position: "key", path, map: node };
	if (node.kind === "seq" && !node.flow) return { position: "key", path, seq: node };
	return { position: "none", path };
}

/** A value of which nothing, or only its anchor or tag, is written. */
function isUnwritten(node: YamlNode): boolean {
	return node.kind === "scalar" && node.span.start === node.span.end;
}
