import type { Entry, Value, ValueKind } from "./vocabulary.ts";

/*
 * `RUN --mount`: comma-separated `key=value` fields. Source: Dockerfile reference and moby/buildkit
 * frontend/dockerfile/instructions/commands_runmount.go (which keys a type takes and refuses), 2026-08.
 */

/** A key of a mount. */
export interface MountKey {
	readonly name: string;
	/** Other spellings of the same key. */
	readonly aliases: readonly string[];
	readonly value: ValueKind;
	readonly values?: readonly Value[];
	readonly doc: string;
	readonly default?: string;
	readonly since?: string;
	/** Whether the mount makes no sense without it. */
	readonly required?: boolean;
}

/** A type of mount with the keys that mean something for it; `name` is the value of `type`. */
export interface MountType extends Entry {
	readonly keys: readonly MountKey[];
}

type More = Partial<Omit<MountKey, "name" | "value" | "doc">>;

function key(name: string, value: ValueKind, doc: string, more: More = {}): MountKey {
	return { name, value, doc, aliases: [], ...more };
}

const yesOrNo: readonly Value[] = [
	{ name: "true", doc: "Yes; the same as the key without a value." },
	{ name: "false", doc: "No." },
];

const target = (doc: string, more: More = {}) =>
	key("target", "path", doc, { aliases: ["dst", "destination"], ...more });
const source = (doc: string, more: More = {}) => key("source", "path", doc, { aliases: ["src"], ...more });
const readonly = key("readonly", "boolean", "Forbids the command to write to the mount.", {
	aliases: ["ro"],
	values: yesOrNo,
});
const readwrite = key(
	"readwrite",
	"boolean",
	"Lets the command write to the mount. What it writes is thrown away afterwards.",
	{ aliases: ["rw"], values: yesOrNo, default: "false" },
);
const required = (what: string) =>
	key("required", "boolean", `Fails the build when the ${what} is not given.`, { values: yesOrNo, default: "false" });
const owner = (what: string, mode: string): readonly MountKey[] => [
	key("mode", "mode", `Permissions of the ${what}, octal.`, { default: mode }),
	key("uid", "id", `Number of the user that owns the ${what}.`, { default: "0" }),
	key("gid", "id", `Number of the group that owns the ${what}.`, { default: "0" }),
];

function mount(name: string, example: string, doc: string, keys: readonly MountKey[]): MountType {
	const page = `https://docs.docker.com/reference/dockerfile/#run---mounttype${name}`;
	return { name, example, doc, keys, since: "1.2", page };
}

/** All types; `bind` is what a mount without `type` is. */
export const mountTypes: readonly MountType[] = [
	mount(
		"bind",
		"RUN --mount=type=bind,source=package.json,target=/app/package.json npm --prefix /app install",
		"Makes files of the build context, a stage or an image visible to this command without copying them into a layer. Read-only unless `rw` is given. The default type.",
		[
			target("Where the files appear.", { required: true }),
			source("What is mounted, counted from the root of `from`.", { default: "the root of `from`" }),
			key("from", "source", "The stage, named context or image to take the files from.", {
				default: "the build context",
			}),
			readwrite,
			readonly,
		],
	),
	mount(
		"cache",
		"RUN --mount=type=cache,target=/root/.cache/go-build go build -o /out/app ./cmd/app",
		"A folder that is kept between builds, for the caches of compilers and package managers. It is not part of the image and may be emptied at any time, so a build has to work without its content.",
		[
			target("Where the folder appears.", { required: true }),
			key("id", "text", "Tells caches apart: mounts with the same id share one folder.", {
				default: "the value of `target`",
			}),
			key("sharing", "enum", "What happens when two builds use the cache at the same time.", {
				default: "shared",
				values: [
					{ name: "shared", doc: "All write to it at once." },
					{ name: "private", doc: "A second writer gets a folder of its own." },
					{ name: "locked", doc: "A second writer waits; what `apt-get` needs." },
				],
			}),
			key("from", "source", "The stage, named context or image that a new cache starts with.", {
				default: "an empty folder",
			}),
			source("The folder of `from` that is mounted.", { default: "the root of `from`" }),
			readonly,
			...owner("new folder", "0755"),
		],
	),
	mount(
		"tmpfs",
		"RUN --mount=type=tmpfs,target=/tmp,size=256m make test",
		"A folder in memory that is gone after the command.",
		[
			target("Where the folder appears.", { required: true }),
			key("size", "size", "The most it may hold, such as `256m`.", { default: "no limit" }),
		],
	),
	mount(
		"secret",
		"RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci",
		"A secret that the build was given with `--secret id=…`, as a file or environment variable for this command only. It is in no layer and not in the history.",
		[
			key("id", "text", "The secret's id, as in `docker build --secret id=…`.", {
				default: "the last part of `target`",
			}),
			target("The file it appears as.", { default: "`/run/secrets/<id>`, unless `env` is given" }),
			key("env", "variable", "The environment variable that holds it, instead of a file or beside one.", {
				since: "1.10",
			}),
			required("secret"),
			...owner("file", "0400"),
		],
	),
	mount(
		"ssh",
		"RUN --mount=type=ssh git clone git@github.com:example/private.git /src",
		"The socket of an SSH agent that the build was given with `--ssh`, so that `git` and `ssh` can use keys that never enter the image.",
		[
			key("id", "text", "Which agent or key, as in `docker build --ssh <id>=…`.", { default: "default" }),
			target("The socket's path.", { default: "`/run/buildkit/ssh_agent.<n>`" }),
			required("agent"),
			...owner("socket", "0600"),
		],
	),
];

