import { wellKnownPorts } from "../../container/known-ports.ts";
import { isAddress, type PortMapping, parseExposedPort, parsePort, parsePortRange } from "../../container/port.ts";
import type { Format, FormatProblem } from "../../schema/type.ts";
import { format, formatAroundVariables, wrong, wrongAt } from "./format.ts";
import { namespaceFormat } from "./process.ts";

/* Ports, addresses, host names. */

function explainMapping(mapping: PortMapping): string | undefined {
	const { hostIp, published, target, protocol } = mapping;
	if (!target) return undefined;
	const where =
		hostIp === undefined || hostIp.text === "0.0.0.0" || hostIp.text === "::"
			? "every interface"
			: whereIs(hostIp.text);
	const host = published ? `host port${plural(published.text)} ${published.text}` : "a free host port";
	const listens = target.first !== undefined && target.first === target.last ? wellKnownPorts[target.first] : undefined;
	return `${where}, ${host} → container port${plural(target.text)} ${target.text} (${protocol ?? "protocol unknown"})${listens ? `; ${target.text} is usually ${listens}` : ""}`;
}

function plural(range: string): string {
	return range.includes("-") ? "s" : "";
}

function whereIs(address: string): string {
	return /^127\.|^::1$/.test(address) ? `this machine only (${address})` : `the interface with address ${address}`;
}

/** Source: docker/go-connections, nat.ParsePortSpec. */
export const portMapping: Format = formatAroundVariables("port mapping", {
	check: (value) => parsePort(value).problem,
	explain: (value) => {
		const { value: mapping } = parsePort(value);
		return mapping && explainMapping(mapping);
	},
	suggestions: [
		{ value: "127.0.0.1:8080:80", doc: "This machine only, host port 8080 to container port 80." },
		{ value: "8080:80", doc: "Every interface, host port 8080 to container port 80." },
		{ value: "80", doc: "A free host port to container port 80." },
		{ value: "8000-8010:8000-8010", doc: "A range of ports." },
		{ value: "53:53/udp", doc: "A UDP port." },
	],
});

export const exposedPort: Format = formatAroundVariables("port", {
	check: (value) => parseExposedPort(value).problem,
	explain: (value) => {
		const target = parseExposedPort(value).value;
		if (!target?.target) return undefined;
		const listens = target.target.first === target.target.last ? wellKnownPorts[target.target.first ?? -1] : undefined;
		return `container port${plural(target.target.text)} ${target.target.text} (${target.protocol ?? "protocol unknown"})${listens ? `, usually ${listens}` : ""}`;
	},
	suggestions: [
		{ value: "8080", doc: "HTTP without root." },
		{ value: "3000", doc: "Many Node.js and Ruby servers." },
	],
});

/** One port of a container. */
export const portNumber: Format = format("port", {
	check: (value) => {
		const { value: range, problem } = parsePortRange(value);
		if (problem) return problem;
		return range.first === range.last
			? undefined
			: wrong(value, `“${value}” is a range; one container port goes here.`);
	},
	explain: (value) => wellKnownPorts[Number(value)],
});

/** One port of the host, or a range to take a free one from. */
export const portRange: Format = format("port range", {
	check: (value) => (value === "" ? undefined : parsePortRange(value).problem),
	explain: (value) => {
		const { value: range } = parsePortRange(value);
		return range && range.first !== range.last ? `a free port from ${range.first} to ${range.last}` : undefined;
	},
});

/** Source: compose-spec, 05-services.md; any other word is the name of a network. */
export const networkMode: Format = namespaceFormat(
	"network mode",
	[
		{ value: "bridge", doc: "The engine's own bridge network, where services do not find each other by name." },
		{ value: "host", doc: "The network of the host: no isolation, and no port mappings." },
		{ value: "none", doc: "No network but the loopback." },
	],
	{ what: "The network", any: true },
);

function address(name: string, is: (text: string) => boolean): Format {
	return format(name, { check: (value) => (is(value) ? undefined : wrong(value, `“${value}” is no ${name}.`)) });
}

export const ipAddress: Format = address("IP address", isAddress);
export const ipv4Address: Format = address("IPv4 address", (text) => isAddress(text) && !text.includes(":"));
export const ipv6Address: Format = address("IPv6 address", (text) => isAddress(text) && text.includes(":"));

/** An address, in brackets where it likes, or `host-gateway`. Source: compose-go, types/hostList.go; Docker Engine, opts ValidateExtraHost. */
export const hostAddress: Format = format("host address", {
	check: (value) => {
		const bare = value.replace(/^\[(.*)\]$/s, "$1");
		return bare === "host-gateway" || isAddress(bare)
			? undefined
			: wrong(value, `“${value}” is neither an IP address nor host-gateway.`);
	},
	explain: (value) => (value === "host-gateway" ? "the address at which containers reach the host" : undefined),
	suggestions: [{ value: "host-gateway", doc: "The host itself." }],
});

/** `name=address`, or with a colon. Source: compose-go, types/hostList.go. */
export const extraHostItem: Format = format("host entry", {
	check: (value) => {
		const [, name, separator, rest = ""] = /^([^=:]*)([=:])?(.*)$/s.exec(value) ?? [];
		if (separator === undefined) return wrong(value, `The address of ${value} is missing: write ${value}=<address>.`);
		if (!name) return wrongAt(0, 1, "The host name is missing.");
		const start = name.length + 1;
		const problem = hostAddress.check(rest);
		return problem && { ...problem, span: { start, end: value.length } };
	},
	explain: (value) => {
		const [, name, rest] = /^([^=:]+)[=:](.*)$/s.exec(value) ?? [];
		return name && `${name} is ${rest === "host-gateway" ? "the host itself" : rest}`;
	},
	suggestions: [
		{ value: "host.docker.internal=host-gateway", doc: "The host, under the name that Docker Desktop gives it." },
	],
});

