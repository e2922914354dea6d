import { at, type Span } from "../../core/text.ts";
import { isOpen, mapAt, mapsAt, pairAt, wordAt } from "../../kubernetes/read.ts";
import type { YamlMap } from "../../yaml/tree.ts";
import type { Report } from "../rule.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "invalid-ingress",
	severity: "error",
	tags: ["correctness"],
	practice: ["K12"],
	aliases: [],
	scope: "file",
	summary: "The Ingress is put together in a way that the API server refuses.",
	why: "A path of type Exact or Prefix starts with a slash, a host is a name and no address, a backend is either a Service or a resource, and its port is given by name or number, not both.",
	links: ["https://kubernetes.io/docs/concepts/services-networking/ingress/"],
	fix: { title: "Start the path with a slash", safety: "suggestion" },
	examples: [
		{
			path: "ingress.yaml",
			bad: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: ~~cart~~
            pathType: Prefix
            backend:
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
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /cart
            pathType: Prefix
            backend:
              service:
                name: web
                port:
                  number: 80
`,
			message: "The path `cart` does not start with a slash.",
		},
		{
			path: "ingress.yaml",
			bad: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: web
                port:
                  name: http
                  ~~number~~: 80
`,
			good: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: web
                port:
                  name: http
`,
			shown: false,
		},
	],
	check: {
		object({ type, group, version, spec }, { report }) {
			if (type?.value !== "Ingress" || group !== "networking.k8s.io" || version !== "v1" || !spec?.pairs.length) return;
			if (!pairAt(spec, "rules") && !pairAt(spec, "defaultBackend") && !pairAt(spec, "tls")) return;
			checkBackend(mapAt(spec, "defaultBackend"), report);
			for (const { map: rule } of mapsAt(spec, "rules")) {
				const host = wordAt(rule, "host");
				if (host && /^[0-9]{1,3}(?:\.[0-9]{1,3}){3}$/.test(host.value))
					report(host.span, { message: "A host is a name, not an address." });
				for (const { map: entry } of mapsAt(mapAt(rule, "http"), "paths")) {
					const path = wordAt(entry, "path");
					if (
						path &&
						!path.value.startsWith("/") &&
						!isOpen(path.value) &&
						wordAt(entry, "pathType")?.value !== "ImplementationSpecific"
					) {
						report(path.span, {
							message: `The path \`${path.value}\` does not start with a slash.`,
							fix: () => [{ span: at(path.span.start), text: "/" }],
						});
					}
					checkBackend(mapAt(entry, "backend"), report);
				}
			}
		},
	},
});

function checkBackend(backend: YamlMap | undefined, report: (span: Span, found: Report) => void): void {
	const service = pairAt(backend, "service");
	const resource = pairAt(backend, "resource");
	if (service && resource)
		report(resource.key.span, { message: "The backend has a Service already, and may be one thing only." });
	const port = pairAt(mapAt(backend, "service"), "port");
	const map = mapAt(mapAt(backend, "service"), "port");
	const name = pairAt(map, "name");
	const number = pairAt(map, "number");
	if (name?.value && number?.value)
		report(number.key.span, { message: "The port is given by name and by number; one is enough." });
	else if (port && map && map.pairs.length > 0 && !name && !number)
		report(port.key.span, { message: "The port has neither a name nor a number." });
}
