import type { Key, ObjectType, Type } from "../../schema/type.ts";
import {
	assignment,
	composeFilePath,
	containerName,
	duration,
	imageName,
	labelItem,
	platform,
	profileName,
	pullPolicy,
	serviceReference,
} from "../formats.ts";
import { buildKeys } from "./build.ts";
import { deployKeys } from "./deploy.ts";
import { developKeys } from "./develop.ts";
import { limitKeys } from "./limits.ts";
import { modelKeys } from "./models.ts";
import { mountKeys } from "./mounts.ts";
import { networkingKeys } from "./networking.ts";
import { processKeys } from "./process.ts";
import { securityKeys } from "./security.ts";
import { eitherOf, extensionKey, flag, listOf, mapOf, mapOrList, oneOf, strictFlag, text } from "./types.ts";

const dependency: ObjectType = {
	kind: "object",
	name: "dependency",
	open: extensionKey,
	keys: {
		condition: {
			type: oneOf(
				{ value: "service_started", doc: "Its container runs. What the short form means." },
				{ value: "service_healthy", doc: "Its health check passes; it needs one." },
				{
					value: "service_completed_successfully",
					doc: "Its container has ended with exit code 0; for migrations and the like.",
				},
			),
			required: true,
			doc: "What must hold before this service starts.",
			example: "service_healthy",
		},
		restart: {
			type: flag,
			default: "false",
			since: "Compose 2.17",
			doc: "Restarts this service when Compose restarts or replaces the other.",
			example: "true",
		},
		required: {
			type: strictFlag,
			default: "true",
			since: "Compose 2.20",
			doc: "With `false`, Compose only warns where the other service is missing or does not start.",
			example: "false",
		},
	},
};

const dependencies: Type = eitherOf(
	listOf(text(serviceReference), { unique: true }),
	mapOf(dependency, serviceReference),
);

const extension: ObjectType = {
	kind: "object",
	name: "extends section",
	keys: {
		service: { type: text(serviceReference), required: true, doc: "The service to start from.", example: "base" },
		file: {
			type: text(composeFilePath),
			doc: "The Compose file that has it; this one where absent.",
			example: "./common.yaml",
		},
	},
};

/** Keys of a service for what it is made from and what it goes with. */
const generalKeys: Readonly<Record<string, Key>> = {
	image: {
		type: text(imageName),
		doc: "The image to run, or with `build` the name that the built image gets.",
		example: "postgres:17.6",
	},
	container_name: {
		type: text(containerName),
		doc: "A fixed name for the container. Then there can be only one, on the whole host.",
		example: "shop-db",
	},
	depends_on: {
		type: dependencies,
		doc: "Services that start before this one and stop after it. The short form waits until they run, not until they are ready.",
		example: "db:\n  condition: service_healthy",
	},
	extends: {
		type: eitherOf(text(serviceReference), extension),
		doc: "Starts from another service, of this or another file; what stands here is merged over it.",
		example: "file: ./common.yaml\nservice: base",
	},
	profiles: {
		type: listOf(text(profileName), { unique: true }),
		doc: "The service only starts when one of these profiles is chosen (`--profile`, `COMPOSE_PROFILES`), or when it is named on the command line.",
		example: "- debug",
	},
	platform: {
		type: text(platform),
		doc: "The platform to run on (and to pull or build for), as `os/architecture[/variant]`.",
		example: "linux/amd64",
	},
	pull_policy: {
		type: text(pullPolicy),
		default: "missing",
		doc: "When the image is fetched from its registry.",
		example: "always",
	},
	pull_refresh_after: {
		type: text(duration),
		doc: "With `pull_policy: refresh`, the age from which the image is fetched anew.",
		example: "24h",
	},
	labels: {
		type: mapOrList(labelItem),
		doc: "Labels of the container. Names that start with `com.docker.compose` are taken.",
		example: "com.example.team: shop",
	},
	annotations: {
		type: mapOrList(assignment),
		doc: "Annotations for the OCI runtime.",
		example: "com.example.note: text",
	},
};

/** An entry of `services`. Source: compose-spec, 05-services.md. */
export const service: ObjectType = {
	kind: "object",
	name: "service",
	open: extensionKey,
	keys: {
		...generalKeys,
		...buildKeys,
		...processKeys,
		...networkingKeys,
		...mountKeys,
		...deployKeys,
		...developKeys,
		...limitKeys,
		...securityKeys,
		...modelKeys,
	},
};
