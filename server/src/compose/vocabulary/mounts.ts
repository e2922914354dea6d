import type { Key, ObjectType, Type } from "../../schema/type.ts";
import {
	bindSource,
	byteSize,
	configReference,
	deviceMapping,
	devicePermissions,
	fileMode,
	groupId,
	labelItem,
	mountTarget,
	secretReference,
	tmpfsMount,
	userId,
	volumeMapping,
	volumesFromItem,
} from "../formats.ts";
import { eitherOf, extensionKey, flag, listOf, mapOrList, oneOf, oneOrMany, quantity, someOf, text } from "./types.ts";

/** A config or secret given to a service; `where` says what its target means. Source: compose-spec, 05-services.md. */
function grant(what: "config" | "secret", where: "container" | "build"): ObjectType {
	const target =
		where === "build"
			? "The id that the Dockerfile asks for in `RUN --mount=type=secret,id=…`; by default the secret's name."
			: what === "config"
				? "Path of the file in the container; by default `/<name>`."
				: "Name of the file in `/run/secrets`, or an absolute path; by default the secret's name.";
	const ignored = `Has no effect with Docker Compose where the ${what} comes from a file.`;
	return {
		kind: "object",
		name: `${what} of a ${where === "build" ? "build" : "service"}`,
		open: extensionKey,
		keys: {
			source: {
				type: text(what === "config" ? configReference : secretReference),
				doc: `The ${what} as named under the top-level \`${what}s\`.`,
				example: `app_${what}`,
			},
			target: { type: text(), doc: target, example: what === "config" ? "/etc/app.conf" : "db_password" },
			uid: {
				type: text(userId),
				doc: `Number of the user that owns the file, in quotes. ${ignored}`,
				example: '"1000"',
			},
			gid: {
				type: text(groupId),
				doc: `Number of the group that owns the file, in quotes. ${ignored}`,
				example: '"1000"',
			},
			mode: {
				type: quantity(fileMode),
				default: "0444",
				doc: `Permissions of the file in octal. ${ignored}`,
				example: '"0440"',
			},
		},
	};
}

/** `secrets` of a service or a build. */
export function secretGrants(where: "container" | "build"): Type {
	return listOf(eitherOf(text(secretReference), grant("secret", where)));
}

const bind: ObjectType = {
	kind: "object",
	name: "set of bind options",
	open: extensionKey,
	keys: {
		propagation: {
			type: someOf(
				{ value: "rprivate", doc: "Mounts made later inside are seen on neither side." },
				{ value: "private", doc: "As `rprivate`, for the mount itself but not for those below it." },
				{ value: "rshared", doc: "Mounts made later are seen on both sides." },
				{ value: "shared", doc: "As `rshared`, for the mount itself but not for those below it." },
				{ value: "rslave", doc: "Mounts made later on the host are seen in the container, not the other way round." },
				{ value: "slave", doc: "As `rslave`, for the mount itself but not for those below it." },
			),
			default: "rprivate",
			doc: "Whether mounts made later below this path are passed on between host and container.",
			example: "rslave",
		},
		create_host_path: {
			type: flag,
			default: "true",
			doc: "Makes a folder on the host where the source does not exist. With `false` that is an error, which finds misspelt paths.",
			example: "false",
		},
		recursive: {
			type: oneOf(
				{ value: "enabled", doc: "Mounts below the source come along, read-only ones where the kernel can." },
				{ value: "disabled", doc: "Only the source itself, without what is mounted below it." },
				{ value: "writable", doc: "Mounts below the source come along and stay writable." },
				{ value: "readonly", doc: "Mounts below the source come along and must be read-only, else it is an error." },
			),
			default: "enabled",
			doc: "What happens to mounts that lie below the source.",
			example: "disabled",
		},
		selinux: {
			type: oneOf(
				{ value: "z", doc: "Relabels the content so that several containers may share it." },
				{ value: "Z", doc: "Relabels the content for this container alone." },
			),
			doc: "Gives the host's files a label that SELinux lets the container read. Changes them on the host.",
			example: "z",
		},
	},
};

const volumeOptions: ObjectType = {
	kind: "object",
	name: "set of volume options",
	open: extensionKey,
	keys: {
		labels: {
			type: mapOrList(labelItem),
			doc: "Labels for the volume that is made for this mount.",
			example: "com.example.tier: data",
		},
		nocopy: {
			type: flag,
			default: "false",
			doc: "Leaves a new volume empty instead of filling it with what the image has at the target.",
			example: "true",
		},
		subpath: {
			type: text(),
			since: "Compose 2.26",
			doc: "A path inside the volume to mount instead of its root.",
			example: "uploads",
		},
	},
};

