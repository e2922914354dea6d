import type { Entry, Value } from "./vocabulary.ts";

export { wellKnownPorts } from "../container/known-ports.ts";
export { labelKeyNamed, labelKeys } from "../container/label.ts";
export { platforms } from "../container/platform.ts";
export { isSignal, type Signal, signalNamed, signals } from "../container/signal.ts";

/* Words that instructions take as values: signals, protocols, platforms, shells, label keys. */

/** Protocols of EXPOSE. Source: moby/moby daemon/network and BuildKit's port parser, which takes these three. */
export const protocols: readonly Value[] = [
	{ name: "tcp", doc: "Streams; the default." },
	{ name: "udp", doc: "Datagrams: DNS, QUIC, statsd, syslog." },
	{ name: "sctp", doc: "Streams of messages, used in telephony." },
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
