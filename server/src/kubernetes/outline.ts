import type { OutlineItem } from "../core/feature.ts";
import { covers } from "../core/text.ts";
import type { KubernetesModel, KubernetesObject } from "./nodes.ts";

/** The objects by kind and name, with the containers of each below. */
export function outline({ objects, nodes }: KubernetesModel): readonly OutlineItem[] {
	const containers = nodes.filter((node) => node.kind === "container");
	return objects.map((object) => ({
		name: object.name?.value || object.generateName?.value || object.type?.value || "?",
		...(object.name && object.type && { detail: object.type.value }),
		kind: "object",
		span: object.span,
		selection: selectionOf(object),
		children: containers
			.filter(({ span }) => covers(object.span, span))
			.map(({ name, image, span, nameSpan }) => ({
				name: name || "?",
				...(image && { detail: image.value }),
				kind: "container",
				span,
				selection: nameSpan,
				children: [],
			})),
	}));
}

function selectionOf({ nameSpan, span }: KubernetesObject): OutlineItem["selection"] {
	return covers(span, nameSpan) ? nameSpan : span;
}
