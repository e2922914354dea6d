import type { Fact } from "../core/fact.ts";
import type { Completion, Fold, Hover, Link, Occurrence, OutlineItem } from "../core/feature.ts";
import type { Language, Model, Source } from "../core/language.ts";
import { shift, shiftCompletion, shiftOutline, shiftSpan } from "../core/shift.ts";
import { LineTable, type Span } from "../core/text.ts";
import type { World } from "../core/world.ts";

/** A model and where its part of the text starts. */
export interface Part {
	readonly offset: number;
	readonly model: Model;
}

/**
 * One version of a file: its parts, each parsed alone. The only place that knows of parts: what a model says counts from the
 * start of its part, and everything a document answers counts from the start of the file.
 */
export class Document {
	readonly uri: string;
	readonly text: string;
	readonly language: Language;
	readonly parts: readonly Part[];
	#lines: LineTable | undefined;
	#facts: readonly Fact[] | undefined;
	#occurrences: readonly Occurrence[] | undefined;

	/** Parts whose text has not changed are taken from `previous`. */
	constructor(source: Source, language: Language, previous?: Document) {
		this.uri = source.uri;
		this.text = source.text;
		this.language = language;
		const starts = language.split?.(source.text) ?? [0];
		const known = new Map<string, Model>();
		if (previous?.language === language) for (const { model } of previous.parts) known.set(model.text, model);
		this.parts = starts.map((offset, index) => {
			const text = source.text.slice(offset, starts[index + 1]);
			return { offset, model: known.get(text) ?? language.parse({ ...source, text }) };
		});
	}

	get lines(): LineTable {
		this.#lines ??= new LineTable(this.text);
		return this.#lines;
	}

	/** What the file states, in source order. */
	get facts(): readonly Fact[] {
		this.#facts ??= this.parts.flatMap(({ offset, model }) => model.facts.map((fact) => shift(fact, offset)));
		return this.#facts;
	}

	get occurrences(): readonly Occurrence[] {
		this.#occurrences ??= this.parts.flatMap(({ offset, model }) => model.occurrences.map((one) => shift(one, offset)));
		return this.#occurrences;
	}

	/** The part that holds `offset`; at a border, the part that starts there. */
	partAt(offset: number): Part {
		let found = this.parts[0] as Part;
		for (const part of this.parts) {
			if (part.offset > offset) break;
			found = part;
		}
		return found;
	}

	hover(offset: number, world: World): Hover | undefined {
		const part = this.partAt(offset);
		const hover = this.language.hover?.(part.model, offset - part.offset, world);
		return hover && shift(hover, part.offset);
	}

	complete(offset: number, world: World): readonly Completion[] {
		const part = this.partAt(offset);
		const found = this.language.complete?.(part.model, offset - part.offset, world) ?? [];
		return found.map((completion) => shiftCompletion(completion, part.offset));
	}

	outline(): readonly OutlineItem[] {
		return this.parts.flatMap(({ offset, model }) =>
			(this.language.outline?.(model) ?? []).map((item) => shiftOutline(item, offset)),
		);
	}

	folds(): readonly Fold[] {
		return this.parts.flatMap(({ offset, model }) =>
			(this.language.folds?.(model) ?? []).map((fold) => shift(fold, offset)),
		);
	}

	links(world: World): readonly Link[] {
		return this.parts.flatMap(({ offset, model }) =>
			(this.language.links?.(model, world) ?? []).map((link) => shift(link, offset)),
		);
	}

	/** What holds after the line of `offset`, in markdown. */
	state(offset: number): string | undefined {
		const part = this.partAt(offset);
		return this.language.state?.(part.model, offset - part.offset);
	}

	/** What a comment above the line of `offset` speaks of. */
	statement(offset: number): Span {
		const part = this.partAt(offset);
		return shiftSpan(this.language.statement(part.model, offset - part.offset), part.offset);
	}
}

/** Whether two versions of a file state the same, spans left out. Parts that were taken over are not looked into. */
export function sameFacts(a: Document, b: Document): boolean {
	if (a.parts.length !== b.parts.length) return false;
	return a.parts.every(({ model }, index) => {
		const other = b.parts[index]?.model;
		return model === other || (other !== undefined && withoutSpans(model.facts) === withoutSpans(other.facts));
	});
}

function withoutSpans(facts: readonly Fact[]): string {
	return JSON.stringify(facts, (key, value) => (key === "span" ? undefined : value));
}
