import type { DocTable } from "../../server/src/kubernetes/table.ts";

/** Gathers documentation, each text once. */
export class DocWriter {
	readonly #texts = new Map<string, number>();
	readonly #types: Record<string, Record<string, number>> = {};

	/** Documents a field of a type; the empty field is the type itself. */
	add(type: string, field: string, doc: string): void {
		const text = toMarkdown(doc);
		if (text === "") return;
		const place = this.#texts.get(text) ?? this.#texts.size;
		this.#texts.set(text, place);
		this.#types[type] ??= {};
		this.#types[type][field] = place;
	}

	/** Documents a field, and the values that its text lists. */
	addMember(type: string, field: string, doc: string): void {
		const [text = "", values = ""] = doc.split(/\n*Possible enum values:\n/);
		this.add(type, field, text);
		for (const [, value, meaning = ""] of values.matchAll(/^ ?- `"([^"\n]*)"` ?(.*(?:\n(?! ?- `).*)*)/gm)) {
			this.add(type, `${field}=${value}`, meaning);
		}
	}

	table(): DocTable {
		const types = Object.entries(this.#types).sort(([a], [b]) => (a < b ? -1 : 1));
		return { texts: [...this.#texts.keys()], types: Object.fromEntries(types) };
	}
}

/** Notes to those who write the API, not to those who use it. */
const internal =
	/(?:^|\s)\+(?:optional|required|enum|featureGate|listType|listMapKey|k8s|union|default|kubebuilder|structType|patch)\S*/g;

function toMarkdown(doc: string): string {
	return doc
		.replace(internal, "")
		.replace(
			/\s*More info: (https?:\S+)/g,
			(_, link: string) =>
				` [More](${link.replace(/[.,;)]+$/, "").replace("git.k8s.io/community", "github.com/kubernetes/community/blob/main")})`,
		)
		.trim();
}

/** A JSON file that holds one string: it costs nothing until its text is parsed. */
export function jsonText(text: string): string {
	return `${JSON.stringify(text)}\n`;
}
