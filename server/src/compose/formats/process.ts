import { labelKeyNamed, labelKeys } from "../../container/label.ts";
import { isSignal, signalNamed } from "../../container/signal.ts";
import type { EnumValue, Format } from "../../schema/type.ts";
import { format, formatAroundVariables, meant, wordFormat, wrong, wrongAt } from "./format.ts";
import { integerText } from "./scalars.ts";
import {
	capabilities,
	capabilityValues,
	restartPolicies,
	securityOptions,
	signalValues,
	sysctlValues,
	ulimitNames,
} from "./tables.ts";

/* What runs, as whom, with which powers. */

/** Source: Docker Engine, api/types/container/hostconfig.go ValidateRestartPolicy. */
export const restartPolicy: Format = wordFormat("restart policy", restartPolicies, {
	forms: "no, always, unless-stopped or on-failure[:attempts]",
	also: (value) => value === "" || /^on-failure:\d+$/.test(value) || value === "none" || value === "any",
	explain: (value) => {
		const attempts = /^on-failure:(\d+)$/.exec(value)?.[1];
		return attempts === undefined
			? undefined
			: `After an exit code other than 0, at most ${attempts} time${attempts === "1" ? "" : "s"}.`;
	},
});

export const signal: Format = format("signal", {
	check: (value) =>
		isSignal(value) || value === ""
			? undefined
			: wrong(
					value,
					`“${value}” is no signal of Linux.`,
					meant(
						value,
						signalValues.map((entry) => entry.value),
					),
				),
	explain: (value) => {
		const found = signalNamed(value);
		return found && `${found.name} (${found.number}): ${found.doc}`;
	},
	suggestions: signalValues,
});

/** `user[:group]`, by name or number. Source: `docker run --user`. */
export const userName: Format = format("user", {
	check: (value) => {
		const second = value.indexOf(":", value.indexOf(":") + 1);
		if (value.includes(":") && second > 0) {
			return wrongAt(second, value.length - second, `“${value}” has too many colons: a user is user[:group].`);
		}
		if (value.endsWith(":")) return wrongAt(value.length - 1, 1, "The group after the colon is missing.");
		return undefined;
	},
	explain: (value) => {
		const [user = "", group] = value.split(":");
		const who =
			user === "root" || user === "0"
				? "root"
				: /^\d+$/.test(user)
					? `the user with number ${user}`
					: `the user ${user}`;
		const known = /^\d+$/.test(user) || user === "root" ? "" : ", who must exist in the image";
		return `${who}${known}${group === undefined ? "" : `, in the group ${/^\d+$/.test(group) ? `with number ${group}` : group}`}`;
	},
	suggestions: [
		{ value: "1000:1000", doc: "By number, which works in every image." },
		{ value: "nobody", doc: "A user without rights that most images have." },
	],
});

/** The number of a user. */
export const userId: Format = format("user id", { check: integerText({ minimum: 0 }).check });
/** The number of a group. */
export const groupId: Format = format("group id", { check: integerText({ minimum: 0 }).check });

/** First words of the list form of a health check. */
export const healthTestWords: readonly EnumValue[] = [
	{ value: "CMD", doc: "What follows is a program with its arguments." },
	{ value: "CMD-SHELL", doc: "What follows is one line for the container's shell." },
	{ value: "NONE", doc: "No health check, whatever the image says." },
];

/** The string form of a health check. */
export const healthTest: Format = format("command", {
	check: (value) => {
		const word = /^(CMD-SHELL|CMD|NONE)(?=\s|$)/.exec(value)?.[1];
		if (word === undefined) return undefined;
		return wrongAt(
			0,
			word.length,
			`The shell runs “${word}” as a program here; it is a keyword only as the first item of a list.`,
			{
				severity: "warning",
			},
		);
	},
	explain: () => "a line for the container's shell, as after CMD-SHELL",
});

/** An item of the list form of a health check; that the first one is a keyword is for a rule to say. */
export const healthTestWord: Format = format("command word", { suggestions: healthTestWords });

