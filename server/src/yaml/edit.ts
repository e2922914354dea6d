import { at, type Edit, lineBreakOf, lineEnd, lineStart, nextLine, type Span } from "../core/text.ts";
import type { YamlItem, YamlMap, YamlNode, YamlPair, YamlScalar, YamlSeq } from "./nodes.ts";
import { pairOf } from "./read.ts";
import {
	canBePlain,
	doubleQuoted,
	isBlock,
	itemLines,
	type Layout,
	type Plain,
	renderFlow,
	renderPair,
	renderString,
	renderYaml,
	singleQuoted,
} from "./render.ts";
import { plainValue } from "./scalar.ts";

export { type Layout, type Plain, renderFlow, renderString, renderYaml } from "./render.ts";

/*
 * Edits that leave everything else of the text as it is: indentation, comments, quotes, line ends. All of them are valid in block
 * and flow collections, and count in the text that the nodes come from.
 */

/** Blanks a level, as the text's first nested key shows; 2 where nothing is nested. */
export function indentStep(text: string): number {
	let previous = -1;
	for (const match of text.matchAll(/^([ ]*)(?![#\s]|---)(- )?/gm)) {
		const column = (match[1] as string).length;
		const step = column - previous;
		if (previous >= 0 && step > 0 && match[2] === undefined) return Math.min(step, 8);
		// What stands below a dash follows the dash's width, not the step.
		previous = match[2] === undefined ? column : -1;
	}
	return 2;
}

/** Whether list items stand deeper than their key, as the text's first list shows. */
export function itemsAreIndented(text: string): boolean {
	let key = -1;
	for (const match of text.matchAll(/^([ ]*)(?:(-)(?=\s)|(?=[^\s#]))/gm)) {
		const column = (match[1] as string).length;
		const isItem = match[2] !== undefined;
		if (isItem && key >= 0) return column > key;
		key = isItem ? -1 : column;
	}
	return true;
}

function layoutAt(text: string, column: number): Layout {
	return { indent: indentStep(text), column, lineBreak: lineBreakOf(text), indentItems: itemsAreIndented(text) };
}

export interface Placement {
	/** Keys that the new one follows: it goes below the last of them that is there, else to the end. */
	readonly after?: readonly string[];
}

/** Gives `key` of the map a value: in place where the key is there, else as a new pair. */
export function setKey(text: string, map: YamlMap, key: string, value: Plain, placement: Placement = {}): Edit[] {
	const known = pairOf(map, key);
	if (known) return replaceValue(text, map, known, value);
	const last = map.pairs.findLast(({ key: { text: name } }) => placement.after?.includes(name)) ?? map.pairs.at(-1);
	if (map.flow) return [insertFlow(map.span, last?.span, `${renderString(key, true)}: ${renderFlow(value)}`)];
	const layout = layoutAt(text, map.column);
	const rendered = renderPair(key, value, layout);
	if (!last) return [{ span: at(map.span.start), text: rendered }];
	const end = endOfEntry(text, last.span, last.value, map.column);
	return [{ span: at(end), text: layout.lineBreak + " ".repeat(map.column) + rendered }];
}

/** Gives the key at the end of a path a value; maps on the way are made where they are missing. No edits where something else is in the way. */
export function setPath(
	text: string,
	map: YamlMap,
	path: readonly string[],
	value: Plain,
	placement: Placement = {},
): Edit[] {
	const [key, ...rest] = path;
	if (key === undefined) return [];
	if (rest.length === 0) return setKey(text, map, key, value, placement);
	const known = pairOf(map, key);
	if (known?.value?.kind === "map") return setPath(text, known.value, rest, value, placement);
	const isEmpty = !known?.value || (known.value.kind === "scalar" && known.value.value === null);
	if (!isEmpty) return [];
	return setKey(text, map, key, nested(rest, value), placement);
}

function nested(path: readonly string[], value: Plain): Plain {
	return path.reduceRight<Plain>((inner, key) => ({ [key]: inner }), value);
}

function replaceValue(text: string, map: YamlMap, pair: YamlPair, value: Plain): Edit[] {
	const old = pair.value;
	const colon = colonOf(text, pair);
	const from = colon ?? pair.key.span.end;
	const lead = colon === undefined ? ":" : "";
	if (map.flow || (old && !isBlockNode(old) && !isBlock(value))) {
		const rendered =
			old?.kind === "scalar" && typeof value === "string" && isQuoted(old)
				? requote(old, value)
				: inline(value, map.flow);
		if (old && colon !== undefined && old.span.start < old.span.end) return [{ span: old.span, text: rendered }];
		return [{ span: at(Math.max(from, old?.span.end ?? 0)), text: `${lead} ${rendered}` }];
	}
	const layout = layoutAt(text, map.column);
	// All after the colon goes, but for a comment on the key's line.
	const head = Math.max(from, old?.anchor?.span.end ?? 0, old?.tag?.span.end ?? 0);
	const keyLineEnd = lineEnd(text, head);
	const comment = commentOn(text, head, old);
	const tail = isBlock(value) ? blockBelow(value, layout) : "";
	const inLine = isBlock(value) ? "" : ` ${renderYaml(value, layout)}`;
	const end = Math.max(old?.span.end ?? head, head);
	if (comment === undefined) return [{ span: { start: head, end }, text: lead + inLine + tail }];
	if (end <= comment.start) {
		const gap = { start: head, end };
		return [{ span: gap, text: lead + inLine }, ...(tail === "" ? [] : [{ span: at(keyLineEnd), text: tail }])];
	}
	const edits: Edit[] = [{ span: { start: comment.end, end }, text: tail }];
	if (lead + inLine !== "") edits.unshift({ span: at(head), text: lead + inLine });
	return edits;
}

function inline(value: Plain, flow: boolean): string {
	if (typeof value === "string") return renderString(value, flow);
	return renderFlow(value);
}

/** A collection on the lines below its key. */
function blockBelow(value: Plain, layout: Layout): string {
	const flush = Array.isArray(value) && layout.indentItems === false;
	const column = layout.column + (flush ? 0 : layout.indent);
	return layout.lineBreak + " ".repeat(column) + renderYaml(value, { ...layout, column });
}

/** Offset after the colon of a pair; undefined where none is written. */
function colonOf(text: string, { key, span, value }: YamlPair): number | undefined {
	const limit = Math.max(span.end, value?.span.start ?? 0);
	const colon = text.indexOf(":", key.span.end);
	if (colon < 0 || colon >= limit) return undefined;
	return /^[\s]*(?:#[^\n]*\n\s*)*$/.test(text.slice(key.span.end, colon)) ? colon + 1 : undefined;
}

/** The comment on the line of a key whose value starts below, or ends before it. */
function commentOn(text: string, offset: number, value: YamlNode | undefined): Span | undefined {
	const end = lineEnd(text, offset);
	// A block scalar's comment stands behind its header and goes with it.
	if (value && isBlockScalar(value)) return undefined;
	const start = value && value.span.start < end ? value.span.end : offset;
	if (start > end) return undefined;
	const match = /(?:^|\s)(#.*)$/.exec(text.slice(start, end));
	if (!match) return undefined;
	return { start: end - (match[1] as string).length, end };
}

function isBlockNode(node: YamlNode): boolean {
	return ((node.kind === "map" || node.kind === "seq") && !node.flow) || isBlockScalar(node);
}

function isBlockScalar(node: YamlNode): boolean {
	return node.kind === "scalar" && (node.style === "literal" || node.style === "folded");
}

/** Where something new can follow an entry of a block collection: the end of its last line, comments that belong to it included. */
function endOfEntry(text: string, span: Span, value: YamlNode | undefined, column: number): number {
	let end = lineEnd(text, span.end);
	const last = lastScalar(value);
	// `|+` keeps the blank lines below it: they are part of its text.
	const keeps = last && isBlockScalar(last) && /^[|>][0-9]?\+/.test(text.slice(last.span.start, last.span.start + 3));
	for (let line = nextLine(text, end); line > end && line < text.length; line = nextLine(text, line)) {
		const stop = lineEnd(text, line);
		const content = text.slice(line, stop);
		const belongs = keeps ? content.trim() === "" : /^[ \t]*#/.test(content) && content.search(/\S/) > column;
		if (!belongs) break;
		end = stop;
		if (nextLine(text, line) === line) break;
	}
	return end;
}

function lastScalar(node: YamlNode | undefined): YamlScalar | undefined {
	let found = node;
	while (found && found.kind !== "scalar") {
		if (found.kind === "map") found = found.flow ? undefined : found.pairs.at(-1)?.value;
		else if (found.kind === "seq") found = found.flow ? undefined : found.items.at(-1)?.value;
		else return undefined;
	}
	return found;
}

/** Puts an entry into `[…]` or `{…}`, after `last` or as the first. */
function insertFlow(collection: Span, last: Span | undefined, rendered: string): Edit {
	return last ? { span: at(last.end), text: `, ${rendered}` } : { span: at(collection.start + 1), text: rendered };
}

/** Adds an item to a list: at `index`, else at its end. */
export function insertItem(text: string, seq: YamlSeq, value: Plain, index: number = seq.items.length): Edit[] {
	const before = seq.items[Math.min(index, seq.items.length) - 1];
	const first = seq.items[0];
	if (seq.flow) {
		if (!before && first) return [{ span: at(propertiesStart(first)), text: `${renderFlow(value)}, ` }];
		return [insertFlow(seq.span, before?.span, renderFlow(value))];
	}
	const layout = layoutAt(text, seq.column);
	const indent = layout.lineBreak + " ".repeat(seq.column);
	const rendered = itemLines(value, layout).join(indent);
	if (before) return [{ span: at(endOfEntry(text, before.span, before.value, seq.column)), text: indent + rendered }];
	return [{ span: at(seq.span.start), text: rendered + (first ? indent : "") }];
}

function propertiesStart({ span, value }: YamlItem): number {
	return Math.min(span.start, value?.tag?.span.start ?? span.start, (value?.anchor?.span.start ?? span.start + 1) - 1);
}

/** Takes a pair out of its map; a map left empty becomes `{}`. */
export function removePair(text: string, map: YamlMap, pair: YamlPair): Edit[] {
	return removeEntry(text, map, map.pairs, pair, "{}");
}

/** Takes an item out of its list; a list left empty becomes `[]`. */
export function removeItem(text: string, seq: YamlSeq, item: YamlItem): Edit[] {
	return removeEntry(text, seq, seq.items, item, "[]");
}

interface Entry {
	readonly span: Span;
	readonly value: YamlNode | undefined;
}

function removeEntry(
	text: string,
	{ flow, span, column }: YamlMap | YamlSeq,
	all: readonly Entry[],
	entry: Entry,
	empty: string,
): Edit[] {
	const index = all.indexOf(entry);
	if (index < 0) return [];
	const next = all[index + 1];
	const previous = all[index - 1];
	if (flow) {
		if (next) return [{ span: { start: startOf(entry), end: startOf(next) }, text: "" }];
		if (previous) return [{ span: { start: previous.span.end, end: entry.span.end }, text: "" }];
		return [{ span: { start: span.start + 1, end: span.end - 1 }, text: "" }];
	}
	if (!next && !previous) return [emptied(text, entry.span, empty)];
	const start = lineStart(text, entry.span.start);
	const isFirstOnLine = text.slice(start, entry.span.start).trim() === "";
	if (!isFirstOnLine && next) return [{ span: { start: entry.span.start, end: next.span.start }, text: "" }];
	return [{ span: wholeLines(text, start, endOfEntry(text, entry.span, entry.value, column)), text: "" }];
}

function startOf({ span, value }: Entry): number {
	return Math.min(span.start, value?.tag?.span.start ?? span.start, (value?.anchor?.span.start ?? span.start + 1) - 1);
}

/** Lines with one line break, at the end of a text the one before them. */
function wholeLines(text: string, start: number, end: number): Span {
	const next = nextLine(text, end);
	if (next > end || start === 0) return { start, end: next };
	return { start: text[start - 2] === "\r" ? start - 2 : start - 1, end };
}

/** The edit that leaves a collection empty: behind its key where that stands above, else in place. Comments between stay. */
function emptied(text: string, span: Span, empty: string): Edit {
	const line = lineStart(text, span.start);
	if (line === 0 || text.slice(line, span.start).trim() !== "") return { span, text: empty };
	let above = line;
	do above = lineStart(text, above - 1);
	while (above > 0 && /^[ \t]*(?:#|\r?$)/.test(text.slice(above, lineEnd(text, above))));
	const colon = text.slice(above, lineEnd(text, above)).search(/:(?=[ \t]*(?:#.*)?$)/);
	if (colon < 0) return { span, text: empty };
	const start = above + colon + 1;
	return { span: { start, end: span.end }, text: ` ${empty}${text.slice(start, span.start).trimEnd()}` };
}

/** Writes another text into a scalar in the same quotes, where they can hold it; what was a string stays one. */
export function replaceScalar(text: string, scalar: YamlScalar, newText: string): Edit[] {
	return [{ span: scalar.span, text: rewritten(text, scalar, newText) }];
}

function rewritten(text: string, scalar: YamlScalar, newText: string): string {
	if (isBlockScalar(scalar)) {
		return renderYaml(newText, { indent: columnOfBody(text, scalar), column: 0, lineBreak: lineBreakOf(text) });
	}
	if (isQuoted(scalar)) return requote(scalar, newText);
	if (typeof scalar.value !== "string" && typeof plainValue(newText) !== "string") return newText;
	// Whether it stands in a flow collection is not known here: text with brackets or commas gets quotes there and elsewhere.
	return renderString(newText, true);
}

function columnOfBody(text: string, scalar: YamlScalar): number {
	const indent = /^[ ]*(?=\S)/m.exec(text.slice(scalar.inner.start, scalar.inner.end))?.[0].length ?? 0;
	return indent > 0 ? indent : indentStep(text);
}

function isQuoted({ style }: YamlScalar): boolean {
	return style === "single" || style === "double";
}

function requote({ style }: YamlScalar, newText: string): string {
	if (style === "single" && canBeSingle(newText)) return singleQuoted(newText);
	return doubleQuoted(newText);
}

function canBeSingle(text: string): boolean {
	return doubleQuoted(text).replaceAll('\\"', "").replaceAll("\\\\", "").indexOf("\\") < 0;
}

/** Gives a pair another key, in the same quotes. */
export function renameKey(_text: string, pair: YamlPair, name: string): Edit[] {
	const { key } = pair;
	const rendered = isQuoted(key) ? requote(key, name) : canBePlain(name, true) ? name : renderString(name, true);
	return [{ span: key.span, text: rendered }];
}
