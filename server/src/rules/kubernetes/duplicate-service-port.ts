import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "duplicate-service-port",
	severity: "error",
	tags: ["correctness"],
	practice: ["K12"],
	aliases: [],
	scope: "file",
	summary: "A Service has a port or a port name twice.",
	why: "Each pair of protocol and number, and each name, may be there once; the API server refuses the Service.",
	links: ["https://kubernetes.io/docs/concepts/services-networking/service/"],
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
    - name: web
      port: ~~80~~
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
    - name: web
      port: 8080
`,
			message: "The Service has the port 80/TCP already.",
		},
	],
	check: {
		service({ ports }, { report }) {
			const numbers = new Set<string>();
			const names = new Set<string>();
			for (const { name, number, protocol } of ports) {
				if (number) {
					const id = `${number.value}/${protocol}`;
					if (numbers.has(id)) report(number.span, { message: `The Service has the port ${id} already.` });
					numbers.add(id);
				}
				if (name) {
					if (names.has(name.value))
						report(name.span, { message: `The Service has a port named \`${name.value}\` already.` });
					names.add(name.value);
				}
			}
		},
	},
});
