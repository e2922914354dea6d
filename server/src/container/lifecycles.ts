/*
 * Release lines of operating systems and products that base images hold, with the day each stopped or will stop getting security
 * fixes. Facts of endoflife.date, taken on 2026-08-22; every lifecycle names its page there, which links to the vendor's own. For
 * Debian the end of LTS counts, as its official images are kept until then; for Ubuntu the end of standard support.
 */

/** The day the facts of this file were taken. */
export const takenOn = "2026-08-22";

/** A release line, such as Python 3.12. */
export interface Line {
	readonly name: string;
	/** ISO date of the last day it gets security fixes; undefined where it was supported with no end announced. */
	readonly ends: string | undefined;
	/** Whether the vendor supports it for longer than other lines. */
	readonly lts: boolean;
}

/** The release lines of one product, the newest first. */
export interface Lifecycle {
	readonly title: string;
	/** The page the dates are from. */
	readonly source: string;
	readonly lines: readonly Line[];
}

/** Reads lines as `<name>[*] <date or ->`, where `*` marks long-term support. */
function lifecycle(title: string, page: string, lines: string): Lifecycle {
	return {
		title,
		source: `https://endoflife.date/${page}`,
		lines: lines.split(", ").map((line) => {
			const [name = "", ends = ""] = line.split(" ");
			return { name: name.replace("*", ""), ends: ends === "-" ? undefined : ends, lts: name.endsWith("*") };
		}),
	};
}

