import type { Entry, Value } from "./vocabulary.ts";

/* Words that instructions take as values: signals, protocols, platforms, shells, label keys. */

/** A signal of Linux with its number on x86 and Arm. */
export interface Signal extends Value {
	readonly number: number;
}

/** Signals that STOPSIGNAL can name. Source: signal(7) and moby/sys signal/signal_linux.go. Real-time ones are left to `isSignal`. */
export const signals: readonly Signal[] = [
	{ name: "SIGTERM", number: 15, doc: "Asks the program to end; the default." },
	{ name: "SIGQUIT", number: 3, doc: "Ends; nginx and PHP-FPM finish open requests first." },
	{ name: "SIGINT", number: 2, doc: "What Ctrl+C sends; PostgreSQL shuts down fast." },
	{ name: "SIGHUP", number: 1, doc: "The terminal was closed; many servers read their configuration again." },
	{ name: "SIGUSR1", number: 10, doc: "For the program to define; HAProxy stops softly." },
	{ name: "SIGUSR2", number: 12, doc: "For the program to define." },
	{ name: "SIGWINCH", number: 28, doc: "The window changed its size; Apache httpd stops gracefully." },
	{ name: "SIGKILL", number: 9, doc: "Ends the program at once; it can't clean up." },
	{ name: "SIGRTMIN+3", number: 37, doc: "Asks systemd, as process 1, to halt the container." },
	{ name: "SIGABRT", number: 6, doc: "Aborts with a core dump." },
	{ name: "SIGALRM", number: 14, doc: "A timer ran out." },
	{ name: "SIGBUS", number: 7, doc: "Memory was accessed wrongly." },
	{ name: "SIGCHLD", number: 17, doc: "A child process ended." },
	{ name: "SIGCONT", number: 18, doc: "Continues a stopped program." },
	{ name: "SIGFPE", number: 8, doc: "An arithmetic error." },
	{ name: "SIGILL", number: 4, doc: "An illegal instruction of the processor." },
	{ name: "SIGIO", number: 29, doc: "Input or output became possible." },
	{ name: "SIGPIPE", number: 13, doc: "Nobody reads the pipe that was written to." },
	{ name: "SIGPROF", number: 27, doc: "The profiling timer ran out." },
	{ name: "SIGPWR", number: 30, doc: "Power is failing." },
	{ name: "SIGSEGV", number: 11, doc: "Memory that is not the program's was accessed." },
	{ name: "SIGSTKFLT", number: 16, doc: "A stack fault; unused." },
	{ name: "SIGSTOP", number: 19, doc: "Stops the program until SIGCONT; does not end it." },
	{ name: "SIGSYS", number: 31, doc: "A system call that does not exist." },
	{ name: "SIGTRAP", number: 5, doc: "A breakpoint was reached." },
	{ name: "SIGTSTP", number: 20, doc: "What Ctrl+Z sends." },
	{ name: "SIGTTIN", number: 21, doc: "A background program read from the terminal." },
	{ name: "SIGTTOU", number: 22, doc: "A background program wrote to the terminal." },
	{ name: "SIGURG", number: 23, doc: "Urgent data on a socket." },
	{ name: "SIGVTALRM", number: 26, doc: "The virtual timer ran out." },
	{ name: "SIGXCPU", number: 24, doc: "The limit of processor time is used up." },
	{ name: "SIGXFSZ", number: 25, doc: "A file grew beyond its limit." },
];

const otherNames = new Set(["CLD", "IOT", "POLL", "STKFLT", "UNUSED", "EMT", "INFO", "LOST"]);
const signalNames = new Map(signals.map((signal) => [signal.name, signal]));

/** The signal of that name, with or without `SIG`, in any case, or of that number. */
export function signalNamed(text: string): Signal | undefined {
	if (/^[0-9]+$/.test(text)) return signals.find(({ number }) => number === Number(text));
	const name = text.toUpperCase();
	return signalNames.get(name.startsWith("SIG") ? name : `SIG${name}`);
}

