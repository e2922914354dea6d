import type { Entry, Value } from "./vocabulary.ts";

export { wellKnownPorts } from "../container/known-ports.ts";
export { platforms } from "../container/platform.ts";
export { isSignal, type Signal, signalNamed, signals } from "../container/signal.ts";

/* Words that instructions take as values: signals, protocols, platforms, shells, label keys. */

/** Protocols of EXPOSE. Source: moby/moby daemon/network and BuildKit's port parser, which takes these three. */
export const protocols: readonly Value[] = [
	{ name: "tcp", doc: "Streams; the default." },
	{ name: "udp", doc: "Datagrams: DNS, QUIC, statsd, syslog." },
	{ name: "sctp", doc: "Streams of messages, used in telephony." },
];

/** A shell as SHELL names it, with what its arguments do. */
export interface ShellForm extends Entry {
	readonly argv: readonly string[];
}

/** Forms of SHELL worth offering; the example of each is the whole instruction. */
export const shells: readonly ShellForm[] = [
	shell(["/bin/bash", "-o", "pipefail", "-c"], "Bash; a pipe fails when any of its commands fails."),
	shell(
		["/bin/ash", "-eo", "pipefail", "-c"],
		"BusyBox's shell in Alpine; stops at the first error and in a failing pipe.",
	),
	shell(["/bin/sh", "-c"], "The default on Linux."),
	shell(["/bin/bash", "-c"], "Bash; a pipe succeeds when its last command does."),
	shell(["cmd", "/S", "/C"], "The default on Windows."),
	shell(
		["powershell", "-Command", "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue';"],
		"Windows PowerShell; stops at the first error and draws no progress bars.",
	),
	shell(
		["pwsh", "-Command", "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue';"],
		"PowerShell 7; stops at the first error and draws no progress bars.",
	),
];

function shell(argv: readonly string[], doc: string): ShellForm {
	const name = `[${argv.map((word) => JSON.stringify(word)).join(", ")}]`;
	return { name, argv, doc, example: `SHELL ${name}`, page: "https://docs.docker.com/reference/dockerfile/#shell" };
}

/** A label key that tools give a meaning. */
export interface LabelKey extends Entry {
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
