import { isHostPath, type Mount, mountOptions, parseMount, unknownMountOption } from "../../container/mount.ts";
import { explainSize, parseSize } from "../../container/size.ts";
import { hasVariable } from "../../container/value.ts";
import type { Format } from "../../schema/type.ts";
import { format, formatAroundVariables, meant, wrong, wrongAt } from "./format.ts";
import { permissionWords } from "./process.ts";

/* What is mounted into a container. */

function isAbsolute(path: string): boolean {
	return /^[/\\]|^[A-Za-z]:[\\/]/.test(path);
}

const optionDocs: Readonly<Record<string, string>> = {
	ro: "read-only",
	rw: "writable",
	z: "relabelled for SELinux, shared",
	Z: "relabelled for SELinux, for this container alone",
	nocopy: "not filled from the image",
};

function explainMount({ type, source, target, options }: Mount): string | undefined {
	if (!target) return undefined;
	const what =
		source === undefined
			? "a new anonymous volume"
			: type === "bind"
				? `${source.text} of the host`
				: type === "volume"
					? `the volume ${source.text}`
					: source.text;
	const words = options.map((option) => optionDocs[option.text] ?? option.text);
	return `${what} → ${target.text} in the container (${words.length > 0 ? words.join(", ") : "writable"})`;
}

/** Source: compose-go, format/volume.go; Docker Engine refuses targets that are not absolute. */
export const volumeMapping: Format = formatAroundVariables("mount", {
	check: (value) => {
		const { value: mount, problem } = parseMount(value);
		if (problem) return problem;
		if (mount.target && !isAbsolute(mount.target.text) && !hasVariable(mount.target.text)) {
			return {
				span: mount.target.span,
				message: `“${mount.target.text}” is no absolute path, which the place in the container has to be.`,
			};
		}
		const unknown = unknownMountOption(mount);
		// Podman knows two more.
		if (!unknown || unknown.text === "U" || unknown.text === "O") return undefined;
		return {
			span: unknown.span,
			message: `“${unknown.text}” is no option of a mount and is ignored.`,
			severity: "warning",
			...meant(unknown.text, mountOptions),
		};
	},
	explain: (value) => {
		const { value: mount } = parseMount(value);
		return mount && explainMount(mount);
	},
	suggestions: [
		{ value: "./:/app", doc: "A folder beside this file." },
		{
			value: "/var/run/docker.sock:/var/run/docker.sock:ro",
			doc: "The engine's socket: whoever has it is root on the host.",
		},
	],
});

/** Where something is mounted in the container. */
export const mountTarget: Format = format("container path", {
	check: (value) =>
		isAbsolute(value)
			? undefined
			: wrong(value, `“${value}” is no absolute path, which the place in the container has to be.`),
});

/** A path in the container. */
export const containerPath: Format = format("container path");

/** The source of a mount: a path of the host where it looks like one, else a volume's name. */
export const bindSource: Format = format("mount source", {
	explain: (value) =>
		isHostPath(value) ? "a path of the host, relative to the Compose file where it starts with a dot" : undefined,
});

const tmpfsOptions = [
	..."exec noexec suid nosuid dev nodev async sync dirsync remount mand nomand atime noatime diratime nodiratime".split(
		" ",
	),
	..."bind rbind relatime norelatime strictatime nostrictatime private rprivate shared rshared slave rslave".split(" "),
	..."unbindable runbindable ro rw defaults mode uid gid nr_inodes nr_blocks size mpol tmpcopyup notmpcopyup U".split(
		" ",
	),
];

/** Source: moby/moby volume/mounts and pkg mount options: `path[:option,…]`; the last three are Podman's. */
export const tmpfsMount: Format = format("tmpfs mount", {
	check: (value) => {
		const colon = value.indexOf(":");
		const path = colon < 0 ? value : value.slice(0, colon);
		if (!path.startsWith("/"))
			return wrongAt(0, path.length, `“${path}” is no absolute path, which a tmpfs mount needs.`);
		if (colon < 0) return undefined;
		let start = colon + 1;
		for (const option of value.slice(start).split(",")) {
			const name = option.split("=", 1)[0] as string;
			if (!tmpfsOptions.includes(name)) {
				return wrongAt(start, name.length, `“${name}” is no option of a tmpfs mount.`, meant(name, tmpfsOptions));
			}
			start += option.length + 1;
		}
		return undefined;
	},
	explain: (value) => {
		const size = /[:,]size=([^,]+)/.exec(value)?.[1];
		const bytes = size === undefined ? undefined : parseSize(size).value;
		return `memory at ${value.split(":", 1)[0]}${bytes === undefined ? "" : `, at most ${explainSize(bytes)}`}`;
	},
	suggestions: [
		{ value: "/tmp", doc: "Temporary files." },
		{ value: "/run", doc: "Sockets and process ids." },
		{ value: "/var/cache/nginx", doc: "What nginx writes to." },
	],
});

/** `[container:]name[:ro|rw]`. Source: compose-spec, 05-services.md. */
export const volumesFromItem: Format = format("volume source", {
	check: (value) => {
		const parts = value.replace(/^container:/, "").split(":");
		if (parts[0] === "") return wrong(value, "The name of the service or container is missing.");
		const mode = parts[1];
		if (parts.length > 2) return wrong(value, `“${value}” has too many colons.`);
		if (mode === undefined || mode === "ro" || mode === "rw") return undefined;
		return wrongAt(value.length - mode.length, mode.length, `“${mode}” is neither ro nor rw.`);
	},
	explain: (value) => {
		const container = value.startsWith("container:");
		const [name, mode] = value.replace(/^container:/, "").split(":");
		return `all mounts of the ${container ? "container" : "service"} ${name}, ${mode === "ro" ? "read-only" : "as they are there"}`;
	},
});

/** `host[:container[:permissions]]`, or a CDI name. Source: compose-go, transform/device.go. */
export const deviceMapping: Format = format("device mapping", {
	check: (value) => {
		if (/^[\w.-]+\/[\w.-]+=/.test(value) || value.startsWith("class/")) return undefined;
		const parts = value.split(":");
		if (parts.length > 3)
			return wrong(value, `“${value}” has too many colons: a device is host:container:permissions.`);
		if (parts[0] === "") return wrong(value, "The device of the host is missing.");
		const permissions = parts[2];
		if (permissions === undefined || /^[rwm]{1,3}$/.test(permissions)) return undefined;
		return wrongAt(
			value.length - permissions.length,
			permissions.length,
			`“${permissions}” is no set of permissions: r, w and m.`,
		);
	},
	explain: (value) => {
		if (/^[\w.-]+\/[\w.-]+=/.test(value)) return "a device that the container runtime finds by its CDI name";
		const [host, container = host, permissions = "rwm"] = value.split(":");
		return `${host} of the host → ${container} in the container (${permissionWords(permissions)})`;
	},
	suggestions: [
		{ value: "/dev/dri:/dev/dri", doc: "Graphics: video acceleration." },
		{ value: "/dev/net/tun:/dev/net/tun", doc: "Tunnels: VPNs." },
		{ value: "/dev/ttyUSB0:/dev/ttyUSB0", doc: "A serial adapter." },
		{ value: "nvidia.com/gpu=all", doc: "NVIDIA GPUs by CDI." },
	],
});
