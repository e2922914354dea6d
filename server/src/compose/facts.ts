import type { ComposeFileFact, ServiceFact } from "../core/fact.ts";
import { resolveUri } from "../core/uri.ts";
import type { FileNode, PortNode, Service } from "./nodes.ts";

/** How many ports of one range are listed; more are of no use to a comparison. */
const maximumPorts = 100;

/** What a Compose file states for others: itself, and each of its services. */
export function factsOf(file: FileNode, uri: string): readonly (ServiceFact | ComposeFileFact)[] {
	return [fileFact(file, uri), ...file.services.map(serviceFact)];
}

function fileFact(file: FileNode, uri: string): ComposeFileFact {
	const references = file.services.flatMap(({ references }) => references);
	const extended = file.services.flatMap((service) => service.extends?.file ?? []);
	return {
		kind: "compose-file",
		span: file.span,
		defines: [
			...file.services.map(({ name }) => `service:${name}`),
			...file.resources.map(({ kind, name }) => `${kind}:${name}`),
		],
		uses: [...new Set(references.map(({ to, name }) => `${to}:${name}`))],
		loads: [...file.includes, ...extended].flatMap((path) => (path.literal ? resolveUri(uri, path.text) : [])),
	};
}

function serviceFact(service: Service): ServiceFact {
	const { build, image } = service;
	return {
		kind: "compose-service",
		span: service.nameSpan,
		name: service.name,
		...(image && { image: image.text }),
		...(build && {
			build: {
				...(build.context ? build.context.literal && { context: build.context.text } : { context: "." }),
				...(build.dockerfile?.literal && { dockerfile: build.dockerfile.text }),
				...(build.target?.literal && { target: build.target.text }),
				args: build.args.map(({ name }) => name),
			},
		}),
		ports: [...new Set(service.ports.flatMap(containerPorts))],
	};
}

function containerPorts({ mapping }: PortNode): string[] {
	const first = mapping?.target?.first;
	const last = mapping?.target?.last;
	if (first === undefined || last === undefined || mapping?.protocol === undefined) return [];
	const count = Math.min(last - first + 1, maximumPorts);
	return Array.from({ length: count }, (_, index) => `${first + index}/${mapping.protocol}`);
}
