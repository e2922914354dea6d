import type { Key, ObjectType, Type } from "../../schema/type.ts";
import {
	duration,
	environmentItem,
	environmentName,
	filePath,
	healthTest,
	healthTestWord,
	integerText,
	restartPolicy,
	signal,
	sysctlItem,
	userName,
} from "../formats.ts";
import {
	commandLine,
	driverOptions,
	eitherOf,
	extensionKey,
	flag,
	listOf,
	mapOf,
	mapOrList,
	quantity,
	someOf,
	text,
} from "./types.ts";

const healthcheck: ObjectType = {
	kind: "object",
	name: "healthcheck",
	open: extensionKey,
	keys: {
		test: {
			type: eitherOf(text(healthTest), listOf(text(healthTestWord))),
			doc: "The command that tells whether the container is healthy: exit code 0 is. A string runs in the shell; a list starts with `CMD`, `CMD-SHELL` or `NONE`.",
			example: '["CMD", "pg_isready", "-U", "postgres"]',
		},
		interval: { type: text(duration), default: "30s", doc: "Time between two checks.", example: "10s" },
		timeout: { type: text(duration), default: "30s", doc: "A check that takes longer has failed.", example: "3s" },
		retries: {
			type: quantity(integerText({ minimum: 0 })),
			default: "3",
			doc: "Failures in a row after which the container is unhealthy.",
			example: "5",
		},
		start_period: {
			type: text(duration),
			default: "0s",
			doc: "Time to start up, in which failures do not count.",
			example: "20s",
		},
		start_interval: {
			type: text(duration),
			default: "5s",
			since: "Compose 2.20",
			doc: "Time between checks during the start period. Needs Docker Engine 25.",
			example: "2s",
		},
		disable: {
			type: flag,
			default: "false",
			doc: "Switches off the health check that the image brings.",
			example: "true",
		},
	},
};

const environmentFile: ObjectType = {
	kind: "object",
	name: "env_file entry",
	keys: {
		path: {
			type: text(filePath),
			required: true,
			doc: "The file, relative to the Compose file.",
			example: "./app.env",
		},
		required: {
			type: flag,
			default: "true",
			since: "Compose 2.24",
			doc: "With `false`, a missing file is passed over.",
			example: "false",
		},
		format: {
			type: someOf({ value: "raw", doc: "Takes values as they stand, quotes and dollar signs included." }),
			since: "Compose 2.30",
			doc: "How the file is read; as a `.env` file where absent.",
			example: "raw",
		},
	},
};

const logging: ObjectType = {
	kind: "object",
	name: "logging section",
	open: extensionKey,
	keys: {
		driver: {
			type: someOf(
				{ value: "json-file", doc: "A JSON file on the host. Grows without end unless `max-size` is set." },
				{ value: "local", doc: "A compact file on the host, rotated by default." },
				{ value: "journald", doc: "The journal of systemd." },
				{ value: "syslog", doc: "A syslog server." },
				{ value: "fluentd", doc: "A Fluentd or Fluent Bit server." },
				{ value: "gelf", doc: "A Graylog or Logstash server." },
				{ value: "awslogs", doc: "Amazon CloudWatch Logs." },
				{ value: "gcplogs", doc: "Google Cloud Logging." },
				{ value: "splunk", doc: "Splunk's HTTP event collector." },
				{ value: "etwlogs", doc: "Event Tracing for Windows." },
				{ value: "none", doc: "Nothing is kept, and `docker logs` shows nothing." },
			),
			default: "json-file",
			doc: "Where the container's output goes.",
			example: "local",
		},
		options: {
			type: mapOf({ kind: "scalar", of: ["string", "number", "integer", "null"] }),
			doc: "Options of the driver. For files: `max-size` and `max-file` bound how much is kept.",
			example: 'max-size: 10m\nmax-file: "3"',
		},
	},
};

const environmentFiles: Type = eitherOf(text(filePath), listOf(eitherOf(text(filePath), environmentFile)));