const table = {
	"alpine-linux": lifecycle(
		"Alpine",
		"alpine-linux",
		"3.24 2028-06-01, 3.23 2027-11-01, 3.22 2027-05-01, 3.21 2026-11-01, 3.20 2026-04-01, 3.19 2025-11-01, 3.18 2025-05-09, 3.17 2024-11-22, 3.16 2024-05-23, 3.15 2023-11-01, 3.14 2023-05-01, 3.13 2022-11-01, 3.12 2022-05-01, 3.11 2021-11-01, 3.10 2021-05-01, 3.9 2020-11-01, 3.8 2020-05-01, 3.7 2019-11-01, 3.6 2019-05-01, 3.5 2018-11-01",
	),
	debian: lifecycle(
		"Debian",
		"debian",
		"13 2030-06-30, 12 2028-06-30, 11 2026-08-31, 10 2024-06-30, 9 2022-07-01, 8 2020-06-30, 7 2018-05-31, 6 2016-02-29",
	),
	ubuntu: lifecycle(
		"Ubuntu",
		"ubuntu",
		"26.04* 2031-04-30, 25.10 2026-07-01, 25.04 2026-01-17, 24.10 2025-07-10, 24.04* 2029-05-31, 23.10 2024-07-12, 23.04 2024-01-20, 22.10 2023-07-20, 22.04* 2027-04-01, 21.10 2022-07-14, 21.04 2022-01-20, 20.10 2021-07-22, 20.04* 2025-05-31, 19.10 2020-07-06, 19.04 2020-01-23, 18.10 2019-07-18, 18.04* 2023-05-31, 17.10 2018-07-19, 17.04 2018-01-13, 16.10 2017-07-20, 16.04* 2021-04-02, 15.10 2016-07-28, 15.04 2016-02-04, 14.10 2015-07-23, 14.04* 2019-04-02",
	),
	fedora: lifecycle(
		"Fedora",
		"fedora",
		"44 2027-06-02, 43 2026-12-09, 42 2026-05-27, 41 2025-12-15, 40 2025-05-13, 39 2024-11-26, 38 2024-05-21, 37 2023-12-05, 36 2023-05-16, 35 2022-12-13, 34 2022-06-07, 33 2021-11-30, 32 2021-05-25, 31 2020-11-24",
	),
	almalinux: lifecycle("AlmaLinux", "almalinux", "10 2035-05-31, 9 2032-05-31, 8 2029-05-31"),
	"rocky-linux": lifecycle("Rocky Linux", "rocky-linux", "10 2035-05-31, 9 2032-05-31, 8 2029-05-31"),
	"amazon-linux": lifecycle("Amazon Linux", "amazon-linux", "2023 2029-06-30, 2 2026-06-30, 2018.03 2023-12-31"),
	"oracle-linux": lifecycle(
		"Oracle Linux",
		"oracle-linux",
		"10 -, 9 2032-06-30, 8 2029-07-31, 7 2024-12-31, 6 2021-03-31",
	),
	rhel: lifecycle(
		"Red Hat Enterprise Linux",
		"rhel",
		"10 2035-05-31, 9 2032-05-31, 8 2029-05-31, 7 2024-06-30, 6 2020-11-30",
	),
	centos: lifecycle("CentOS", "centos", "8 2021-12-31, 7 2024-06-30, 6 2020-11-30, 5 2017-03-31"),
	opensuse: lifecycle(
		"openSUSE Leap",
		"opensuse",
		"16.0 2027-10-31, 15.6 2026-04-30, 15.5 2024-12-31, 15.4 2023-12-07, 15.3 2022-12-31, 15.2 2022-01-04, 15.1 2021-02-02, 15.0 2019-12-03, 42.3 2019-07-01",
	),
	"vmware-photon": lifecycle(
		"Photon OS",
		"vmware-photon",
		"5.0 -, 4.0 2027-10-11, 3.0 2025-10-02, 2.0 2022-12-01, 1.0 2022-02-28",
	),
	"windows-server": lifecycle(
		"Windows Server",
		"windows-server",
		"2025* 2034-11-14, 2022* 2031-10-14, 2019* 2029-01-09, 2016* 2027-01-12",
	),
	nodejs: lifecycle(
		"Node.js",
		"nodejs",
		"26* 2029-04-30, 25 2026-06-01, 24* 2028-04-30, 23 2025-06-01, 22* 2027-04-30, 21 2024-06-01, 20* 2026-04-30, 19 2023-06-01, 18* 2025-04-30, 17 2022-06-01, 16* 2023-09-11, 15 2021-06-01, 14* 2023-04-30, 13 2020-06-01, 12* 2022-04-30, 11 2019-06-30, 10* 2021-04-30, 9 2018-06-30, 8* 2019-12-31, 7 2017-06-30",
	),
	python: lifecycle(
		"Python",
		"python",
		"3.14 2030-10-31, 3.13 2029-10-31, 3.12 2028-10-31, 3.11 2027-10-31, 3.10 2026-10-31, 3.9 2025-10-31, 3.8 2024-10-07, 3.7 2023-06-27, 3.6 2021-12-23, 3.5 2020-09-30, 3.4 2019-03-18, 3.3 2017-09-29, 3.2 2016-02-20, 2.7 2020-01-01",
	),
	go: lifecycle(
		"Go",
		"go",
		"1.27 -, 1.26 -, 1.25 2026-08-19, 1.24 2026-02-10, 1.23 2025-08-12, 1.22 2025-02-11, 1.21 2024-08-13, 1.20 2024-02-06, 1.19 2023-09-06, 1.18 2023-02-01, 1.17 2022-08-02, 1.16 2022-03-15, 1.15 2021-08-16, 1.14 2021-02-16, 1.13 2020-08-11, 1.12 2020-02-25",
	),
	ruby: lifecycle(
		"Ruby",
		"ruby",
		"4.0 2029-03-31, 3.4 2028-03-31, 3.3 2027-03-31, 3.2 2026-03-31, 3.1 2025-03-26, 3.0 2024-04-23, 2.7 2023-03-31, 2.6 2022-03-31, 2.5 2021-03-31, 2.4 2020-03-31, 2.3 2019-03-31, 2.2 2018-03-31, 2.1 2017-03-31",
	),
	php: lifecycle(
		"PHP",
		"php",
		"8.5 2029-12-31, 8.4 2028-12-31, 8.3 2027-12-31, 8.2 2026-12-31, 8.1 2025-12-31, 8.0 2023-11-26, 7.4 2022-11-28, 7.3 2021-12-06, 7.2 2020-11-30, 7.1 2019-12-01, 7.0 2019-01-10, 5.6 2018-12-31, 5.5 2016-07-21, 5.4 2015-09-14",
	),
	"eclipse-temurin": lifecycle(
		"Eclipse Temurin",
		"eclipse-temurin",
		"26 2026-09-15, 25* 2031-09-30, 24 2025-09-16, 23 2025-03-18, 22 2024-09-17, 21* 2029-12-31, 20 2023-09-19, 19 2023-03-31, 18 2022-09-30, 17* 2027-10-31, 11* 2027-10-31, 16 2021-09-30, 8* 2030-12-31",
	),
	"amazon-corretto": lifecycle(
		"Amazon Corretto",
		"amazon-corretto",
		"26 2026-10-31, 25* 2032-10-31, 24 2025-10-31, 23 2025-04-30, 22 2024-10-15, 21* 2030-10-31, 20 2023-10-17, 19 2023-04-19, 18 2022-10-18, 17* 2029-10-31, 16 2021-10-19, 15 2021-04-20, 11* 2032-01-31, 8* 2030-12-31",
	),
	"ibm-semeru": lifecycle(
		"IBM Semeru",
		"ibm-semeru",
		"26 2026-09-30, 25* 2030-09-30, 24 2025-09-25, 23 2025-03-31, 22 2024-09-18, 21* 2029-12-31, 17* 2027-10-31, 11* 2027-10-31, 8* 2030-12-31",
	),
	sapmachine: lifecycle(
		"SapMachine",
		"sapmachine",
		"26 2026-09-15, 25* 2030-09-30, 24 2025-09-16, 23 2025-03-18, 22 2024-09-17, 21* 2028-09-01, 20 2023-09-19, 19 2023-03-17, 18 2022-09-19, 17* 2026-09-01, 16 2021-09-14, 15 2021-03-15",
	),
	"azul-zulu": lifecycle(
		"Azul Zulu",
		"azul-zulu",
		"26 2026-09-30, 25* 2033-09-30, 24 2025-09-16, 23 2025-03-18, 22 2024-09-17, 21* 2031-09-30, 20 2023-09-19, 19 2023-03-31, 18 2022-09-30, 17* 2029-09-30, 16 2021-09-30, 15 2023-03-31, 14 2020-09-30, 13 2023-03-31",
	),
	"openjdk-builds-from-oracle": lifecycle(
		"OpenJDK builds of Oracle",
		"openjdk-builds-from-oracle",
		"26 2026-09-18, 25 2026-03-17, 24 2025-09-16, 23 2025-03-18, 22 2024-09-17, 21 2024-03-19, 20 2023-09-19, 19 2023-03-21, 18 2022-09-20, 17 2022-03-22, 16 2021-09-14, 15 2021-03-16, 14 2020-09-16, 13 2020-03-17, 12 2019-09-17, 11 2019-03-19, 10 2018-09-25, 9 2018-03-20",
	),
	gradle: lifecycle("Gradle", "gradle", "9 -, 8 -, 7 2025-07-31, 6 2023-02-10, 5 2019-11-08, 4 2018-11-26"),
	"apache-maven": lifecycle(
		"Maven",
		"apache-maven",
		"3.9 -, 3.8 2025-06-14, 3.6 2021-03-30, 3.5 2018-10-24, 3.3 2017-04-03",
	),
	perl: lifecycle(
		"Perl",
		"perl",
		"5.44 2029-07-15, 5.42 2028-07-03, 5.40 2027-06-09, 5.38 2026-07-02, 5.36 2025-05-27, 5.34 2024-05-20, 5.32 2023-06-20, 5.30 2022-05-22, 5.28 2021-06-23, 5.26 2020-05-30",
	),
	elixir: lifecycle(
		"Elixir",
		"elixir",
		"1.20 -, 1.19 -, 1.18 -, 1.17 -, 1.16 -, 1.15 2026-06-03, 1.14 2025-10-16, 1.13 2024-12-19, 1.12 2024-06-12, 1.11 2023-12-22, 1.10 2023-06-19, 1.9 2022-09-01",
	),
	erlang: lifecycle(
		"Erlang/OTP",
		"erlang",
		"29 2029-05-11, 28 2028-05-20, 27 2027-05-20, 26 2026-05-26, 25 2025-05-17, 24 2024-05-10, 23 2024-03-14, 22 2024-03-18, 21 2021-06-19, 20 2020-06-21, 19 2019-06-21",
	),
	julia: lifecycle("Julia", "julia", "1.12 -, 1.11 2025-10-08, 1.10* -, 1.6* 2024-10-08, 1.0* 2021-12-01"),
	dotnet: lifecycle(
		".NET",
		"dotnet",
		"10* 2028-11-14, 9 2026-11-10, 8* 2026-11-10, 7 2024-05-14, 6* 2024-11-12, 5 2022-05-10, 3.1* 2022-12-13, 3.0 2020-03-03, 2.2 2019-12-23, 2.1* 2021-08-21, 2.0 2018-10-01, 1.1 2019-06-27, 1.0 2019-06-27",
	),
	nginx: lifecycle(
		"nginx",
		"nginx",
		"1.31 -, 1.30 -, 1.29 2026-05-13, 1.28 2026-04-14, 1.27 2025-06-24, 1.26 2025-04-23, 1.25 2024-05-29, 1.24 2024-04-23, 1.23 2023-05-23, 1.22 2023-04-11, 1.21 2022-06-21, 1.20 2022-05-24, 1.19 2021-05-25, 1.18 2021-04-20",
	),
	"apache-http-server": lifecycle("Apache HTTP Server", "apache-http-server", "2.4 -, 2.2 2017-07-11"),
	haproxy: lifecycle(
		"HAProxy",
		"haproxy",
		"3.4* 2031-04-01, 3.3 2027-01-01, 3.2* 2030-04-01, 3.1 2026-01-01, 3.0* 2029-04-01, 2.9 2025-03-21, 2.8* 2028-04-01, 2.7 2024-04-05, 2.6* 2027-04-01, 2.5 2023-05-02, 2.4* 2026-04-01, 2.3 2022-07-27, 2.2* 2025-04-23, 2.1 2021-03-18, 2.0 2024-04-05, 1.9 2020-07-31",
	),
	traefik: lifecycle(
		"Traefik",
		"traefik",
		"3.7 -, 3.6 2026-08-16, 3.5 2025-11-07, 3.4 2025-07-23, 3.3 2025-05-05, 3.2 2025-01-06, 3.1 2024-10-28, 3.0 2024-07-15, 2.11 2026-02-01, 2.10 2024-02-12, 2.9 2023-04-24, 2.8 2022-10-03, 2.7 2022-06-29, 2.6 2022-05-24, 2.5 2022-01-24, 2.4 2021-08-17, 2.3 2021-01-19, 2.2 2020-09-23",
	),
	tomcat: lifecycle(
		"Tomcat",
		"tomcat",
		"11.0 -, 10.1 -, 10.0 2022-10-31, 9.0 2027-03-31, 8.5 2024-03-31, 8.0 2018-06-30, 7 2021-03-31, 6 2016-12-31",
	),
	"eclipse-jetty": lifecycle(
		"Jetty",
		"eclipse-jetty",
		"12.1 -, 12.0 -, 11 2025-01-01, 10 2025-01-01, 9.4 2025-08-14, 9.3 2020-12-07, 9.2 2018-03-08",
	),
	postgresql: lifecycle(
		"PostgreSQL",
		"postgresql",
		"18 2030-11-14, 17 2029-11-08, 16 2028-11-09, 15 2027-11-11, 14 2026-11-12, 13 2025-11-13, 12 2024-11-21, 11 2023-11-09, 10 2022-11-10, 9.6 2021-11-11, 9.5 2021-02-11, 9.4 2020-02-13, 9.3 2018-11-08, 9.2 2017-11-09",
	),
	mysql: lifecycle(
		"MySQL",
		"mysql",
		"9.7* 2034-04-21, 9.6 2026-04-21, 9.5 2026-01-20, 9.4 2025-10-21, 9.3 2025-07-22, 9.2 2025-04-15, 9.1 2025-01-21, 9.0 2024-10-15, 8.4* 2032-04-30, 8.3 2024-04-10, 8.2 2023-12-14, 8.1 2023-10-25, 8.0* 2026-04-30, 5.7 2023-10-31, 5.6 2021-02-28, 5.5 2018-12-31",
	),
	mariadb: lifecycle(
		"MariaDB",
		"mariadb",
		"12.3* 2029-06-12, 12.2 2026-05-28, 12.1 2026-02-13, 12.0 2025-11-18, 11.8* 2028-06-04, 11.7 2025-05-12, 11.6 2025-02-13, 11.5 2024-11-21, 11.4* 2029-05-29, 11.3 2024-05-29, 11.2 2024-11-21, 11.1 2024-08-21, 11.0 2024-06-06, 10.11* 2028-02-16, 10.10 2023-11-17, 10.9 2023-08-22, 10.8 2023-05-20, 10.7 2023-02-09, 10.6* 2026-07-06, 10.5* 2025-06-24, 10.4* 2024-06-18, 10.3 2023-05-25, 10.2 2022-05-23, 10.1 2020-10-17",
	),
	mongodb: lifecycle(
		"MongoDB",
		"mongodb",
		"8.3 2029-10-31, 8.2 2026-07-31, 8.1 2025-09-30, 8.0 2029-10-31, 7.3 2024-10-02, 7.2 2024-03-27, 7.1 2024-01-23, 7.0 2027-08-31, 6.3 2023-08-31, 6.2 2023-04-24, 6.1 2023-02-09, 6.0 2025-07-31, 5.3 2022-07-19, 5.2 2022-03-23, 5.1 2022-01-19, 5.0 2024-10-31, 4.4 2024-02-29, 4.2 2023-04-30, 4.0 2022-04-30, 3.6 2021-04-30",
	),
	redis: lifecycle(
		"Redis",
		"redis",
		"8.10 -, 8.8 -, 8.6 -, 8.4 -, 8.2 2030-09-01, 8.0 2026-12-01, 7.4 2029-12-01, 7.2 2029-12-01, 7.0 2024-07-29, 6.2 2027-04-01, 6.0 2022-05-31, 5.0 2022-04-27",
	),
	valkey: lifecycle("Valkey", "valkey", "9.1 -, 9.0 2028-10-21, 8.1 2030-03-31, 8.0 2027-09-15, 7.2 2029-04-16"),
	memcached: lifecycle("Memcached", "memcached", "1.6 -, 1.5 2020-03-09, 1.4 2017-07-21"),
	"apache-cassandra": lifecycle(
		"Cassandra",
		"apache-cassandra",
		"5.0 -, 4.1 -, 4.0 -, 3.11 2024-09-05, 3.0 2024-09-05",
	),
	"apache-couchdb": lifecycle("CouchDB", "apache-couchdb", "3.5 -, 3.4 -, 3.3 2025-05-05, 3.2 2024-09-20"),
	"couchbase-server": lifecycle(
		"Couchbase Server",
		"couchbase-server",
		"8.0 2028-10-31, 7.6 2027-03-31, 7.2 2026-07-31, 7.1 2024-01-31, 7.0 2023-01-31, 6.6 2023-01-31, 6.5 2021-02-28, 6.0 2020-07-31",
	),
	elasticsearch: lifecycle(
		"Elasticsearch",
		"elasticsearch",
		"9.5 -, 9.4 -, 9.3 2026-08-04, 9.2 2026-05-05, 9.1 2026-02-03, 8.19 2027-07-15, 8.18 2025-10-21, 9.0 2025-10-23, 8.17 2025-08-12, 8.16 2025-04-15, 7 2026-01-15, 6 2022-02-10",
	),
	kibana: lifecycle(
		"Kibana",
		"kibana",
		"9.5 -, 9.4 -, 9.3 2026-08-04, 9.2 2026-05-05, 9.1 2026-02-03, 8.19 2027-07-15, 9.0 2025-10-23, 8.18 2025-10-21, 8.17 2025-08-12, 8.16 2025-04-15, 8.15 2024-12-12, 8.14 2024-11-12, 7 2026-01-15, 6 2022-02-10",
	),
	logstash: lifecycle(
		"Logstash",
		"logstash",
		"9.5 -, 9.4 -, 9.3 2026-08-04, 9.2 2026-05-05, 9.1 2026-02-03, 8.19 2027-07-15, 8.18 2025-10-21, 9.0 2025-10-23, 8.17 2025-08-12, 7 2026-01-15, 6 2022-02-10",
	),
	rabbitmq: lifecycle(
		"RabbitMQ",
		"rabbitmq",
		"4.3 -, 4.2 2026-07-31, 4.1 2026-01-30, 4.0 2025-04-15, 3.13 2024-09-17, 3.12 2024-02-21, 3.11 2023-06-01, 3.10 2022-09-28, 3.9 2023-01-31, 3.8 2022-07-31, 3.7 2020-09-30, 3.6 2018-05-31, 3.5 2016-10-31",
	),
	zookeeper: lifecycle(
		"ZooKeeper",
		"zookeeper",
		"3.9 -, 3.8 -, 3.7 2024-01-19, 3.6 2022-12-30, 3.5 2022-06-01, 3.4 2020-06-01",
	),
	solr: lifecycle("Solr", "solr", "10 -, 9 -, 8 2024-10-25, 7 2022-05-11, 6 2019-03-13"),
	nextcloud: lifecycle(
		"Nextcloud",
		"nextcloud",
		"34 2027-06-30, 33 2027-02-28, 32 2026-09-30, 31 2026-02-28, 30 2025-10-31, 29 2025-04-30, 28 2024-12-31, 27 2024-06-30, 26 2024-03-31, 25 2023-10-31, 24 2023-04-30, 23 2022-12-31, 22 2022-07-31, 21 2022-02-28, 20 2021-11-30, 19 2021-06-30",
	),
	drupal: lifecycle(
		"Drupal",
		"drupal",
		"11.4 2027-07-07, 11.3 2026-12-16, 10.6 2026-12-16, 11.2 2026-06-17, 10.5 2026-06-17, 10.4 2025-12-10, 11.1 2025-12-10, 11.0 2025-06-16, 10.3 2025-06-16, 10.2 2024-12-17, 10.1 2024-06-20, 10.0 2023-12-15, 9.5 2023-11-01, 9.4 2023-06-21, 9.3 2022-12-14, 9.2 2022-06-15, 9.1 2021-12-08, 9.0 2021-06-16, 8.9 2021-11-02, 8.8 2020-12-01",
	),
	joomla: lifecycle("Joomla", "joomla", "6 2029-10-16, 5 2027-10-12, 4 2025-10-14, 3 2023-08-17"),
	"docker-engine": lifecycle(
		"Docker Engine",
		"docker-engine",
		"29 -, 28 2026-05-13, 27 2025-05-03, 26.1 2025-02-17, 26.0 2024-06-08, 25.0 2026-12-04, 24.0 2024-06-08, 23.0 2025-05-19, 20.10 2023-12-10, 19.03 2021-01-08",
	),
	grafana: lifecycle(
		"Grafana",
		"grafana",
		"13.2 2027-05-18, 13.1 2027-03-20, 13.0 2027-01-09, 12.4 2027-05-24, 12.3 2026-08-19, 12.2 2026-06-23, 12.1 2026-04-22, 12.0 2026-02-05, 11.6 2026-06-25, 11.5 2025-10-28, 11.4 2025-09-05, 11.3 2025-07-22, 11.2 2025-05-27, 11.1 2025-04-23, 11.0 2025-02-14, 10.4 2025-06-05, 10.3 2024-10-23, 10.2 2024-07-24, 10.1 2024-01-23, 10.0 2023-10-24, 9.5 2024-05-14, 9.4 2023-06-09",
	),
	// For Debian 12 as the project announces it; older ones it has dropped, here with the end of their Debian.
	distroless: {
		...lifecycle("Distroless on Debian", "debian", "13 -, 12 2026-09-30, 11 2026-08-31, 10 2024-06-30"),
		source: "https://github.com/GoogleContainerTools/distroless/blob/main/SUPPORT_POLICY.md",
	},
} satisfies Readonly<Record<string, Lifecycle>>;

