import { toSpan } from "../../core/text.ts";
import { labelProblem, portNameProblem } from "../../kubernetes/names.ts";
import type { Written } from "../../kubernetes/nodes.ts";
import { isOpen } from "../../kubernetes/read.ts";
import type { Report } from "../rule.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "invalid-port-name",
	severity: "error",
	tags: ["correctness"],
	practice: ["K12"],
	aliases: ["kube-linter/invalid-target-ports", "kube-score/container-ports-check"],
	scope: "file",
	summary: "The name of a port is not written as the API server takes it.",
	why: "A port's name has at most 15 lower-case letters, digits and dashes, and a letter among them. A number in quotes is taken for a name, and has no letter.",
	links: ["https://kubernetes.io/docs/concepts/services-networking/service/"],
	fix: { title: "Write the number without quotes", safety: "suggestion" },
	examples: [
		{
			path: "pod.yaml",
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
			message: "The port `8080` is in quotes, which makes it a name, and a name must have a letter in it.",
		},
		{
			path: "pod.yaml",
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
			message: "The port's name `prometheus-metrics` has 18 characters, and 15 is the most.",
			shown: false,
		},
	],
	check: {
		container({ ports, probes }, { report }) {
			for (const { name } of ports) if (name) checkName(name, report);
			for (const { port } of probes) if (port) checkName(port, report);
		},
		service({ ports }, { report }) {
			for (const { name, targetPort } of ports) {
				const problem = name && !isOpen(name.value) ? labelProblem(name.value) : undefined;
				if (name && problem) report(name.span, { message: `The port's name \`${name.value}\` ${problem}.` });
				if (targetPort) checkName(targetPort, report);
			}
		},
	},
});

function checkName(
	{ value, span }: Written<string | number>,
	report: (span: Written<string>["span"], found: Report) => void,
): void {
	if (typeof value !== "string" || isOpen(value)) return;
	const problem = portNameProblem(value);
	if (!problem) return;
	if (/^[0-9]+$/.test(value)) {
		report(span, {
			message: `The port \`${value}\` is in quotes, which makes it a name, and a name must have a letter in it.`,
			fix: () => [{ span: toSpan(span.start - 1, span.end + 1), text: value }],
		});
	} else report(span, { message: `The port's name \`${value}\` ${problem}.` });
}
