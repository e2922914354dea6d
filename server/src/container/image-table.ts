import type { Product } from "./lifecycles.ts";

/*
 * What well-known base images are made of. Tags, variants and base systems: docker-library/official-images at 2026-08-21,
 * GoogleContainerTools/distroless at 2026-08-21, and the documentation of dotnet/dotnet-docker, Chainguard, Red Hat and Microsoft.
 * What is not certain is left out: an absent user or shell means that nothing is said about it.
 */

/** A command that installs packages of the distribution. */
export type PackageManager = "apt-get" | "apk" | "dnf" | "microdnf" | "yum" | "tdnf" | "zypper" | "pacman";

/** An operating system as images hold it. */
export interface System {
	readonly title: string;
	readonly product?: Product;
	/** The commands that install packages, the preferred one first; empty where there is none. */
	readonly packageManagers: readonly PackageManager[];
	/** Path of the shell that the shell form goes through; `none` where there is none. */
	readonly shell: string;
	readonly libc: "glibc" | "musl" | "glibc, musl or uClibc" | "none" | "Windows";
	/** Who containers run as unless the image says otherwise. */
	readonly user: string;
	/** Users that exist beside the default one. */
	readonly users: readonly string[];
}

function system(title: string, packageManagers: readonly PackageManager[], more: Partial<System> = {}): System {
	return { title, packageManagers, shell: "/bin/sh", libc: "glibc", user: "root", users: ["nobody"], ...more };
}

/** All systems. `debian-like` and `rpm-like` stand for bases that changed between distributions of one kind. */
export const systems = {
	alpine: system("Alpine", ["apk"], { product: "alpine-linux", libc: "musl", users: ["nobody", "guest"] }),
	debian: system("Debian", ["apt-get"], { product: "debian", users: ["nobody", "www-data"] }),
	ubuntu: system("Ubuntu", ["apt-get"], { product: "ubuntu", users: ["nobody", "www-data"] }),
	"debian-like": system("Debian or Ubuntu", ["apt-get"], { users: ["nobody", "www-data"] }),
	fedora: system("Fedora", ["dnf"], { product: "fedora" }),
	almalinux: system("AlmaLinux", ["dnf"], { product: "almalinux" }),
	rockylinux: system("Rocky Linux", ["dnf"], { product: "rocky-linux" }),
	centos: system("CentOS", ["yum"], { product: "centos" }),
	ubi: system("Red Hat Universal Base Image", ["dnf"], { product: "rhel" }),
	"ubi-minimal": system("Red Hat Universal Base Image, minimal", ["microdnf"], { product: "rhel" }),
	"ubi-micro": system("Red Hat Universal Base Image, micro", [], { product: "rhel" }),
	amazonlinux: system("Amazon Linux", ["dnf", "yum"], { product: "amazon-linux" }),
	oraclelinux: system("Oracle Linux", ["dnf", "microdnf", "yum"], { product: "oracle-linux" }),
	"rpm-like": system("a Red Hat-like system", ["dnf", "microdnf", "yum"]),
	photon: system("Photon OS", ["tdnf"], { product: "vmware-photon" }),
	azurelinux: system("Azure Linux", ["tdnf"]),
	opensuse: system("openSUSE Leap", ["zypper"], { product: "opensuse" }),
	archlinux: system("Arch Linux", ["pacman"]),
	busybox: system("BusyBox", [], { libc: "glibc, musl or uClibc" }),
	wolfi: system("Wolfi", ["apk"], { user: "nonroot", users: ["root", "nobody"] }),
	distroless: system("Debian without shell and package manager", [], {
		product: "distroless",
		shell: "none",
		libc: "none",
		users: ["nonroot", "nobody"],
	}),
	"distroless-debug": system("Debian with BusyBox, without package manager", [], {
		product: "distroless",
		shell: "/busybox/sh",
		libc: "none",
		users: ["nonroot", "nobody"],
	}),
	"no-shell": system("a system without shell and package manager", [], { shell: "none", libc: "none", users: [] }),
	scratch: system("nothing at all", [], { shell: "none", libc: "none", users: [] }),
	nanoserver: system("Windows Nano Server", [], {
		product: "windows-server",
		shell: "cmd",
		libc: "Windows",
		user: "ContainerUser",
		users: ["ContainerAdministrator"],
	}),
	servercore: system("Windows Server Core", [], {
		product: "windows-server",
		shell: "cmd",
		libc: "Windows",
		user: "ContainerAdministrator",
		users: ["ContainerUser"],
	}),
} satisfies Readonly<Record<string, System>>;

