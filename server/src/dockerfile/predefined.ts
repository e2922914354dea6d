import type { Entry } from "./vocabulary.ts";

/** A build argument that exists without being declared in the file. */
export interface PredefinedArgument extends Entry {
	/**
	 * `proxy`: usable everywhere without ARG. `platform`: usable in FROM lines, elsewhere after `ARG <name>`.
	 * `builder`: read by BuildKit itself, set with `--build-arg`.
	 */
	readonly group: "proxy" | "platform" | "builder";
	/** A value it may have, where one can be told. */
	readonly sample: string;
}

const reference = "https://docs.docker.com/reference/dockerfile/#";

function proxy(name: string, doc: string, sample: string): PredefinedArgument[] {
	return [name, name.toLowerCase()].map((spelling) => ({
		name: spelling,
		doc: `${doc} Can be used without \`ARG\`; it is kept out of the history and of the cache key unless it is declared.`,
		sample,
		group: "proxy",
		page: `${reference}predefined-args`,
		example: `RUN wget --no-verbose --output-document=/tmp/index.html -e use_proxy=yes -e https_proxy="$${spelling}" https://example.com/`,
	}));
}

function platform(name: string, doc: string, sample: string): PredefinedArgument {
	return {
		name,
		doc: `${doc} Known in FROM lines; inside a stage declare it first with \`ARG ${name}\`.`,
		sample,
		group: "platform",
		page: `${reference}automatic-platform-args-in-the-global-scope`,
		example: `ARG ${name}\nRUN printf '%s\\n' "$${name}"`,
	};
}

function builder(name: string, doc: string, sample: string, since?: string): PredefinedArgument {
	return {
		name,
		doc,
		sample,
		group: "builder",
		page: `${reference}buildkit-built-in-build-args`,
		example: `ARG ${name}=${sample}`,
		...(since === undefined ? {} : { since }),
	};
}

/** All of them. Source: Dockerfile reference, 2026-08. */
export const predefinedArguments: readonly PredefinedArgument[] = [
	...proxy("HTTP_PROXY", "Proxy for plain HTTP.", "http://proxy.example.com:3128"),
	...proxy("HTTPS_PROXY", "Proxy for HTTPS.", "http://proxy.example.com:3128"),
	...proxy("FTP_PROXY", "Proxy for FTP.", "http://proxy.example.com:3128"),
	...proxy("NO_PROXY", "Hosts that are reached without a proxy, separated by commas.", "localhost,.example.com"),
	...proxy("ALL_PROXY", "Proxy for every protocol that has none of its own.", "socks5://proxy.example.com:1080"),
	platform("TARGETPLATFORM", "Platform of the image that is built.", "linux/arm64"),
	platform("TARGETOS", "Operating system of the image that is built.", "linux"),
	platform("TARGETARCH", "Architecture of the image that is built, as Go names it.", "arm64"),
	platform("TARGETVARIANT", "Variant of that architecture; empty where there is none.", "v7"),
	platform("BUILDPLATFORM", "Platform of the machine that builds.", "linux/amd64"),
	platform("BUILDOS", "Operating system of the machine that builds.", "linux"),
	platform("BUILDARCH", "Architecture of the machine that builds.", "amd64"),
	platform("BUILDVARIANT", "Variant of that architecture; empty where there is none.", "v7"),
	builder("BUILDKIT_BUILD_NAME", "Name of the build in `docker buildx history` and Docker Desktop.", "nightly"),
	builder("BUILDKIT_CACHE_MOUNT_NS", "Put before the ids of cache mounts, so that projects do not share them.", "shop"),
	builder("BUILDKIT_CONTEXT_KEEP_GIT_DIR", "Keeps the `.git` folder when the build context is a Git repository.", "1"),
	builder(
		"BUILDKIT_INLINE_CACHE",
		"Writes cache information into the image, so that later builds can start from it.",
		"1",
	),
	builder("BUILDKIT_MULTI_PLATFORM", "Always writes the form of a multi-platform image, also for one platform.", "1"),
	builder("BUILDKIT_SANDBOX_HOSTNAME", "Host name that commands of the build see.", "buildkitsandbox"),
	builder(
		"BUILDKIT_SYNTAX",
		"Image that reads the Dockerfile; goes before the `syntax` directive.",
		"docker/dockerfile:1",
	),
	builder(
		"SOURCE_DATE_EPOCH",
		"Unix time, in seconds, for all dates of the image, so that two builds are the same.",
		"1700000000",
		"1.5",
	),
];

const byName = new Map(predefinedArguments.map((argument) => [argument.name, argument]));

/** The predefined argument of exactly that name. */
export function predefinedArgument(name: string): PredefinedArgument | undefined {
	return byName.get(name);
}
