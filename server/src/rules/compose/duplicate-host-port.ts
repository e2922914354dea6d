import type { PortNode, Service } from "../../compose/nodes.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "duplicate-host-port",
	severity: "error",
	tags: ["correctness"],
	practice: ["C08"],
	aliases: ["dclint/no-duplicate-exported-ports"],
	scope: "file",
	summary: "The host port is published by another service already.",
	why: "A port of the host can be bound once for each address and protocol: the second container fails to start with “port is already allocated”. Services whose profiles are never active together may share one.",
	examples: [
		{
			path: "compose.yaml",
			bad: 'services:\n  web:\n    image: nginx:1.29\n    ports: ["8080:80"]\n  admin:\n    image: adminer:5.3.0\n    ports: ["~~8080~~:8080"]\n',
			good: 'services:\n  web:\n    image: nginx:1.29\n    ports: ["8080:80"]\n  admin:\n    image: adminer:5.3.0\n    ports: ["8081:8080"]\n',
			message: "Host port 8080 is published by `web` already.",
		},
		{
			path: "compose.yaml",
			bad: 'services:\n  a:\n    image: example/a:1.0\n    ports: ["127.0.0.1:8000-8010:8000-8010"]\n  b:\n    image: example/b:1.0\n    ports:\n      - target: 80\n        published: "~~8005~~"\n',
			good: 'services:\n  a:\n    image: example/a:1.0\n    ports: ["127.0.0.1:8000-8010:8000-8010"]\n  b:\n    image: example/b:1.0\n    ports:\n      - target: 80\n        published: "8005"\n        host_ip: 127.0.0.2\n',
			message: "Host port 8005 is published by `a` already.",
			shown: false,
		},
	],
	check: {
		file({ services }, { model, report }) {
			const bound: Binding[] = [];
			for (const service of services) {
				for (const binding of service.ports.flatMap((port) => bindingOf(service, port) ?? [])) {
					const clash = bound.find((other) => clashes(other, binding));
					if (clash) {
						report(binding.port.publishedSpan, {
							message: `Host port ${named(clash, binding)} is published by \`${clash.service.name}\` already.`,
							related: [
								{ uri: model.uri, span: clash.port.publishedSpan, message: `Published by ${clash.service.name}` },
							],
						});
					} else if (bound.length < maximum) bound.push(binding);
				}
			}
		},
	},
});

/** So many bindings are compared with each other; no machine has more. */
const maximum = 2000;

interface Binding {
	readonly service: Service;
	readonly port: PortNode;
	readonly first: number;
	readonly last: number;
	readonly protocol: string;
	/** Undefined for all addresses. */
	readonly address: string | undefined;
}

function bindingOf(service: Service, port: PortNode): Binding | undefined {
	const { mapping, exposed, inherited } = port;
	const { first, last } = mapping?.published ?? {};
	const address = mapping?.hostIp?.text;
	if (!mapping?.protocol || first === undefined || last === undefined || first === 0 || exposed) return undefined;
	// A range over one container port means any free port of it; what is inherited is replaced as often as it is meant.
	const isChoice = last > first && mapping.target?.first === mapping.target?.last;
	if (isChoice || inherited || address?.includes("$")) return undefined;
	const isAny = address === undefined || address === "0.0.0.0" || address === "::";
	return { service, port, first, last, protocol: mapping.protocol, address: isAny ? undefined : address };
}

function clashes(a: Binding, b: Binding): boolean {
	if (a.service === b.service) return false;
	if (a.protocol !== b.protocol || a.last < b.first || b.last < a.first) return false;
	if (a.address !== undefined && b.address !== undefined && a.address !== b.address) return false;
	return a.port.span.start !== b.port.span.start && runTogether(a.service, b.service);
}

/** A service without profiles always runs; two with profiles run together for certain only when they share one. */
function runTogether(a: Service, b: Service): boolean {
	if (a.profiles.length === 0 || b.profiles.length === 0) return true;
	return a.profiles.some(({ text }) => b.profiles.some((other) => other.text === text));
}

function named(a: Binding, b: Binding): string {
	const first = Math.max(a.first, b.first);
	const last = Math.min(a.last, b.last);
	return first === last ? `${first}` : `${first}-${last}`;
}
