import { familiarName, type ImageReference } from "./image.ts";
import { type ImageEntry, imageTable, type PackageManager, type SystemId, systems } from "./image-table.ts";
import {
	codenameOf,
	codenames,
	hasEnded,
	type Lifecycle,
	type Line,
	lifecycles,
	nearestSupported,
	recommended,
} from "./lifecycles.ts";

/** What is known of an image, its tag taken into account. What is not certain is undefined. */
export interface BaseImage {
	/** The familiar name: `node`, `gcr.io/distroless/static-debian13`. */
	readonly name: string;
	readonly title: string;
	readonly page: string;
	/** Operating system, such as `Debian`; absent where the tag may be about any. */
	readonly system: string | undefined;
	readonly systemId: SystemId | undefined;
	/** The release of that system that tag or name tell, with the lifecycle it belongs to. */
	readonly release: ReleaseOf | undefined;
	/** The release of the product, such as Python 3.12, that the tag tells. */
	readonly line: ReleaseOf | undefined;
	/** Lifecycle that tags begin with: of the product, or of the system where the image is one. */
	readonly lifecycle: Lifecycle | undefined;
	/** Commands that install packages; empty where there is none, undefined where it is not known. */
	readonly packageManagers: readonly PackageManager[] | undefined;
	/** Path of the shell that the shell form needs; `none` where there is none. */
	readonly shell: string | undefined;
	readonly libc: string | undefined;
	readonly user: string | undefined;
	/** Users that exist, the default one first. */
	readonly users: readonly string[];
	readonly windows: boolean;
	/** Whether the release stands in the name, as in `ubi8` and `static-debian12`, and not in the tag. */
	readonly releaseInName: boolean;
	readonly abandoned: ImageEntry["abandoned"];
}

/** A release line within its lifecycle. */
export interface ReleaseOf {
	readonly lifecycle: Lifecycle;
	readonly line: Line;
	/** The name that tags give it: `bullseye`, `jammy`. */
	readonly codename?: string;
}

const byName = new Map<string, ImageEntry>();
const patterns: (ImageEntry & { readonly name: RegExp })[] = [];
for (const entry of imageTable) {
	if (typeof entry.name === "string") byName.set(entry.name, entry);
	else patterns.push(entry as ImageEntry & { readonly name: RegExp });
}

/** The table's entry for an image's familiar name. */
export function imageEntry(name: string): ImageEntry | undefined {
	return byName.get(name) ?? patterns.find((entry) => entry.name.test(name));
}

/** What is known of the image that a reference names; undefined for images that are not in the table. `scratch` is. */
export function baseImage(reference: ImageReference): BaseImage | undefined {
	const name = familiarName(reference);
	if (name === "scratch") return scratch;
	const entry = imageEntry(name);
	return entry && resolve(entry, name, reference.tag ?? (reference.digest === undefined ? "latest" : ""));
}

/** The empty image that `FROM scratch` starts with. */
const scratch: BaseImage = {
	name: "scratch",
	title: "The empty image",
	page: "https://hub.docker.com/_/scratch",
	system: systems.scratch.title,
	systemId: "scratch",
	release: undefined,
	line: undefined,
	lifecycle: undefined,
	packageManagers: [],
	shell: "none",
	libc: undefined,
	user: "root",
	users: ["root"],
	windows: false,
	releaseInName: false,
	abandoned: undefined,
};

function resolve(entry: ImageEntry, name: string, tag: string): BaseImage {
	const found = systemOf(entry, name, tag);
	const system = found && systems[found.id];
	const ofSystem = system !== undefined && "product" in system ? lifecycles[system.product] : undefined;
	const product = entry.product && lifecycles[entry.product];
	const isSystem = systemNames.has(name);
	const version = versionLine(tag, product ?? (isSystem ? ofSystem : undefined));
	const release = found?.release ?? (isSystem ? version?.name : undefined);
	const user = found === undefined ? entry.user || undefined : userOf(entry, found.id, tag);
	return {
		name,
		title: entry.title,
		page: entry.page,
		system: system?.title,
		systemId: found?.id,
		release: ofSystem && findLine(ofSystem, release),
		line: product && version && { lifecycle: product, line: version },
		lifecycle: product ?? (isSystem ? ofSystem : undefined),
		packageManagers: found && system && packageManagersOf(found.id, system.packageManagers, release),
		shell: system?.shell,
		libc: system?.libc === "none" ? undefined : system?.libc,
		user,
		users: [...new Set([...(user === undefined ? [] : [user]), ...(entry.users ?? []), ...(system?.users ?? [])])],
		windows: system?.libc === "Windows",
		releaseInName: nameRelease(entry, name) !== undefined,
		abandoned: entry.abandoned,
	};
}

