import { pairAt } from "../../kubernetes/read.ts";
import { removePair } from "../../yaml/edit.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "external-ips",
	severity: "warning",
	tags: ["security"],
	practice: ["K12"],
	aliases: ["trivy/KSV-0108"],
	scope: "file",
	summary: "The Service takes over addresses outside the cluster.",
	why: "Whoever may create a Service with `externalIPs` can catch the traffic of the whole cluster to any address (CVE-2020-8554). Many clusters refuse the field; a LoadBalancer does without.",
	links: ["https://kubernetes.io/docs/concepts/services-networking/service/#external-ips"],
	fix: { title: "Remove the addresses", safety: "suggestion" },
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
  ~~externalIPs~~: [203.0.113.7]
  ports:
    - port: 80
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
		},
	],
	check: {
		service({ object: { spec } }, { text, report }) {
			const pair = pairAt(spec, "externalIPs");
			if (spec && pair?.value?.kind === "seq" && pair.value.items.length > 0)
				report(pair.key.span, { fix: () => removePair(text, spec, pair) });
		},
	},
});
