import { setKey } from "../../yaml/edit.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "unnamed-service-port",
	severity: "error",
	tags: ["correctness"],
	practice: ["K12"],
	aliases: [],
	scope: "file",
	summary: "A Service with several ports leaves one without a name.",
	why: "With one port the name may be left out; with several each needs one, or the API server refuses the Service.",
	links: ["https://kubernetes.io/docs/concepts/services-networking/service/"],
	fix: { title: "Give the port a name", safety: "suggestion" },
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
    - name: http
      port: 80
    - port: ~~9090~~
`,
			good: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - name: http
      port: 80
    - port: 9090
      name: tcp-9090
`,
			message: "The port 9090 has no name, which a Service with several ports must give it.",
		},
	],
	check: {
		service({ ports }, { text, report }) {
			if (ports.length < 2) return;
			for (const { name, number, protocol, map } of ports) {
				// Without a number the port is still being typed.
				if (name || !number) continue;
				report(number.span, {
					message: `The port ${number.value} has no name, which a Service with several ports must give it.`,
					fix: () => setKey(text, map, "name", `${protocol.toLowerCase()}-${number.value}`),
				});
			}
		},
	},
});