function findLine(lifecycle: Lifecycle, name: string | undefined): ReleaseOf | undefined {
	const line = lifecycle.lines.find((candidate) => candidate.name === name);
	if (!line) return undefined;
	const product = lifecycle === lifecycles.debian ? "debian" : lifecycle === lifecycles.ubuntu ? "ubuntu" : undefined;
	const codename = product && codenameOf(product, line.name);
	return codename === undefined ? { lifecycle, line } : { lifecycle, line, codename };
}

/** The line that a tag's version is of: `3.12.4-slim` is 3.12. A version that names several lines, such as `3`, is of none. */
function versionLine(tag: string, lifecycle: Lifecycle | undefined): Line | undefined {
	const version = tagVersion(tag);
	if (!lifecycle || version === "") return undefined;
	const parts = version.split(".");
	for (let length = parts.length; length > 0; length--) {
		const line = findLine(lifecycle, parts.slice(0, length).join("."))?.line;
		if (line) return line;
	}
	return undefined;
}

/** The version at the start of a tag, `v`, `open-` (Semeru) and `jdk-` left out; empty where there is none, or a pre-release. */
function tagVersion(tag: string): string {
	const match = /^(?:v|open-|jdk-|jre-)?(\d+(?:\.\d+)*)(.*)$/.exec(tag);
	if (!match || /^-?(?:rc|beta|alpha|ea|preview|dev|nightly)/.test(match[2] as string)) return "";
	return match[1] as string;
}

interface Found {
	readonly id: SystemId;
	readonly release: string | undefined;
}

const inTag: readonly { readonly pattern: RegExp; readonly id: SystemId }[] = [
	{ pattern: /(?:^|-)alpine-?(?<release>\d+\.\d+)?(?=-|$|\.)/, id: "alpine" },
	{ pattern: /(?:^|-)debian-?(?<release>\d+)?(?=-|$)/, id: "debian" },
	{ pattern: /(?:^|-)ubuntu-?(?<release>\d\d\.\d\d)?(?=-|$)/, id: "ubuntu" },
	{ pattern: /(?:^|-)(?:rhel-)?ubi(?<release>\d+)?(?=-|$)/, id: "ubi" },
	{ pattern: /(?:^|-)(?:al|amazonlinux)(?<release>2023|2)(?=-|$)/, id: "amazonlinux" },
	{ pattern: /(?:^|-)oracle(?:linux)?(?<release>\d+)?(?=-|$)/, id: "oraclelinux" },
	{ pattern: /(?:^|-)almalinux(?<release>\d+)?(?=-|$)/, id: "almalinux" },
	{ pattern: /(?:^|-)centos(?<release>\d+)?(?=-|$)/, id: "centos" },
	{ pattern: /(?:^|-)(?:azurelinux|cbl-mariner|mariner)(?:\d+\.\d+)?(?=-|$)/, id: "azurelinux" },
	{ pattern: /(?:^|-)nanoserver(?:-ltsc(?<release>\d{4}))?(?=-|$)/, id: "nanoserver" },
	{ pattern: /(?:^|-)windowsservercore(?:-ltsc(?<release>\d{4}))?(?=-|$)/, id: "servercore" },
	{ pattern: /(?:^|-)scratch(?=-|$)/, id: "scratch" },
	{ pattern: /(?:^|-)(?:amazon)?corretto(?=-|$)/, id: "amazonlinux" },
	{ pattern: /(?:^|-)eclipse-temurin(?=-|$)/, id: "ubuntu" },
];

/** Words of tags that say nothing certain about the system below. */
const uncertain =
	/(?:^|-)(?:windows|ltsc\d+|graal|ibm\w*|openjdk|sapmachine|semeru|zulu|liberica|microsoft|arch|fedora|suse|photon)(?=-|$)/;

/** The release that an image's name tells. */
function nameRelease(entry: ImageEntry, name: string): string | undefined {
	const groups = typeof entry.name === "string" ? undefined : entry.name.exec(name)?.groups;
	return groups?.["release"] ?? groups?.["release2"];
}

