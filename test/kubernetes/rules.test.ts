import { describe, expect, it } from "vitest";
import {
	dataKeyProblem,
	labelKeyProblem,
	labelValueProblem,
	nameGrammar,
	portNameProblem,
	toLabel,
} from "../../server/src/kubernetes/names.ts";
import { scheduleProblem } from "../../server/src/kubernetes/semantics/schedule.ts";
import { presetChoice } from "../../server/src/lint/lint.ts";
import { linterOf, root, workspaceOf } from "../samples.ts";

/** `rule: what is underlined` of all findings of a file. */
function found(
	files: Readonly<Record<string, string>>,
	path: string,
	preset: "recommended" | "all" = "recommended",
	version = "",
) {
	const workspace = workspaceOf(files, { kubernetesVersion: version });
	const document = workspace.document(`${root}/${path}`);
	if (!document) throw new Error(`${path} is no manifest`);
	return linterOf(presetChoice(preset))
		.lint(document, workspace)
		.map(({ rule, span }) => `${rule}: ${document.text.slice(span.start, span.end)}`);
}

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels:
    app: web
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
      automountServiceAccountToken: false
      securityContext:
        runAsNonRoot: true
        runAsUser: 10001
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: web
          image: ghcr.io/example/web:1.4.2
          ports:
            - name: http
              containerPort: 8080
          env:
            - name: MODE
              valueFrom:
                configMapKeyRef:
                  name: web
                  key: mode
          resources:
            requests:
              cpu: 100m
              memory: 128Mi
            limits:
              memory: 128Mi
          livenessProbe:
            httpGet:
              path: /healthz
              port: http
          readinessProbe:
            httpGet:
              path: /ready
              port: http
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop:
                - ALL
`;

const others = {
	"service.yaml":
		"apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector:\n    app: web\n  ports:\n    - port: 80\n      targetPort: http\n",
	"config.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  mode: fast\n",
	"budget.yaml":
		"apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\nspec:\n  minAvailable: 1\n  selector:\n    matchLabels:\n      app: web\n",
};

describe("good manifests", () => {
	const files = { "deployment.yaml": deployment, ...others };

	it.each(Object.keys(files))("%s has no finding of any Kubernetes rule", (path) => {
		expect(found(files, path, "all")).toEqual([]);
	});

	it("may be templates, patches and objects that nobody knows", () => {
		const unknown = "apiVersion: example.com/v1\nkind: Shop\nmetadata:\n  name: shop\nspec:\n  anything: [goes]\n";
		expect(found({ "shop.yaml": unknown }, "shop.yaml", "all")).toEqual([]);
		const template = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Values.name }}\nspec:\n  containers: []\n";
		expect(found({ "pod.yaml": template }, "pod.yaml", "all")).toEqual([]);
		const patch = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\nwrong: 1\n";
		const kustomization = "resources: []\npatches:\n  - path: half.yaml\n";
		expect(found({ "half.yaml": patch, "kustomization.yaml": kustomization }, "half.yaml", "all")).toEqual([]);
	});
});

describe("half-typed manifests", () => {
	it.each([
		["a container's first line", "spec:\n  containers:\n    - name: web\n      image: nginx:1.29\n    - \n"],
		[
			"a probe without anything",
			"spec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      startupProbe:\n",
		],
		["a list without items", "spec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      ports:\n"],
	])("%s makes no error", (_what, text) => {
		const pod = `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n${text}`;
		const errors = found({ "pod.yaml": pod }, "pod.yaml").filter(
			(finding) => !/^(?:missing-(?:res|live|read)|privilege|run-as)/.test(finding),
		);
		expect(errors).toEqual([]);
	});
});

describe("what depends on the workspace", () => {
	const shop = "apiVersion: example.com/v1\nkind: Shop\nmetadata:\n  name: a\nspec:\n  size: large\n";
	const definition = (type: string) =>
		`apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: shops.example.com\nspec:\n  group: example.com\n  scope: Namespaced\n  names: {kind: Shop, plural: shops}\n  versions:\n    - name: v1\n      served: true\n      storage: true\n      schema:\n        openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {size: {type: ${type}}}}}}\n`;

	it("is a custom resource's schema, and a change of it", () => {
		const workspace = workspaceOf({ "shop.yaml": shop, "definition.yaml": definition("integer") });
		const linter = linterOf(presetChoice("recommended"));
		const rulesNow = () => {
			const document = workspace.document(`${root}/shop.yaml`);
			return document ? linter.lint(document, workspace).map(({ rule }) => rule) : [];
		};
		expect(rulesNow()).toEqual(["wrong-field-type"]);
		workspace.set({ uri: `${root}/definition.yaml`, text: definition("string") });
		expect(rulesNow()).toEqual([]);
	});

	it("is the version of Kubernetes", () => {
		const old =
			"apiVersion: flowcontrol.apiserver.k8s.io/v1beta3\nkind: FlowSchema\nmetadata:\n  name: a\nspec:\n  priorityLevelConfiguration:\n    name: b\n";
		const of = (version: string) =>
			found({ "a.yaml": old }, "a.yaml", "recommended", version).filter((finding) => finding.includes("api-version"));
		expect(of("1.31")).toEqual(["deprecated-api-version: flowcontrol.apiserver.k8s.io/v1beta3"]);
		expect(of("1.36")).toEqual(["removed-api-version: flowcontrol.apiserver.k8s.io/v1beta3"]);
	});

	it("is who is named: not what each cluster has, is optional or made on the way", () => {
		const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccountName: default
  priorityClassName: system-node-critical
  containers:
    - name: web
      image: nginx:1.29
      envFrom:
        - configMapRef:
            name: extra
            optional: true
        - secretRef:
            name: sealed
        - configMapRef:
            name: absent
`;
		const sealed =
			"apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata:\n  name: sealed\nspec:\n  encryptedData: {}\n";
		const references = found({ "pod.yaml": pod, "sealed.yaml": sealed }, "pod.yaml").filter((finding) =>
			finding.startsWith("undefined"),
		);
		expect(references).toEqual(["undefined-reference: absent"]);
	});

	it("is whose pods a Service selects: in its namespace, by labels that controllers give too", () => {
		const service = (selector: string, namespace: string) =>
			`apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  namespace: ${namespace}\nspec:\n  selector:\n    ${selector}\n  ports:\n    - port: 80\n`;
		const web = deployment.replace("  name: web\n", "  name: web\n  namespace: shop\n");
		const of = (text: string) => found({ "web.yaml": web, "service.yaml": text }, "service.yaml");
		expect(of(service("app: web", "shop"))).toEqual([]);
		expect(of(service("app: web\n    statefulset.kubernetes.io/pod-name: web-0", "shop"))).toEqual([]);
		expect(of(service("app: webb", "shop"))).toEqual(["dangling-service: webb"]);
		// Nothing runs in that namespace, so its workloads are elsewhere.
		expect(of(service("app: web", "other"))).toEqual([]);
	});
});

