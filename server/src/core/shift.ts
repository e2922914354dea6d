import type { Completion, OutlineItem } from "./feature.ts";
import type { Finding, Fix } from "./finding.ts";
import type { Span } from "./text.ts";

/** The span moved by `by` characters. */
export function shiftSpan(span: Span, by: number): Span {
	return by === 0 ? span : { start: span.start + by, end: span.end + by };
}

/** Anything with a span, moved. */
export function shift<T extends { readonly span: Span }>(value: T, by: number): T {
	return by === 0 ? value : { ...value, span: shiftSpan(value.span, by) };
}

export function shiftFinding(finding: Finding, by: number): Finding {
	if (by === 0) return finding;
	return {
		...finding,
		span: shiftSpan(finding.span, by),
		fixes: finding.fixes.map((fix) => shiftFix(fix, by)),
		related: finding.related.map((place) => (place.uri === undefined ? shift(place, by) : place)),
	};
}

function shiftFix(fix: Fix, by: number): Fix {
	return { ...fix, edits: () => fix.edits().map((edit) => (edit.uri === undefined ? shift(edit, by) : edit)) };
}

export function shiftCompletion(completion: Completion, by: number): Completion {
	return by === 0 ? completion : { ...completion, edit: shift(completion.edit, by) };
}

export function shiftOutline(item: OutlineItem, by: number): OutlineItem {
	if (by === 0) return item;
	return {
		...item,
		span: shiftSpan(item.span, by),
		selection: shiftSpan(item.selection, by),
		children: item.children.map((child) => shiftOutline(child, by)),
	};
}