/** Whether a container runtime reads the text as a signal: a name with or without `SIG`, or a number from 1 to 64. */
export function isSignal(text: string): boolean {
	if (/^[0-9]+$/.test(text)) return Number(text) >= 1 && Number(text) <= 64;
	const name = text.toUpperCase().replace(/^SIG/, "");
	if (signalNames.has(`SIG${name}`) || otherNames.has(name)) return true;
	const realTime = /^RT(MIN|MAX)(?:([+-])([0-9]{1,2}))?$/.exec(name);
	if (!realTime) return false;
	const [, from, sign, distance] = realTime;
	if (sign === undefined) return true;
	return (from === "MIN" ? sign === "+" : sign === "-") && Number(distance) >= 1 && Number(distance) <= 30;
}

/** Protocols of EXPOSE. Source: moby/moby daemon/network and BuildKit's port parser, which takes these three. */
export const protocols: readonly Value[] = [
	{ name: "tcp", doc: "Streams; the default." },
	{ name: "udp", doc: "Datagrams: DNS, QUIC, statsd, syslog." },
	{ name: "sctp", doc: "Streams of messages, used in telephony." },
];

/** Ports that people know by name: what usually listens on them. Source: IANA's registry and the vendors' documentation. */
export const wellKnownPorts: Readonly<Record<number, string>> = {
	21: "FTP",
	22: "SSH",
	25: "SMTP",
	53: "DNS",
	80: "HTTP",
	88: "Kerberos",
	110: "POP3",
	123: "NTP",
	143: "IMAP",
	179: "BGP",
	389: "LDAP",
	443: "HTTPS",
	465: "SMTP over TLS",
	514: "syslog",
	587: "SMTP submission",
	636: "LDAP over TLS",
	993: "IMAP over TLS",
	1433: "Microsoft SQL Server",
	1521: "Oracle Database",
	1883: "MQTT",
	2049: "NFS",
	2181: "ZooKeeper",
	2375: "the Docker API without TLS",
	2376: "the Docker API with TLS",
	2379: "etcd, clients",
	2380: "etcd, peers",
	3000: "many Node.js and Ruby servers, Grafana",
	3306: "MySQL and MariaDB",
	4222: "NATS",
	4317: "OpenTelemetry over gRPC",
	4318: "OpenTelemetry over HTTP",
	5000: "Flask, Docker registry",
	5432: "PostgreSQL",
	5601: "Kibana",
	5672: "AMQP (RabbitMQ)",
	6379: "Redis and Valkey",
	6443: "the Kubernetes API",
	8000: "Django, Uvicorn and Gunicorn",
	8080: "HTTP without root",
	8125: "StatsD",
	8443: "HTTPS without root",
	8883: "MQTT over TLS",
	9000: "PHP-FPM (FastCGI), MinIO",
	9042: "Cassandra",
	9090: "Prometheus",
	9092: "Kafka",
	9100: "Prometheus node exporter",
	9200: "Elasticsearch and OpenSearch",
	11211: "Memcached",
	15672: "RabbitMQ management",
	27017: "MongoDB",
};

/** Platforms that images are commonly built for, `<os>/<architecture>[/<variant>]`. Source: containerd platforms and the architectures of Docker's official images. */
export const platforms: readonly Value[] = [
	{ name: "linux/amd64", doc: "64-bit Intel and AMD." },
	{ name: "linux/arm64", doc: "64-bit Arm: Apple silicon, AWS Graviton, Raspberry Pi 3 and later." },
	{ name: "linux/arm/v7", doc: "32-bit Arm with hardware floating point." },
	{ name: "linux/arm/v6", doc: "32-bit Arm of the first Raspberry Pi." },
	{ name: "linux/arm/v5", doc: "32-bit Arm without hardware floating point." },
	{ name: "linux/386", doc: "32-bit Intel and AMD." },
	{ name: "linux/ppc64le", doc: "64-bit IBM Power, little endian." },
	{ name: "linux/s390x", doc: "IBM Z." },
	{ name: "linux/riscv64", doc: "64-bit RISC-V." },
	{ name: "linux/loong64", doc: "64-bit LoongArch." },
	{ name: "windows/amd64", doc: "64-bit Windows." },
];

