import { toSpan } from "../../core/text.ts";
import type { Written } from "../../kubernetes/nodes.ts";
import { formatProblems } from "../../kubernetes/semantics/schema.ts";
import type { Report } from "../rule.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "invalid-port-name",
	severity: "error",
	tags: ["correctness"],
	practice: ["K12"],
	aliases: ["kube-linter/invalid-target-ports", "kube-score/container-ports-check"],
	scope: "workspace",
	summary: "The name of a port is not written as the API server takes it.",
	why: "A port's name has at most 15 lower-case letters, digits and dashes, and a letter among them. A number in quotes is taken for a name, and has no letter.",
	links: ["https://kubernetes.io/docs/concepts/services-networking/service/"],
	fix: { title: "Write the number without quotes", safety: "suggestion" },
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
      targetPort: "~~8080~~"
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
			message: "The port 8080 is in quotes, which makes it a name, and a name must have a letter in it.",
		},
		{
			path: "service.yaml",
			bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      ports:
        - name: ~~prometheus-metrics~~
          containerPort: 9090
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      ports:
        - name: metrics
          containerPort: 9090
`,
			shown: false,
		},
	],
	check: {
		object(object, { model, world, report }) {
			for (const { span, message, severity } of formatProblems("invalid-port-name", object, { model, world }))
				report(span, { message, severity });
		},
		container({ probes }, { report }) {
			for (const { port } of probes) reportQuoted(port, report);
		},
		service({ ports }, { report }) {
			for (const { targetPort } of ports) reportQuoted(targetPort, report);
		},
	},
});

function reportQuoted(
	port: Written<string | number> | undefined,
	report: (span: Written<string>["span"], found: Report) => void,
): void {
	if (typeof port?.value !== "string" || !/^[0-9]{1,5}$/.test(port.value)) return;
	report(port.span, {
		message: `The port ${port.value} is in quotes, which makes it a name, and a name must have a letter in it.`,
		fix: () => [{ span: toSpan(port.span.start - 1, port.span.end + 1), text: String(port.value) }],
	});
}
