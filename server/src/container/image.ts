import type { Span } from "../core/text.ts";

/** An image reference taken apart; spans count from its first character. Source: distribution/reference (Docker), `reference.go`. */
export interface ImageReference {
	/** Host and port as written; absent for Docker Hub's short form. */
	readonly registry: string | undefined;
	/** Path without registry: `library/nginx` is `nginx` as written. */
	readonly repository: string;
	readonly repositorySpan: Span;
	readonly tag: string | undefined;
	/** The tag without its colon. */
	readonly tagSpan: Span | undefined;
	/** With its algorithm: `sha256:…`. */
	readonly digest: string | undefined;
	readonly digestSpan: Span | undefined;
}

const component = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
const host =
	"(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(?:\\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*|\\[[0-9a-fA-F:]+\\]";
const grammar = new RegExp(
	`^(?:((?:${host})(?::[0-9]+)?)/)?(${component}(?:/${component})*)(?::([\\w][\\w.-]{0,127}))?(?:@([A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}))?$`,
	"d",
);

/** Reads a reference; undefined where it does not follow the grammar. */
export function parseImage(text: string): ImageReference | undefined {
	const match = grammar.exec(text);
	if (!match) return undefined;
	const [, first, path = "", tag, digest] = match;
	const places = match.indices as RegExpIndicesArray;
	// The first component is a registry only when it can't be a part of a path: Docker's rule.
	const isRegistry =
		first !== undefined && (/[.:[]/.test(first) || first === "localhost" || first !== first.toLowerCase());
	const start = isRegistry ? (places[2] as [number, number])[0] : 0;
	const end = (places[2] as [number, number])[1];
	return {
		registry: isRegistry ? first : undefined,
		repository: isRegistry || first === undefined ? path : `${first}/${path}`,
		repositorySpan: { start, end },
		tag,
		tagSpan: toSpan(places[3]),
		digest,
		digestSpan: toSpan(places[4]),
	};
}

function toSpan(indices: [number, number] | undefined): Span | undefined {
	return indices && { start: indices[0], end: indices[1] };
}

/** The name an image is known by: registry and `library/` of Docker Hub left out. */
export function familiarName(reference: ImageReference): string {
	const hub =
		reference.registry === undefined ||
		/^(?:docker\.io|index\.docker\.io|registry-1\.docker\.io)$/.test(reference.registry);
	const repository = hub ? reference.repository.replace(/^library\//, "") : reference.repository;
	return hub ? repository : `${reference.registry}/${repository}`;
}
