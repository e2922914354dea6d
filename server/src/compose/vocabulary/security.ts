import type { Key, ObjectType } from "../../schema/type.ts";
import {
	capability,
	configReference,
	deviceRule,
	filePath,
	ipcMode,
	pidMode,
	securityOption,
	userNamespaceMode,
	utsMode,
} from "../formats.ts";
import { isolation } from "./shared.ts";
import { extensionKey, flag, listOf, oneOf, strictFlag, text } from "./types.ts";

const credentialSpec: ObjectType = {
	kind: "object",
	name: "credential_spec",
	open: extensionKey,
	keys: {
		file: {
			type: text(filePath),
			doc: "A file in the engine's `CredentialSpecs` folder.",
			example: "my-credential-spec.json",
		},
		registry: {
			type: text(),
			doc: "A value of the Windows registry of the engine's host.",
			example: "my-credential-spec",
		},
		config: {
			type: text(configReference),
			doc: "A config of the top level that holds it.",
			example: "my_credential_spec",
		},
	},
};

/** Keys of a service for its powers and for the namespaces it shares. Source: compose-spec, 05-services.md. */
export const securityKeys: Readonly<Record<string, Key>> = {
	privileged: {
		type: flag,
		default: "false",
		doc: "Gives the container every power and every device of the host: whoever breaks out is root there. `cap_add` and `devices` give just what is needed.",
		example: "false",
	},
	cap_add: {
		type: listOf(text(capability), { unique: true }),
		doc: "Powers of root that the container gets beyond the engine's default set.",
		example: "- NET_BIND_SERVICE",
	},
	cap_drop: {
		type: listOf(text(capability), { unique: true }),
		doc: "Powers of root that the container loses. Drop `ALL`, then add back what it needs.",
		example: "- ALL",
	},
	security_opt: {
		type: listOf(text(securityOption), { unique: true }),
		doc: "Settings of the kernel's security modules, and `no-new-privileges:true`, which makes setuid programs harmless.",
		example: "- no-new-privileges:true",
	},
	read_only: {
		type: flag,
		default: "false",
		doc: "The container can't write to its image's files; `tmpfs` and volumes give it places that it can.",
		example: "true",
	},
	cgroup: {
		type: oneOf(
			{ value: "host", doc: "The control groups of the engine's host." },
			{ value: "private", doc: "A control group namespace of its own." },
		),
		since: "Compose 2.15",
		doc: "The control group namespace; the engine decides where this is absent.",
		example: "private",
	},
	cgroup_parent: { type: text(), doc: "The control group that the container's is made in.", example: "shop.slice" },
	ipc: { type: text(ipcMode), doc: "Whose shared memory and message queues the container sees.", example: "shareable" },
	pid: {
		type: { ...text(pidMode), of: ["string", "null"] },
		doc: "Whose processes the container sees: its own, or those of the host or another container.",
		example: "host",
	},
	uts: {
		type: text(utsMode),
		since: "Compose 2.15",
		doc: "Whose host name the container has: `host` shares that of the host.",
		example: "host",
	},
	userns_mode: {
		type: text(userNamespaceMode),
		doc: "The user namespace: `host` switches off the engine's mapping of user ids for this container.",
		example: "host",
	},
	isolation: { type: isolation, doc: "How the container is isolated; Windows only.", example: "process" },
	credential_spec: {
		type: credentialSpec,
		doc: "Credentials of a managed service account, for Windows containers in an Active Directory.",
		example: "file: my-credential-spec.json",
	},
	device_cgroup_rules: {
		type: listOf(text(deviceRule), { unique: true }),
		doc: "Devices the container may use, as the kernel writes it: `type major:minor permissions`.",
		example: "- c 189:* rmw",
	},
	use_api_socket: {
		type: strictFlag,
		default: "false",
		since: "Compose 2.37",
		doc: "Gives the container the engine's API and your registry logins: it can do everything that you can do with Docker.",
		example: "true",
	},
};
