import { familiarName, parseImage } from "../container/image.ts";

/**
 * Commands that tell whether a server is ready, by image; all of them are in the image. Run by a shell, so `$$` is a `$` for it.
 * Sources: the images' documentation on Docker Hub, November 2026.
 */
const checks: Readonly<Record<string, string>> = {
	"apache/kafka": "/opt/kafka/bin/kafka-topics.sh --bootstrap-server localhost:9092 --list",
	cassandra: "cqlsh -e 'describe cluster'",
	"clickhouse/clickhouse-server": "clickhouse-client --query 'SELECT 1'",
	elasticsearch: "curl -fs http://localhost:9200/_cluster/health",
	"docker.elastic.co/elasticsearch/elasticsearch": "curl -fs http://localhost:9200/_cluster/health",
	influxdb: "influx ping",
	mariadb: "healthcheck.sh --connect --innodb_initialized",
	"minio/minio": "mc ready local",
	mongo: "mongosh --quiet --eval 'db.adminCommand(\"ping\").ok'",
	mysql: "mysqladmin ping --host=127.0.0.1 --silent",
	nginx: "curl -fs http://localhost/",
	postgres: 'pg_isready --username "$${POSTGRES_USER:-postgres}"',
	"postgis/postgis": 'pg_isready --username "$${POSTGRES_USER:-postgres}"',
	rabbitmq: "rabbitmq-diagnostics --quiet ping",
	redis: "redis-cli ping | grep PONG",
	"redis/redis-stack": "redis-cli ping | grep PONG",
	"redis/redis-stack-server": "redis-cli ping | grep PONG",
	"pgvector/pgvector": 'pg_isready --username "$${POSTGRES_USER:-postgres}"',
	"timescale/timescaledb": 'pg_isready --username "$${POSTGRES_USER:-postgres}"',
	"valkey/valkey": "valkey-cli ping | grep PONG",
	zookeeper: "zkServer.sh status",
};

/** A command that tells whether the server of an image is ready; undefined for images that are not known. */
export function readinessCommand(image: string): string | undefined {
	const reference = parseImage(image.replace(/[:@]?\$.*$/, ""));
	return reference && checks[familiarName(reference)];
}
