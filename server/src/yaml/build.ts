import { CST } from "yaml";
import type { Comment } from "../core/language.ts";
import type { Span } from "../core/text.ts";
import { type Break, brokenKey, continuedQuotes, openBracket, openQuote } from "./breaks.ts";
import type {
	YamlAlias,
	YamlDocument,
	YamlItem,
	YamlMap,
	YamlName,
	YamlNode,
	YamlPair,
	YamlScalar,
	YamlSeq,
} from "./nodes.ts";
import type { Patched } from "./patch.ts";
import { plainValue, taggedValue } from "./scalar.ts";

/** Deeper nesting is not read; real files stay below 30. */
export const maximumDepth = 200;

/** What one pass over the parser's tokens yields. */
export interface Built {
	readonly documents: readonly YamlDocument[];
	readonly comments: readonly Comment[];
	readonly breaks: readonly Break[];
	/** Where nesting goes deeper than is read. */
	readonly tooDeep: Span | undefined;
}

interface Properties {
	readonly anchor: YamlName | undefined;
	readonly tag: { readonly name: string; readonly span: Span } | undefined;
	/** The indicator that was looked for: `:`, `-` or `?`. */
	readonly indicator: CST.SourceToken | undefined;
	/** Where the last anchor or tag ends, in the tree's offsets. */
	readonly end: number;
}

const noProperties: Properties = { anchor: undefined, tag: undefined, indicator: undefined, end: -1 };

/** Builds the tree of all documents from the parser's tokens. */
export function build(original: string, patched: Patched, tokens: readonly CST.Token[]): Built {
	return new Builder(original, patched).stream(tokens);
}

/** The state of one pass: what has been collected, and the anchors of the document at hand. */
class Builder {
	readonly #original: string;
	readonly #text: string;
	readonly #at: (offset: number) => number;
	readonly #comments: Comment[] = [];
	readonly #breaks: Break[] = [];
	#anchors: YamlName[] = [];
	#aliases: YamlAlias[] = [];
	#anchored = new Map<string, YamlNode>();
	#depth = 0;
	#flow = 0;
	#tooDeep: Span | undefined;

	constructor(original: string, patched: Patched) {
		this.#original = original;
		this.#text = patched.text;
		this.#at = patched.at;
	}