export type SystemId = keyof typeof systems;

/** An image, or a family of images that differ in their names. */
export interface ImageEntry {
	/** The familiar name, or what it matches; groups `system` and `release` say what the name itself tells. */
	readonly name: string | RegExp;
	readonly title: string;
	/** Page of the image. */
	readonly page: string;
	/** What its tags begin with: release lines of a product; of the system where absent. */
	readonly product?: Product;
	/** What it is where the tag names no system. Absent: not known. */
	readonly system?: SystemId;
	/** Names to offer of a family. */
	readonly offers?: readonly string[];
	/** Words that follow the line in tags people use; the first is offered first. */
	readonly variants: readonly string[];
	/** Who it runs as where that is not the system's default; empty where it differs between its releases. */
	readonly user?: string;
	readonly users?: readonly string[];
	/** Since when it gets no updates at all, and what to use in its place. */
	readonly abandoned?: { readonly since: string; readonly instead: string; readonly source: string };
}

type More = Partial<Omit<ImageEntry, "name" | "title" | "page">>;

function hub(
	name: string,
	title: string,
	systemId: SystemId | undefined,
	variants: string,
	more: More = {},
): ImageEntry {
	return {
		name,
		title,
		page: name.includes("/") ? `https://hub.docker.com/r/${name}` : `https://hub.docker.com/_/${name}`,
		variants: variants === "" ? [] : variants.split(" "),
		...(systemId === undefined ? {} : { system: systemId }),
		...more,
	};
}

function family(
	name: RegExp,
	title: string,
	page: string,
	systemId: SystemId | undefined,
	variants: string,
	more: More = {},
): ImageEntry {
	return {
		name,
		title,
		page,
		variants: variants === "" ? [] : variants.split(" "),
		...(systemId === undefined ? {} : { system: systemId }),
		...more,
	};
}

