import { explainDuration, parseDuration } from "../../container/duration.ts";
import { familiarName, parseImage } from "../../container/image.ts";
import { nearest } from "../../core/nearest.ts";
import type { Format } from "../../schema/type.ts";
import { format, formatAroundVariables, meant, wordFormat, wrong, wrongAt } from "./format.ts";
import { platformValues, pullPolicies } from "./tables.ts";

/* Names of images, resources and files. */

/** Source: distribution/reference. */
export const imageName: Format = format("image", {
	check: (value) => {
		if (parseImage(value) || /^(?:sha256:)?[0-9a-f]{64}$/.test(value)) return undefined;
		const lower = value.toLowerCase();
		if (lower !== value && parseImage(lower)) {
			const name = /^[^@]*?(?=:[^/]*$|@|$)/.exec(value)?.[0] ?? value;
			return wrongAt(0, name.length, `The name of an image is written in lower case: ${name.toLowerCase()}.`, {
				replacement: name.toLowerCase(),
			});
		}
		const space = /\s/.exec(value);
		if (space) return wrongAt(space.index, 1, "The name of an image can't hold a space.");
		if (value.endsWith(":")) return wrongAt(value.length - 1, 1, "The tag after the colon is missing.");
		return wrong(value, `“${value}” is no name of an image: [registry/]name[:tag].`);
	},
	explain: (value) => {
		const reference = parseImage(value);
		if (!reference) return undefined;
		const version = reference.digest
			? `pinned by digest`
			: reference.tag
				? `tag ${reference.tag}`
				: "no tag, so latest";
		return `${familiarName({ ...reference, registry: undefined })} from ${reference.registry ?? "Docker Hub"}, ${version}`;
	},
});

/** Names of architectures that engines take, their other names included. Source: containerd/platforms database.go. */
const architectures: ReadonlySet<string> = new Set(
	"amd64 x86_64 x86-64 386 i386 arm64 aarch64 arm armhf armel ppc64le ppc64 s390x riscv64 loong64 mips64 mips64le mips mipsle wasm".split(
		" ",
	),
);

/** Source: containerd/platforms. */
export const platform: Format = format("platform", {
	check: (value) => {
		const bad = /[^A-Za-z0-9_./()-]/.exec(value);
		if (bad) return wrongAt(bad.index, 1, `A platform can't hold “${bad[0]}”.`);
		if (value === "") return undefined;
		const [os = "", architecture, ...rest] = value.split("/");
		if (rest.length > 1 || os === "" || architecture === "" || rest[0] === "") {
			return wrong(value, `“${value}” is no platform: os/architecture[/variant], such as linux/arm64.`);
		}
		const near = architecture && nearest(architecture, architectures);
		if (os === "linux" && near !== undefined && near !== architecture && !architectures.has(architecture ?? "")) {
			const message = `“${architecture}” is no architecture of images; did you mean ${near}?`;
			return wrongAt(os.length + 1, architecture?.length ?? 0, message, { replacement: near, severity: "warning" });
		}
		if (architecture === undefined || /^(?:linux|windows|darwin|freebsd|wasi|wasip1|js)/.test(os)) return undefined;
		return wrongAt(0, os.length, `“${os}” is no operating system of images.`, {
			...meant(os, ["linux", "windows", "darwin"]),
			severity: "warning",
		});
	},
	explain: (value) => platformValues.find((known) => known.value === value)?.doc as string | undefined,
	suggestions: platformValues,
});

/** Source: the schema of compose-go, and types/types.go GetPullPolicy. */
export const pullPolicy: Format = wordFormat("pull policy", pullPolicies, {
	forms: "always, missing, never, build, daily, weekly or every_<duration>",
	// Nothing means the default. Source: compose-go types/types.go GetPullPolicy.
	also: (value) => value === "" || /^every_(?:\d+[wdhms])+$/.test(value),
	explain: (value) => {
		const { value: age } = value.startsWith("every_") ? parseDuration(value.slice("every_".length), "compose") : {};
		return age === undefined ? undefined : `When the last fetch is more than ${explainDuration(age)} ago.`;
	},
});

/** Source: Docker Engine, names.RestrictedNamePattern. */
export const containerName: Format = format("container name", {
	check: (value) => {
		if (/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(value)) return undefined;
		const bad = /[^a-zA-Z0-9_.-]/.exec(value) ?? /^[^a-zA-Z0-9]/.exec(value);
		if (bad)
			return wrongAt(
				bad.index,
				1,
				bad.index === 0 ? `A container name can't start with “${bad[0]}”.` : `A container name can't hold “${bad[0]}”.`,
			);
		return wrong(value, "A container name has at least two characters.");
	},
});

/** Source: compose-go, loader/loader.go NormalizeProjectName. */
export const projectName: Format = format("project name", {
	check: (value) => {
		if (/^[a-z0-9][a-z0-9_-]*$/.test(value)) return undefined;
		const right = value
			.toLowerCase()
			.replace(/[^a-z0-9_-]/g, "")
			.replace(/^[_-]+/, "");
		return wrong(
			value,
			`“${value}” is no project name: lower-case letters, digits, - and _, starting with a letter or digit.`,
			{
				...(right !== "" && { replacement: right }),
			},
		);
	},
});

