import type { Key, ObjectType } from "../../schema/type.ts";
import { containerPath, environmentItem, environmentName, filePath, imageName, userName } from "../formats.ts";
import {
	commandLine,
	eitherOf,
	extensionKey,
	flag,
	listOf,
	mapOrList,
	nothing,
	oneOf,
	oneOrMany,
	strictFlag,
	text,
} from "./types.ts";

/** What a command that runs beside the service's own may set. */
const hookKeys = (required: boolean): Readonly<Record<string, Key>> => ({
	command: {
		type: commandLine,
		...(required && { required: true }),
		doc: required ? "What to run." : "What to run; not needed where the image's own command is the one.",
		example: '["./migrate.sh", "up"]',
	},
	user: {
		type: text(userName),
		doc: "Runs it as this user instead of the service's.",
		example: "root",
	},
	privileged: { type: flag, default: "false", doc: "Runs it with every power of the host's root.", example: "true" },
	working_dir: { type: text(), doc: "The folder it starts in; by default that of the service.", example: "/app" },
	environment: {
		type: mapOrList(environmentItem, { names: environmentName }),
		doc: "Environment variables for it, on top of the service's.",
		example: "LOG_LEVEL: debug",
	},
});

/** A command run in the service's container: `post_start`, `pre_stop`, and `exec` of a watch. */
const hook: ObjectType = { kind: "object", name: "hook", open: extensionKey, keys: hookKeys(true) };

const initContainer: ObjectType = {
	kind: "object",
	name: "init container",
	open: extensionKey,
	keys: {
		image: {
			type: text(imageName),
			doc: "The image it runs; the service's own where absent.",
			example: "busybox:1.37",
		},
		...hookKeys(false),
		per_replica: {
			type: flag,
			default: "false",
			doc: "Runs once before each replica instead of once for the service.",
			example: "true",
		},
	},
};

const watchRule: ObjectType = {
	kind: "object",
	name: "watch rule",
	open: extensionKey,
	keys: {
		path: {
			type: text(filePath),
			required: true,
			doc: "The file or folder to watch, relative to the Compose file.",
			example: "./src",
		},
		action: {
			type: oneOf(
				{
					value: "sync",
					doc: "Copies what changed into the running container; for sources that the process reloads by itself.",
				},
				{
					value: "rebuild",
					doc: "Builds the image again and replaces the container; for dependencies and compiled code.",
				},
				{ value: "restart", doc: "Restarts the container. Since Compose 2.32." },
				{
					value: "sync+restart",
					doc: "Copies what changed, then restarts the container; for configuration. Since Compose 2.23.",
				},
				{ value: "sync+exec", doc: "Copies what changed, then runs `exec` in the container. Since Compose 2.32." },
			),
			required: true,
			doc: "What a change does.",
			example: "sync",
		},
		target: {
			type: text(containerPath),
			doc: "Where the files go in the container. Needed for `sync`, `sync+restart` and `sync+exec`.",
			example: "/app/src",
		},
		ignore: {
			type: oneOrMany(),
			doc: "Changes to leave out, as patterns of a `.dockerignore` file relative to `path`; those of the `.dockerignore` count too.",
			example: "- node_modules/",
		},
		include: {
			type: oneOrMany(),
			doc: "Only changes to files that match one of these patterns count. Quote a pattern that starts with `*`.",
			example: '- "*.go"',
		},
		exec: {
			type: hook,
			since: "Compose 2.32",
			doc: "The command that `sync+exec` runs in the container.",
			example: "command: app reload",
		},
		initial_sync: {
			type: strictFlag,
			default: "false",
			doc: "Brings the container's files up to date once when watching starts, for the actions that sync.",
			example: "true",
		},
	},
};

/** Keys of a service for development and for what runs around its start and stop. Source: compose-spec, develop.md and 05-services.md. */
export const developKeys: Readonly<Record<string, Key>> = {
	develop: {
		since: "Compose 2.22",
		doc: "What `docker compose watch` (or `up --watch`) does while you edit.",
		example: "watch:\n  - path: ./src\n    action: sync\n    target: /app/src",
		type: eitherOf(
			{
				kind: "object",
				name: "develop section",
				open: extensionKey,
				keys: {
					watch: {
						type: listOf(watchRule),
						doc: "Rules that say which changed files are copied into the container, and which rebuild or restart it.",
						example: "- path: ./src\n  action: sync\n  target: /app/src",
					},
				},
			},
			nothing,
		),
	},
	pre_start: {
		type: listOf(initContainer),
		since: "Compose 5.3",
		doc: "Init containers: each runs to its end, in order, before the service starts; one that fails stops the start. They share the service's networks and volumes.",
		example: '- command: ["./manage.py", "migrate"]',
	},
	post_start: {
		type: listOf(hook),
		since: "Compose 2.30",
		doc: "Commands to run in the container right after it has started.",
		example: "- command: chown -R app /data\n  user: root",
	},
	pre_stop: {
		type: listOf(hook),
		since: "Compose 2.30",
		doc: "Commands to run in the container before `docker compose` stops it; not when it ends by itself.",
		example: "- command: ./flush.sh",
	},
};
