import type { Fold } from "../core/feature.ts";
import type { Comment } from "../core/language.ts";
import { lineEnd, lineStart, type Span } from "../core/text.ts";
import type { YamlFile, YamlNode } from "./nodes.ts";

/** Everything written over several lines: mappings, lists, text blocks, and runs of comments. */
export function foldsOf(text: string, { documents, comments }: YamlFile): readonly Fold[] {
	const folds: Fold[] = [];
	for (const { root } of documents) collectFolds(text, root, folds);
	return [...folds, ...commentFolds(text, comments)];
}

function collectFolds(text: string, node: YamlNode | undefined, folds: Fold[]): void {
	for (const { span, value } of partsOf(node)) {
		const lineBreak = text.indexOf("\n", span.start);
		if (lineBreak < 0 || lineBreak >= span.end) continue;
		folds.push({ span, kind: "region" });
		collectFolds(text, value, folds);
	}
}

function commentFolds(text: string, comments: readonly Comment[]): readonly Fold[] {
	const runs: { start: number; end: number }[] = [];
	for (const { span, alone } of comments) {
		if (!alone) continue;
		const last = runs.at(-1);
		if (last && /^\r?\n[ \t]*$/.test(text.slice(last.end, span.start))) last.end = span.end;
		else runs.push({ ...span });
	}
	return runs.filter((run) => text.slice(run.start, run.end).includes("\n")).map((span) => ({ span, kind: "comment" }));
}

/** The outermost pair or item that starts on the line of `offset`, with all below it; the line itself where none does. */
export function statementAt(text: string, { documents }: YamlFile, offset: number): Span {
	const line = { start: lineStart(text, offset), end: lineEnd(text, offset) };
	for (const { root } of documents) {
		let node = root;
		while (node) {
			const parts = partsOf(node);
			const here = parts.find(({ span }) => line.start <= span.start && span.start <= line.end);
			if (here) return here.span;
			node = parts.find(({ span }) => span.start <= line.start && line.start <= span.end)?.value;
		}
	}
	return line;
}

function partsOf(node: YamlNode | undefined): readonly { readonly span: Span; readonly value: YamlNode | undefined }[] {
	if (node?.kind === "map") return node.pairs;
	return node?.kind === "seq" ? node.items : [];
}
