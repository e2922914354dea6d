import { nearest } from "../../core/nearest.ts";
import { isOpen } from "../../kubernetes/read.ts";
import { isKnown, selects, workloadsIn } from "../../kubernetes/semantics/relations.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "undefined-target-port",
	severity: "warning",
	tags: ["correctness"],
	practice: ["K12"],
	aliases: ["kube-linter/invalid-target-ports"],
	scope: "workspace",
	summary: "The Service names a port that no container behind it has.",
	why: "A target port given by name is looked up among the ports of the pods that the Service selects. Where none has the name, the port of the Service leads nowhere.",
	links: ["https://kubernetes.io/docs/concepts/services-networking/service/"],
	fix: { title: "Write the name of the port", safety: "suggestion" },
	examples: [
		{
			path: "service.yaml",
			bad: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 80
      targetPort: ~~https~~
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
      targetPort: http
`,
			message: "No container behind the Service has a port named `https`.",
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
		service({ object, selector, ports }, { world, report }) {
			if (!selector || selector.labels.length === 0 || !isKnown(selector.labels)) return;
			const named = ports.filter(({ targetPort }) => typeof targetPort?.value === "string");
			if (named.length === 0) return;
			const selected = workloadsIn(world, object.namespace?.value).filter(({ fact }) =>
				selects(selector.labels, fact.labels),
			);
			if (selected.length === 0) return;
			const names = new Set(selected.flatMap(({ fact }) => fact.ports.flatMap(({ name }) => name ?? [])));
			for (const { targetPort } of named) {
				if (
					typeof targetPort?.value !== "string" ||
					names.has(targetPort.value) ||
					isOpen(targetPort.value) ||
					/^[0-9]*$/.test(targetPort.value)
				)
					continue;
				const meant = nearest(targetPort.value, names) ?? (names.size === 1 ? [...names][0] : undefined);
				report(targetPort.span, {
					message: `No container behind the Service has a port named \`${targetPort.value}\`.`,
					...(meant !== undefined && {
						title: `Replace with ${meant}`,
						fix: () => [{ span: targetPort.span, text: meant }],
					}),
				});
			}
		},
	},
});
