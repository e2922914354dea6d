import { familiarName, type ImageReference } from "../container/image.ts";
import type { Link } from "../core/feature.ts";
import type { KubernetesModel } from "./nodes.ts";

/** Images, each opening its page. */
export function links(model: KubernetesModel): readonly Link[] {
	return model.nodes.flatMap((node) => {
		const target = node.kind === "image" && node.reference && pageOf(node.reference);
		return target ? [{ span: node.span, target, tooltip: `Open the page of ${node.text}` }] : [];
	});
}

function pageOf(reference: ImageReference): string | undefined {
	const name = familiarName(reference);
	const { registry, repository } = reference;
	if (name === repository.replace(/^library\//, "") && !name.startsWith(`${registry}/`)) {
		return name.includes("/") ? `https://hub.docker.com/r/${name}` : `https://hub.docker.com/_/${name}`;
	}
	switch (registry) {
		case "quay.io":
			return `https://quay.io/repository/${repository}`;
		case "ghcr.io":
			return `https://github.com/${repository.split("/").slice(0, 2).join("/")}`;
		case "mcr.microsoft.com":
			return `https://mcr.microsoft.com/artifact/mar/${repository}`;
		case "gcr.io":
		case "registry.k8s.io":
			return `https://${registry}/${repository}`;
		default:
			return undefined;
	}
}
