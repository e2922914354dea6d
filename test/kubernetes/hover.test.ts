import { beforeAll, describe, expect, test } from "vitest";
import { kubernetes } from "../../server/src/kubernetes/index.ts";
import { provideGeneratedTables, root, uncursor, worldOf } from "./samples.ts";

beforeAll(provideGeneratedTables);

/** The hover at `█` of a file; other files stand beside it. */
function hoverIn(marked: string, others: Readonly<Record<string, string>> = {}, path = "web.yaml"): string {
	const { text, offset } = uncursor(marked);
	const model = kubernetes.parse({ uri: `${root}/${path}`, text });
	return kubernetes.hover?.(model, offset, worldOf({ ...others, [path]: text }))?.markdown ?? "";
}

const pod = (lines: string) =>
	`apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: web:1\n${lines}`;
const deployment = (spec: string) => `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n${spec}`;

describe("hover", () => {
	test("on a field: type, default, documentation", () => {
		const text = hoverIn(pod("      terminationMessage█Path: /dev/log\n"));
		expect(text).toContain("`terminationMessagePath`");
		expect(text).toContain("default `/dev/termination-log`");
		expect(text).toContain("brief final status");
	});

	test("on a field: required, and since when", () => {
		expect(hoverIn("apiVersion: v1\nkind: Pod\nspec:\n  cont█ainers: []\n")).toContain("required");
		expect(hoverIn("apiVersion: v1\nkind: Pod\nspec:\n  reso█urces: {}\n")).toContain("since Kubernetes 1.32");
	});

	test("on a value of an enumeration: what it means", () => {
		expect(hoverIn(pod("      imagePullPolicy: Al█ways\n"))).toContain("always attempts to pull");
	});

	test("on a kind: what it is for, its scope and its short name", () => {
		const text = hoverIn("apiVersion: apps/v1\nkind: Deploy█ment\n");
		expect(text).toContain("**Deployment**");
		expect(text).toContain("`apps/v1`");
		expect(text).toContain("lives in a namespace");
		expect(text).toContain("kubectl get deploy");
		expect(hoverIn("apiVersion: v1\nkind: Name█space\n")).toContain("one for the whole cluster");
	});

	test("on an apiVersion: its lifecycle", () => {
		const text = hoverIn("apiVersion: policy/v1█beta1\nkind: PodDisruptionBudget\n");
		expect(text).toContain("has not served this version of PodDisruptionBudget since 1.25");
		expect(text).toContain("Write `policy/v1` instead.");
	});

	test("on a quantity: plain words, by what it counts", () => {
		expect(hoverIn(pod("      resources:\n        requests:\n          cpu: 25█0m\n"))).toContain(
			"a quarter of a core",
		);
		expect(hoverIn(pod("      resources:\n        limits:\n          memory: 12█8Mi\n"))).toContain(
			"128 MiB (134,217,728 bytes)",
		);
		expect(hoverIn(pod('      resources:\n        limits:\n          cpu: "█2"\n'))).toContain("2 cores");
	});

	test("on a schedule: the sentence and the next runs", () => {
		const cron = (schedule: string, zone = "") =>
			`apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: a\nspec:\n${zone}  schedule: ${schedule}\n`;
		const text = hoverIn(cron('"0 3 * * █1"'));
		expect(text).toMatch(/At 03:00.*Monday/);
		expect(text).toContain("Monday 23 November 2026, 03:00");
		expect(text).toContain("Monday 7 December 2026, 03:00");
		expect(hoverIn(cron('"30 █2 * * *"', "  timeZone: Europe/Berlin\n"))).toContain("(Europe/Berlin)");
		expect(hoverIn(cron('"0 0 30 2 █*"'))).not.toContain("Next runs");
	});

	test("on a probe: what its numbers mean together", () => {
		const text = hoverIn(
			pod(
				"      liveness█Probe:\n        httpGet: { path: /, port: 80 }\n        periodSeconds: 10\n        failureThreshold: 3\n",
			),
		);
		expect(text).toContain("3 × 10 s = 30 seconds");
		expect(text).toContain("the container is restarted");
		expect(hoverIn(pod("      readinessProbe:\n        failure█Threshold: 1\n"))).toContain("after one failed try");
	});

	test("on a strategy: how many Pods there are during an update", () => {
		const text = hoverIn(
			deployment("  replicas: 3\n  stra█tegy:\n    rollingUpdate:\n      maxSurge: 1\n      maxUnavailable: 0\n"),
		);
		expect(text).toContain("at most 4 Pods at a time (1 extra), and at least 3 are ready (0 missing)");
		expect(hoverIn(deployment("  replicas: 3\n  strategy:\n    rollingUpdate:\n      max█Surge: 25%\n"))).toContain(
			"at most 4 Pods",
		);
		expect(hoverIn(deployment("  replicas: 2\n  strategy:\n    ty█pe: Recreate\n"))).not.toContain("at most");
		expect(hoverIn(deployment("  replicas: 2\n  str█ategy:\n    type: Recreate\n"))).toContain("All 2 Pods stop");
	});

	test("on resources: the class of the Pod", () => {
		const resources = (lines: string) => hoverIn(pod(`      res█ources:\n${lines}`));
		expect(resources("        limits: { cpu: 1, memory: 1Gi }\n")).toContain("**Guaranteed**");
		expect(resources("        requests: { cpu: 1 }\n")).toContain("**Burstable**");
		expect(resources("        {}\n")).toContain("**BestEffort**");
	});

	test("on a selector: what it selects", () => {
		const service = "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  sel█ector:\n    app: web\n";
		const web = deployment(
			"  selector: { matchLabels: { app: web } }\n  template:\n    metadata: { labels: { app: web } }\n    spec: { containers: [{ name: a, image: a }] }\n",
		);
		expect(hoverIn(service, { "deployment.yaml": web })).toContain("Selects Deployment `web`.");
		expect(hoverIn(service)).toContain("Selects no workload");
	});

	test("on a port of a Service: where it leads", () => {
		const service = (ports: string) =>
			`apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec:\n  selector: { app: web }\n  ports:\n    - ${ports}\n`;
		const web = deployment(
			"  selector: { matchLabels: { app: web } }\n  template:\n    metadata: { labels: { app: web } }\n    spec: { containers: [{ name: a, image: a, ports: [{ name: http, containerPort: 8080 }] }] }\n",
		);
		const others = { "deployment.yaml": web };
		expect(hoverIn(service("port: 80\n      target█Port: http\n      nodePort: 30080"), others)).toContain(
			"Port 80 of the Service leads to port `http` (8080) of Deployment `web`, and so does port 30080 of every node.",
		);
		expect(hoverIn(service("po█rt: 80"), others)).toContain("leads to port `80` of the Pods it selects.");
	});

	test("in an item of a list", () => {
		const text =
			"apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Service\n    spec:\n      type: NodeP█ort\n";
		expect(hoverIn(text)).toContain("`NodePort`");
	});

	test("on custom resources: bundled, and defined in the workspace", () => {
		expect(hoverIn("apiVersion: cert-manager.io/v1\nkind: Certificate\nspec:\n  secret█Name: tls\n")).toContain(
			"`secretName`",
		);
		const crd = [
			"apiVersion: apiextensions.k8s.io/v1",
			"kind: CustomResourceDefinition",
			"metadata: { name: pizzas.example.org }",
			"spec:",
			"  group: example.org",
			"  scope: Namespaced",
			"  names: { kind: Pizza, plural: pizzas }",
			"  versions:",
			"    - name: v1",
			"      served: true",
			"      storage: true",
			"      schema:",
			"        openAPIV3Schema:",
			"          type: object",
			"          properties:",
			"            spec:",
			"              type: object",
			"              properties:",
			"                size: { type: string, enum: [small, large], description: How big it is. }",
			"",
		].join("\n");
		const text = hoverIn("apiVersion: example.org/v1\nkind: Pizza\nmetadata: { name: a }\nspec:\n  si█ze: small\n", {
			"crd.yaml": crd,
		});
		expect(text).toContain("How big it is.");
		expect(text).toContain("`large`");
	});

	test("on fields of kustomization.yaml and Chart.yaml", () => {
		expect(hoverIn("name█Prefix: a-\n", {}, "kustomization.yaml")).toContain("put before all names");
		expect(hoverIn("apiVersion: v2\nname: a\nver█sion: 0.1.0\n", {}, "Chart.yaml")).toContain(
			"raise it with every change",
		);
	});

	test("is silent where there is nothing to say", () => {
		expect(hoverIn("apiVersion: example.org/v1\nkind: Unknown\nspec:\n  a█: 1\n")).toBe("");
		expect(hoverIn("apiVersion: v1\nkind: Pod\nspec:\n  nonsen█se: 1\n")).toBe("");
	});
});