const systemImages: readonly ImageEntry[] = [
	hub("alpine", "Alpine Linux", "alpine", ""),
	hub("debian", "Debian", "debian", "slim"),
	hub("ubuntu", "Ubuntu", "ubuntu", ""),
	hub("fedora", "Fedora", "fedora", ""),
	hub("almalinux", "AlmaLinux", "almalinux", "minimal"),
	hub("rockylinux", "Rocky Linux", "rockylinux", "minimal"),
	hub("centos", "CentOS", "centos", ""),
	hub("amazonlinux", "Amazon Linux", "amazonlinux", ""),
	hub("oraclelinux", "Oracle Linux", "oraclelinux", "slim"),
	hub("photon", "Photon OS", "photon", ""),
	hub("archlinux", "Arch Linux", "archlinux", "base base-devel"),
	hub("opensuse/leap", "openSUSE Leap", "opensuse", ""),
	hub("busybox", "BusyBox", "busybox", "musl glibc uclibc"),
	hub("buildpack-deps", "Debian or Ubuntu with compilers and headers", "debian", "curl scm"),
	hub("hello-world", "A program that prints a greeting", "scratch", ""),
	family(
		/^(?:registry\.access\.redhat\.com|registry\.redhat\.io)\/ubi(?<release>\d+)(?:\/ubi)?$|^redhat\/ubi(?<release2>\d+)$/,
		"Red Hat Universal Base Image",
		"https://catalog.redhat.com/software/base-images",
		"ubi",
		"",
		{ offers: ["registry.access.redhat.com/ubi10/ubi", "registry.access.redhat.com/ubi9/ubi"] },
	),
	family(
		/^(?:registry\.access\.redhat\.com|registry\.redhat\.io)\/ubi(?<release>\d+)(?:\/ubi)?-minimal$|^redhat\/ubi(?<release2>\d+)-minimal$/,
		"Red Hat Universal Base Image, minimal",
		"https://catalog.redhat.com/software/base-images",
		"ubi-minimal",
		"",
		{ offers: ["registry.access.redhat.com/ubi10/ubi-minimal", "registry.access.redhat.com/ubi9/ubi-minimal"] },
	),
	family(
		/^(?:registry\.access\.redhat\.com|registry\.redhat\.io)\/ubi(?<release>\d+)(?:\/ubi)?-micro$|^redhat\/ubi(?<release2>\d+)-micro$/,
		"Red Hat Universal Base Image, micro",
		"https://catalog.redhat.com/software/base-images",
		"ubi-micro",
		"",
		{ offers: ["registry.access.redhat.com/ubi10/ubi-micro", "registry.access.redhat.com/ubi9/ubi-micro"] },
	),
	family(
		/^mcr\.microsoft\.com\/windows\/nanoserver$/,
		"Windows Nano Server",
		"https://mcr.microsoft.com/artifact/mar/windows/nanoserver",
		"nanoserver",
		"ltsc2025 ltsc2022",
		{ offers: ["mcr.microsoft.com/windows/nanoserver"] },
	),
	family(
		/^mcr\.microsoft\.com\/windows\/(?:servercore|server)$|^mcr\.microsoft\.com\/windows$/,
		"Windows Server",
		"https://mcr.microsoft.com/artifact/mar/windows/servercore",
		"servercore",
		"ltsc2025 ltsc2022",
		{ offers: ["mcr.microsoft.com/windows/servercore", "mcr.microsoft.com/windows/server"] },
	),
	family(
		/^mcr\.microsoft\.com\/(?:azurelinux|cbl-mariner)\/base\/[a-z0-9.-]+$/,
		"Azure Linux",
		"https://mcr.microsoft.com/artifact/mar/azurelinux/base/core",
		"azurelinux",
		"",
		{ offers: ["mcr.microsoft.com/azurelinux/base/core"] },
	),
	family(
		/^mcr\.microsoft\.com\/(?:azurelinux|cbl-mariner)\/distroless\/[a-z0-9.-]+$/,
		"Azure Linux, distroless",
		"https://mcr.microsoft.com/artifact/mar/azurelinux/distroless/base",
		"no-shell",
		"",
		{ offers: ["mcr.microsoft.com/azurelinux/distroless/base"] },
	),
];

const jdks = "jdk jre jdk-alpine jre-alpine jdk-noble jre-noble jdk-resolute jre-resolute";

