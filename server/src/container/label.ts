/** A label key that tools give a meaning. */
export interface LabelKey {
	readonly name: string;
	readonly doc: string;
	/** The page that says it. */
	readonly page: string;
	/** A LABEL instruction with it. */
	readonly example: string;
	/** What its value has to be. */
	readonly format: "text" | "url" | "date-time" | "version" | "revision" | "spdx" | "digest" | "image";
	/** A value that fits, used in examples and snippets. */
	readonly sample: string;
}

function label(name: string, format: LabelKey["format"], sample: string, doc: string): LabelKey {
	const key = `org.opencontainers.image.${name}`;
	const page = "https://github.com/opencontainers/image-spec/blob/main/annotations.md#pre-defined-annotation-keys";
	return { name: key, format, sample, doc, page, example: `LABEL ${key}="${sample}"` };
}

/** All keys of the OCI image specification that describe an image. Source: opencontainers/image-spec annotations.md, 1.1. */
export const labelKeys: readonly LabelKey[] = [
	label("created", "date-time", "2026-01-31T12:00:00Z", "When the image was built, as in RFC 3339."),
	label(
		"authors",
		"text",
		"The Shop Team <shop@example.com>",
		"People or organisation responsible for the image, and how to reach them.",
	),
	label("url", "url", "https://example.com/shop", "Page with more about the image."),
	label("documentation", "url", "https://example.com/shop/docs", "Page with the documentation."),
	label(
		"source",
		"url",
		"https://github.com/example/shop",
		"Where the source is. GitHub links a package to its repository by it.",
	),
	label(
		"version",
		"version",
		"1.4.2",
		"Version of the packaged software; may be a tag of the source, may follow Semantic Versioning.",
	),
	label("revision", "revision", "9fceb02d0ae598e95dc970b74767f19372d61af8", "Commit of the source that was built."),
	label("vendor", "text", "Example Ltd", "Organisation that distributes the image."),
	label("licenses", "spdx", "MIT AND Apache-2.0", "Licences of what is inside, as an SPDX expression."),
	label("ref.name", "text", "v1.4.2", "Name of the reference in an image layout; letters, digits and `-._:@/+`."),
	label("title", "text", "Shop", "Name of the image for people."),
	label("description", "text", "Sells things", "What the packaged software does, for people."),
	label(
		"base.digest",
		"digest",
		"sha256:4bcff63911fcb4448bd4fdacec207030997caf25e9bea4045fa6c8c44de311d1",
		"Digest of the image this one is built on.",
	),
	label("base.name", "image", "docker.io/library/alpine:3.24", "Full name of the image this one is built on."),
];

const labelByName = new Map(labelKeys.map((entry) => [entry.name, entry]));

/** The label key of exactly that name. */
export function labelKeyNamed(name: string): LabelKey | undefined {
	return labelByName.get(name);
}
