import type { Flag, Value, ValueKind } from "./vocabulary.ts";

/*
 * The flags of every instruction that has any. Names, kinds and versions: Dockerfile reference and
 * moby/buildkit frontend/dockerfile/instructions/parse.go, 2026-08.
 */

function flag(
	instruction: string,
	name: string,
	value: ValueKind,
	example: string,
	doc: string,
	more: Partial<Flag> = {},
): Flag {
	const page = `https://docs.docker.com/reference/dockerfile/#${instruction.toLowerCase()}---${name}`;
	return { name, value, example, doc, page, ...more };
}

const yesOrNo: readonly Value[] = [
	{ name: "true", doc: "Yes; the same as the flag without a value." },
	{ name: "false", doc: "No." },
];

/** Flags of FROM. */
export const fromFlags: readonly Flag[] = [
	flag(
		"FROM",
		"platform",
		"platform",
		"FROM --platform=$BUILDPLATFORM golang:1.26 AS build",
		"Takes the image for this platform instead of the one that is built for. `$BUILDPLATFORM` runs a compiler natively while it makes programs for `$TARGETPLATFORM`. Only global build arguments can be used in it.",
		{
			page: "https://docs.docker.com/reference/dockerfile/#from",
			default: "the target platform of the build",
		},
	),
];

/** Flags of RUN. */
export const runFlags: readonly Flag[] = [
	flag(
		"RUN",
		"mount",
		"mount",
		"RUN --mount=type=cache,target=/root/.npm npm ci",
		"Mounts something into the file system for this one command: files of the context or another stage (`bind`), a folder that is kept between builds (`cache`), memory (`tmpfs`), a secret (`secret`) or an SSH agent (`ssh`). Nothing of it ends up in the image.",
		{ since: "1.2", repeats: true },
	),
	flag("RUN", "network", "enum", "RUN --network=none make test", "The network that the command can reach.", {
		since: "1.3",
		default: "default",
		values: [
			{
				name: "default",
				doc: "The network of the build, as without the flag.",
			},
			{
				name: "none",
				doc: "No network but the loopback interface: proves that a step downloads nothing.",
			},
			{
				name: "host",
				doc: "The network of the host. The builder has to allow the entitlement `network.host`.",
			},
		],
	}),
	flag(
		"RUN",
		"security",
		"enum",
		"RUN --security=sandbox make test",
		"Whether the command runs in the sandbox or with the privileges of the host, like `docker run --privileged`.",
		{
			since: "1.20",
			default: "sandbox",
			values: [
				{ name: "sandbox", doc: "The usual isolation, as without the flag." },
				{
					name: "insecure",
					doc: "Without the sandbox. The builder has to allow the entitlement `security.insecure`.",
				},
			],
		},
	),
	flag(
		"RUN",
		"device",
		"device",
		"RUN --device=nvidia.com/gpu=all nvidia-smi",
		"Makes a device of the host, named as in its Container Device Interface specification, available to the command. `,required` fails the build where there is none. Needs BuildKit 0.20 and the entitlement `device`.",
		{ since: "1.14-labs", repeats: true },
	),
];

/** A source that only ADD can take; plain files are for COPY. */
const sourceOf = (instruction: string, local: string) =>
	instruction === "ADD" ? "https://github.com/moby/buildkit.git#v0.26.2 /src/" : local;

const chown = (instruction: string) =>
	flag(
		instruction,
		"chown",
		"owner",
		`${instruction} --chown=10001:10001 ${sourceOf(instruction, "config/ /etc/app/")}`,
		"Owner of the new files as `user[:group]`, by name or number; names are looked up in the image's `/etc/passwd` and `/etc/group`. Without it files belong to `0:0`. Linux only.",
		{ default: "0:0" },
	);

const chmod = (instruction: string) =>
	flag(
		instruction,
		"chmod",
		"mode",
		`${instruction} --chmod=755 ${sourceOf(instruction, "entrypoint.sh /usr/local/bin/")}`,
		"Permissions of the new files: octal (`755`), or since Dockerfile 1.14 symbolic (`u=rwX,go=rX`). Saves the layer that a `RUN chmod` would add. Linux only.",
		{ since: "1.2", default: "as in the source" },
	);

