import { schemaProblemsOf } from "../../kubernetes/semantics/schema.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "duplicate-list-item",
	severity: "warning",
	tags: ["correctness"],
	practice: ["K01"],
	aliases: [],
	scope: "workspace",
	summary: "An item of a list is there twice.",
	why: "Where a list is keyed by a field, tools that merge it keep one of two items with the same key, and the API server may refuse both.",
	links: ["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/"],
	examples: [
		{
			path: "pod.yaml",
			bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  imagePullSecrets:
    - name: registry
    - name: ~~registry~~
  containers:
    - name: web
      image: nginx:1.29
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  imagePullSecrets:
    - name: registry
  containers:
    - name: web
      image: nginx:1.29
`,
		},
	],
	check: {
		object(object, { model, world, report }) {
			for (const { span, message, path } of schemaProblemsOf(object, { model, world }, "duplicate-item")) {
				const list = path.findLast((step) => typeof step === "string");
				// Rules of their own speak of these.
				if (list === undefined || told.has(list) || object.type?.value === "Service") continue;
				report(span, { message });
			}
		},
	},
});

const told: ReadonlySet<string> = new Set([
	"containers",
	"initContainers",
	"ephemeralContainers",
	"volumes",
	"volumeMounts",
	"env",
]);