function systemOf(entry: ImageEntry, name: string, tag: string): Found | undefined {
	const release = nameRelease(entry, name);
	if (entry.system === "distroless") return { id: tag.includes("debug") ? "distroless-debug" : "distroless", release };
	if (/(?:^|-)(?:chiseled|distroless)(?=-|$)/.test(tag)) return { id: "no-shell", release: undefined };
	if (entry.system === "no-shell" && /-dev$/.test(tag)) return { id: "wolfi", release: undefined };
	if (release !== undefined && entry.system !== undefined) return { id: entry.system, release };
	return systemInTag(tag) ?? fallback(entry, tag);
}

function systemInTag(tag: string): Found | undefined {
	for (const word of tag.split("-")) {
		const codename = Object.hasOwn(codenames, word) ? codenames[word] : undefined;
		if (codename) return { id: codename.product, release: codename.line };
	}
	for (const { pattern, id } of inTag) {
		const match = pattern.exec(tag);
		if (match) return { id, release: match.groups?.["release"] };
	}
	return undefined;
}

function fallback(entry: ImageEntry, tag: string): Found | undefined {
	if (entry.system === undefined) return undefined;
	const windows = /(?:^|-)ltsc(\d{4})(?=-|$)/.exec(tag);
	if (entry.system === "nanoserver" || entry.system === "servercore")
		return { id: entry.system, release: windows?.[1] };
	if (uncertain.test(tag)) return undefined;
	const minimal = /(?:^|-)minimal(?=-|$)/.test(tag) && systems[entry.system].packageManagers[0] === "dnf";
	return { id: minimal && entry.system === "ubi" ? "ubi-minimal" : entry.system, release: undefined };
}

/** Windows and images without a shell have users of their own; the rest is what the image's entry says, else the system's default. */
function userOf(entry: ImageEntry, id: SystemId, tag: string): string | undefined {
	if (id === "nanoserver" || id === "servercore") return systems[id].user;
	if (/(?:^|-)nonroot(?=-|$)/.test(tag)) return "nonroot";
	if (id === "no-shell") return entry.product === "dotnet" ? "app" : entry.user;
	if (/(?:^|-)rootless(?=-|$)/.test(tag)) return "rootless";
	return entry.user === "" ? undefined : (entry.user ?? systems[id].user);
}

/** Old releases came with other commands. Amazon Linux 2 and Oracle Linux 7 had only yum; minimal variants have microdnf. */
function packageManagersOf(
	id: SystemId,
	usual: readonly PackageManager[],
	release: string | undefined,
): readonly PackageManager[] {
	const old = (id === "amazonlinux" && release === "2") || (id === "oraclelinux" && release === "7");
	return old ? ["yum"] : usual;
}

/** The releases in an image that had ended by `today` (ISO date; empty: none), the product's first. */
export function endedReleases(image: BaseImage, today: string): readonly ReleaseOf[] {
	return [image.line, image.release].filter(
		(release) => release !== undefined && hasEnded(release.line, today),
	) as ReleaseOf[];
}

/** A tag to move to and the line it brings. */
export interface NextTag {
	readonly tag: string;
	readonly line: Line;
	readonly lifecycle: Lifecycle;
}

/**
 * Tags that replace one whose release has ended, variant kept: the recommended line first, then the nearest supported one.
 * Empty where the tag can't be rewritten with confidence.
 */
export function nextTags(image: BaseImage, tag: string, today: string): readonly NextTag[] {
	const ended = endedReleases(image, today);
	const first = ended[0];
	if (!first || image.abandoned || image.releaseInName) return [];
	const { lifecycle, line } = first;
	const lines = [recommended(lifecycle, today), nearestSupported(lifecycle, line, today)];
	const systemEnded = hasEnded(image.release?.line, today);
	const tags: NextTag[] = [];
	for (const next of lines) {
		if (!next || tags.some(({ line: known }) => known === next)) continue;
		const rewritten = first === image.line ? withVersion(tag, lifecycle, line, next) : withRelease(tag, first, next);
		if (rewritten === undefined) continue;
		const fresh = first === image.line ? withFreshSystem(rewritten, image, systemEnded, today) : rewritten;
		if (fresh !== undefined && fresh !== tag && isBuilt(image, fresh)) tags.push({ tag: fresh, line: next, lifecycle });
	}
	return tags;
}

