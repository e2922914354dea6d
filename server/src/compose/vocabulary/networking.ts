import type { Key, ObjectType, Type } from "../../schema/type.ts";
import {
	applicationProtocol,
	domainName,
	exposedPort,
	externalLinkItem,
	hostName,
	interfaceName,
	ipAddress,
	ipv4Address,
	ipv6Address,
	labelItem,
	linkItem,
	macAddress,
	networkMode,
	networkReference,
	portMapping,
	portNumber,
	portRange,
	subnet,
} from "../formats.ts";
import { extraHosts } from "./shared.ts";
import {
	driverOptions,
	eitherOf,
	extensionKey,
	flag,
	listOf,
	mapOf,
	mapOrList,
	nothing,
	oneOrMany,
	someOf,
	text,
} from "./types.ts";

const port: ObjectType = {
	kind: "object",
	name: "port",
	open: extensionKey,
	keys: {
		target: {
			type: { kind: "scalar", of: ["integer", "string"], format: portNumber },
			doc: "The port in the container.",
			example: "80",
		},
		published: {
			type: { kind: "scalar", of: ["string", "integer"], format: portRange },
			doc: "The port on the host, in quotes, or a range from which a free one is taken. Without it the engine picks any free port.",
			example: '"8080"',
		},
		host_ip: {
			type: text(ipAddress),
			default: "0.0.0.0",
			doc: "The host's address to listen on; `127.0.0.1` keeps it to this machine.",
			example: "127.0.0.1",
		},
		protocol: {
			type: someOf(
				{ value: "tcp", doc: "Connections: HTTP, databases." },
				{ value: "udp", doc: "Datagrams: DNS, syslog, games." },
				{ value: "sctp", doc: "Message streams: telephony." },
			),
			default: "tcp",
			doc: "The transport protocol.",
			example: "udp",
		},
		app_protocol: {
			type: text(applicationProtocol),
			since: "Compose 2.26",
			doc: "What is spoken over the port; a hint for tools.",
			example: "http",
		},
		mode: {
			type: someOf(
				{ value: "ingress", doc: "Connections are spread over all containers." },
				{ value: "host", doc: "The port is opened on the node that runs the container." },
			),
			default: "ingress",
			doc: "How Docker Swarm publishes the port.",
			example: "host",
		},
		name: { type: text(), doc: "A name for people, saying what the port is for.", example: "web" },
	},
};

const attachment: ObjectType = {
	kind: "object",
	name: "network attachment",
	open: extensionKey,
	keys: {
		aliases: {
			type: listOf(text(hostName), { unique: true }),
			doc: "Further host names of the service in this network.",
			example: "- database",
		},
		ipv4_address: {
			type: text(ipv4Address),
			doc: "A fixed IPv4 address; the network needs a subnet in `ipam` that holds it.",
			example: "172.28.0.10",
		},
		ipv6_address: {
			type: text(ipv6Address),
			doc: "A fixed IPv6 address; the network needs a subnet in `ipam` that holds it.",
			example: '"2001:db8::10"',
		},
		link_local_ips: {
			type: listOf(text(ipAddress), { unique: true }),
			doc: "Link-local addresses for the container.",
			example: "- 169.254.8.8",
		},
		mac_address: {
			type: text(macAddress),
			since: "Compose 2.23",
			doc: "Hardware address of the container in this network.",
			example: '"02:42:ac:11:00:02"',
		},
		interface_name: {
			type: text(interfaceName),
			since: "Compose 2.36",
			doc: "Name of the network interface in the container. Needs Docker Engine 28.1.",
			example: "eth0",
		},
		driver_opts: {
			type: driverOptions,
			since: "Compose 2.27",
			doc: "Options for the network's driver.",
			example: "com.docker.network.endpoint.sysctls: net.ipv6.conf.IFNAME.accept_ra=1",
		},
		priority: {
			type: { kind: "scalar", of: ["number", "integer"] },
			default: "0",
			doc: "Order in which the service joins its networks: higher comes first.",
			example: "1000",
		},
		gw_priority: {
			type: { kind: "scalar", of: ["number", "integer"] },
			default: "0",
			since: "Compose 2.33",
			doc: "The network with the highest one is the container's way out.",
			example: "1",
		},
	},
};

const attachments: Type = eitherOf(
	listOf(text(networkReference), { unique: true }),
	mapOf(eitherOf(attachment, nothing), networkReference),
);