const languageImages: readonly ImageEntry[] = [
	hub("node", "Node.js", "debian", "slim alpine trixie-slim bookworm-slim trixie bookworm", {
		product: "nodejs",
		users: ["node"],
	}),
	hub("python", "Python", "debian", "slim alpine slim-trixie slim-bookworm trixie bookworm", { product: "python" }),
	hub("golang", "Go", "debian", "alpine trixie bookworm", { product: "go" }),
	hub("rust", "Rust", "debian", "slim alpine slim-trixie slim-bookworm trixie bookworm"),
	hub("ruby", "Ruby", "debian", "slim alpine slim-trixie slim-bookworm trixie bookworm", { product: "ruby" }),
	hub("php", "PHP", "debian", "fpm-alpine cli-alpine apache fpm cli", { product: "php", users: ["www-data"] }),
	hub("openjdk", "OpenJDK", undefined, "", {
		product: "openjdk-builds-from-oracle",
		abandoned: {
			since: "2022-07",
			instead: "eclipse-temurin",
			source: "https://developers.redhat.com/articles/2022/09/16/updating-docker-hubs-openjdk-image",
		},
	}),
	hub("eclipse-temurin", "OpenJDK, built by Eclipse Adoptium", "ubuntu", jdks, { product: "eclipse-temurin" }),
	hub("amazoncorretto", "OpenJDK, built by Amazon", "amazonlinux", "alpine al2023 al2023-headless", {
		product: "amazon-corretto",
	}),
	hub("ibm-semeru-runtimes", "OpenJDK with OpenJ9, built by IBM", "ubuntu", "", { product: "ibm-semeru" }),
	hub("sapmachine", "OpenJDK, built by SAP", "ubuntu", "jdk-ubuntu jre-ubuntu jdk-alpine jre-alpine", {
		product: "sapmachine",
	}),
	hub("azul-zulu", "OpenJDK, built by Azul", undefined, "jdk jre jdk-alpine jre-alpine", { product: "azul-zulu" }),
	hub("gradle", "Gradle with a JDK", "ubuntu", "jdk25 jdk21 jdk17 jdk25-alpine jdk21-alpine", {
		product: "gradle",
		users: ["gradle"],
	}),
	hub(
		"maven",
		"Maven with a JDK",
		undefined,
		"eclipse-temurin-25 eclipse-temurin-21 eclipse-temurin-25-alpine amazoncorretto-21",
		{
			product: "apache-maven",
		},
	),
	hub("perl", "Perl", "debian", "slim slim-trixie slim-bookworm threaded", { product: "perl" }),
	hub("gcc", "GNU compilers", "debian", "trixie"),
	hub("elixir", "Elixir", "debian", "slim alpine otp-29-slim otp-28-slim", { product: "elixir" }),
	hub("erlang", "Erlang/OTP", "debian", "slim alpine", { product: "erlang" }),
	hub("haskell", "Haskell: GHC, Cabal and Stack", "debian", "slim bookworm slim-bookworm"),
	hub("julia", "Julia", "debian", "trixie bookworm", { product: "julia" }),
	hub("swift", "Swift", "ubuntu", "slim noble noble-slim jammy jammy-slim"),
	hub("dart", "Dart", "debian", "sdk"),
	hub("r-base", "R", "debian", ""),
	hub("clojure", "Clojure with a JDK", "debian", ""),
	hub("groovy", "Groovy with a JDK", "ubuntu", "jdk21 jdk17 jdk21-alpine"),
	hub("pypy", "Python, the PyPy implementation", "debian", "slim trixie bookworm"),
	hub("composer", "Composer, the package manager of PHP", "alpine", ""),
	hub("bash", "Bash", "alpine", ""),
	hub("docker", "Docker Engine and its command line", "alpine", "cli dind dind-rootless", { product: "docker-engine" }),
	hub("oven/bun", "Bun", "debian", "slim alpine distroless", { users: ["bun"] }),
	hub("denoland/deno", "Deno", "debian", "alpine debian distroless", { users: ["deno"] }),
	family(
		/^ghcr\.io\/astral-sh\/uv$/,
		"uv, the package manager of Python",
		"https://docs.astral.sh/uv/guides/integration/docker/",
		undefined,
		"",
	),
];