/** A shell as SHELL names it, with what its arguments do. */
export interface ShellForm extends Entry {
	readonly argv: readonly string[];
}

/** Forms of SHELL worth offering; the example of each is the whole instruction. */
export const shells: readonly ShellForm[] = [
	shell(["/bin/bash", "-o", "pipefail", "-c"], "Bash; a pipe fails when any of its commands fails."),
	shell(
		["/bin/ash", "-eo", "pipefail", "-c"],
		"BusyBox's shell in Alpine; stops at the first error and in a failing pipe.",
	),
	shell(["/bin/sh", "-c"], "The default on Linux."),
	shell(["/bin/bash", "-c"], "Bash; a pipe succeeds when its last command does."),
	shell(["cmd", "/S", "/C"], "The default on Windows."),
	shell(
		["powershell", "-Command", "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue';"],
		"Windows PowerShell; stops at the first error and draws no progress bars.",
	),
	shell(
		["pwsh", "-Command", "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue';"],
		"PowerShell 7; stops at the first error and draws no progress bars.",
	),
];

function shell(argv: readonly string[], doc: string): ShellForm {
	const name = `[${argv.map((word) => JSON.stringify(word)).join(", ")}]`;
	return { name, argv, doc, example: `SHELL ${name}`, page: "https://docs.docker.com/reference/dockerfile/#shell" };
}

/** A label key that tools give a meaning. */
export interface LabelKey extends Entry {
	/** What its value has to be. */
	readonly format: "text" | "url" | "date-time" | "version" | "revision" | "spdx" | "digest" | "image";
	/** A value that fits, used in examples and snippets. */
	readonly sample: string;
}

function label(name: string, format: LabelKey["format"], sample: string, doc: string): LabelKey {
	const key = `org.opencontainers.image.${name}`;
	const page = "https://github.com/opencontainers/image-spec/blob/main/annotations.md#pre-defined-annotation-keys";
	return { name: key, format, sample, doc, page, example: `LABEL ${key}="${sample}"` };
}

/** All keys of the OCI image specification that describe an image. Source: opencontainers/image-spec annotations.md, 1.1. */
export const labelKeys: readonly LabelKey[] = [
	label("created", "date-time", "2026-01-31T12:00:00Z", "When the image was built, as in RFC 3339."),
	label(
		"authors",
		"text",
		"The Shop Team <shop@example.com>",
		"People or organisation responsible for the image, and how to reach them.",
	),
	label("url", "url", "https://example.com/shop", "Page with more about the image."),
	label("documentation", "url", "https://example.com/shop/docs", "Page with the documentation."),
	label(
		"source",
		"url",
		"https://github.com/example/shop",
		"Where the source is. GitHub links a package to its repository by it.",
	),
	label(
		"version",
		"version",
		"1.4.2",
		"Version of the packaged software; may be a tag of the source, may follow Semantic Versioning.",
	),
	label("revision", "revision", "9fceb02d0ae598e95dc970b74767f19372d61af8", "Commit of the source that was built."),
	label("vendor", "text", "Example Ltd", "Organisation that distributes the image."),
	label("licenses", "spdx", "MIT AND Apache-2.0", "Licences of what is inside, as an SPDX expression."),
	label("ref.name", "text", "v1.4.2", "Name of the reference in an image layout; letters, digits and `-._:@/+`."),
	label("title", "text", "Shop", "Name of the image for people."),
	label("description", "text", "Sells things", "What the packaged software does, for people."),
	label(
		"base.digest",
		"digest",
		"sha256:4bcff63911fcb4448bd4fdacec207030997caf25e9bea4045fa6c8c44de311d1",
		"Digest of the image this one is built on.",
	),
	label("base.name", "image", "docker.io/library/alpine:3.24", "Full name of the image this one is built on."),
];

const labelByName = new Map(labelKeys.map((entry) => [entry.name, entry]));

/** The label key of exactly that name. */
export function labelKeyNamed(name: string): LabelKey | undefined {
	return labelByName.get(name);
}
