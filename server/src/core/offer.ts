import type { Completion } from "./feature.ts";
import { toSpan } from "./text.ts";

/** A completion before its place is known; `text` is the label where absent. */
export interface Offer extends Omit<Completion, "edit"> {
	readonly text?: string;
}

/** Completions that replace what is typed before the cursor and what of the word stands behind it; others than those that fit are left out. */
export function offered(
	{ text: whole }: { readonly text: string },
	offset: number,
	typed: string,
	offers: readonly Offer[],
	rest = /^[^\s]*/,
): readonly Completion[] {
	const behind = rest.exec(whole.slice(offset, offset + 1000))?.[0].length ?? 0;
	const span = toSpan(offset - typed.length, offset + behind);
	return offers
		.filter(({ label, filter }) => fits(typed, filter ?? label))
		.map(({ text, ...offer }) => ({ ...offer, edit: { span, text: text ?? offer.label } }));
}

/** Whether the characters typed are in a label in their order, as editors filter. */
function fits(typed: string, label: string): boolean {
	const wanted = typed.toLowerCase();
	const given = label.toLowerCase();
	let at = 0;
	for (let index = 0; index < given.length && at < wanted.length; index++) {
		if (given[index] === wanted[at]) at++;
	}
	return at === wanted.length;
}