const serverImages: readonly ImageEntry[] = [
	hub("nginx", "nginx", "debian", "alpine alpine-slim trixie", { product: "nginx", users: ["nginx"] }),
	family(
		/^(?:nginxinc|nginx)\/nginx-unprivileged$/,
		"nginx without root, on port 8080",
		"https://hub.docker.com/r/nginxinc/nginx-unprivileged",
		"debian",
		"alpine alpine-slim",
		{
			product: "nginx",
			user: "101",
			users: ["nginx"],
		},
	),
	hub("httpd", "Apache HTTP Server", "debian", "alpine trixie", { product: "apache-http-server", users: ["www-data"] }),
	hub("caddy", "Caddy", "alpine", "alpine builder"),
	hub("haproxy", "HAProxy", "debian", "alpine trixie", { product: "haproxy", user: "haproxy" }),
	hub("traefik", "Traefik", "alpine", "", { product: "traefik" }),
	hub("tomcat", "Tomcat", "ubuntu", "jdk25-temurin jdk21-temurin jre21-temurin jdk17-temurin", { product: "tomcat" }),
	hub("jetty", "Jetty", "debian-like", "jdk25 jdk21 jdk21-alpine", { product: "eclipse-jetty", user: "jetty" }),
	hub("varnish", "Varnish", "debian", "", { user: "varnish" }),
	hub("postgres", "PostgreSQL", "debian", "alpine trixie bookworm", { product: "postgresql", users: ["postgres"] }),
	hub("mysql", "MySQL", "oraclelinux", "", { product: "mysql", users: ["mysql"] }),
	hub("mariadb", "MariaDB", "ubuntu", "noble ubi", { product: "mariadb", users: ["mysql"] }),
	hub("mongo", "MongoDB", "ubuntu", "noble", { product: "mongodb", users: ["mongodb"] }),
	hub("redis", "Redis", "debian", "alpine trixie", { product: "redis", users: ["redis"] }),
	hub("valkey/valkey", "Valkey", "debian", "alpine trixie", { product: "valkey", users: ["valkey"] }),
	hub("memcached", "Memcached", "debian", "alpine trixie", { product: "memcached", user: "memcache" }),
	hub("cassandra", "Cassandra", "debian-like", "", { product: "apache-cassandra", users: ["cassandra"] }),
	hub("couchdb", "CouchDB", "debian", "", { product: "apache-couchdb", users: ["couchdb"] }),
	hub("couchbase", "Couchbase Server", "ubuntu", "", { product: "couchbase-server", users: ["couchbase"] }),
	hub("influxdb", "InfluxDB", "debian-like", "alpine", { user: "" }),
	hub("neo4j", "Neo4j", "debian", "community enterprise"),
	hub("elasticsearch", "Elasticsearch", undefined, "", { product: "elasticsearch" }),
	hub("kibana", "Kibana", undefined, "", { product: "kibana" }),
	hub("logstash", "Logstash", undefined, "", { product: "logstash" }),
	hub("rabbitmq", "RabbitMQ", "ubuntu", "management management-alpine alpine", {
		product: "rabbitmq",
		users: ["rabbitmq"],
	}),
	hub("nats", "NATS", "scratch", "alpine scratch"),
	hub("zookeeper", "ZooKeeper", "debian-like", "", { product: "zookeeper", users: ["zookeeper"] }),
	hub("solr", "Solr", "debian-like", "slim", { product: "solr", user: "8983", users: ["solr"] }),
	hub("clickhouse", "ClickHouse", "ubuntu", "", { users: ["clickhouse"] }),
	hub("wordpress", "WordPress", "debian", "fpm-alpine apache fpm", { users: ["www-data"] }),
	hub("nextcloud", "Nextcloud", "debian", "apache fpm fpm-alpine", { product: "nextcloud", users: ["www-data"] }),
	hub("drupal", "Drupal", "debian", "apache fpm fpm-alpine", { product: "drupal", users: ["www-data"] }),
	hub("joomla", "Joomla", "debian", "apache", { product: "joomla", users: ["www-data"] }),
	hub("ghost", "Ghost", "debian", "alpine", { users: ["node"] }),
	hub("sonarqube", "SonarQube", "ubuntu", "community developer enterprise", { user: "sonarqube" }),
	hub("registry", "Registry of the CNCF Distribution project", "alpine", ""),
	hub("adminer", "Adminer", "alpine", "standalone fastcgi", { user: "adminer" }),
	hub("phpmyadmin", "phpMyAdmin", "debian", "apache fpm fpm-alpine", { users: ["www-data"] }),
	hub("telegraf", "Telegraf", "debian", "alpine", { users: ["telegraf"] }),
	hub("kong", "Kong Gateway", "debian-like", "", { user: "kong" }),
	hub("odoo", "Odoo", "debian-like", "", { user: "odoo" }),
	hub("eclipse-mosquitto", "Mosquitto, an MQTT broker", "alpine", "", { users: ["mosquitto"] }),
	hub("grafana/grafana", "Grafana", "alpine", "ubuntu", { product: "grafana", user: "472" }),
];