/** Keys of a service for what runs in its container, with which environment, and how it starts and stops. */
export const processKeys: Readonly<Record<string, Key>> = {
	command: {
		type: commandLine,
		doc: "What runs instead of the image's `CMD`. A string is split into words but not given to a shell; for one, write `sh -c '…'`. An empty list clears it.",
		example: '["node", "server.js"]',
	},
	entrypoint: {
		type: commandLine,
		doc: "What runs instead of the image's `ENTRYPOINT`. It also drops the image's `CMD`. An empty list clears it.",
		example: '["/entrypoint.sh"]',
	},
	working_dir: {
		type: text(),
		doc: "The folder the process starts in, instead of the image's `WORKDIR`.",
		example: "/app",
	},
	user: {
		type: text(userName),
		doc: "Who runs the process, as `user[:group]` by name or number, instead of the image's `USER`. Numbers need quotes.",
		example: '"1000:1000"',
	},
	environment: {
		type: mapOrList(environmentItem, { names: environmentName }),
		doc: "Environment variables of the container. They win over `env_file`. One without a value is taken from the environment of Compose.",
		example: "LOG_LEVEL: info",
	},
	env_file: {
		type: environmentFiles,
		doc: "Files with environment variables for the container; later ones win. They play no part in `${…}` of this file, which is what `.env` is for.",
		example: "- ./app.env\n- path: ./local.env\n  required: false",
	},
	init: {
		type: flag,
		default: "false",
		doc: "Puts a small init process first, which passes signals on and collects dead child processes.",
		example: "true",
	},
	tty: { type: flag, default: "false", doc: "Gives the process a terminal.", example: "true" },
	stdin_open: {
		type: flag,
		default: "false",
		doc: "Keeps standard input open although nobody is attached.",
		example: "true",
	},
	attach: {
		type: flag,
		default: "true",
		since: "Compose 2.20",
		doc: "With `false`, `docker compose up` does not show the service's output.",
		example: "false",
	},
	healthcheck: {
		type: healthcheck,
		doc: "How the engine finds out whether the container works. What `depends_on` with `service_healthy` waits for.",
		example: 'test: ["CMD", "pg_isready", "-U", "postgres"]\ninterval: 10s\ntimeout: 3s\nretries: 5',
	},
	restart: {
		type: text(restartPolicy),
		default: '"no"',
		doc: "When a container that ended is started again.",
		example: "unless-stopped",
	},
	stop_grace_period: {
		type: text(duration),
		default: "10s",
		doc: "Time the process has to end after the stop signal, before it is killed.",
		example: "30s",
	},
	stop_signal: {
		type: text(signal),
		default: "SIGTERM",
		doc: "The signal that asks the process to end.",
		example: "SIGQUIT",
	},
	logging: {
		type: logging,
		doc: "Where the container's output goes. Bound its size, or it fills the disk.",
		example: 'driver: json-file\noptions:\n  max-size: 10m\n  max-file: "3"',
	},
	sysctls: {
		type: mapOrList(sysctlItem),
		doc: "Kernel parameters of the container's own namespaces.",
		example: "net.core.somaxconn: 1024",
	},
	storage_opt: {
		type: driverOptions,
		doc: "Options of the storage driver, such as the size of the container's file system.",
		example: "size: 1G",
	},
	runtime: {
		type: someOf(
			{ value: "runc", doc: "The usual one." },
			{ value: "runsc", doc: "gVisor: a kernel in user space between container and host." },
			{ value: "kata-runtime", doc: "Kata Containers: a small virtual machine for each container." },
			{ value: "nvidia", doc: "Gives access to NVIDIA GPUs; `gpus` is the newer way." },
		),
		default: "runc",
		doc: "The OCI runtime that starts the container; it must be configured in the engine.",
		example: "runc",
	},
	label_file: {
		type: eitherOf(text(filePath), listOf(text(filePath))),
		since: "Compose 2.32",
		doc: "Files with labels, one `name=value` a line; later ones win, and `labels` over all.",
		example: "./app.labels",
	},
	group_add: {
		type: listOf({ kind: "scalar", of: ["string", "integer", "number"] }, { unique: true }),
		doc: "Further groups of the container's user, by name or number.",
		example: "- docker",
	},
};
