import type { Key, ObjectType } from "../schema/type.ts";
import { composeFilePath, envFilePath, folderPath, projectName, resourceName } from "./formats.ts";
import { model } from "./vocabulary/models.ts";
import { network } from "./vocabulary/networking.ts";
import { service } from "./vocabulary/service.ts";
import { config, secret, volume } from "./vocabulary/storage.ts";
import { eitherOf, extensionKey, listOf, mapOf, nothing, oneOrMany, text } from "./vocabulary/types.ts";

const include: ObjectType = {
	kind: "object",
	name: "include entry",
	keys: {
		path: {
			type: oneOrMany(composeFilePath),
			doc: "The Compose file, or several that are merged.",
			example: "./db/compose.yaml",
		},
		env_file: {
			type: oneOrMany(envFilePath),
			doc: "Values for the variables of the included file, instead of the `.env` beside it.",
			example: "./db/.env",
		},
		project_directory: {
			type: text(folderPath),
			doc: "The folder that relative paths of the included file start from; by default its own.",
			example: "./db",
		},
	},
};

const topLevel: Readonly<Record<string, Key>> = {
	name: {
		type: text(projectName),
		doc: "Name of the project: the prefix of its containers, networks and volumes. By default that of the folder.",
		example: "shop",
	},
	version: {
		type: text(),
		doc: "The version of an old file format; Compose ignores it and warns.",
		example: '"3.8"',
		deprecated: "Compose reads every file by the one current specification; remove the line.",
	},
	include: {
		type: listOf(eitherOf(text(composeFilePath), include)),
		since: "Compose 2.20",
		doc: "Other Compose files whose services and resources become part of this project, each with paths relative to itself.",
		example: "- ./db/compose.yaml",
	},
	services: {
		type: mapOf(service, resourceName("service")),
		doc: "The parts of the application: each is an image, how its containers run, and how many there are.",
		example: "web:\n  image: nginx:1.29",
	},
	networks: {
		type: mapOf(eitherOf(network, nothing), resourceName("network")),
		doc: "Networks that services join; only services with one in common reach each other. `default` is the one for services that name none.",
		example: "backend:\n  internal: true",
	},
	volumes: {
		type: mapOf(eitherOf(volume, nothing), resourceName("volume")),
		doc: "Named volumes: data that outlives containers and that several services may share.",
		example: "db-data:",
	},
	secrets: {
		type: mapOf(secret, resourceName("secret")),
		doc: "Sensitive values, given to services as files.",
		example: "db_password:\n  file: ./secrets/db_password.txt",
	},
	configs: {
		type: mapOf(config, resourceName("config")),
		doc: "Configuration files, given to services without building them into images.",
		example: "nginx_conf:\n  file: ./nginx.conf",
	},
	models: {
		type: mapOf(model, resourceName("model")),
		since: "Compose 2.38",
		doc: "Language models that services may use.",
		example: "llm:\n  model: ai/smollm2",
	},
};

/** A whole Compose file: the one table that checks, completion and hover read. Source: compose-spec and its schema of compose-go (2026-07). */
export const composeFile: ObjectType = {
	kind: "object",
	name: "Compose file",
	open: extensionKey,
	keys: topLevel,
};
