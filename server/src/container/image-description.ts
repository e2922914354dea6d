import type { Hover } from "../core/feature.ts";
import type { Model } from "../core/language.ts";
import { touches } from "../core/text.ts";
import type { World } from "../core/world.ts";
import { familiarName, type ImageReference } from "./image.ts";
import { type BaseImage, baseImage, nextTags, type ReleaseOf } from "./images.ts";
import { hasEnded, takenOn } from "./lifecycles.ts";
import type { ImageUse } from "./nodes.ts";

/** The description of the image that is named at an offset; a name that a build gives its image tells nothing. */
export function describeImageAt({ nodes }: Model, offset: number, { settings }: World): Hover | undefined {
	const use = nodes.find((node): node is ImageUse => node.kind === "image" && touches(node.span, offset));
	if (!use?.reference || use.role === "built") return undefined;
	return { span: use.span, markdown: describeImage(use.reference, settings.today) };
}

/** What is known of an image as markdown; `today` is an ISO date, empty where it is not known. */
export function describeImage(reference: ImageReference, today: string): string {
	const image = baseImage(reference);
	if (!image) return pageOnly(reference);
	const rows: (readonly [string, string | undefined])[] = [
		["System", systemText(image)],
		[
			"Packages",
			image.packageManagers && (image.packageManagers.map((name) => `\`${name}\``).join(", ") || "no package manager"),
		],
		[
			"Shell",
			image.shell === "none"
				? "none: only the JSON forms of RUN, CMD and ENTRYPOINT work"
				: image.shell && `\`${image.shell}\``,
		],
		["C library", image.libc],
		["Default user", image.user && `\`${image.user}\``],
	];
	const parts = [
		`**${image.name}**: ${image.title}`,
		...(image.abandoned
			? [
					`**No longer updated** since ${image.abandoned.since}; use \`${image.abandoned.instead}\` ([source](${image.abandoned.source})).`,
				]
			: []),
		...[image.line, image.release].flatMap((release) => (release ? [releaseText(release, today)] : [])),
		rows.flatMap(([name, value]) => (value === undefined ? [] : [`- ${name}: ${value}`])).join("\n"),
		...pinText(reference),
		...nextText(image, reference.tag, today),
		`[Page of the image](${image.page}). Facts of ${takenOn}.`,
	];
	return parts.filter((part) => part !== "").join("\n\n");
}

function pageOnly(reference: ImageReference): string {
	const page = pageOf(reference);
	const name = familiarName(reference);
	return [`**${name}**`, ...pinText(reference), ...(page === undefined ? [] : [`[Page of the image](${page})`])].join(
		"\n\n",
	);
}

function systemText({ system, release }: BaseImage): string | undefined {
	if (system === undefined) return undefined;
	// "Debian 13 without shell and package manager"
	return release ? system.replace(/^\S+(?= without)|$/, (name) => `${name} ${release.line.name}`) : system;
}

function releaseText({ lifecycle, line, codename }: ReleaseOf, today: string): string {
	const marks = [codename, line.lts ? "long-term support" : undefined].filter((mark) => mark !== undefined);
	const name = `${lifecycle.title} ${line.name}${marks.length > 0 ? ` (${marks.join(", ")})` : ""}`;
	const source = `([source](${lifecycle.source}))`;
	if (line.ends === undefined) return `${name} is supported, with no end announced ${source}.`;
	if (hasEnded(line, today)) return `**${name} has had no security fixes since ${line.ends}** ${source}.`;
	return `${name} gets security fixes until ${line.ends} ${source}.`;
}

function pinText({ tag, digest, repository }: ImageReference): readonly string[] {
	if (digest !== undefined) return ["Pinned by digest: always the same image."];
	if (repository === "scratch") return [];
	if (tag === undefined) return ["No tag: the same as `latest`, which changes without notice."];
	return tag === "latest" ? ["`latest` changes without notice."] : [];
}

function nextText(image: BaseImage, tag: string | undefined, today: string): readonly string[] {
	const next = tag === undefined ? [] : nextTags(image, tag, today);
	if (next.length === 0) return [];
	return [`Supported in its place: ${next.map((candidate) => `\`${candidate.tag}\``).join(", ")}.`];
}

/** The page a registry has for an image; undefined for registries without one that is known. */
export function pageOf(reference: ImageReference): string | undefined {
	const known = baseImage(reference);
	if (known) return known.page;
	const name = familiarName(reference);
	const { registry, repository } = reference;
	if (registry === undefined || name === repository.replace(/^library\//, "")) {
		return name.includes("/") ? `https://hub.docker.com/r/${name}` : `https://hub.docker.com/_/${name}`;
	}
	return Object.hasOwn(pages, registry) ? pages[registry]?.(repository) : undefined;
}

const pages: Readonly<Record<string, (repository: string) => string>> = {
	"ghcr.io": (repository) => {
		const [owner = "", ...rest] = repository.split("/");
		return `https://github.com/${owner}/${rest[0] ?? ""}/pkgs/container/${encodeURIComponent(rest.join("/"))}`;
	},
	"quay.io": (repository) => `https://quay.io/repository/${repository}`,
	"gcr.io": (repository) => `https://gcr.io/${repository}`,
	"registry.k8s.io": (repository) => `https://registry.k8s.io/${repository}`,
	"mcr.microsoft.com": (repository) => `https://mcr.microsoft.com/artifact/mar/${repository}`,
	"public.ecr.aws": (repository) => `https://gallery.ecr.aws/${repository}`,
};
