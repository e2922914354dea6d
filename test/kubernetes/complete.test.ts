import { beforeAll, describe, expect, test } from "vitest";
import type { Completion } from "../../server/src/core/feature.ts";
import { applyEdits } from "../../server/src/core/text.ts";
import { kubernetes } from "../../server/src/kubernetes/index.ts";
import { provideGeneratedTables, root, uncursor, worldOf } from "./samples.ts";

beforeAll(provideGeneratedTables);

interface Offered {
	readonly labels: readonly string[];
	/** The file after a completion is chosen. */
	after(label: string): string;
	item(label: string): Completion | undefined;
}

function completeIn(
	marked: string,
	others: Readonly<Record<string, string>> = {},
	path = "web.yaml",
	version = "",
): Offered {
	const { text, offset } = uncursor(marked);
	const model = kubernetes.parse({ uri: `${root}/${path}`, text });
	const world = worldOf({ ...others, [path]: text }, { kubernetesVersion: version });
	const items = kubernetes.complete?.(model, offset, world) ?? [];
	const item = (label: string) => items.find((candidate) => candidate.label === label);
	return {
		labels: items.map(({ label }) => label),
		item,
		after(label) {
			const found = item(label);
			if (!found) throw new Error(`${label} is not offered, but ${items.map((other) => other.label).join(", ")}`);
			return applyEdits(text, [found.edit]);
		},
	};
}

const pod = (lines: string) =>
	`apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: web:1\n${lines}`;

const web = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, tier: front } }
    spec: { containers: [{ name: web, image: web:1, ports: [{ name: http, containerPort: 8080 }] }] }
`;

describe("completion of kinds", () => {
	test("offers whole manifests in an empty file", () => {
		const offered = completeIn("█");
		expect(offered.labels).toContain("Deployment");
		expect(offered.labels).toContain("Certificate");
		expect(offered.after("ConfigMap")).toBe(
			"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: $1\ndata:\n  ${2:KEY}: ${3:value}",
		);
		expect(offered.item("Deployment")?.snippet).toBe(true);
	});

	test("writes the version with the kind, and the kind with the version", () => {
		expect(completeIn("kind: Dep█").after("Deployment")).toBe("kind: Deployment\napiVersion: apps/v1");
		expect(completeIn("apiVersion: █").after("batch/v1 CronJob")).toBe("apiVersion: batch/v1\nkind: CronJob");
	});

	test("offers kinds of the version and versions of the kind", () => {
		const kinds = completeIn("apiVersion: apps/v1\nkind: █\n");
		expect(kinds.labels).toEqual(["ControllerRevision", "DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"]);
		expect(completeIn("apiVersion: █\nkind: HorizontalPodAutoscaler\n").labels).toEqual([
			"autoscaling/v1",
			"autoscaling/v2",
		]);
	});

	test("knows the kinds of the chosen version", () => {
		const kinds = (version: string) =>
			completeIn("apiVersion: resource.k8s.io/v1\nkind: █\n", {}, "web.yaml", version).labels;
		expect(kinds("1.33")).not.toContain("DeviceClass");
		expect(kinds("1.34")).toContain("DeviceClass");
	});
});

describe("completion of fields", () => {
	test("offers what is missing, required ones first", () => {
		const offered = completeIn(pod("      █\n"));
		expect(offered.labels).toContain("livenessProbe");
		expect(offered.labels).not.toContain("image");
		expect(offered.item("livenessProbe")?.detail).toContain("Probe");
		expect(completeIn("apiVersion: v1\nkind: Pod\nspec:\n  █\n").item("containers")?.rank).toBe(0);
	});

	test("writes required fields below", () => {
		expect(completeIn("apiVersion: v1\nkind: Pod\nspec:\n  █\n").after("containers")).toContain(
			"containers:\n    - name: $1",
		);
		expect(completeIn("apiVersion: apps/v1\nkind: Deployment\n█").after("spec")).toContain("selector:");
	});

	test("offers values", () => {
		expect(completeIn(pod("      imagePullPolicy: █\n")).labels).toEqual(["Always", "IfNotPresent", "Never"]);
		expect(completeIn("apiVersion: v1\nkind: Service\nspec:\n  type: █\n").labels).toContain("NodePort");
		expect(completeIn("apiVersion: batch/v1\nkind: CronJob\nspec:\n  schedule: █\n").labels).toContain("@daily");
		expect(completeIn(pod("      resources:\n        requests:\n          █\n")).labels).toContain("memory");
	});

	test("hides what nobody writes", () => {
		expect(completeIn("apiVersion: v1\nkind: Pod\n█\n").labels).not.toContain("status");
	});
});

describe("completion of references", () => {
	const config = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings }\ndata: { LOG_LEVEL: info }\n";
	const secret = "apiVersion: v1\nkind: Secret\nmetadata: { name: keys }\nstringData: { TOKEN: x }\n";

	test("offers names and keys of ConfigMaps and Secrets", () => {
		const env = (lines: string) => pod(`      env:\n        - name: A\n          valueFrom:\n${lines}`);
		expect(
			completeIn(env("            configMapKeyRef:\n              name: █\n"), { "c.yaml": config }).labels,
		).toContain("settings");
		expect(
			completeIn(env("            configMapKeyRef:\n              name: settings\n              key: █\n"), {
				"c.yaml": config,
			}).labels,
		).toEqual(["LOG_LEVEL"]);
		expect(
			completeIn(env("            secretKeyRef:\n              name: keys\n              key: T█\n"), {
				"s.yaml": secret,
			}).labels,
		).toEqual(["TOKEN"]);
		expect(
			completeIn(
				"apiVersion: v1\nkind: Pod\nspec:\n  volumes:\n    - name: a\n      secret:\n        secretName: █\n",
				{ "s.yaml": secret },
			).labels,
		).toContain("keys");
	});

	test("offers volumes of the pod and ports of the container", () => {
		const text =
			"apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  volumes:\n    - name: data\n      emptyDir: {}\n  containers:\n    - name: a\n      image: a\n      volumeMounts:\n        - name: █\n";
		expect(completeIn(text).labels).toEqual(["data"]);
		const probe = pod(
			"      ports:\n        - name: http\n          containerPort: 8080\n      livenessProbe:\n        httpGet:\n          port: █\n",
		);
		expect(completeIn(probe).labels).toEqual(["http", "8080"]);
	});

	test("offers labels and ports of workloads to a Service", () => {
		const service = (lines: string) => `apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec:\n${lines}`;
		const others = { "deployment.yaml": web };
		expect(completeIn(service("  selector:\n    █\n"), others).labels.slice(0, 2)).toEqual(["app", "tier"]);
		expect(completeIn(service("  selector:\n    app: █\n"), others).labels).toEqual(["web"]);
		expect(
			completeIn(service("  selector:\n    app: web\n  ports:\n    - port: 80\n      targetPort: █\n"), others).labels,
		).toEqual(["http", "8080"]);
	});

	test("offers what an autoscaler scales", () => {
		const hpa =
			"apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: a }\nspec:\n  scaleTargetRef:\n    kind: Deployment\n    name: █\n";
		expect(completeIn(hpa, { "deployment.yaml": web }).labels).toEqual(["web"]);
	});
});

test("completion in kustomization.yaml and Chart.yaml", () => {
	expect(completeIn("resources: []\n█\n", {}, "kustomization.yaml").labels).toContain("configMapGenerator");
	expect(completeIn("apiVersion: v2\ntype: █\n", {}, "Chart.yaml").labels).toEqual(["application", "library"]);
});
