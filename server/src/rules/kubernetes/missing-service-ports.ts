import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "missing-service-ports",
	severity: "error",
	tags: ["correctness"],
	practice: ["K12"],
	aliases: [],
	scope: "file",
	summary: "The Service has no port.",
	why: "A Service forwards ports; only a headless one (`clusterIP: None`) and one of type ExternalName can do without.",
	links: ["https://kubernetes.io/docs/concepts/services-networking/service/"],
	examples: [
		{
			path: "service.yaml",
			bad: `apiVersion: v1
kind: Service
metadata:
  name: ~~web~~
spec:
  selector:
    app: web
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
`,
			message: "The Service `web` has no port.",
		},
	],
	check: {
		service({ object, type, clusterIP, ports, portsPair, nameSpan }, { report }) {
			// A spec without a key is still being typed.
			if (!object.spec?.pairs.length || ports.length > 0 || type === "ExternalName" || clusterIP?.value === "None")
				return;
			if (portsPair?.value && portsPair.value.kind !== "seq") return;
			report(portsPair?.key.span ?? nameSpan, { message: `The Service \`${object.name?.value ?? ""}\` has no port.` });
		},
	},
});