/** The name of a service, volume, secret … at the top level. Source: the schema of compose-go; of networks and models it asks nothing. */
export function resourceName(kind: "service" | "network" | "volume" | "secret" | "config" | "model"): Format {
	const free = kind === "network" || kind === "model";
	return format(`${kind} name`, {
		check: (value) => {
			const bad = free ? null : /[^a-zA-Z0-9._-]/.exec(value);
			return bad ? wrongAt(bad.index, 1, `The name of a ${kind} can't hold “${bad[0]}”.`) : undefined;
		},
	});
}

export const profileName: Format = format("profile");
export const serviceReference: Format = format("service name");
export const networkReference: Format = format("network name");
export const configReference: Format = format("config name");
export const secretReference: Format = format("secret name");
export const modelReference: Format = format("model name");
/** A stage of the service's Dockerfile. */
export const stageReference: Format = format("build stage");
/** An ARG of the service's Dockerfile. */
export const buildArgumentName: Format = format("build argument");
export const buildArgumentItem: Format = formatAroundVariables("build argument", {
	check: (value) => (value.startsWith("=") ? wrongAt(0, 1, "The build argument has no name.") : undefined),
	explain: (value) => (value.includes("=") ? undefined : `${value}, with the value it has where Compose runs`),
});

export const filePath: Format = format("file path");
export const folderPath: Format = format("folder path");
export const composeFilePath: Format = format("Compose file path");
export const envFilePath: Format = format("env file path");
/** Relative to the build context. */
export const dockerfilePath: Format = format("Dockerfile path");
/** A folder, or the URL of a Git repository. */
export const buildContext: Format = format("build context", {
	explain: (value) =>
		/^[a-z]+:\/\/|^git@|\.git(?:#|$)/.test(value)
			? "a Git repository; after # the branch or tag, after : the folder"
			: undefined,
});

export const buildNetwork: Format = format("build network", {
	suggestions: [
		{ value: "none", doc: "No network: the build can't fetch anything." },
		{ value: "host", doc: "The network of the host; needs the entitlement `network.host`." },
		{ value: "default", doc: "What the builder uses by itself." },
	],
});

/** Source: buildx, `--cache-from` and `--cache-to`. */
export const cacheLocation: Format = format("cache location", {
	suggestions: [
		{ value: "type=registry,ref=", doc: "An image of its own in a registry." },
		{ value: "type=local,src=", doc: "A folder to read from." },
		{ value: "type=local,dest=", doc: "A folder to write to." },
		{ value: "type=gha", doc: "The cache of GitHub Actions." },
		{ value: "type=inline", doc: "Inside the image itself." },
		{ value: "type=s3,region=,bucket=", doc: "A bucket of Amazon S3." },
		{ value: "type=azblob,name=", doc: "Azure Blob Storage." },
	],
});

/** Source: buildx, `--allow`. */
export const entitlement: Format = format("entitlement", {
	suggestions: [
		{ value: "network.host", doc: "`RUN --network=host`." },
		{ value: "security.insecure", doc: "`RUN --security=insecure`: root of the host." },
		{ value: "device", doc: "`RUN --device`." },
	],
});

/** `name=value` where the value is a context. */
export const additionalContextItem: Format = formatAroundVariables("additional context", {
	check: (value) => {
		if (value.startsWith("=")) return wrongAt(0, 1, "The context has no name.");
		return value.includes("=") || value.includes("$")
			? undefined
			: wrong(value, `The place of the context ${value} is missing: write ${value}=<folder or URL>.`);
	},
});

/** `default`, or `id=path`. Source: compose-go, transform/ssh.go. */
export const sshItem: Format = format("SSH key", {
	check: (value) =>
		value === "default" || value.includes("=") ? undefined : wrong(value, `“${value}” is neither default nor id=path.`),
	suggestions: [{ value: "default", doc: "The SSH agent of whoever builds." }],
});

/** Truth value or `key=value` pairs. Source: compose-spec, build.md. */
export function attestation(kind: "provenance" | "sbom"): Format {
	return format(`${kind} setting`, {
		check: (value) =>
			/^(?:true|false)$/i.test(value) || value.includes("=")
				? undefined
				: wrong(value, `“${value}” is neither true nor false nor key=value.`),
		suggestions:
			kind === "provenance"
				? [
						{ value: "mode=max", doc: "All there is to know, build arguments included." },
						{ value: "mode=min", doc: "Without build arguments and sources." },
					]
				: [{ value: "generator=docker/scout-sbom-indexer:latest", doc: "Another program that lists the packages." }],
	});
}

/** Source: Docker Swarm, manager/constraint. */
export const placementConstraint: Format = format("placement constraint", {
	check: (value) => {
		if (/^[^=!]+(?:==|!=)[^=]+$/.test(value)) return undefined;
		const single = /^[^=!]+(=)[^=]+$/d.exec(value)?.indices?.[1]?.[0];
		if (single !== undefined)
			return wrongAt(single, 1, "A constraint compares with == or !=.", { replacement: "==", severity: "warning" });
		return wrong(value, `“${value}” is no constraint: attribute==value or attribute!=value.`, { severity: "warning" });
	},
	suggestions: [
		{ value: "node.role==worker", doc: "Nodes that are no managers." },
		{ value: "node.role==manager", doc: "Managers." },
		{ value: "node.hostname==", doc: "One node." },
		{ value: "node.platform.os==linux", doc: "Nodes with Linux." },
		{ value: "node.platform.arch==x86_64", doc: "Nodes with Intel or AMD processors." },
		{ value: "node.labels.", doc: "Nodes with a label." },
	],
});