/** Whether every word after the version is one that the image's current tags have: `10.0-jammy` and `3.9-openjdk-11` do not exist. */
function isBuilt({ name }: BaseImage, tag: string): boolean {
	const known = new Set(imageEntry(name)?.variants.flatMap((variant) => variant.split("-")));
	const [first = "", ...rest] = tag.split("-");
	const isVersion = /\d/.test(first) || (systemNames.has(name) && Object.hasOwn(codenames, first));
	return (
		(isVersion || known.has(first)) && rest.every((word) => known.has(word) || word === "alpine" || word === "slim")
	);
}

/** `3.8.10-slim` with line 3.14 is `3.14-slim`; the depth of the line is the new line's own. */
function withVersion(tag: string, { title }: Lifecycle, line: Line, next: Line): string | undefined {
	const match = /^(v|open-|jdk-|jre-)?(\d+(?:\.\d+)*)(.*)$/.exec(tag);
	if (!match || !`${match[2]}.`.startsWith(`${line.name}.`)) return undefined;
	const rest = (match[3] as string).replace(/^(?:u\d+|_\d+|\.[\w.]+)+/, "");
	// .NET's tags have a minor version where its lines have none.
	const dotted = title === ".NET" && /^\d+\.0/.test(match[2] as string) && /^\d+$/.test(next.name) ? ".0" : "";
	return `${match[1] ?? ""}${next.name}${dotted}${rest}`;
}

/** The same with the release of the system, by number or name. */
function withRelease(tag: string, ended: ReleaseOf, next: Line): string | undefined {
	const oldName = ended.codename;
	const newName = findLine(ended.lifecycle, next.name)?.codename;
	if (oldName !== undefined && tag.split("-").includes(oldName)) {
		const words = tag.split("-").filter((word) => !/^\d{8}(?:\.\d+)?$/.test(word));
		return newName && words.map((word) => (word === oldName ? newName : word)).join("-");
	}
	const version = withVersion(tag, ended.lifecycle, ended.line, next);
	if (version !== undefined) return version.replace(/-\d{8}(?=-|$)/, "");
	const pattern = new RegExp(
		`((?:alpine|debian|ubuntu|al|ubi|oraclelinux|almalinux|ltsc)-?)${ended.line.name.replace(".", "\\.")}(?:\\.\\d+)*(?=-|$)`,
	);
	return pattern.test(tag) ? tag.replace(pattern, `$1${next.name}`) : undefined;
}

/** A new line is not built for old releases of systems: `3.8-buster` becomes `3.14-trixie`, `-alpine3.12` becomes `-alpine`. */
function withFreshSystem(tag: string, image: BaseImage, ended: boolean, today: string): string | undefined {
	if (image.systemId === "alpine") return tag.replace(/alpine-?\d+\.\d+(?:\.\d+)*/, "alpine");
	if (!ended || !image.release) return tag;
	const next = recommended(image.release.lifecycle, today);
	return next && withRelease(tag, image.release, next);
}

/** Tags worth offering for an image: its supported lines with their variants, the recommended line first. */
export function offeredTags(
	entry: ImageEntry,
	today: string,
): readonly { readonly tag: string; readonly line: Line | undefined }[] {
	const lifecycle = offeredLifecycle(entry);
	const lines = lifecycle?.lines.filter((line) => !hasEnded(line, today)) ?? [];
	const best = lifecycle && recommended(lifecycle, today);
	const sorted = [...lines].sort((a, b) => Number(b === best) - Number(a === best));
	if (sorted.length === 0) return entry.variants.map((tag) => ({ tag, line: undefined }));
	const depth = entry.product === "dotnet" ? ".0" : "";
	return sorted.flatMap((line) => [
		{ tag: `${line.name}${depth}`, line },
		...entry.variants.map((variant) => ({ tag: `${line.name}${depth}-${variant}`, line })),
	]);
}

function offeredLifecycle(entry: ImageEntry): Lifecycle | undefined {
	if (entry.product) return lifecycles[entry.product];
	if (typeof entry.name !== "string" || !systemNames.has(entry.name)) return undefined;
	const system = entry.system && systems[entry.system];
	return system && "product" in system ? lifecycles[system.product] : undefined;
}

/** Images that are an operating system and nothing more: their tags are its releases. */
const systemNames = new Set([
	"alpine",
	"debian",
	"ubuntu",
	"fedora",
	"almalinux",
	"rockylinux",
	"amazonlinux",
	"oraclelinux",
	"photon",
	"opensuse/leap",
	"centos",
]);
