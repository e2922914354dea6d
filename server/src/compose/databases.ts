import { familiarName, parseImage } from "../container/image.ts";

/**
 * Where servers of well-known images keep their data. Source: the images' documentation on Docker Hub, November 2026.
 * PostgreSQL 18 and later use the folder above `data`; a mount at either is taken.
 */
const folders: Readonly<Record<string, string>> = {
	cassandra: "/var/lib/cassandra",
	"clickhouse/clickhouse-server": "/var/lib/clickhouse",
	couchdb: "/opt/couchdb/data",
	elasticsearch: "/usr/share/elasticsearch/data",
	influxdb: "/var/lib/influxdb2",
	mariadb: "/var/lib/mysql",
	mongo: "/data/db",
	mysql: "/var/lib/mysql",
	neo4j: "/data",
	"pgvector/pgvector": "/var/lib/postgresql/data",
	"postgis/postgis": "/var/lib/postgresql/data",
	postgres: "/var/lib/postgresql/data",
	rethinkdb: "/data",
	"timescale/timescaledb": "/var/lib/postgresql/data",
};

/** The folder that holds the data of a database image; undefined for images that are none, or not known. */
export function dataFolder(image: string): string | undefined {
	const reference = parseImage(image.replace(/[:@]?\$.*$/, ""));
	if (!reference) return undefined;
	const name = familiarName(reference);
	const major = Number.parseInt(reference.tag ?? "", 10);
	if (name === "postgres" && !(major < 18)) return "/var/lib/postgresql";
	if (name === "influxdb" && major < 2) return "/var/lib/influxdb";
	return folders[name];
}