/** `NAME=value`, or `NAME` for the value that Compose itself has. Source: compose-go, types/mapping.go. */
export const environmentItem: Format = formatAroundVariables("environment variable", {
	check: (value) => {
		const equals = value.indexOf("=");
		const name = equals < 0 ? value : value.slice(0, equals);
		if (equals === 0) return wrongAt(0, 1, "The variable has no name.");
		const quoted = equals > 0 ? /^(["'])(.*)\1$/s.exec(value.slice(equals + 1)) : null;
		// What holds the same quote inside is a list of words, or worse.
		if (!quoted || quoted[2]?.includes(quoted[1] ?? "")) return undefined;
		return wrongAt(equals + 1, value.length - equals - 1, `The quotes become part of the value of ${name}.`, {
			replacement: quoted[2] ?? "",
			severity: "warning",
		});
	},
	explain: (value) => (value.includes("=") ? undefined : `${value}, with the value it has where Compose runs`),
});

/** The name of an environment variable. */
export const environmentName: Format = format("variable name", {
	check: (value) => {
		const equals = value.indexOf("=");
		return equals < 0
			? undefined
			: wrongAt(equals, value.length - equals, "The name of an environment variable has no equals sign.");
	},
});

/** `name=value` with whatever a driver makes of it. */
export const assignment: Format = formatAroundVariables("assignment", {
	check: (value) => (value.startsWith("=") ? wrongAt(0, 1, "The name before the equals sign is missing.") : undefined),
});

/** `name=value`. Source: compose-spec, 05-services.md, labels. */
export const labelItem: Format = formatAroundVariables("label", {
	check: (value) => {
		if (value.startsWith("=")) return wrongAt(0, 1, "The label has no name.");
		if (!/^com\.docker\.compose(?:\.|$|=)/.test(value)) return undefined;
		return wrongAt(0, "com.docker.compose".length, "Labels that start with com.docker.compose are Compose's own.", {
			severity: "warning",
		});
	},
});

/** A label of an image, among them those that the OCI image specification gives a meaning. */
export const imageLabelName: Format = format("label", {
	explain: (name) => labelKeyNamed(name)?.doc,
	suggestions: labelKeys.map(({ name, doc }) => ({ value: name, doc })),
});

/** The same as `name=value`. */
export const imageLabelItem: Format = {
	...labelItem,
	explain: (value) => labelKeyNamed(value.split("=", 1)[0] as string)?.doc,
	suggestions: labelKeys.map(({ name, doc }) => ({ value: `${name}=`, doc })),
};

export const sysctlItem: Format = formatAroundVariables("kernel parameter", {
	check: (value) => {
		if (value.startsWith("=")) return wrongAt(0, 1, "The kernel parameter has no name.");
		return value.includes("=") || value.includes("$")
			? undefined
			: wrong(value, `The value of ${value} is missing: write ${value}=….`);
	},
	suggestions: sysctlValues,
});

const capabilityDocs = new Map(capabilities.map((entry) => [entry.name, entry]));

/** A capability of Linux, with or without `CAP_`. Source: capabilities(7); Docker Engine, oci/caps/utils.go. */
export const capability: Format = format("capability", {
	check: (value) => {
		const name = value.toUpperCase().replace(/^CAP_/, "");
		if (name === "ALL" || capabilityDocs.has(name)) return undefined;
		return wrong(value, `Linux has no capability “${value}”.`, meant(name, capabilityDocs.keys()));
	},
	explain: (value) => {
		const name = value.toUpperCase().replace(/^CAP_/, "");
		const found = capabilityDocs.get(name);
		if (name === "ALL") return "all capabilities";
		return found && `${found.doc}${found.kept ? " Part of the engine's default set." : ""}`;
	},
	suggestions: capabilityValues,
});

const securityKinds = [
	"no-new-privileges",
	"seccomp",
	"apparmor",
	"label",
	"systempaths",
	"credentialspec",
	"writable-cgroups",
	"mask",
	"unmask",
	"proc-opts",
];

/** Source: Docker Engine, daemon/daemon_unix.go parseSecurityOpt; the last three are Podman's. */
export const securityOption: Format = format("security option", {
	check: (value) => {
		const [, kind = "", separator, rest = ""] = /^([^:=]*)([:=])?(.*)$/s.exec(value) ?? [];
		if (!securityKinds.includes(kind)) {
			return wrongAt(
				0,
				kind.length || value.length,
				`“${kind}” is no security option: no-new-privileges, seccomp, apparmor or label.`,
				meant(kind, securityKinds),
			);
		}
		if (kind === "no-new-privileges") {
			if (separator === undefined || /^(?:1|t|true|0|f|false)$/i.test(rest)) return undefined;
			return wrongAt(kind.length + 1, rest.length, `“${rest}” is neither true nor false.`);
		}
		return rest === "" ? wrongAt(0, value.length, `The value of ${kind} is missing.`) : undefined;
	},
	explain: (value) => {
		const found = securityOptions.find((option) => option.value === value.replace("=", ":") || option.value === value);
		if (value === "no-new-privileges") return "Programs can't gain powers by setuid or file capabilities.";
		return typeof found?.doc === "string" ? found.doc : undefined;
	},
	suggestions: securityOptions,
});

/** `service:<name>` or `container:<name>`, with the name; undefined for anything else. */
export function sharedNamespace(
	value: string,
): { readonly kind: "service" | "container"; readonly name: string } | undefined {
	const [, kind, name] = /^(service|container):(.*)$/s.exec(value) ?? [];
	return kind === undefined ? undefined : { kind: kind as "service" | "container", name: name ?? "" };
}

/** A mode that shares a namespace: one of `words`, `service:<name>` or `container:<name>`. */
export function namespaceFormat(
	name: string,
	words: readonly EnumValue[],
	options: { readonly what: string; readonly any?: true },
): Format {
	const known = new Set(words.map(({ value }) => value));
	return format(name, {
		check: (value) => {
			const shared = sharedNamespace(value);
			if (shared) {
				return shared.name === ""
					? wrong(value, `The name of the ${shared.kind} after “${value}” is missing.`)
					: undefined;
			}
			// Podman has modes of its own: `private`, `ns:<path>`.
			if (options.any || known.has(value) || value === "" || /^(?:private$|ns:)/.test(value)) return undefined;
			return wrong(
				value,
				`“${value}” is no ${name}: ${[...known].join(", ")}, service:<name> or container:<name>.`,
				meant(value, known),
			);
		},
		explain: (value) => {
			const shared = sharedNamespace(value);
			if (shared) return `${options.what} of the ${shared.kind} ${shared.name}`;
			const doc = words.find((word) => word.value === value)?.doc;
			return typeof doc === "string" ? doc : undefined;
		},
		suggestions: [...words, { value: "container:name", doc: `${options.what} of another container.` }],
	});
}

export const pidMode: Format = namespaceFormat("PID mode", [{ value: "host", doc: "The processes of the host." }], {
	what: "The processes",
});

/** Source: compose-spec, 05-services.md; Docker Engine, IpcMode. */
export const ipcMode: Format = namespaceFormat(
	"IPC mode",
	[
		{ value: "private", doc: "Shared memory of its own." },
		{ value: "shareable", doc: "Shared memory of its own that other containers may join." },
		{ value: "host", doc: "The shared memory of the host." },
		{ value: "none", doc: "Shared memory of its own, without `/dev/shm`." },
	],
	{ what: "The shared memory" },
);

export const utsMode: Format = wordFormat("UTS mode", [{ value: "host", doc: "The host name of the host." }], {
	forms: "host",
	also: (value) => value === "" || value === "private" || value.startsWith("ns:"),
	severity: "warning",
});

/** Docker knows `host`; the others are Podman's. */
export const userNamespaceMode: Format = wordFormat(
	"user namespace mode",
	[{ value: "host", doc: "User ids are those of the host." }],
	{
		forms: "host",
		also: (value) => /^(?:|auto|keep-id|nomap|private)(?::.*)?$|^(?:ns|container):/.test(value),
		severity: "warning",
	},
);

/** Source: Docker CLI, opts: device cgroup rule. */
export const deviceRule: Format = format("device rule", {
	check: (value) =>
		/^[acb] (?:\d+|\*):(?:\d+|\*) [rwm]{1,3}$/.test(value)
			? undefined
			: wrong(value, `“${value}” is no device rule: type, major:minor and permissions, such as c 189:* rmw.`),
	explain: (value) => {
		const [kind, numbers, permissions] = value.split(" ");
		const kinds: Readonly<Record<string, string>> = { a: "all devices", b: "block devices", c: "character devices" };
		return numbers && permissions
			? `${permissionWords(permissions)} ${kinds[kind ?? ""]} with number ${numbers}`
			: undefined;
	},
});

/** What `rwm` allows, in words. */
export function permissionWords(permissions: string): string {
	const words = [...permissions].map((letter) => ({ r: "read", w: "write", m: "make" })[letter] ?? letter);
	return words.join(", ");
}

/** Source: compose-go, transform/device.go; Docker Engine, cgroup permissions. */
export const devicePermissions: Format = format("device permissions", {
	check: (value) =>
		/^[rwm]{1,3}$/.test(value) ? undefined : wrong(value, `“${value}” is no set of permissions: r, w and m.`),
	explain: permissionWords,
});

const ulimitWords = new Map(ulimitNames.map(({ value, doc }) => [value, doc]));

export const ulimitName: Format = format("resource limit", {
	check: (value) =>
		ulimitWords.has(value)
			? undefined
			: wrong(value, `“${value}” is no resource limit of Linux.`, meant(value, ulimitWords.keys())),
	explain: (value) => ulimitWords.get(value) as string | undefined,
	suggestions: ulimitNames,
});

export const ulimitValue: Format = format("resource limit", {
	check: integerText({ minimum: -1 }).check,
	explain: (value) => (value === "-1" ? "no limit" : undefined),
});