/** Names of the lifecycles: their pages on endoflife.date. */
export type Product = keyof typeof table;

/** All lifecycles. */
export const lifecycles: Readonly<Record<Product, Lifecycle>> = table;

/** Names that Debian and Ubuntu releases go by in tags. */
export const codenames: Readonly<Record<string, { readonly product: "debian" | "ubuntu"; readonly line: string }>> = {
	trixie: { product: "debian", line: "13" },
	bookworm: { product: "debian", line: "12" },
	bullseye: { product: "debian", line: "11" },
	buster: { product: "debian", line: "10" },
	stretch: { product: "debian", line: "9" },
	jessie: { product: "debian", line: "8" },
	wheezy: { product: "debian", line: "7" },
	resolute: { product: "ubuntu", line: "26.04" },
	questing: { product: "ubuntu", line: "25.10" },
	plucky: { product: "ubuntu", line: "25.04" },
	oracular: { product: "ubuntu", line: "24.10" },
	noble: { product: "ubuntu", line: "24.04" },
	mantic: { product: "ubuntu", line: "23.10" },
	lunar: { product: "ubuntu", line: "23.04" },
	kinetic: { product: "ubuntu", line: "22.10" },
	jammy: { product: "ubuntu", line: "22.04" },
	impish: { product: "ubuntu", line: "21.10" },
	hirsute: { product: "ubuntu", line: "21.04" },
	groovy: { product: "ubuntu", line: "20.10" },
	focal: { product: "ubuntu", line: "20.04" },
	eoan: { product: "ubuntu", line: "19.10" },
	disco: { product: "ubuntu", line: "19.04" },
	cosmic: { product: "ubuntu", line: "18.10" },
	bionic: { product: "ubuntu", line: "18.04" },
	xenial: { product: "ubuntu", line: "16.04" },
	trusty: { product: "ubuntu", line: "14.04" },
};

/** The release name of a line of Debian or Ubuntu. */
export function codenameOf(product: string, line: string): string | undefined {
	return Object.keys(codenames).find((name) => codenames[name]?.product === product && codenames[name]?.line === line);
}

/** Whether a line had ended before `today`, an ISO date; false where either is not known. */
export function hasEnded(line: Line | undefined, today: string): boolean {
	return today !== "" && line?.ends !== undefined && line.ends < today;
}

/** The line to move to: the newest with long-term support, else the newest, among those that have not ended. */
export function recommended(lifecycle: Lifecycle, today: string): Line | undefined {
	const supported = lifecycle.lines.filter((line) => !hasEnded(line, today));
	return supported.find(({ lts }) => lts) ?? supported[0];
}

/** The supported line that is the smallest step up from `line`. */
export function nearestSupported(lifecycle: Lifecycle, line: Line, today: string): Line | undefined {
	const newer = lifecycle.lines.slice(0, Math.max(0, lifecycle.lines.indexOf(line)));
	return newer.findLast((candidate) => !hasEnded(candidate, today));
}
