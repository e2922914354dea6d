import { pageOf } from "../container/image-description.ts";
import type { Link } from "../core/feature.ts";
import type { KubernetesModel } from "./nodes.ts";

/** Images, each opening its page. */
export function links(model: KubernetesModel): readonly Link[] {
	return model.nodes.flatMap((node) => {
		const target = node.kind === "image" && node.reference && pageOf(node.reference);
		return target ? [{ span: node.span, target, tooltip: `Open the page of ${node.text}` }] : [];
	});
}
