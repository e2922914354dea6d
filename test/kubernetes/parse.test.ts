import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kubernetes } from "../../server/src/kubernetes/index.ts";
import type { Container, KubernetesModel, KubernetesNodes } from "../../server/src/kubernetes/nodes.ts";
import { parse } from "../../server/src/kubernetes/parse.ts";

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
  labels:
    app: web
  annotations:
    kube-score/ignore: pod-probes, container-image-tag
    ignore-check.kube-linter.io/latest-tag: "for the demo"
    polaris.fairwinds.com/host-network-set-exempt: "true"
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      serviceAccountName: shop
      securityContext:
        runAsNonRoot: true
        runAsUser: 1000
      volumes:
        - name: settings
          configMap:
            name: web-settings
            items:
              - key: mode
                path: mode
      initContainers:
        - name: proxy
          image: proxy:1
          restartPolicy: Always
        - name: migrate
          image: migrate:1
      containers:
        - name: web
          image: "nginx:1.29"
          ports:
            - name: http
              containerPort: 8080
          env:
            - name: PASSWORD
              valueFrom:
                secretKeyRef:
                  name: web-secret
                  key: password
                  optional: true
            - name: MODE
              value: fast
          resources:
            requests:
              cpu: 250m
            limits:
              memory: 1GB
          volumeMounts:
            - name: settings
              mountPath: /etc/web
          livenessProbe:
            tcpSocket:
              port: http
          securityContext:
            runAsUser: 2000
            privileged: true
`;

function modelOf(text: string, path = "web.yaml"): KubernetesModel {
	return parse({ uri: `file:///samples/${path}`, text });
}

function nodesOf<K extends keyof KubernetesNodes>(model: KubernetesModel, kind: K): readonly KubernetesNodes[K][] {
	return model.nodes.filter((node) => node.kind === kind) as unknown as KubernetesNodes[K][];
}

const model = modelOf(deployment);
const at = (span: { start: number; end: number }) => deployment.slice(span.start, span.end);

describe("a Deployment", () => {
	it("is an object with its names and labels", () => {
		const [object] = nodesOf(model, "object");
		expect(object).toMatchObject({
			group: "apps",
			version: "v1",
			name: { value: "web" },
			namespace: { value: "shop" },
		});
		expect(object?.labels.map(({ key, value }) => [key.value, value?.value])).toEqual([["app", "web"]]);
		expect(at(object?.nameSpan ?? { start: 0, end: 0 })).toBe("web");
	});

	it("is a workload with its selector and pod", () => {
		const [workload] = nodesOf(model, "workload");
		expect(workload).toMatchObject({ type: "Deployment", replicas: { value: 2 } });
		expect(workload?.selector?.labels[0]?.value?.value).toBe("web");
		expect(workload?.pod?.serviceAccount?.value).toBe("shop");
	});

	it("has containers of each role, in source order", () => {
		const roles = nodesOf(model, "container").map(({ name, role }) => [name, role]);
		expect(roles).toEqual([
			["proxy", "sidecar"],
			["migrate", "init"],
			["web", "regular"],
		]);
	});

	it("merges the security context of container and pod", () => {
		const [, migrate, web] = nodesOf(model, "container") as [Container, Container, Container];
		expect(migrate.security.runAsUser).toMatchObject({ value: 1000, from: "pod" });
		expect(web.security.runAsUser).toMatchObject({ value: 2000, from: "container" });
		expect(web.security.runAsNonRoot).toMatchObject({ value: true, from: "pod" });
		expect(at(web.privileged?.span ?? { start: 0, end: 0 })).toBe("true");
	});

	it("reads quantities, and keeps those that are none", () => {
		const web = nodesOf(model, "container")[2];
		expect(web?.resources.requests[0]).toMatchObject({
			resource: "cpu",
			text: "250m",
			quantity: { nanos: 250_000_000n },
		});
		expect(web?.resources.limits[0]).toMatchObject({ resource: "memory", text: "1GB", quantity: undefined });
	});

	it("yields what all languages share", () => {
		expect(nodesOf(model, "image").map(({ text, span }) => [text, at(span)])).toContainEqual([
			"nginx:1.29",
			"nginx:1.29",
		]);
		expect(nodesOf(model, "environment-variable").map(({ name, value, literal }) => [name, value, literal])).toEqual([
			["PASSWORD", undefined, false],
			["MODE", "fast", true],
		]);
	});

	it("names the objects it needs", () => {
		const found = nodesOf(model, "reference").map(({ to, name, keys, optional }) => [to, name, keys.length, optional]);
		expect(found).toEqual([
			["ServiceAccount", "shop", 0, false],
			["ConfigMap", "web-settings", 1, false],
			["Secret", "web-secret", 1, true],
		]);
	});

	it("states facts", () => {
		expect(model.facts.map(({ kind }) => kind)).toEqual(["object", "workload"]);
		expect(model.facts[1]).toMatchObject({ labels: { app: "web" }, ports: [{ name: "http", number: 8080 }] });
	});

	it("honours annotations of other tools", () => {
		expect(model.waivers.flatMap(({ rules }) => rules.map(({ name }) => name))).toEqual([
			"kube-score/pod-probes",
			"kube-score/container-image-tag",
			"kube-linter/latest-tag",
			"polaris/hostNetworkSet",
		]);
	});

	it("connects volumes with mounts, ports with probes, labels with selectors", () => {
		const symbols = model.occurrences.map(({ kind, name, role }) => `${kind} ${name} ${role}`);
		for (const kind of ["volume settings", "port http", "label web"]) {
			expect(symbols).toContain(`${kind} definition`);
			expect(symbols).toContain(`${kind} reference`);
		}
		for (const { span, name } of model.occurrences) expect(at(span)).toBe(name);
	});

	it("outlines its containers", () => {
		expect(kubernetes.outline?.(model)).toMatchObject([
			{ name: "web", detail: "Deployment", children: [{ name: "proxy" }, { name: "migrate" }, { name: "web" }] },
		]);
	});
});