/** The key `type` itself. */
export const mountTypeKey: MountKey = key("type", "enum", "What is mounted.", {
	default: "bind",
	values: mountTypes.map(({ name, doc }) => ({ name, doc })),
});

const types = new Map(mountTypes.map((type) => [type.name, type]));

/** The type of that name in any case; `bind` for undefined. */
export function mountTypeNamed(name = "bind"): MountType | undefined {
	return types.get(name.toLowerCase());
}

/** The key (by any of its spellings, in any case) that a type takes; undefined where it takes none of that name. */
export function mountKeyNamed(type: MountType, name: string): MountKey | undefined {
	const wanted = name.toLowerCase();
	if (wanted === "type") return mountTypeKey;
	return type.keys.find((candidate) => candidate.name === wanted || candidate.aliases.includes(wanted));
}

/** Every spelling that BuildKit reads in any mount; others fail the build. Some mean nothing for some types and are ignored. */
export const mountKeyNames: readonly string[] = [
	...new Set(["type", ...mountTypes.flatMap(({ keys }) => keys.flatMap(({ name, aliases }) => [name, ...aliases]))]),
];

/** Folders that package managers and compilers keep their caches in, for root. Source: the documentation of each tool. */
export const cacheFolders: readonly Value[] = [
	{ name: "/root/.npm", doc: "npm" },
	{ name: "/usr/local/share/.cache/yarn", doc: "Yarn 1" },
	{ name: "/root/.local/share/pnpm/store", doc: "pnpm" },
	{ name: "/root/.bun/install/cache", doc: "Bun" },
	{ name: "/root/.cache/pip", doc: "pip" },
	{ name: "/root/.cache/uv", doc: "uv" },
	{ name: "/root/.cache/pypoetry", doc: "Poetry" },
	{ name: "/root/.cache/go-build", doc: "Go, compiled packages" },
	{ name: "/go/pkg/mod", doc: "Go, modules" },
	{ name: "/usr/local/cargo/registry", doc: "Cargo, downloaded crates" },
	{ name: "/usr/local/cargo/git/db", doc: "Cargo, crates of Git repositories" },
	{ name: "/root/.m2", doc: "Maven" },
	{ name: "/root/.gradle", doc: "Gradle" },
	{ name: "/root/.nuget/packages", doc: "NuGet" },
	{ name: "/root/.composer/cache", doc: "Composer" },
	{ name: "/usr/local/bundle/cache", doc: "Bundler" },
	{ name: "/var/cache/apt", doc: "apt; with `sharing=locked`" },
	{ name: "/var/lib/apt", doc: "apt, package lists; with `sharing=locked`" },
	{ name: "/var/cache/apk", doc: "apk" },
	{ name: "/var/cache/dnf", doc: "dnf" },
];