/** Keys of a service for how it is reached and what it reaches. */
export const networkingKeys: Readonly<Record<string, Key>> = {
	ports: {
		type: listOf(eitherOf({ kind: "scalar", of: ["number", "integer", "string"], format: portMapping }, port), {
			unique: true,
		}),
		doc: "Ports published on the host, as `[[ip:]host:]container[/protocol]`. Without an address they are open to every network the host is in. Keep them in quotes.",
		example: '- "127.0.0.1:8080:80"',
	},
	expose: {
		type: listOf({ kind: "scalar", of: ["string", "integer", "number"], format: exposedPort }, { unique: true }),
		doc: "Container ports that other services use, not published on the host. It documents: services in one network reach each other's ports without it.",
		example: '- "3000"',
	},
	networks: {
		type: attachments,
		doc: "Networks of the top level that the service joins; only services with one in common reach each other. Without it, the `default` network.",
		example: "- backend",
	},
	network_mode: {
		type: text(networkMode),
		doc: "Uses another network stack instead of networks: `host`, `none`, `service:<name>` or `container:<name>`. Excludes `networks`.",
		example: "host",
	},
	links: {
		type: listOf(text(linkItem), { unique: true }),
		doc: "Reaches another service under further names, as `service[:alias]`, and starts after it. Services find each other without it; prefer `networks.<name>.aliases`.",
		example: "- db:database",
	},
	external_links: {
		type: listOf(text(externalLinkItem), { unique: true }),
		doc: "Links to containers that were started outside this Compose file, as `container[:alias]`.",
		example: "- legacy_db:database",
	},
	extra_hosts: {
		type: extraHosts,
		doc: "Lines for the container's `/etc/hosts`, as `name=address`; `host-gateway` stands for the host.",
		example: '- "host.docker.internal=host-gateway"',
	},
	dns: {
		type: oneOrMany(ipAddress),
		doc: "DNS servers to ask instead of the host's.",
		example: "- 9.9.9.9",
	},
	dns_opt: {
		type: listOf(
			text({
				name: "resolver option",
				check: () => undefined,
				suggestions: [
					{ value: "ndots:1", doc: "How many dots a name needs to be tried as it is first." },
					{ value: "timeout:3", doc: "Seconds to wait for a server." },
					{ value: "attempts:2", doc: "How often each server is asked." },
					{ value: "use-vc", doc: "Asks over TCP." },
					{ value: "rotate", doc: "Asks the servers in turn." },
					{ value: "no-tld-query", doc: "Does not look up names without a dot as they are." },
				],
			}),
			{ unique: true },
		),
		doc: "Options of the resolver, as in `resolv.conf`.",
		example: "- ndots:1",
	},
	dns_search: {
		type: oneOrMany(domainName),
		doc: "Domains that short host names are tried in.",
		example: "- corp.example.com",
	},
	hostname: {
		type: text(hostName),
		doc: "The host name that the container sees as its own. Other services do not find it under this name.",
		example: "web1",
	},
	domainname: { type: text(domainName), doc: "The domain that the container sees as its own.", example: "example.com" },
	mac_address: {
		type: text(macAddress),
		doc: "Hardware address of the container. Docker Engine 25 and later want it in `networks.<name>.mac_address`.",
		example: '"02:42:ac:11:00:02"',
	},
};

const addressPool: ObjectType = {
	kind: "object",
	name: "address pool",
	open: extensionKey,
	keys: {
		subnet: { type: text(subnet), doc: "The network's range of addresses.", example: "172.28.0.0/16" },
		ip_range: {
			type: text(subnet),
			doc: "The part of the subnet that containers get addresses from.",
			example: "172.28.5.0/24",
		},
		gateway: { type: text(ipAddress), doc: "Address of the gateway in the subnet.", example: "172.28.5.254" },
		aux_addresses: {
			type: mapOf(text(ipAddress)),
			doc: "Addresses that the driver must leave free, by the name of who has them.",
			example: "router: 172.28.1.5",
		},
	},
};

/** An entry of the top-level `networks`. Source: compose-spec, 06-networks.md. */
export const network: ObjectType = {
	kind: "object",
	name: "network",
	open: extensionKey,
	keys: {
		name: {
			type: text(),
			doc: "The network's name in the engine, used as it is; by default `<project>_<key>`.",
			example: "shop-backend",
		},
		driver: {
			type: someOf(
				{ value: "bridge", doc: "A private network on one host; what is used by default." },
				{ value: "overlay", doc: "A network across the hosts of a swarm." },
				{ value: "macvlan", doc: "Containers appear in the physical network with hardware addresses of their own." },
				{ value: "ipvlan", doc: "As `macvlan`, with the hardware address of the host." },
				{ value: "host", doc: "The network of the host." },
				{ value: "none", doc: "No network." },
			),
			default: "bridge",
			doc: "What makes the network.",
			example: "bridge",
		},
		driver_opts: {
			type: driverOptions,
			doc: "Options of the driver.",
			example: "com.docker.network.bridge.name: br-shop",
		},
		internal: {
			type: flag,
			default: "false",
			doc: "Cuts the network off from the outside: its services reach each other and nothing else.",
			example: "true",
		},
		external: {
			type: eitherOf(flag, {
				kind: "object",
				name: "external section",
				open: extensionKey,
				keys: {
					name: {
						type: text(),
						doc: "The network's name in the engine.",
						example: "shared",
						deprecated: "Write `external: true` and the name in `name` beside it.",
					},
				},
			}),
			default: "false",
			doc: "The network exists already: Compose neither makes nor removes it, and fails where it is missing.",
			example: "true",
		},
		attachable: {
			type: flag,
			default: "false",
			doc: "Lets containers that are no services join; for `overlay`.",
			example: "true",
		},
		enable_ipv4: {
			type: flag,
			default: "true",
			since: "Compose 2.33",
			doc: "Gives containers IPv4 addresses.",
			example: "false",
		},
		enable_ipv6: { type: flag, default: "false", doc: "Gives containers IPv6 addresses.", example: "true" },
		ipam: {
			doc: "How addresses are given out.",
			example: "config:\n  - subnet: 172.28.0.0/16",
			type: {
				kind: "object",
				name: "ipam section",
				open: extensionKey,
				keys: {
					driver: { type: text(), default: "default", doc: "What gives out addresses.", example: "default" },
					config: {
						type: listOf(addressPool),
						doc: "The network's ranges of addresses.",
						example: "- subnet: 172.28.0.0/16",
					},
					options: { type: mapOf(text()), doc: "Options of the driver.", example: "key: value" },
				},
			},
		},
		labels: { type: mapOrList(labelItem), doc: "Labels of the network.", example: "com.example.team: shop" },
	},
};