describe("what is a manifest", () => {
	const source = (text: string, uri = "file:///a/some.yaml") => ({ uri, text });

	it("is known by its content", () => {
		expect(kubernetes.matches(source(deployment))).toBe(true);
		expect(kubernetes.matches(source("# one\n---\nkind: Pod\napiVersion: v1\n"))).toBe(true);
		expect(kubernetes.matches(source('{"apiVersion": "v1", "kind": "Pod"}'))).toBe(true);
		expect(kubernetes.matches(source("services:\n  web:\n    image: nginx\n"))).toBe(false);
		expect(kubernetes.matches(source("apiVersion: v1\n---\nkind: Pod\n"))).toBe(false);
		expect(kubernetes.matches(source(deployment, "file:///a/readme.md"))).toBe(false);
		expect(kubernetes.matches(source("resources: []\n", "file:///a/kustomization.yaml"))).toBe(true);
	});

	it("is each item of a List", () => {
		const list = modelOf(
			"apiVersion: v1\nkind: List\nitems:\n  - {apiVersion: v1, kind: Namespace, metadata: {name: a}}\n  - apiVersion: v1\n    kind: Namespace\n    metadata:\n      name: b\n",
		);
		expect(list.objects.map(({ name }) => name?.value)).toEqual(["a", "b"]);
	});
});

describe("what is left alone", () => {
	it.each([
		["a value of Helm's", "apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Values.name }}\n"],
		["a quoted value of Helm's", 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: "{{ .Release.Name }}"\n'],
		["a control line", "{{- if .x }}\napiVersion: v1\nkind: Pod\n{{- end }}\n"],
	])("%s", (_what, text) => {
		expect(modelOf(text)).toMatchObject({ unfinished: "template", nodes: [], facts: [], problems: [] });
	});

	it("a manifest with another program's braces in a string is whole", () => {
		const text =
			'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: alerts\ndata:\n  a: "{{ $labels.pod }}"\n  b: |\n    {{ range . }}\n';
		expect(modelOf(text).unfinished).toBeUndefined();
		expect(modelOf(text).facts).toContainEqual(expect.objectContaining({ kind: "data-keys", keys: ["a", "b"] }));
	});

	const patch =
		"apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          env: []\n";

	it("a strategic merge patch, whose object exists all the same", () => {
		expect(modelOf(patch)).toMatchObject({ unfinished: "patch", nodes: [] });
		expect(modelOf(patch).facts).toContainEqual(expect.objectContaining({ kind: "object", name: "web" }));
		expect(modelOf("apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n$patch: delete\n").unfinished).toBe("patch");
		expect(modelOf(deployment, "overlays/prod/web.yaml").unfinished).toBeUndefined();
		expect(modelOf(deployment, "web-patch.yaml").unfinished).toBe("patch");
		expect(modelOf(deployment, "dispatch.yaml").unfinished).toBeUndefined();
	});

	it("a kustomization, which states what it generates and patches", () => {
		const text = "configMapGenerator:\n  - name: settings\npatches:\n  - path: web-patch.yaml\nnamePrefix: a-\n";
		const found = modelOf(text, "kustomization.yaml");
		expect(found.unfinished).toBe("kustomization");
		expect(found.facts).toMatchObject([
			{ kind: "object", object: "ConfigMap", name: "settings" },
			{ kind: "kustomization", patches: ["web-patch.yaml"], renames: true },
		]);
		const flux = "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata:\n  name: apps\n";
		expect(modelOf(flux, "kustomization.yaml").unfinished).toBeUndefined();
	});
});

it("a CustomResourceDefinition states its schemas", () => {
	const text = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: shops.example.com
spec:
  group: example.com
  scope: Cluster
  names: {kind: Shop, plural: shops}
  versions:
    - name: v1
      schema:
        openAPIV3Schema: {type: object, properties: {spec: {type: object}}}
`;
	expect(modelOf(text).facts).toContainEqual(
		expect.objectContaining({
			kind: "custom-resource",
			group: "example.com",
			version: "v1",
			object: "Shop",
			namespaced: false,
			schema: { type: "object", properties: { spec: { type: "object" } } },
		}),
	);
});

describe("broken text", () => {
	it("yields a model for every beginning of a manifest", () => {
		for (let end = 0; end <= deployment.length; end += 11) {
			const prefix = modelOf(deployment.slice(0, end));
			for (const { span } of prefix.nodes) expect(span.end).toBeLessThanOrEqual(end);
		}
	});

	it("yields a model for anything", () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.constantFrom(
						"apiVersion: v1\n",
						"kind: Pod\n",
						"spec:\n",
						"  containers:\n",
						"  - ",
						"&a ",
						"*a",
						"<<: *a\n",
						"{",
						"]",
						"'",
						"|\n",
						"name: ",
						"\t",
					),
				),
				(pieces) => {
					const text = pieces.join("");
					const found = modelOf(text);
					kubernetes.outline?.(found);
					kubernetes.folds?.(found);
					kubernetes.statement(found, text.length);
				},
			),
		);
	});

	it("reads what an anchor stands for, and an alias of itself", () => {
		const text =
			"apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - &c {name: a, image: x}\n    - <<: *c\n      name: b\n    - &d [*d]\n";
		expect(nodesOf(modelOf(text), "container").map(({ name, image }) => [name, image?.value])).toEqual([
			["a", "x"],
			["b", "x"],
		]);
	});
});