const link = (instruction: string) =>
	flag(
		instruction,
		"link",
		"boolean",
		`${instruction} --link ${sourceOf(instruction, "config/ /etc/app/")}`,
		"Puts the files into a layer of its own that does not depend on the layers below, so it stays in the cache when the base image changes. Symbolic links in the destination are then not followed.",
		{ since: "1.4", default: "false", values: yesOrNo },
	);

const exclude = (instruction: string) =>
	flag(
		instruction,
		"exclude",
		"pattern",
		`${instruction} --exclude=**/*_test.go ${sourceOf(instruction, "src/ /src/")}`,
		"Leaves out files that match the pattern, with the wildcards of the sources (`*`, `?`, `**`). Can be given several times.",
		{ since: "1.19", repeats: true },
	);

/** Flags of COPY. */
export const copyFlags: readonly Flag[] = [
	flag(
		"COPY",
		"from",
		"source",
		"COPY --from=nginx:1.30-alpine /etc/nginx/nginx.conf /etc/nginx/",
		"Copies from an earlier stage (by name or number), a named context or an image instead of the build context. Sources are then paths from the root of that file system. A variable is not replaced here: give the image a name with `FROM $IMAGE AS name`.",
	),
	chown("COPY"),
	chmod("COPY"),
	link("COPY"),
	flag(
		"COPY",
		"parents",
		"boolean",
		"COPY --parents packages/*/package.json ./",
		"Keeps the folders of each source below the destination instead of only its last part. A `./` inside a source says from where on they are kept.",
		{ since: "1.20", default: "false", values: yesOrNo },
	),
	exclude("COPY"),
];

/** Flags of ADD. */
export const addFlags: readonly Flag[] = [
	flag(
		"ADD",
		"keep-git-dir",
		"boolean",
		"ADD --keep-git-dir=true https://github.com/moby/buildkit.git#v0.10.1 /buildkit",
		"Keeps the `.git` folder of a Git source, which is left out otherwise.",
		{ since: "1.1", default: "false", values: yesOrNo },
	),
	flag(
		"ADD",
		"checksum",
		"checksum",
		"ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://mirrors.edge.kernel.org/pub/linux/kernel/Historic/linux-0.01.tar.gz /src/",
		"Fails the build when the remote source is not what was expected: `sha256:…` of a download, or the commit (or the beginning of it) of a Git source.",
		{ since: "1.6" },
	),
	chown("ADD"),
	chmod("ADD"),
	link("ADD"),
	flag(
		"ADD",
		"unpack",
		"boolean",
		"ADD --unpack=true --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://mirrors.edge.kernel.org/pub/linux/kernel/Historic/linux-0.01.tar.gz /src/",
		"Whether tar archives, compressed or not, are unpacked. Without it local ones are and downloaded ones are not.",
		{
			since: "1.17",
			values: yesOrNo,
			default: "true for local archives, false for downloads",
		},
	),
	exclude("ADD"),
];

/** Flags of HEALTHCHECK; durations as in Go (`1m30s`), at least 1 ms. */
export const healthcheckFlags: readonly Flag[] = [
	flag(
		"HEALTHCHECK",
		"interval",
		"duration",
		'HEALTHCHECK --interval=1m CMD ["/app", "--check-health"]',
		"Time from the start of the container to the first check, and from the end of a check to the next.",
		{ default: "30s" },
	),
	flag(
		"HEALTHCHECK",
		"timeout",
		"duration",
		'HEALTHCHECK --timeout=3s CMD ["/app", "--check-health"]',
		"A check that takes longer is killed and counts as failed.",
		{ default: "30s" },
	),
	flag(
		"HEALTHCHECK",
		"start-period",
		"duration",
		'HEALTHCHECK --start-period=20s CMD ["/app", "--check-health"]',
		"Time the container gets to start: failures during it do not count, a success ends it.",
		{ default: "0s" },
	),
	flag(
		"HEALTHCHECK",
		"start-interval",
		"duration",
		'HEALTHCHECK --start-period=20s --start-interval=1s CMD ["/app", "--check-health"]',
		"Time between checks during the start period. Needs Docker Engine 25.0.",
		{ since: "1.6", default: "5s" },
	),
	flag(
		"HEALTHCHECK",
		"retries",
		"count",
		'HEALTHCHECK --retries=5 CMD ["/app", "--check-health"]',
		"How many checks in a row have to fail until the container is unhealthy.",
		{ default: "3" },
	),
].map((entry) => ({
	...entry,
	page: "https://docs.docker.com/reference/dockerfile/#healthcheck",
}));