const mount: ObjectType = {
	kind: "object",
	name: "mount",
	open: extensionKey,
	keys: {
		type: {
			type: oneOf(
				{ value: "bind", doc: "A file or folder of the host." },
				{ value: "volume", doc: "A volume that the engine keeps, named at the top level or anonymous." },
				{ value: "tmpfs", doc: "Memory: gone when the container stops." },
				{ value: "image", doc: "The files of an image, read-only. Needs Docker Engine 28." },
				{ value: "npipe", doc: "A named pipe of a Windows host." },
				{ value: "cluster", doc: "A cluster (CSI) volume of Docker Swarm." },
			),
			required: true,
			doc: "What is mounted.",
			example: "bind",
		},
		source: {
			type: text(bindSource),
			doc: "For `bind` the path on the host, for `volume` the volume's name, for `image` the image; none for `tmpfs`.",
			example: "./config",
		},
		target: { type: text(mountTarget), doc: "Path in the container.", example: "/etc/app" },
		read_only: { type: flag, default: "false", doc: "The container can't write to it.", example: "true" },
		consistency: {
			type: someOf(
				{ value: "consistent", doc: "Host and container always see the same." },
				{ value: "cached", doc: "The host's view counts; the container may lag." },
				{ value: "delegated", doc: "The container's view counts; the host may lag." },
			),
			doc: "How closely host and container must agree. A hint for old releases of Docker Desktop; today's ignore it.",
			example: "cached",
		},
		bind: { type: bind, doc: "Options of a `bind` mount.", example: "create_host_path: false" },
		volume: { type: volumeOptions, doc: "Options of a `volume` mount.", example: "nocopy: true" },
		tmpfs: {
			type: {
				kind: "object",
				name: "set of tmpfs options",
				open: extensionKey,
				keys: {
					size: {
						type: { kind: "scalar", of: ["integer", "string"], format: byteSize, minimum: 0 },
						doc: "The most it may hold; without it, half of the host's memory.",
						example: "64m",
					},
					mode: {
						type: quantity(fileMode),
						since: "Compose 2.14",
						default: "1777",
						doc: "Permissions of its root in octal.",
						example: '"1770"',
					},
				},
			},
			doc: "Options of a `tmpfs` mount.",
			example: "size: 64m",
		},
		image: {
			type: {
				kind: "object",
				name: "set of image mount options",
				open: extensionKey,
				keys: {
					subpath: {
						type: text(),
						doc: "A path inside the image to mount instead of its root.",
						example: "usr/share/data",
					},
				},
			},
			since: "Compose 2.35",
			doc: "Options of an `image` mount.",
			example: "subpath: usr/share/data",
		},
	},
};

const device: ObjectType = {
	kind: "object",
	name: "device",
	open: extensionKey,
	keys: {
		source: { type: text(), required: true, doc: "The device on the host.", example: "/dev/ttyUSB0" },
		target: { type: text(), doc: "Its path in the container; that of the host where absent.", example: "/dev/ttyUSB0" },
		permissions: {
			type: text(devicePermissions),
			default: "rwm",
			doc: "What the container may do: `r`ead, `w`rite, `m`ake the device node.",
			example: "rw",
		},
	},
};

/** Keys of a service for what is mounted into its container. */
export const mountKeys: Readonly<Record<string, Key>> = {
	volumes: {
		type: listOf(eitherOf(text(volumeMapping), mount), { unique: true }),
		doc: "Folders, files and volumes to mount: `source:target[:mode]`, where a source that starts with `.`, `/` or `~` is a path of the host and any other a volume of the top-level `volumes`.",
		example: "- db-data:/var/lib/postgresql/data\n- ./config:/etc/app:ro",
	},
	volumes_from: {
		type: listOf(text(volumesFromItem), { unique: true }),
		doc: "Mounts everything that another service, or `container:<name>`, has mounted; `:ro` makes it read-only.",
		example: "- web:ro",
	},
	tmpfs: {
		type: oneOrMany(tmpfsMount),
		doc: "Folders in memory, as `path[:options]`: fast, and gone when the container stops. What a read-only container needs to write to.",
		example: "- /tmp\n- /run:mode=755,size=16m",
	},
	configs: {
		type: listOf(eitherOf(text(configReference), grant("config", "container"))),
		doc: "Configs of the top level that the container gets as files, by default at `/<name>`.",
		example: "- source: app_config\n  target: /etc/app.conf",
	},
	secrets: {
		type: secretGrants("container"),
		doc: "Secrets of the top level that the container gets as files in `/run/secrets`, instead of as environment variables that every process and log can see.",
		example: "- db_password",
	},
	devices: {
		type: listOf(eitherOf(text(deviceMapping), device)),
		doc: "Devices of the host that the container may use, as `host[:container[:permissions]]` or a CDI name such as `vendor.com/device=gpu`.",
		example: '- "/dev/ttyUSB0:/dev/ttyUSB0:rw"',
	},
};
