import { baseName } from "../core/uri.ts";
import type { YamlNode } from "../yaml/tree.ts";
import { pairOf, parseYaml, resolve, scalarText } from "../yaml/tree.ts";
import { type Configuration, noConfiguration, type RuleSetting } from "./configuration.ts";

/** Configuration files of other tools, which hold for the files below them under whatever ours says. */
export const peerConfigurationNames: readonly string[] = [
	".hadolint.yaml",
	".hadolint.yml",
	".kube-linter.yaml",
	".kube-linter.yml",
];

/** What a peer's configuration file means for our rules; what has no meaning here is left out. */
export function readPeerConfiguration(path: string, text: string): Configuration {
	const root = parseYaml(text).documents[0]?.root;
	const rules = baseName(path).startsWith(".hadolint") ? fromHadolint(root) : fromKubeLinter(root);
	return { ...noConfiguration, rules };
}

/** Our levels for Hadolint's. */
const hadolintLevels = { error: "error", warning: "warning", info: "info", style: "hint" } as const;

/** `ignored` and `override` of https://github.com/hadolint/hadolint#configure. */
function fromHadolint(root: YamlNode | undefined): RuleSetting[] {
	const overridden = Object.entries(hadolintLevels).flatMap(([list, level]) =>
		textsAt(root, "override", list).map((name) => ({ name: hadolintName(name), level, options: {} })),
	);
	const ignored = textsAt(root, "ignored").map((name) => ({
		name: hadolintName(name),
		level: "off" as const,
		options: {},
	}));
	return [...overridden, ...ignored];
}

function hadolintName(name: string): string {
	return `${name.startsWith("SC") ? "shellcheck" : "hadolint"}/${name}`;
}

/** `checks.include` and `checks.exclude` of https://docs.kubelinter.io/#/configuring-kubelinter. */
function fromKubeLinter(root: YamlNode | undefined): RuleSetting[] {
	const included = textsAt(root, "checks", "include").map((name) => ({
		name: `kube-linter/${name}`,
		level: "on" as const,
		options: {},
	}));
	const excluded = textsAt(root, "checks", "exclude").map((name) => ({
		name: `kube-linter/${name}`,
		level: "off" as const,
		options: {},
	}));
	return [...included, ...excluded];
}

/** The texts of the list at a path of keys; none where there is no list. */
function textsAt(root: YamlNode | undefined, ...path: readonly string[]): readonly string[] {
	let node = resolve(root);
	for (const key of path) node = node?.kind === "map" ? resolve(pairOf(node, key)?.value) : undefined;
	return node?.kind === "seq" ? node.items.flatMap(({ value }) => scalarText(value) ?? []) : [];
}
