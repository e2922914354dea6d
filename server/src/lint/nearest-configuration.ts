import { type Configuration, layered, noConfiguration } from "./configuration.ts";
import { configurationNames, readConfiguration } from "./configuration-file.ts";
import { peerConfigurationNames, readPeerConfiguration } from "./peer-configuration.ts";

/** What the configuration files above a file choose together. */
export interface NearestConfiguration {
	/** Differs where another set of files holds: linters are kept by it. */
	readonly key: string;
	/** Folder of our own file, from which its ignored paths count; undefined where there is none. */
	readonly folder: string | undefined;
	readonly configuration: Configuration;
}

/** How a shell looks for files: paths or URIs, as it likes. */
export interface Lookup {
	/** Undefined above the topmost folder. */
	parent(folder: string): string | undefined;
	/** Text of the file of that name in the folder; undefined where there is none. */
	read(folder: string, name: string): string | undefined;
}

/** The nearest file of ours and the nearest of each peer, looking upwards from a folder; ours decides over the peers'. */
export function nearestConfiguration(start: string, { parent, read }: Lookup): NearestConfiguration {
	const own = nearest(start, configurationNames, parent, read);
	const peers = [peerConfigurationNames.slice(0, 2), peerConfigurationNames.slice(2)].flatMap(
		(names) => nearest(start, names, parent, read) ?? [],
	);
	return {
		key: [...peers, ...(own ? [own] : [])].map(({ folder, name }) => `${folder}/${name}`).join("\n"),
		folder: own?.folder,
		configuration: layered(
			noConfiguration,
			...peers.map(({ name, text }) => readPeerConfiguration(name, text)),
			own ? readConfiguration(own.text) : noConfiguration,
		),
	};
}

interface Found {
	readonly folder: string;
	readonly name: string;
	readonly text: string;
}

function nearest(
	start: string,
	names: readonly string[],
	parent: Lookup["parent"],
	read: Lookup["read"],
): Found | undefined {
	for (let folder: string | undefined = start; folder !== undefined; folder = parent(folder)) {
		for (const name of names) {
			const text = read(folder, name);
			if (text !== undefined) return { folder, name, text };
		}
	}
	return undefined;
}
