import type { Located, WorkloadFact } from "../../core/fact.ts";
import type { Span } from "../../core/text.ts";
import type { Label } from "../../kubernetes/nodes.ts";
import { isKnown, isListedPatch, selects, workloadsIn } from "../../kubernetes/semantics/relations.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "dangling-service",
	severity: "warning",
	tags: ["correctness", "reliability"],
	practice: ["K12"],
	aliases: ["kube-linter/dangling-service", "kube-score/service-targets-pod"],
	scope: "workspace",
	summary: "The selector of the Service matches no workload of the workspace.",
	why: "A Service sends requests to the pods that have all labels of its selector. Where none has, it has no endpoints and each request fails, without any error when it is applied.",
	links: ["https://kubernetes.io/docs/concepts/services-networking/service/"],
	fix: { title: "Write the label of the workload", safety: "suggestion" },
	examples: [
		{
			path: "service.yaml",
			bad: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: ~~website~~
  ports:
    - port: 80
      targetPort: 8080
`,
			good: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 80
      targetPort: 8080
`,
			message: "No workload of the workspace has all labels of this selector; the nearest is the Deployment `web`.",
			files: {
				"deployment.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.29
          ports:
            - name: http
              containerPort: 8080
`,
			},
		},
	],
	check: {
		service({ object, selector, type }, { model, world, report }) {
			if (!world.complete || !selector || selector.labels.length === 0 || type === "ExternalName") return;
			if (!isKnown(selector.labels) || isListedPatch(world, model.uri)) return;
			const workloads = workloadsIn(world, object.namespace?.value);
			if (workloads.length === 0 || workloads.some(({ fact }) => selects(selector.labels, fact.labels))) return;
			const near = closest(selector.labels, workloads);
			const off = near?.off[0] ?? selector.labels[0];
			const span = off?.value && off.value.value !== "" ? off.value.span : off?.key.span;
			if (!span) return;
			const meant = near?.off.length === 1 && off ? near.labels[off.key.value] : undefined;
			report(span, {
				message: near
					? `No workload of the workspace has all labels of this selector; the nearest is the ${near.kind} \`${near.name}\`.`
					: "No workload of the workspace has a label of this selector.",
				// Where nothing is near, the pods are likely to be defined elsewhere.
				...(!near && { severity: "info" }),
				...(meant !== undefined &&
					off?.value && { title: `Replace with ${meant}`, fix: () => [{ span, text: meant }] }),
				...(near && {
					related: [{ uri: near.uri, span: near.span, message: `The labels of \`${near.name}\` differ.` }],
				}),
			});
		},
	},
});

interface Near {
	readonly uri: string;
	readonly span: Span;
	readonly kind: string;
	readonly name: string;
	readonly labels: Readonly<Record<string, string>>;
	/** Labels of the selector that the workload does not have. */
	readonly off: readonly Label[];
}

/** The workload that lacks the fewest labels: only one that has all the keys, or at least one of the labels, can be meant. */
function closest(selector: readonly Label[], workloads: readonly Located<WorkloadFact>[]): Near | undefined {
	let best: Near | undefined;
	for (const { uri, fact } of workloads) {
		const off = selector.filter(({ key, value }) => fact.labels[key.value] !== value?.value);
		const isCandidate =
			off.length < selector.length || selector.every(({ key }) => fact.labels[key.value] !== undefined);
		if (!isCandidate || (best && best.off.length <= off.length)) continue;
		best = { uri, span: fact.span, kind: fact.object, name: fact.name, labels: fact.labels, off };
	}
	return best;
}
