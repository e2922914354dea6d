import { pageOf } from "../container/image-description.ts";
import type { ImageUse } from "../container/nodes.ts";
import type { Link } from "../core/feature.ts";
import type { World } from "../core/world.ts";
import { sourceUri } from "./context.ts";
import type { AddNode, CopyNode, DockerfileModel, Word } from "./nodes.ts";

/** Pages of images, files that COPY and ADD take, and addresses that ADD downloads. */
export function links(model: DockerfileModel, world: World): readonly Link[] {
	return model.nodes.flatMap((node): readonly Link[] => {
		if (node.kind === "image") return imageLink(node as ImageUse);
		if (node.kind === "copy")
			return (node as CopyNode).from ? [] : sourceLinks(model, world, (node as CopyNode).sources);
		return node.kind === "add" ? sourceLinks(model, world, (node as AddNode).sources) : [];
	});
}

function imageLink({ reference, span }: ImageUse): readonly Link[] {
	const target = reference && reference.repository !== "scratch" ? pageOf(reference) : undefined;
	return target === undefined ? [] : [{ span, target, tooltip: "Open the page of the image" }];
}

function sourceLinks(model: DockerfileModel, world: World, sources: readonly Word[]): readonly Link[] {
	return sources.flatMap((word): readonly Link[] => {
		const path = word.resolved;
		if (path === undefined || path === "" || path.startsWith("<<") || /[*?[]/.test(path)) return [];
		if (/^https?:\/\//.test(path)) return [{ span: word.inner, target: path }];
		if (/^[a-z]+:\/\/|^git@/.test(path)) return [];
		const target = sourceUri(model.uri, world, path);
		return world.exists(target) === true && world.list(target) === undefined ? [{ span: word.inner, target }] : [];
	});
}
