import type { Edit } from "../core/text.ts";

/*
 * A text that is being typed is parsed with small patches: a missing colon put in, a quote closed. The tree's spans are those
 * of the text without them.
 */

/** A text with patches made, and the way back from its offsets. */
export interface Patched {
	readonly text: string;
	/** The offset in the unpatched text; all of an inserted text stands for the place where it was put in. */
	readonly at: (offset: number) => number;
}

/** Makes patches, which are sorted and don't overlap. */
export function patch(text: string, patches: readonly Edit[]): Patched {
	if (patches.length === 0) return { text, at: (offset) => offset };
	let result = "";
	let done = 0;
	const starts: number[] = [];
	for (const { span, text: inserted } of patches) {
		result += text.slice(done, span.start);
		starts.push(result.length);
		result += inserted;
		done = span.end;
	}
	result += text.slice(done);
	return { text: result, at: (offset) => unpatched(offset, patches, starts) };
}

function unpatched(offset: number, patches: readonly Edit[], starts: readonly number[]): number {
	let low = -1;
	let high = starts.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((starts[middle] as number) <= offset) low = middle;
		else high = middle - 1;
	}
	const last = patches[low];
	if (!last) return offset;
	const into = offset - (starts[low] as number);
	if (into >= last.text.length) return last.span.end + into - last.text.length;
	return Math.min(last.span.start + into, last.span.end);
}
