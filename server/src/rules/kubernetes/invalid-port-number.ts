import type { Written } from "../../kubernetes/nodes.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "invalid-port-number",
	severity: "error",
	tags: ["correctness"],
	practice: ["K12"],
	aliases: [],
	scope: "file",
	summary: "A port is not between 1 and 65535.",
	why: "Ports are 16-bit numbers and 0 is not one of them; the API server refuses the object.",
	links: ["https://kubernetes.io/docs/concepts/services-networking/service/"],
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
    - port: ~~80800~~
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
    - port: 8080
      targetPort: 8080
`,
			message: "There is no port 80800: the last one is 65535.",
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
        - containerPort: ~~0~~
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
        - containerPort: 8080
`,
			shown: false,
		},
	],
	check: {
		container({ ports }, { report }) {
			for (const { number, hostPort } of ports) for (const port of [number, hostPort]) checkPort(port, report);
		},
		service({ ports }, { report }) {
			for (const { number, targetPort, nodePort } of ports)
				for (const port of [number, targetPort, nodePort]) checkPort(port, report);
		},
	},
});

function checkPort(
	port: Written<string | number> | undefined,
	report: (span: Written<number>["span"], found: { message: string }) => void,
): void {
	if (typeof port?.value !== "number" || (port.value >= 1 && port.value <= 65535)) return;
	const reason = port.value > 65535 ? "the last one is 65535" : "the first one is 1";
	report(port.span, { message: `There is no port ${port.value}: ${reason}.` });
}
