import type { ComposeModel, Service } from "../compose/nodes.ts";
import type { FileEdit } from "../core/finding.ts";
import { shift } from "../core/shift.ts";
import { type Edit, touches } from "../core/text.ts";
import type { Container, KubernetesModel, Workload } from "../kubernetes/nodes.ts";
import type { ScaffoldOutcome, ScaffoldRequest } from "./scaffold.ts";

/** The containers of a workload that a command is for. */
export interface WorkloadTarget {
	readonly kind: "workload";
	readonly workload: Workload;
	/** The one at the cursor, else all that run on. */
	readonly containers: readonly Container[];
	/** The part's text, in which all spans count. */
	readonly text: string;
	readonly offset: number;
}

/** The service that a command is for. */
export interface ServiceTarget {
	readonly kind: "service";
	readonly service: Service;
	readonly model: ComposeModel;
	readonly text: string;
	readonly offset: number;
}

export type Target = WorkloadTarget | ServiceTarget;

/** The workload or service at the cursor, or the only one there is; else why there is none, as a sentence. */
export function targetAt({ document, offset }: ScaffoldRequest): Target | string {
	if (!document || offset === undefined) return "Open a Kubernetes manifest or a Compose file first.";
	const part = document.partAt(offset);
	const at = offset - part.offset;
	if (part.model.language === "kubernetes") {
		const { nodes, text } = part.model as KubernetesModel;
		const workloads = nodes.filter((node): node is Workload => node.kind === "workload");
		const workload =
			workloads.find(({ object }) => touches(object.span, at)) ?? (workloads.length === 1 ? workloads[0] : undefined);
		if (!workload?.pod)
			return "There is no workload at the cursor: put it into a Deployment, a StatefulSet or another object that runs pods.";
		const { containers } = workload.pod;
		const here = containers.filter(({ item }) => touches(item.span, at));
		const running = containers.filter(({ role }) => role === "regular" || role === "sidecar");
		return { kind: "workload", workload, containers: here.length > 0 ? here : running, text, offset: part.offset };
	}
	if (part.model.language === "compose") {
		const model = part.model as ComposeModel;
		const services = model.nodes.filter((node): node is Service => node.kind === "service");
		const service = services.find(({ span }) => touches(span, at)) ?? (services.length === 1 ? services[0] : undefined);
		if (!service) return "There is no service at the cursor: put it into one.";
		return { kind: "service", service, model, text: model.text, offset: part.offset };
	}
	return "This is neither a Kubernetes manifest nor a Compose file.";
}

/** Edits of a part as edits of the file; `otherwise` says why there are none. */
export function toOutcome(
	{ offset }: Target,
	edits: readonly Edit[],
	message: string,
	otherwise: string,
): ScaffoldOutcome {
	if (edits.length === 0) return { kind: "nothing", message: otherwise };
	return { kind: "edit", files: [], edits: deepestFirst(edits).map((edit): FileEdit => shift(edit, offset)), message };
}

/** At one place, lines that continue an inner collection must come before those of the collection around it. */
function deepestFirst(edits: readonly Edit[]): readonly Edit[] {
	return edits.toSorted((a, b) => a.span.start - b.span.start || depthOf(b) - depthOf(a));
}

/** Column of the first inserted line; an item stands deeper than the key of its list, also where both begin at one column. */
function depthOf({ text }: Edit): number {
	const match = /^\r?\n( *)(- )?/.exec(text);
	return match ? (match[1] as string).length + (match[2] === undefined ? 0 : 0.5) : Number.POSITIVE_INFINITY;
}
