import { seqAt } from "../../kubernetes/read.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "missing-ingress-tls",
	severity: "info",
	tags: ["security"],
	practice: ["K12"],
	aliases: ["polaris/tlsSettingsMissing"],
	scope: "file",
	preset: "all",
	summary: "The Ingress serves without TLS.",
	why: "Without a `tls` section requests and answers go through the network in clear text, unless something in front of the Ingress ends TLS.",
	links: ["https://kubernetes.io/docs/concepts/services-networking/ingress/#tls"],
	examples: [
		{
			path: "ingress.yaml",
			bad: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: ~~web~~
spec:
  defaultBackend:
    service:
      name: web
      port:
        number: 80
`,
			good: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  tls:
    - hosts: [shop.example.com]
      secretName: shop-tls
  defaultBackend:
    service:
      name: web
      port:
        number: 80
`,
		},
	],
	check: {
		object({ type, group, spec, nameSpan }, { report }) {
			if (type?.value !== "Ingress" || group !== "networking.k8s.io" || !spec?.pairs.length) return;
			if (!seqAt(spec, "tls")?.items.length) report(nameSpan);
		},
	},
});
