import { describe, expect, test } from "vitest";
import { emptyWorld, type World } from "../../server/src/core/world.ts";
import { goneKinds } from "../../server/src/kubernetes/history-data.ts";
import { explainLifecycle, lifecycleOf, lifecycleState } from "../../server/src/kubernetes/lifecycle.ts";
import { lifecycles } from "../../server/src/kubernetes/lifecycle-data.ts";
import { typeTable } from "../../server/src/kubernetes/tables.ts";

const worldAt = (kubernetesVersion: string): World => ({
	...emptyWorld,
	settings: { ...emptyWorld.settings, kubernetesVersion },
});

describe("API lifecycle", () => {
	test("tells when a version goes and what replaces it", () => {
		expect(lifecycleOf("extensions", "v1beta1", "Ingress")).toEqual({
			deprecated: 14,
			removed: 22,
			replacement: "networking.k8s.io/v1",
		});
		expect(lifecycleOf("apps", "v1", "Deployment")).toBeUndefined();
	});

	test("is judged against the chosen version", () => {
		const state = (version: string) =>
			lifecycleState(lifecycleOf("policy", "v1beta1", "PodDisruptionBudget"), worldAt(version));
		expect(state("1.20")).toBe("current");
		expect(state("1.21")).toBe("deprecated");
		expect(state("1.25")).toBe("removed");
		expect(state("")).toBe("removed");
	});

	test("reads as a sentence", () => {
		expect(explainLifecycle("autoscaling", "v2beta2", "HorizontalPodAutoscaler", worldAt(""))).toBe(
			"Kubernetes has not served this version of HorizontalPodAutoscaler since 1.26. Write `autoscaling/v2` instead.",
		);
		expect(explainLifecycle("autoscaling", "v2beta2", "HorizontalPodAutoscaler", worldAt("1.25"))).toBe(
			"This version of HorizontalPodAutoscaler is deprecated since 1.23 and removed in 1.26. Write `autoscaling/v2` instead.",
		);
		expect(explainLifecycle("apps", "v1", "Deployment", worldAt(""))).toBeUndefined();
	});

	test("agrees with the types of each release", () => {
		const current = new Set(typeTable("core").kinds.map(([group, version, kind]) => `${group}/${version}/${kind}`));
		for (const [apiVersion, kinds, , removed] of lifecycles) {
			const id = apiVersion.includes("/") ? apiVersion : `/${apiVersion}`;
			for (const kind of kinds.split(" ")) {
				if (removed > 0 && removed <= 36) expect(current.has(`${id}/${kind}`), `${apiVersion} ${kind}`).toBe(false);
			}
		}
		for (const [last, [group, version, kind]] of goneKinds) {
			expect(lifecycleOf(group, version, kind)?.removed, `${group}/${version} ${kind}`).toBe(last + 1);
		}
	});
});
