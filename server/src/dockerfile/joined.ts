import { type Span, toSpan } from "../core/text.ts";

/** Pieces of a file put together to one text, as a builder reads it, that still knows where each of its characters stands. */
export class Joined {
	readonly text: string;
	/** Where each piece starts in `text`, and where that is in the file. */
	readonly #starts: readonly number[];
	readonly #offsets: readonly number[];

	private constructor(text: string, starts: readonly number[], offsets: readonly number[]) {
		this.text = text;
		this.#starts = starts;
		this.#offsets = offsets;
	}

	/** The pieces of `file` that `spans` cover, in their order. */
	static of(file: string, spans: readonly Span[]): Joined {
		const starts: number[] = [];
		const offsets: number[] = [];
		const pieces: string[] = [];
		let length = 0;
		for (const { start, end } of spans) {
			if (end <= start && pieces.length > 0) continue;
			starts.push(length);
			offsets.push(start);
			pieces.push(file.slice(start, end));
			length += end - start;
		}
		return new Joined(pieces.join(""), starts, offsets);
	}

	/** Where the character at `offset` stands in the file; for the end of the text, right after its last character. */
	at(offset: number): number {
		if (offset > 0 && offset === this.text.length) return this.at(offset - 1) + 1;
		let low = 0;
		let high = this.#starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.#starts[middle] as number) <= offset) low = middle;
			else high = middle - 1;
		}
		return (this.#offsets[low] ?? 0) + offset - (this.#starts[low] ?? 0);
	}

	/** Where a range stands in the file, from its first character to right after its last. */
	span(start: number, end: number): Span {
		const first = this.at(start);
		return toSpan(first, end > start ? this.at(end - 1) + 1 : first);
	}

	/** From `start` on, followed by more pieces of the same file. */
	pieces(start: number): Span[] {
		const spans: Span[] = [];
		this.#starts.forEach((from, index) => {
			const to = this.#starts[index + 1] ?? this.text.length;
			if (to <= start) return;
			const skipped = Math.max(0, start - from);
			const offset = this.#offsets[index] as number;
			spans.push(toSpan(offset + skipped, offset + to - from));
		});
		return spans;
	}
}
