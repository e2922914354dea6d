import { familiarName, parseImage } from "../container/image.ts";
import { pageOf } from "../container/image-description.ts";
import type { Link } from "../core/feature.ts";
import { resolveUri } from "../core/uri.ts";
import type { World } from "../core/world.ts";
import type { ComposeModel, Service, Text } from "./nodes.ts";
import { attributesAt, textAt } from "./read.ts";

/** Images lead to their registry's page, paths to the files that exist. */
export function linksOf({ file, uri }: ComposeModel, world: World): readonly Link[] {
	const images = file.services.flatMap(({ image, build }) =>
		image?.literal && !build && !image.inherited ? imageLink(image) : [],
	);
	const paths = [
		...file.includes,
		...file.services.flatMap(pathsOf),
		...file.resources.flatMap(({ attributes }) => textAt(attributes, "file") ?? []),
	];
	const files = paths.flatMap((path) => fileLink(path.text, path.span, resolveUri(uri, path.text), world));
	const dockerfiles = file.services.flatMap(({ build }) => {
		const place = build?.dockerfile ?? build?.context;
		return build?.file && place && !place.inherited ? fileLink(place.text, place.span, build.file, world) : [];
	});
	return unique([...images, ...files, ...dockerfiles]);
}

function unique(links: readonly Link[]): Link[] {
	return [...new Map(links.map((link) => [link.span.start, link])).values()].sort(
		(a, b) => a.span.start - b.span.start,
	);
}

function pathsOf(service: Service): Pick<Text, "text" | "span">[] {
	const sources = service.mounts
		.filter(({ type, inherited }) => type === "bind" && !inherited)
		.flatMap(({ source }) => source ?? []);
	const development = attributesAt(service.attributes, "credential_spec");
	return [
		...service.environmentFiles,
		...sources,
		service.extends?.file ?? [],
		textAt(development, "file") ?? [],
	].flat();
}

function fileLink(text: string, span: Link["span"], target: string, world: World): Link[] {
	if (/[$]|^~/.test(text) || world.exists(target) !== true) return [];
	// A folder can't be opened in an editor.
	return world.list(target) === undefined ? [{ span, target }] : [];
}

/** Pages of registries that have one for each image. */
function imageLink({ text, span }: Text): Link[] {
	const reference = parseImage(text);
	if (!reference) return [];
	const name = familiarName(reference);
	const target = pageOf(reference);
	return target === undefined ? [] : [{ span, target, tooltip: `Open the page of ${name}` }];
}