const smallImages: readonly ImageEntry[] = [
	family(
		/^gcr\.io\/distroless\/(?:static|base|base-nossl|cc|java-base|java\d+|nodejs\d+|python3)(?:-debian(?<release>\d+))?$/,
		"Distroless: only what a program needs to run",
		"https://github.com/GoogleContainerTools/distroless",
		"distroless",
		"nonroot debug latest debug-nonroot",
		{
			offers: ["static", "base", "cc", "java17", "java21", "java25", "nodejs22", "nodejs24", "nodejs26", "python3"].map(
				(name) => `gcr.io/distroless/${name}-debian13`,
			),
		},
	),
	family(
		/^cgr\.dev\/chainguard\/(?:static|glibc-dynamic|cc-dynamic)$/,
		"Chainguard: only what a program needs to run",
		"https://images.chainguard.dev/directory/image/static/overview",
		"no-shell",
		"latest",
		{ offers: ["cgr.dev/chainguard/static", "cgr.dev/chainguard/glibc-dynamic"], user: "nonroot" },
	),
	family(
		/^cgr\.dev\/chainguard\/(?:python|jre|nginx)$/,
		"Chainguard, without a shell unless the tag ends in `-dev`",
		"https://images.chainguard.dev/directory",
		"no-shell",
		"latest latest-dev",
		{ offers: ["cgr.dev/chainguard/python", "cgr.dev/chainguard/jre", "cgr.dev/chainguard/nginx"], user: "nonroot" },
	),
	family(
		/^cgr\.dev\/chainguard\/wolfi-base$/,
		"Wolfi with a shell and apk",
		"https://images.chainguard.dev/directory/image/wolfi-base/overview",
		"wolfi",
		"latest",
		{ offers: ["cgr.dev/chainguard/wolfi-base"], user: "root" },
	),
	family(
		/^cgr\.dev\/[a-z0-9.-]+\/[a-z0-9.-]+$/,
		"Chainguard",
		"https://images.chainguard.dev/directory",
		undefined,
		"latest latest-dev",
	),
	family(
		/^mcr\.microsoft\.com\/dotnet\/sdk$/,
		".NET software development kit",
		"https://mcr.microsoft.com/artifact/mar/dotnet/sdk",
		"debian-like",
		"alpine noble",
		{ offers: ["mcr.microsoft.com/dotnet/sdk"], product: "dotnet", users: ["app"] },
	),
	family(
		/^mcr\.microsoft\.com\/dotnet\/(?:aspnet|runtime|runtime-deps)$/,
		".NET runtime",
		"https://mcr.microsoft.com/artifact/mar/dotnet/aspnet",
		"debian-like",
		"noble-chiseled alpine noble azurelinux3.0-distroless",
		{
			offers: [
				"mcr.microsoft.com/dotnet/aspnet",
				"mcr.microsoft.com/dotnet/runtime",
				"mcr.microsoft.com/dotnet/runtime-deps",
			],
			product: "dotnet",
			users: ["app"],
		},
	),
	family(
		/^mcr\.microsoft\.com\/powershell$/,
		"PowerShell",
		"https://mcr.microsoft.com/artifact/mar/powershell",
		undefined,
		"",
	),
	family(
		/^mcr\.microsoft\.com\/mssql\/server$/,
		"Microsoft SQL Server",
		"https://mcr.microsoft.com/artifact/mar/mssql/server",
		"ubuntu",
		"",
		{ offers: ["mcr.microsoft.com/mssql/server"], user: "mssql" },
	),
	family(
		/^mcr\.microsoft\.com\/openjdk\/jdk$/,
		"OpenJDK, built by Microsoft",
		"https://mcr.microsoft.com/artifact/mar/openjdk/jdk",
		undefined,
		"ubuntu distroless azurelinux",
		{ offers: ["mcr.microsoft.com/openjdk/jdk"] },
	),
	family(
		/^mcr\.microsoft\.com\/playwright(?:\/[a-z]+)?$/,
		"Playwright with its browsers",
		"https://mcr.microsoft.com/artifact/mar/playwright",
		"ubuntu",
		"noble jammy",
		{ users: ["pwuser"] },
	),
];

/** Every image that is known, in the order they are offered. */
export const imageTable: readonly ImageEntry[] = [...languageImages, ...systemImages, ...serverImages, ...smallImages];
