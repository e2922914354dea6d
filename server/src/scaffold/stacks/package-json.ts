import type { Project } from "./project.ts";

/** What matters of a package.json; everything that is not as it should be is left out. */
export interface PackageJson {
	readonly name: string | undefined;
	readonly description: string | undefined;
	readonly version: string | undefined;
	readonly license: string | undefined;
	/** URL of the sources. */
	readonly repository: string | undefined;
	readonly main: string | undefined;
	readonly scripts: ReadonlyMap<string, string>;
	/** Names of what is needed when it runs. */
	readonly dependencies: ReadonlySet<string>;
	/** Names of what is needed to build. */
	readonly devDependencies: ReadonlySet<string>;
	/** The range that `engines.node` accepts. */
	readonly node: string;
	/** `pnpm@10.12.1`, its checksum left out. */
	readonly packageManager: string;
	readonly workspaces: boolean;
}

/** The package.json of a folder; one with nothing in it where there is none or it is broken. */
export function packageJson(project: Project): PackageJson {
	const json = parsed(project.read("package.json"));
	const repository = json["repository"];
	const url = text(typeof repository === "string" ? repository : record(repository)["url"]);
	return {
		name: text(json["name"]),
		description: text(json["description"]),
		version: text(json["version"]),
		license: text(json["license"]),
		repository: url && sourceUrl(url),
		main: text(json["main"]),
		scripts: new Map(Object.entries(record(json["scripts"])).flatMap(([name, script]) => pair(name, text(script)))),
		dependencies: new Set([
			...Object.keys(record(json["dependencies"])),
			...Object.keys(record(json["optionalDependencies"])),
		]),
		devDependencies: new Set(Object.keys(record(json["devDependencies"]))),
		node: text(record(json["engines"])["node"]) ?? "",
		packageManager: (text(json["packageManager"]) ?? "").replace(/\+.*$/, ""),
		workspaces: json["workspaces"] !== undefined,
	};
}

/** `https://…` of what people write as repository; undefined where that can't be told. */
function sourceUrl(url: string): string | undefined {
	const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(url);
	if (short) return `https://github.com/${short[1]}`;
	const plain = url.replace(/^git\+/, "").replace(/\.git$/, "");
	return /^https:\/\/[^\s"\\$]+$/.test(plain) ? plain : undefined;
}

function pair(name: string, value: string | undefined): [string, string][] {
	return value === undefined ? [] : [[name, value]];
}

function parsed(source: string): Readonly<Record<string, unknown>> {
	try {
		return record(JSON.parse(source.replace(/^\uFEFF/, "")));
	} catch {
		return {};
	}
}

function record(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string | undefined {
	return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}
