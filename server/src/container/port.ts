import type { Span } from "../core/text.ts";
import { hasVariable, type Parsed, type Part, splitOutsideVariables, type ValueProblem } from "./value.ts";

/** Protocols a port can be published with. Source: docker/go-connections, `nat.go`. */
export const protocols: readonly string[] = ["tcp", "udp", "sctp"];

/** One port or a range of them, both ends included; the numbers are undefined where a variable stands for them. */
export interface PortRange {
	readonly first: number | undefined;
	readonly last: number | undefined;
	/** Counts from the value's first character. */
	readonly span: Span;
	/** As written. */
	readonly text: string;
}

/** A port mapping: `[[ip:][published]:]target[/protocol]`. */
export interface PortMapping {
	/** Without the brackets of IPv6. */
	readonly hostIp: Part | undefined;
	/** Absent where the engine picks a free port, or nothing is published. */
	readonly published: PortRange | undefined;
	/** Undefined only where the whole value is a variable, which may hold anything. */
	readonly target: PortRange | undefined;
	/** Lower case; undefined where a variable stands for it. */
	readonly protocol: string | undefined;
	readonly protocolSpan: Span | undefined;
}

/** Reads the short form of a port. Source of the grammar: docker/go-connections, `nat.ParsePortSpec`. */
export function parsePort(text: string): Parsed<PortMapping> {
	if (/^\$\{[^}]*\}$|^\$\w+$/.test(text)) {
		return {
			value: {
				hostIp: undefined,
				published: undefined,
				target: undefined,
				protocol: undefined,
				protocolSpan: undefined,
			},
		};
	}
	const parts = splitOutsideVariables(text, ":");
	const last = parts.pop() as Part;
	const host = parts.pop();
	const hostIp = parts.length > 0 ? readAddress(text, parts) : undefined;
	const target = readTarget(last);
	if (target.problem) return target;
	const published = host && host.text !== "" ? readRange(host, "host") : undefined;
	if (published?.problem) return published;
	const addressProblem = hostIp && checkAddress(hostIp);
	if (addressProblem) return { problem: addressProblem };
	const lengthProblem = published && checkLengths(published.value, target.value.range);
	if (lengthProblem) return { problem: lengthProblem };
	return {
		value: {
			hostIp,
			published: published?.value,
			target: target.value.range,
			protocol: target.value.protocol,
			protocolSpan: target.value.protocolSpan,
		},
	};
}

/** Reads `port[-port][/protocol]`: an entry of `expose` and EXPOSE. */
export function parseExposedPort(text: string): Parsed<PortMapping> {
	const read = readTarget({ text, span: { start: 0, end: text.length } });
	if (read.problem) return read;
	const { range, protocol, protocolSpan } = read.value;
	return {
		value: {
			hostIp: undefined,
			published: undefined,
			target: range,
			protocol,
			protocolSpan,
		},
	};
}

/** Reads one port or a range (`8000-8010`), as in the long form's `published`. */
export function parsePortRange(text: string): Parsed<PortRange> {
	return readRange({ text, span: { start: 0, end: text.length } }, "host");
}

interface Target {
	readonly range: PortRange;
	readonly protocol: string | undefined;
	readonly protocolSpan: Span | undefined;
}

