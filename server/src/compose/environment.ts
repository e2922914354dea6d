import type { World } from "../core/world.ts";
import { readDotenv } from "../dotenv/dotenv.ts";
import type { YamlFile, YamlNode, YamlScalar } from "../yaml/tree.ts";
import { type Environment, evaluate, type ParsedTemplate, parseTemplate, type Setting } from "./interpolate.ts";

/* Where the variables of a Compose file are written, and where their values come from. */

/** A scalar with variables in it, or with what was meant as one. */
export interface TemplateUse extends ParsedTemplate {
	readonly scalar: YamlScalar;
}

/** All values (never keys) that hold a dollar sign, in source order. */
export function templatesIn(yaml: YamlFile): readonly TemplateUse[] {
	const uses: TemplateUse[] = [];
	const walk = (node: YamlNode | undefined): void => {
		if (node?.kind === "scalar") {
			if (node.text.includes("$")) uses.push({ scalar: node, ...parseTemplate(node.text) });
		} else if (node?.kind === "map") for (const { value } of node.pairs) walk(value);
		else if (node?.kind === "seq") for (const { value } of node.items) walk(value);
	};
	for (const { root } of yaml.documents) walk(root);
	return uses;
}

/** The variables that the `.env` beside a Compose file sets, by name; undefined where there is no such file. */
export function dotenvOf(uri: string, world: World): ReadonlyMap<string, Setting> | undefined {
	const text = world.read(world.resolve(uri, ".env"));
	if (text === undefined) return undefined;
	const settings = new Map<string, Setting>();
	for (const { name, value, expands, line } of readDotenv(text)) {
		if (value === undefined) continue;
		const expanded = expands ? evaluate(parseTemplate(value).template, (other) => settings.get(other)).text : value;
		settings.set(name, { value: expanded, source: `\`.env\`, line ${line}` });
	}
	return settings;
}

/** What can be known of the variables: the shell's, which win, can't be seen. */
export function environmentOf(uri: string, world: World): Environment {
	const settings = dotenvOf(uri, world);
	return (name) => settings?.get(name);
}

/** Variables that a shell, an operating system or Compose itself sets, so that nobody writes them down. */
export function isSetElsewhere(name: string): boolean {
	return /^(?:HOME|USER|USERNAME|LOGNAME|PWD|OLDPWD|PATH|SHELL|HOSTNAME|COMPUTERNAME|LANG|TERM|TMPDIR|TEMP|TMP|UID|EUID|GID|DISPLAY|APPDATA|LOCALAPPDATA|USERPROFILE|PROGRAMDATA|SSH_AUTH_SOCK|CI|COMPOSE_\w+|DOCKER_\w+|BUILDX_\w+|GITHUB_\w+|CI_\w+|XDG_\w+|WAYLAND_DISPLAY)$/.test(
		name,
	);
}