	stream(tokens: readonly CST.Token[]): Built {
		const documents: YamlDocument[] = [];
		let start = 0;
		for (const token of tokens) {
			if (token.type === "document") {
				const document = this.#document(token, documents.length === 0 ? 0 : start);
				start = document.span.end;
				documents.push(document);
			} else if (token.type === "comment") {
				this.#comment(token as CST.SourceToken);
			} else if (token.type === "doc-end") {
				this.#properties(token.end);
			}
		}
		const comments = this.#comments.sort((a, b) => a.span.start - b.span.start);
		return { documents, comments, breaks: this.#breaks, tooDeep: this.#tooDeep };
	}

	#document(token: CST.Document, start: number): YamlDocument {
		this.#anchors = [];
		this.#aliases = [];
		this.#anchored = new Map();
		const properties = this.#properties(token.start);
		const root = this.#node(token.value, properties);
		const rest = this.#properties(token.end);
		const last = token.end?.at(-1);
		const furthest = Math.max(
			last ? this.#at(last.offset + last.source.length) : 0,
			root?.span.end ?? 0,
			properties.end,
			rest.end,
			this.#at(token.offset + sourceLength(token.start)),
		);
		// The parser's mark for a flow collection that breaks off is no text.
		const end = Math.min(furthest, this.#original.length);
		return {
			span: { start: Math.min(start, end), end },
			root,
			anchors: this.#anchors,
			aliases: this.#aliases,
		};
	}

	/** Reads the tokens around a node; comments are collected on the way. */
	#properties(tokens: readonly CST.SourceToken[] | undefined, indicator?: CST.SourceToken["type"]): Properties {
		if (tokens === undefined || tokens.length === 0) return noProperties;
		let anchor: YamlName | undefined;
		let tag: Properties["tag"];
		let found: CST.SourceToken | undefined;
		let end = -1;
		for (const token of tokens) {
			switch (token.type) {
				case "comment":
					this.#comment(token);
					break;
				case "anchor":
					anchor = {
						name: token.source.slice(1),
						span: this.#span(token.offset + 1, token.offset + token.source.length),
					};
					this.#anchors.push(anchor);
					end = anchor.span.end;
					break;
				case "tag":
					tag = { name: token.source, span: this.#span(token.offset, token.offset + token.source.length) };
					end = tag.span.end;
					break;
				case indicator:
					found ??= token;
					break;
			}
		}
		return { anchor, tag, indicator: found, end };
	}

	#comment(token: CST.SourceToken): void {
		const span = this.#span(token.offset, token.offset + token.source.length);
		// A patch may comment lines out: those are no comments of the text.
		if (this.#original[span.start] !== "#") return;
		let before = span.start - 1;
		while (before >= 0 && isBlank(this.#original.charCodeAt(before))) before--;
		const alone = before < 0 || this.#original[before] === "\n" || this.#original[before] === "\r";
		this.#comments.push({ span, text: this.#original.slice(span.start, span.end), alone });
	}

	#node(token: CST.Token | null | undefined, properties: Properties): YamlNode | undefined {
		const node = this.#bare(token, properties) ?? this.#unwritten(properties);
		if (node && properties.anchor) this.#anchored.set(properties.anchor.name, node);
		return node;
	}

	/** A node of which only the anchor or tag is written. */
	#unwritten({ anchor, tag, end }: Properties): YamlScalar | undefined {
		if (!anchor && !tag) return undefined;
		const span = { start: end, end };
		const value = tag ? taggedValue(null, "", tag.name) : null;
		return withProperties({ kind: "scalar", value, text: "", style: "plain", span, inner: span }, anchor, tag);
	}

	#bare(token: CST.Token | null | undefined, properties: Properties): YamlNode | undefined {
		switch (token?.type) {
			case "scalar":
				// The parser writes an empty scalar where a flow collection leaves a value out.
				if (token.source === "") {
					this.#properties(token.end);
					return undefined;
				}
				return this.#scalar(token, properties);
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "block-scalar":
				return this.#scalar(token, properties);
			case "alias":
				return this.#alias(token, properties);
			case "block-map":
			case "block-seq":
			case "flow-collection":
				return this.#collection(token, properties);
			default:
				return undefined;
		}
	}

