import {
	type CompletionItem,
	CompletionItemKind,
	CompletionItemTag,
	type Diagnostic,
	DiagnosticSeverity,
	DiagnosticTag,
	type DocumentLink,
	type DocumentSymbol,
	type FoldingRange,
	FoldingRangeKind,
	InsertTextFormat,
	InsertTextMode,
	type Hover as LspHover,
	SymbolKind as LspSymbolKind,
	type Position,
	type Range,
	type TextEdit,
} from "vscode-languageserver";
import type { Completion, CompletionKind, Fold, Hover, Link, OutlineItem, OutlineKind } from "../core/feature.ts";
import type { Finding, Severity } from "../core/finding.ts";
import type { Edit, LineTable, Span } from "../core/text.ts";
import { diagnosticSource } from "./protocol.ts";

/** What characters of a position count. */
export type Encoding = "utf-16" | "utf-8";

/** A text with its line table: what positions are counted in. */
export interface Positioned {
	readonly uri: string;
	readonly text: string;
	readonly lines: LineTable;
}

/** The only place that knows positions: offsets out, offsets in, in the encoding that client and server agreed on. */
export class Converter {
	readonly encoding: Encoding;
	/** Whether a finding's rule is a link to the client's command that shows it. */
	readonly #ruleCommand: boolean;

	constructor(encoding: Encoding, ruleCommand: boolean) {
		this.encoding = encoding;
		this.#ruleCommand = ruleCommand;
	}

	toPosition(document: Positioned, offset: number): Position {
		const place = document.lines.placeAt(offset);
		if (this.encoding === "utf-16") return place;
		const start = document.lines.lineStart(place.line);
		return { line: place.line, character: utf8Length(document.text.slice(start, start + place.character)) };
	}

	toOffset(document: Positioned, position: Position): number {
		if (this.encoding === "utf-16") return document.lines.offsetAt(position);
		const start = document.lines.lineStart(position.line);
		const line = document.text.slice(start, document.lines.lineEnd(position.line));
		return start + utf16Index(line, position.character);
	}

	toRange(document: Positioned, span: Span): Range {
		return { start: this.toPosition(document, span.start), end: this.toPosition(document, span.end) };
	}

	toSpan(document: Positioned, range: Range): Span {
		return { start: this.toOffset(document, range.start), end: this.toOffset(document, range.end) };
	}

	toTextEdit(document: Positioned, edit: Edit): TextEdit {
		return { range: this.toRange(document, edit.span), newText: edit.text };
	}

	toDiagnostic(
		document: Positioned,
		finding: Finding,
		documentOf: (uri: string) => Positioned | undefined,
	): Diagnostic {
		const related = finding.related.flatMap((place) => {
			const other = place.uri === undefined ? document : documentOf(place.uri);
			return other
				? [{ location: { uri: other.uri, range: this.toRange(other, place.span) }, message: place.message }]
				: [];
		});
		return {
			range: this.toRange(document, finding.span),
			severity: severities[finding.severity],
			code: finding.rule,
			...(this.#ruleCommand && { codeDescription: { href: showRule(finding.rule) } }),
			source: diagnosticSource,
			message: finding.message,
			...(related.length > 0 && { relatedInformation: related }),
			...(finding.tag && {
				tags: [finding.tag === "unnecessary" ? DiagnosticTag.Unnecessary : DiagnosticTag.Deprecated],
			}),
		};
	}

	toHover(document: Positioned, hover: Hover): LspHover {
		return { contents: { kind: "markdown", value: hover.markdown }, range: this.toRange(document, hover.span) };
	}

	/** `index` finds the completion again when its documentation is asked for. */
	toCompletionItem(document: Positioned, completion: Completion, index: number): CompletionItem {
		const { documentation } = completion;
		return {
			label: completion.label,
			kind: completionKinds[completion.kind],
			textEdit: this.toTextEdit(document, completion.edit),
			sortText: String(completion.rank ?? 0).padStart(4, "0") + completion.label,
			...(completion.detail !== undefined && { detail: completion.detail }),
			...(completion.filter !== undefined && { filterText: completion.filter }),
			...(completion.snippet && { insertTextFormat: InsertTextFormat.Snippet }),
			...(completion.edit.text.includes("\n") && { insertTextMode: InsertTextMode.asIs }),
			...(completion.deprecated && { tags: [CompletionItemTag.Deprecated] }),
			...(completion.again && { command: { title: "Suggest", command: "editor.action.triggerSuggest" } }),
			...(documentation !== undefined && { data: index }),
		};
	}

	toDocumentSymbol(document: Positioned, item: OutlineItem): DocumentSymbol {
		return {
			name: item.name === "" ? "(unnamed)" : item.name,
			kind: outlineKinds[item.kind],
			range: this.toRange(document, item.span),
			selectionRange: this.toRange(document, item.selection),
			children: item.children.map((child) => this.toDocumentSymbol(document, child)),
			...(item.detail !== undefined && { detail: item.detail }),
		};
	}

	toFoldingRange(document: Positioned, fold: Fold): FoldingRange {
		return {
			startLine: document.lines.placeAt(fold.span.start).line,
			endLine: document.lines.placeAt(fold.span.end).line,
			...(fold.kind === "comment" && { kind: FoldingRangeKind.Comment }),
		};
	}

	toDocumentLink(document: Positioned, link: Link): DocumentLink {
		return {
			range: this.toRange(document, link.span),
			target: link.target,
			...(link.tooltip !== undefined && { tooltip: link.tooltip }),
		};
	}
}

/** Opens a rule's documentation in the editor, without a network. */
function showRule(rule: string): string {
	return `command:plimsoll.showRule?${encodeURIComponent(JSON.stringify([rule]))}`;
}

function utf8Length(text: string): number {
	let length = 0;
	for (const character of text) length += utf8Width(character);
	return length;
}

/** Index in UTF-16 code units of the character that starts at or after `bytes` bytes. */
function utf16Index(line: string, bytes: number): number {
	let index = 0;
	let left = bytes;
	for (const character of line) {
		if (left <= 0) break;
		left -= utf8Width(character);
		index += character.length;
	}
	return index;
}

function utf8Width(character: string): number {
	const code = character.codePointAt(0) as number;
	if (code < 0x80) return 1;
	if (code < 0x800) return 2;
	return code < 0x10000 ? 3 : 4;
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	info: DiagnosticSeverity.Information,
	hint: DiagnosticSeverity.Hint,
};

const completionKinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
	instruction: CompletionItemKind.Keyword,
	flag: CompletionItemKind.Property,
	key: CompletionItemKind.Property,
	value: CompletionItemKind.Value,
	enum: CompletionItemKind.EnumMember,
	variable: CompletionItemKind.Variable,
	reference: CompletionItemKind.Reference,
	image: CompletionItemKind.Module,
	file: CompletionItemKind.File,
	folder: CompletionItemKind.Folder,
	snippet: CompletionItemKind.Snippet,
	rule: CompletionItemKind.Constant,
};

const outlineKinds: Readonly<Record<OutlineKind, LspSymbolKind>> = {
	stage: LspSymbolKind.Class,
	instruction: LspSymbolKind.Function,
	variable: LspSymbolKind.Variable,
	service: LspSymbolKind.Class,
	network: LspSymbolKind.Interface,
	volume: LspSymbolKind.Struct,
	config: LspSymbolKind.File,
	secret: LspSymbolKind.Key,
	model: LspSymbolKind.Object,
	object: LspSymbolKind.Class,
	container: LspSymbolKind.Module,
	key: LspSymbolKind.Property,
};
