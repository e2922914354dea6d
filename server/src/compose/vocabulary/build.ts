import type { Key, ObjectType, Type } from "../../schema/type.ts";
import {
	additionalContextItem,
	attestation,
	buildArgumentItem,
	buildArgumentName,
	buildContext,
	buildNetwork,
	byteSize,
	cacheLocation,
	dockerfilePath,
	entitlement,
	imageLabelItem,
	imageLabelName,
	imageName,
	platform,
	sshItem,
	stageReference,
} from "../formats.ts";
import { secretGrants } from "./mounts.ts";
import { extraHosts, isolation, ulimits } from "./shared.ts";
import { eitherOf, extensionKey, flag, listOf, mapOrList, oneOrMany, text } from "./types.ts";

/** The long form of `build`. Source: compose-spec, build.md. */
const buildObject: ObjectType = {
	kind: "object",
	name: "build section",
	open: extensionKey,
	keys: {
		context: {
			type: text(buildContext),
			default: ".",
			doc: "The folder that is sent to the builder, relative to the Compose file, or the URL of a Git repository. `COPY` and `ADD` can only take what lies in it.",
			example: "./app",
		},
		dockerfile: {
			type: text(dockerfilePath),
			default: "Dockerfile",
			doc: "The Dockerfile to build, relative to the context.",
			example: "docker/api.Dockerfile",
		},
		dockerfile_inline: {
			type: text(),
			since: "Compose 2.17",
			doc: "The Dockerfile itself, written here. Excludes `dockerfile`.",
			example: "|\n  FROM alpine:3.22\n  RUN apk add --no-cache curl",
		},
		target: {
			type: text(stageReference),
			doc: "The stage of the Dockerfile to build; the last one where this is absent.",
			example: "production",
		},
		args: {
			type: mapOrList(buildArgumentItem, { names: buildArgumentName }),
			doc: "Values for the `ARG`s of the Dockerfile. One without a value is taken from the environment of Compose. They show in the image's history, so no secrets.",
			example: 'NODE_VERSION: "22"',
		},
		additional_contexts: {
			type: mapOrList(additionalContextItem),
			since: "Compose 2.17",
			doc: "Further contexts that the Dockerfile can name in `FROM` and `COPY --from`: folders, Git URLs, `docker-image://…`, or `service:<name>` for the image of another service.",
			example: "resources: ../resources\nbase: docker-image://alpine:3.22",
		},
		cache_from: {
			type: listOf(text(cacheLocation)),
			doc: "Where the builder looks for layers to reuse: an image name, or `type=registry|local|gha|s3|azblob,…`.",
			example: "- type=registry,ref=example.com/app:cache",
		},
		cache_to: {
			type: listOf(text(cacheLocation)),
			since: "Compose 2.4",
			doc: "Where the builder stores its cache for later builds, as `type=…,key=value`.",
			example: "- type=registry,ref=example.com/app:cache,mode=max",
		},
		entitlements: {
			type: listOf(text(entitlement)),
			since: "Compose 2.27",
			doc: "Powers that the build may use although the builder withholds them by default.",
			example: "- network.host",
		},
		extra_hosts: {
			type: extraHosts,
			doc: "Host names that `RUN` instructions can resolve besides those of DNS.",
			example: "- registry.internal=10.0.0.5",
		},
		isolation: {
			type: isolation,
			doc: "How the containers of the build are isolated; Windows only.",
			example: "hyperv",
		},
		labels: {
			type: mapOrList(imageLabelItem, { names: imageLabelName }),
			doc: "Labels for the image that is built.",
			example: 'org.opencontainers.image.vendor: "Example Ltd"',
		},
		network: {
			type: text(buildNetwork),
			default: "default",
			doc: "The network that `RUN` instructions use during the build.",
			example: "none",
		},
		no_cache: {
			type: flag,
			default: "false",
			since: "Compose 2.4",
			doc: "Runs every instruction anew instead of reusing layers.",
			example: "true",
		},
		no_cache_filter: {
			type: oneOrMany(stageReference),
			since: "Compose 5.0",
			doc: "Stages whose instructions are run anew, while the others may come from the cache.",
			example: "- build",
		},
		platforms: {
			since: "Compose 2.10",
			type: listOf(text(platform)),
			doc: "Platforms the image is built for. Must include the service's `platform` where that is set.",
			example: "- linux/amd64\n- linux/arm64",
		},
		privileged: {
			type: flag,
			default: "false",
			since: "Compose 2.15",
			doc: "Builds with elevated privileges, where the builder allows it.",
			example: "true",
		},
		provenance: {
			type: { kind: "scalar", of: ["boolean", "string"], format: attestation("provenance") },
			since: "Compose 2.39",
			doc: "Attaches a record of how the image was built: `true`, `false`, or parameters such as `mode=max`.",
			example: "mode=max",
		},
		pull: {
			type: flag,
			default: "false",
			since: "Compose 2.4",
			doc: "Asks the registry for newer base images even where one is at hand.",
			example: "true",
		},
		sbom: {
			type: { kind: "scalar", of: ["boolean", "string"], format: attestation("sbom") },
			since: "Compose 2.39",
			doc: "Attaches a list of the packages in the image: `true`, `false`, or `generator=<image>`.",
			example: "true",
		},
		secrets: {
			type: secretGrants("build"),
			since: "Compose 2.5",
			doc: "Secrets that `RUN --mount=type=secret,id=…` can read during the build; they leave no trace in the image.",
			example: "- npm_token",
		},
		shm_size: {
			type: { kind: "scalar", of: ["integer", "string"], format: byteSize },
			doc: "Size of `/dev/shm` during the build.",
			example: '"2gb"',
		},
		ssh: {
			type: mapOrList(sshItem),
			since: "Compose 2.4",
			doc: "SSH agents or keys that `RUN --mount=type=ssh` can use: `default`, or `id=path`.",
			example: "- default",
		},
		tags: {
			type: listOf(text(imageName)),
			since: "Compose 2.5",
			doc: "Names the built image gets besides the service's `image`.",
			example: '- "example.com/app:1.4"',
		},
		ulimits: {
			type: ulimits,
			since: "Compose 2.23",
			doc: "Resource limits of the processes that the build runs.",
			example: "nofile:\n  soft: 20000\n  hard: 40000",
		},
	},
};

const build: Type = eitherOf(text(buildContext), buildObject);

/** `build` of a service. */
export const buildKeys: Readonly<Record<string, Key>> = {
	build: {
		type: build,
		doc: "How the image is built from source. As a string: the context folder. With `image` as well, the result gets that name.",
		example: "context: .\ntarget: production",
	},
};
