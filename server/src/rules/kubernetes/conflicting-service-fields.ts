import { pairAt } from "../../kubernetes/read.ts";
import { removePair } from "../../yaml/edit.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "conflicting-service-fields",
	severity: "error",
	tags: ["correctness"],
	practice: ["K12"],
	aliases: [],
	scope: "file",
	summary: "Fields of the Service contradict each other.",
	why: "A node port is for Services of type NodePort or LoadBalancer, and these need an address of the cluster, so they can't be headless. The API server refuses the Service.",
	links: ["https://kubernetes.io/docs/concepts/services-networking/service/"],
	fix: { title: "Remove the node port", safety: "suggestion" },
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
      nodePort: ~~30080~~
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
			message: "A Service of type ClusterIP can't have the node port 30080.",
		},
		{
			path: "service.yaml",
			bad: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: ~~NodePort~~
  clusterIP: None
  selector:
    app: web
  ports:
    - port: 80
`,
			good: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  clusterIP: None
  selector:
    app: web
  ports:
    - port: 80
`,
			shown: false,
		},
	],
	check: {
		service({ type, typeSpan, clusterIP, ports }, { text, report }) {
			if (type === "ClusterIP") {
				for (const { nodePort, map } of ports) {
					const pair = pairAt(map, "nodePort");
					if (!nodePort || nodePort.value === 0 || !pair) continue;
					report(nodePort.span, {
						message: `A Service of type ClusterIP can't have the node port ${nodePort.value}.`,
						title: "Remove the node port",
						fix: () => removePair(text, map, pair),
					});
				}
			}
			if (clusterIP?.value === "None" && (type === "NodePort" || type === "LoadBalancer") && typeSpan) {
				report(typeSpan, { message: `A headless Service, whose \`clusterIP\` is None, can't be of type ${type}.` });
			}
		},
	},
});