/** Source: RFC 1123; underscores are common in practice and work. */
export const hostName: Format = format("host name", {
	check: (value) => {
		const bad = /[^A-Za-z0-9._-]/.exec(value);
		if (bad) return wrongAt(bad.index, 1, `A host name can't hold “${bad[0]}”.`, { severity: "warning" });
		return value.length > 63 && !value.includes(".")
			? wrong(value, "The host name is longer than 63 characters.")
			: undefined;
	},
});

export const domainName: Format = format("domain", {
	check: (value) => {
		const bad = /[^A-Za-z0-9._-]/.exec(value);
		return bad ? wrongAt(bad.index, 1, `A domain can't hold “${bad[0]}”.`, { severity: "warning" }) : undefined;
	},
});

/** Source: Go's net.ParseMAC, as Docker Engine reads it. */
export const macAddress: Format = format("MAC address", {
	check: (value) =>
		/^(?:[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4,18}[0-9a-f]{2}|(?:[0-9a-f]{4}\.){2,9}[0-9a-f]{4})$/i.test(value)
			? undefined
			: wrong(value, `“${value}” is no MAC address; write one such as 02:42:ac:11:00:02.`),
});

/** Source: linux/if.h, IFNAMSIZ. */
export const interfaceName: Format = format("network interface", {
	check: (value) => {
		const bad = /[\s/:]/.exec(value);
		if (bad) return wrongAt(bad.index, 1, `The name of a network interface can't hold “${bad[0]}”.`);
		return value.length > 15
			? wrongAt(15, value.length - 15, "The name of a network interface has at most 15 characters.")
			: undefined;
	},
});

/** A range of addresses in CIDR notation. Source: Docker Engine, api/types/network/ipam.go ValidateIPAM. */
export const subnet: Format = format("subnet", {
	check: checkSubnet,
	explain: (value) => {
		const read = readIpv4Subnet(value);
		if (!read || checkSubnet(value)) return undefined;
		const count = 2 ** (32 - read.bits);
		if (count <= 2) return `${count} address${count === 1 ? "" : "es"}`;
		return `${String(count - 2).replace(/\B(?=(?:\d{3})+$)/g, ",")} addresses, ${toIpv4(read.network + 1)} to ${toIpv4(read.network + count - 2)}`;
	},
	suggestions: [
		{ value: "172.28.0.0/16", doc: "65,534 private addresses." },
		{ value: "10.5.0.0/24", doc: "254 private addresses." },
	],
});

function checkSubnet(value: string): FormatProblem | undefined {
	const slash = value.indexOf("/");
	const address = slash < 0 ? value : value.slice(0, slash);
	if (!isAddress(address)) return wrongAt(0, address.length, `“${address}” is no IP address.`);
	if (slash < 0)
		return wrong(
			value,
			`The length of the subnet is missing: write one such as ${value}/${value.includes(":") ? 64 : 24}.`,
		);
	const length = value.slice(slash + 1);
	const most = address.includes(":") ? 128 : 32;
	if (!/^\d{1,3}$/.test(length) || Number(length) > most) {
		return wrongAt(slash + 1, length.length, `“${length}” is no length of a subnet: 0 to ${most}.`);
	}
	const read = readIpv4Subnet(value);
	if (!read || read.network === read.address) return undefined;
	const right = toIpv4(read.network);
	return wrongAt(0, address.length, `${address} is an address inside the subnet, which starts at ${right}.`, {
		replacement: right,
	});
}

function readIpv4Subnet(
	value: string,
): { readonly address: number; readonly network: number; readonly bits: number } | undefined {
	const [, text, length] = /^(\d+\.\d+\.\d+\.\d+)\/(\d{1,2})$/.exec(value) ?? [];
	if (text === undefined || !isAddress(text) || Number(length) > 32) return undefined;
	const address = text.split(".").reduce((sum, byte) => sum * 256 + Number(byte), 0);
	const bits = Number(length);
	const size = 2 ** (32 - bits);
	return { address, network: Math.floor(address / size) * size, bits };
}

function toIpv4(address: number): string {
	return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}

/** What is spoken over a port; a hint that anything may stand in. */
export const applicationProtocol: Format = format("application protocol", {
	suggestions: [
		{ value: "http", doc: "HTTP." },
		{ value: "https", doc: "HTTP over TLS." },
		{ value: "http2", doc: "HTTP/2 without TLS." },
		{ value: "grpc", doc: "gRPC." },
		{ value: "ws", doc: "WebSocket." },
		{ value: "tcp", doc: "Nothing that a proxy should read." },
	],
});

function aliased(name: string, what: string): Format {
	return format(name, {
		check: (value) => {
			const [target = "", alias, ...more] = value.split(":");
			if (more.length > 0) return wrong(value, `“${value}” has too many colons: a link is ${what}[:alias].`);
			if (target === "") return wrong(value, `The name of the ${what} is missing.`);
			return alias === "" ? wrongAt(value.length - 1, 1, "The alias after the colon is missing.") : undefined;
		},
		explain: (value) => {
			const [target, alias] = value.split(":");
			return alias ? `the ${what} ${target}, reached as ${alias}` : undefined;
		},
	});
}

export const linkItem: Format = aliased("link", "service");
export const externalLinkItem: Format = aliased("external link", "container");
