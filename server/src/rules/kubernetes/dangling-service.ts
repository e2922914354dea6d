import type { Located, WorkloadFact } from "../../core/fact.ts";
import { nearest } from "../../core/nearest.ts";
import type { Span } from "../../core/text.ts";
import type { Label } from "../../kubernetes/nodes.ts";
import { isKnown, mayHave, selects, workloadsIn } from "../../kubernetes/semantics/relations.ts";
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
		service({ object, selector, type }, { world, report }) {
			if (!world.complete || !selector || selector.labels.length === 0 || type === "ExternalName") return;
			if (!isKnown(selector.labels)) return;
			const workloads = workloadsIn(world, object.namespace?.value);
			if (workloads.length === 0 || workloads.some(({ fact }) => selects(selector.labels, fact.labels))) return;
			const near = closest(selector.labels, workloads);
			const off = near?.off ?? selector.labels[0];
			const span = off?.value && off.value.value !== "" ? off.value.span : off?.key.span;
			if (!span) return;
			report(span, {
				message: near
					? `No workload of the workspace has all labels of this selector; the nearest is the ${near.kind} \`${near.name}\`.`
					: "No workload of the workspace has all labels of this selector.",
				// Where nothing is near, the pods are likely to be defined elsewhere.
				...(!near && { severity: "info" }),
				...(near && { title: `Replace with ${near.own}`, fix: () => [{ span, text: near.own }] }),
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
	/** The label of the selector that the workload does not have, and what it has instead. */
	readonly off: Label;
	readonly own: string;
}

/** The workload that is most likely meant: the only label it lacks is spelt much like its own. */
function closest(selector: readonly Label[], workloads: readonly Located<WorkloadFact>[]): Near | undefined {
	for (const { uri, fact } of workloads) {
		const off = selector.filter((label) => !mayHave(label, fact.labels));
		const [only] = off;
		const own = only && fact.labels[only.key.value];
		if (off.length !== 1 || !only?.value || own === undefined || !isAlike(only.value.value, own)) continue;
		return { uri, span: fact.span, kind: fact.object, name: fact.name, own, off: only };
	}
	return undefined;
}

function isAlike(a: string, b: string): boolean {
	return a.startsWith(b) || b.startsWith(a) || nearest(a, [b]) !== undefined;
}