it("annotations of other tools silence their rules in the object", () => {
	const pod = (annotation: string) =>
		`apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations:\n    ${annotation}\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n`;
	const of = (annotation: string) =>
		found({ "pod.yaml": pod(annotation) }, "pod.yaml").map((finding) => finding.split(":")[0]);
	expect(of("example.com/a: b")).toContain("run-as-root");
	expect(of('ignore-check.kube-linter.io/run-as-non-root: "known"')).not.toContain("run-as-root");
	expect(of("polaris.fairwinds.com/run-as-root-allowed-exempt: 'true'")).not.toContain("run-as-root");
	expect(of("kube-score/ignore: pod-probes,container-resources")).toEqual(
		expect.not.arrayContaining(["missing-resources", "missing-liveness-probe"]),
	);
});

describe("schedules", () => {
	it.each(["* * * * *", "*/15 0-6 1,15 * MON-FRI", "0 0 * JAN ?", "@daily", "@every 1h30m", "5/10 * * * *"])(
		"%s can be read",
		(text) => expect(scheduleProblem(text)).toBeUndefined(),
	);

	it.each([
		["* * * *", "* * * *"],
		["60 * * * *", "60"],
		["0 0 * * 7", "7"],
		["0 0 0 * *", "0"],
		["0 5-1 * * *", "5-1"],
		["0 0 * FOO *", "FOO"],
		["*/0 * * * *", "*/0"],
		["@fortnightly", "@fortnightly"],
		["TZ=Europe/Berlin 0 0 * * *", "TZ=Europe/Berlin"],
		["", ""],
	])("%j is wrong at %j", (text, wrong) => {
		const problem = scheduleProblem(text);
		expect(problem && text.slice(problem.span.start, problem.span.end)).toBe(wrong);
	});
});

describe("names", () => {
	it("follow the grammar of their kind", () => {
		const isRight = (kind: string, name: string, group = "") => nameGrammar(group, kind)?.(name) === undefined;
		expect([
			isRight("Service", "web"),
			isRight("Service", "1web"),
			isRight("ConfigMap", "a.b"),
			isRight("Namespace", "a.b"),
		]).toEqual([true, false, true, false]);
		expect([
			isRight("ClusterRole", "system:node", "rbac.authorization.k8s.io"),
			isRight("CronJob", "a".repeat(53), "batch"),
		]).toEqual([true, false]);
		expect(nameGrammar("serving.knative.dev", "Service")).toBeUndefined();
	});

	it("of labels, ports and keys", () => {
		expect(
			[labelKeyProblem("app.kubernetes.io/name"), labelKeyProblem("a/b/c"), labelKeyProblem("-a")].map(
				(problem) => problem === undefined,
			),
		).toEqual([true, false, false]);
		expect(
			[labelValueProblem(""), labelValueProblem("a b"), labelValueProblem("v1.2_x")].map(
				(problem) => problem === undefined,
			),
		).toEqual([true, false, true]);
		expect(
			[portNameProblem("http"), portNameProblem("8080"), portNameProblem("a--b")].map(
				(problem) => problem === undefined,
			),
		).toEqual([true, false, false]);
		expect(
			[dataKeyProblem("app.conf"), dataKeyProblem("a/b"), dataKeyProblem("..")].map((problem) => problem === undefined),
		).toEqual([true, false, false]);
		expect([toLabel("My Shop_1"), toLabel("--")]).toEqual(["my-shop-1", undefined]);
	});
});