function readTarget(part: Part): Parsed<Target> {
	const pieces = splitOutsideVariables(part.text, "/");
	const shift = (span: Span): Span => ({
		start: span.start + part.span.start,
		end: span.end + part.span.start,
	});
	const [port, protocol, extra] = pieces as [Part, Part?, Part?];
	if (extra) {
		return {
			problem: {
				span: shift({ start: extra.span.start - 1, end: part.text.length }),
				message: `“${part.text}” has more than one protocol.`,
			},
		};
	}
	if (port.text === "") {
		const span = part.text === "" ? { start: Math.max(0, part.span.start - 1), end: part.span.end } : part.span;
		return { problem: { span, message: "The container port is missing." } };
	}
	const range = readRange({ text: port.text, span: shift(port.span) }, "container");
	if (range.problem) return range;
	if (!protocol)
		return {
			value: { range: range.value, protocol: "tcp", protocolSpan: undefined },
		};
	const protocolSpan = shift(protocol.span);
	if (hasVariable(protocol.text)) return { value: { range: range.value, protocol: undefined, protocolSpan } };
	const name = protocol.text.toLowerCase();
	if (!protocols.includes(name)) {
		return {
			problem: {
				span: protocolSpan,
				message: `“${protocol.text}” is no protocol of a port: tcp, udp or sctp.`,
			},
		};
	}
	return { value: { range: range.value, protocol: name, protocolSpan } };
}

function readRange(part: Part, side: "host" | "container"): Parsed<PortRange> {
	const { text, span } = part;
	if (hasVariable(text)) return { value: { first: undefined, last: undefined, span, text } };
	const match = /^(\d+)(?:-(\d+))?$/.exec(text);
	if (!match)
		return {
			problem: {
				span,
				message: `“${text}” is no ${side} port: a number from 1 to 65535, or a range such as 8000-8010.`,
			},
		};
	const first = Number(match[1]);
	const last = match[2] === undefined ? first : Number(match[2]);
	if (first > 65535 || last > 65535) {
		return {
			problem: {
				span,
				message: `Port ${first > 65535 ? match[1] : match[2]} does not exist: ports end at 65535.`,
			},
		};
	}
	if (last < first) {
		return {
			problem: {
				span,
				message: `The port range ${text} ends before it starts.`,
				replacement: `${match[2]}-${match[1]}`,
			},
		};
	}
	return { value: { first, last, span, text } };
}

/** All parts before the host port are the address: IPv6 has colons of its own. */
function readAddress(text: string, parts: readonly Part[]): Part | undefined {
	const start = (parts[0] as Part).span.start;
	const end = (parts.at(-1) as Part).span.end;
	if (start === end) return undefined;
	const bracketed = text[start] === "[" && text[end - 1] === "]";
	const span = bracketed ? { start: start + 1, end: end - 1 } : { start, end };
	return { text: text.slice(span.start, span.end), span };
}

function checkAddress(address: Part): ValueProblem | undefined {
	if (hasVariable(address.text) || isAddress(address.text)) return undefined;
	return {
		span: address.span,
		message: `“${address.text}” is no IP address, which is what stands before the host port.`,
	};
}

function checkLengths(published: PortRange, target: PortRange): ValueProblem | undefined {
	if (
		published.first === undefined ||
		published.last === undefined ||
		target.first === undefined ||
		target.last === undefined
	)
		return undefined;
	const targets = target.last - target.first;
	if (targets === 0 || published.last - published.first === targets) return undefined;
	return {
		span: { start: published.span.start, end: target.span.end },
		message: `The ranges ${published.text} and ${target.text} differ in length.`,
	};
}

/** Whether the text is an IPv4 or IPv6 address. */
export function isAddress(text: string): boolean {
	return isIpv4(text) || isIpv6(text);
}

function isIpv4(text: string): boolean {
	const bytes = text.split(".");
	return bytes.length === 4 && bytes.every((byte) => /^(?:0|[1-9]\d{0,2})$/.test(byte) && Number(byte) < 256);
}

function isIpv6(text: string): boolean {
	if (!text.includes(":")) return false;
	const [address = ""] = text.split("%", 1);
	const halves = address.split("::");
	if (halves.length > 2) return false;
	const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
	const last = groups.at(-1);
	const hasIpv4 = last?.includes(".") === true;
	if (hasIpv4 && !isIpv4(groups.pop() as string)) return false;
	if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false;
	const count = groups.length + (hasIpv4 ? 2 : 0);
	return halves.length === 2 ? count < 8 : count === 8;
}
