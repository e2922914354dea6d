import type { Key, ObjectType } from "../../schema/type.ts";
import { environmentName, filePath, labelItem } from "../formats.ts";
import { driverOptions, eitherOf, extensionKey, flag, mapOrList, someOf, text } from "./types.ts";

const external = (what: string): Key => ({
	type: eitherOf(flag, {
		kind: "object",
		name: "external section",
		open: what === "volume" ? extensionKey : true,
		keys: {
			name: {
				type: text(),
				doc: `The ${what}'s name outside this file.`,
				example: "shared",
				deprecated: "Write `external: true` and the name in `name` beside it.",
			},
		},
	}),
	default: "false",
	doc: `The ${what} exists already: Compose does not make it, and fails where it is missing.`,
	example: "true",
});

const labels = (what: string): Key => ({
	type: mapOrList(labelItem),
	doc: `Labels of the ${what}.`,
	example: "com.example.team: shop",
});

/** An entry of the top-level `volumes`. Source: compose-spec, 07-volumes.md. */
export const volume: ObjectType = {
	kind: "object",
	name: "volume",
	open: extensionKey,
	keys: {
		name: {
			type: text(),
			doc: "The volume's name in the engine, used as it is; by default `<project>_<key>`.",
			example: "shop-data",
		},
		driver: {
			type: someOf({
				value: "local",
				doc: "A folder that the engine keeps on this host, or what `driver_opts` mounts.",
			}),
			default: "local",
			doc: "What keeps the volume.",
			example: "local",
		},
		driver_opts: {
			type: driverOptions,
			doc: "Options of the driver; for `local` those of `mount`: `type`, `device`, `o`.",
			example: 'type: nfs\no: "addr=10.0.0.5,rw"\ndevice: ":/exports/data"',
		},
		external: external("volume"),
		labels: labels("volume"),
	},
};

/** An entry of the top-level `secrets`. Source: compose-spec, 09-secrets.md. */
export const secret: ObjectType = {
	kind: "object",
	name: "secret",
	open: extensionKey,
	keys: {
		file: {
			type: text(filePath),
			doc: "The file that holds the secret; keep it out of version control.",
			example: "./secrets/db_password.txt",
		},
		environment: {
			type: text(environmentName),
			since: "Compose 2.6",
			doc: "The environment variable of Compose that holds the secret.",
			example: "DB_PASSWORD",
		},
		name: { type: text(), doc: "The secret's name in the engine, where it is external.", example: "shop_db_password" },
		external: external("secret"),
		labels: labels("secret"),
		driver: { type: text(), doc: "What keeps the secret; Docker Swarm only.", example: "vault" },
		driver_opts: { type: driverOptions, doc: "Options of the driver; Docker Swarm only.", example: "path: shop/db" },
		template_driver: {
			type: someOf({ value: "golang", doc: 'Fills in Go templates such as `{{ env "NAME" }}`.' }),
			doc: "What fills in placeholders of the content; Docker Swarm only.",
			example: "golang",
		},
	},
};

/** An entry of the top-level `configs`. Source: compose-spec, 08-configs.md. */
export const config: ObjectType = {
	kind: "object",
	name: "config",
	open: extensionKey,
	keys: {
		file: { type: text(filePath), doc: "The file that holds the content.", example: "./nginx.conf" },
		content: {
			type: text(),
			since: "Compose 2.23",
			doc: "The content itself. Variables in it are filled in; write `$$` for a dollar sign.",
			example: "|\n  log_level = info",
		},
		environment: {
			type: text(environmentName),
			since: "Compose 2.23",
			doc: "The environment variable of Compose that holds the content.",
			example: "APP_CONFIG",
		},
		name: { type: text(), doc: "The config's name in the engine, where it is external.", example: "shop_config" },
		external: external("config"),
		labels: labels("config"),
		template_driver: {
			type: someOf({ value: "golang", doc: 'Fills in Go templates such as `{{ env "NAME" }}`.' }),
			doc: "What fills in placeholders of the content; Docker Swarm only.",
			example: "golang",
		},
	},
};