	#collection(
		token: CST.BlockMap | CST.BlockSequence | CST.FlowCollection,
		properties: Properties,
	): YamlNode | undefined {
		if (this.#depth >= maximumDepth) {
			this.#tooDeep ??= this.#span(token.offset, token.offset + 1);
			return undefined;
		}
		this.#depth++;
		try {
			if (token.type === "block-map") return this.#blockMap(token, properties);
			if (token.type === "block-seq") return this.#blockSeq(token, properties);
			return this.#flowCollection(token, properties);
		} finally {
			this.#depth--;
		}
	}

	#blockMap(token: CST.BlockMap, { anchor, tag }: Properties): YamlMap {
		const pairs: YamlPair[] = [];
		for (const item of token.items) {
			const pair = this.#pair(item);
			if (pair) pairs.push(pair);
		}
		const start = pairs[0]?.span.start ?? this.#at(token.offset);
		const span = { start, end: pairs.at(-1)?.span.end ?? start };
		return withProperties({ kind: "map", flow: false, pairs, column: this.#column(start), span }, anchor, tag);
	}

	#pair(item: CST.CollectionItem): YamlPair | undefined {
		const before = this.#properties(item.start, "explicit-key-ind");
		const { sep } = item;
		if (!item.key && sep === undefined && !before.indicator) return undefined;
		const explicit = before.indicator !== undefined;
		if (item.key && !explicit && this.#flow === 0) {
			const hasColon = sep?.some(({ type }) => type === "map-value-ind") ?? false;
			this.#breaks.push(...brokenKey(this.#text, item.key, hasColon));
		}
		// What the parser could make nothing of.
		if (item.key?.type === "error") return undefined;
		const around = this.#properties(sep, "map-value-ind");
		const colon = around.indicator?.offset;
		// The parser leaves an empty key behind where it has lost its way.
		const isEmpty = !item.key || (item.key.type === "scalar" && item.key.source === "");
		if (isEmpty && colon === undefined && !explicit && !item.value) return undefined;
		const key = this.#key(item.key, before, item.key?.offset ?? colon ?? before.indicator?.offset ?? 0);
		const value = this.#node(item.value, around);
		const start = Math.min(key.span.start, before.indicator ? this.#at(before.indicator.offset) : key.span.start);
		const end = Math.max(key.span.end, value?.span.end ?? 0, colon === undefined ? 0 : this.#at(colon + 1));
		return { span: { start, end }, key, value };
	}

	/** Keys are scalars in our files; any other key is kept as the text that is written. */
	#key(token: CST.Token | null | undefined, properties: Properties, fallback: number): YamlScalar {
		const node = this.#node(token, properties);
		if (node?.kind === "scalar") return node;
		const span = node?.span ?? this.#span(fallback, fallback);
		const target = node?.kind === "alias" ? node.target : undefined;
		const text = target?.kind === "scalar" ? target.text : this.#original.slice(span.start, span.end);
		return { kind: "scalar", value: text, text, style: "plain", span, inner: span };
	}

	#blockSeq(token: CST.BlockSequence, { anchor, tag }: Properties): YamlSeq {
		const items: YamlItem[] = [];
		for (const item of token.items) {
			const before = this.#properties(item.start, "seq-item-ind");
			const value = this.#node(item.value, before);
			const dash = before.indicator?.offset;
			if (dash === undefined && !value) continue;
			const start = dash === undefined ? (value as YamlNode).span.start : this.#at(dash);
			items.push({ span: { start, end: value?.span.end ?? this.#at((dash as number) + 1) }, value });
		}
		const start = items[0]?.span.start ?? this.#at(token.offset);
		const span = { start, end: items.at(-1)?.span.end ?? start };
		return withProperties({ kind: "seq", flow: false, items, column: this.#column(start), span }, anchor, tag);
	}

	#flowCollection(token: CST.FlowCollection, { anchor, tag }: Properties): YamlNode {
		this.#flow++;
		const isMap = token.start.source === "{";
		const pairs: YamlPair[] = [];
		const items: YamlItem[] = [];
		for (const item of token.items) {
			if (isMap) {
				const pair = this.#flowPair(item);
				if (pair) pairs.push(pair);
			} else {
				const found = this.#flowItem(item);
				if (found) items.push(found);
			}
		}
		this.#flow--;
		const closing = token.end[0];
		this.#properties(token.end);
		const closed = closing?.type === "flow-map-end" || closing?.type === "flow-seq-end";
		if (!closed) this.#breaks.push(openBracket(this.#text, token.offset));
		const last = isMap ? pairs.at(-1) : items.at(-1);
		const start = this.#at(token.offset);
		const end = closed ? this.#at(closing.offset + 1) : (last?.span.end ?? this.#at(token.offset + 1));
		const span = { start, end };
		const column = this.#column(start);
		return isMap
			? withProperties<YamlMap>({ kind: "map", flow: true, pairs, column, span }, anchor, tag)
			: withProperties<YamlSeq>({ kind: "seq", flow: true, items, column, span }, anchor, tag);
	}

	/** In `{a, b: c}` the first key has no colon; the parser has it as a key or, after other errors, as a value. */
	#flowPair(item: CST.CollectionItem): YamlPair | undefined {
		if (item.key || item.sep || !item.value) return this.#pair({ ...item, key: item.key ?? null });
		return this.#pair({ start: item.start, key: item.value, sep: [] });
	}

	#flowItem(item: CST.CollectionItem): YamlItem | undefined {
		if (item.key || item.sep) {
			const pair = this.#pair({ ...item, key: item.key ?? null });
			if (!pair) return undefined;
			const { span } = pair;
			return { span, value: { kind: "map", flow: true, pairs: [pair], column: this.#column(span.start), span } };
		}
		const value = this.#node(item.value, this.#properties(item.start));
		return value && { span: value.span, value };
	}

	#alias(token: CST.FlowScalar, { anchor, tag }: Properties): YamlAlias {
		this.#properties(token.end);
		const span = this.#span(token.offset, token.offset + token.source.length);
		const name = token.source.slice(1);
		const nameSpan = { start: Math.min(span.start + 1, span.end), end: span.end };
		const alias = withProperties<YamlAlias>(
			{ kind: "alias", name, nameSpan, target: this.#anchored.get(name), span },
			anchor,
			tag,
		);
		this.#aliases.push(alias);
		return alias;
	}

	#scalar(token: CST.FlowScalar | CST.BlockScalar, { anchor, tag }: Properties): YamlScalar {
		const { source, offset, type } = token;
		if (type === "block-scalar") return this.#blockScalar(token as CST.BlockScalar, anchor, tag);
		this.#properties(token.end);
		const span = this.#span(offset, offset + source.length);
		if (type === "scalar") {
			// Most scalars are one plain word: no need to ask the package.
			const text = source.includes("\n") ? textOf(token) : source;
			const plain = plainValue(text);
			const value = tag ? taggedValue(plain, text, tag.name) : plain;
			return withProperties({ kind: "scalar", value, text, style: "plain", span, inner: span }, anchor, tag);
		}
		const quote = source[0] as string;
		const closed = isClosed(source, quote);
		if (!closed) {
			const goesOn = this.#flow === 0 ? this.#continued(offset) : undefined;
			this.#breaks.push(goesOn ?? openQuote(this.#text, offset, this.#flow > 0));
		}
		const inner = this.#span(offset + 1, offset + source.length - (closed ? 1 : 0));
		const simple = closed && !source.includes("\n") && !source.includes(quote === '"' ? "\\" : "''", 1);
		const text = simple ? source.slice(1, -1) : textOf(token);
		const value = tag ? taggedValue(text, text, tag.name) : text;
		const style = quote === '"' ? "double" : "single";
		return withProperties({ kind: "scalar", value, text, style, span, inner }, anchor, tag);
	}

	/** Only the first open quote is looked at: what follows it may be its consequence. */
	#continued(offset: number): Break | undefined {
		return this.#breaks.some(({ kind }) => kind === "quote" || kind === "continued")
			? undefined
			: continuedQuotes(this.#text, offset);
	}

	#blockScalar(token: CST.BlockScalar, anchor: Properties["anchor"], tag: Properties["tag"]): YamlScalar {
		let header = "|";
		let start = token.offset;
		let bodyStart = token.offset;
		for (const part of token.props as CST.SourceToken[]) {
			if (part.type === "block-scalar-header") {
				header = part.source;
				start = part.offset;
			} else if (part.type === "comment") {
				this.#comment(part);
			}
			bodyStart = part.offset + part.source.length;
		}
		const text = textOf(token);
		// Blank lines after the last one are kept by `+` alone; the span ends with the text's last line.
		const body = token.source.trimEnd();
		const end = body === "" ? start + header.length : bodyStart + body.length;
		return withProperties<YamlScalar>(
			{
				kind: "scalar",
				value: text,
				text,
				style: header[0] === ">" ? "folded" : "literal",
				span: this.#span(start, end),
				inner: this.#span(body === "" ? end : bodyStart, end),
			},
			anchor,
			tag,
		);
	}

	#span(start: number, end: number): Span {
		return { start: this.#at(start), end: this.#at(end) };
	}

	#column(offset: number): number {
		const lineStart = offset === 0 ? 0 : this.#original.lastIndexOf("\n", offset - 1) + 1;
		// A byte order mark takes no column.
		return offset - lineStart - (lineStart === 0 && this.#original.charCodeAt(0) === 0xfeff ? 1 : 0);
	}
}

function withProperties<N extends YamlNode>(node: N, anchor: Properties["anchor"], tag: Properties["tag"]): N {
	if (!anchor && !tag) return node;
	return { ...node, ...(anchor && { anchor }), ...(tag && { tag }) };
}

function textOf(token: CST.FlowScalar | CST.BlockScalar): string {
	// Errors are reported by the package's composer; here only the value counts.
	return CST.resolveAsScalar(token, false, () => {})?.value ?? "";
}

function isClosed(source: string, quote: string): boolean {
	if (source.length < 2 || !source.endsWith(quote)) return false;
	let run = 0;
	const escaping = quote === '"' ? "\\" : "'";
	for (let place = source.length - 2; place > 0 && source[place] === escaping; place--) run++;
	return run % 2 === 0;
}

function isBlank(code: number): boolean {
	return code === 32 || code === 9;
}

function sourceLength(tokens: readonly CST.SourceToken[]): number {
	let length = 0;
	for (const token of tokens) length += token.source.length;
	return length;
}
