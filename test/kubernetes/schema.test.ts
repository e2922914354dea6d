import { describe, expect, test } from "vitest";
import { emptyWorld, type World } from "../../server/src/core/world.ts";
import { schemaOf } from "../../server/src/kubernetes/schema.ts";
import { typeTable } from "../../server/src/kubernetes/tables.ts";
import type { Key, ObjectType, Type } from "../../server/src/schema/type.ts";

const worldAt = (kubernetesVersion: string): World => ({
	...emptyWorld,
	settings: { ...emptyWorld.settings, kubernetesVersion },
});

const resolve = (type: Type | (() => Type)): Type => (typeof type === "function" ? type() : type);

/** The key at a path such as `spec.containers[].name`; lists and maps are stepped into. */
function keyAt(type: Type | undefined, path: string): Key | undefined {
	let key: Key | undefined;
	let here: Type | undefined = type;
	for (const name of path.split(".")) {
		while (here?.kind === "list" || here?.kind === "map")
			here = resolve(here.kind === "list" ? here.items : here.values);
		key = here?.kind === "object" ? here.keys[name] : undefined;
		here = key && resolve(key.type);
	}
	return key;
}

const leaf = (type: Type | undefined, path: string) => {
	let here: Type | undefined = resolve((keyAt(type, path) as Key).type);
	while (here.kind === "list" || here.kind === "map") here = resolve(here.kind === "list" ? here.items : here.values);
	return here;
};

describe("the table of Kubernetes 1.36", () => {
	const pod = schemaOf("", "v1", "Pod", emptyWorld) as ObjectType;

	test("knows 94 kinds", () => {
		expect(typeTable("core").kinds).toHaveLength(94);
		expect(Object.keys(typeTable("core").types).length).toBeGreaterThan(500);
	});

	test("knows what is required", () => {
		expect(keyAt(pod, "spec.containers.name")?.required).toBe(true);
		expect(keyAt(pod, "spec.containers")?.required).toBe(true);
		expect(keyAt(pod, "spec.containers.image")?.required).toBeUndefined();
	});

	test("knows enumerations, quantities and other forms", () => {
		const policy = schemaOf("networking.k8s.io", "v1", "NetworkPolicy", emptyWorld);
		expect(leaf(policy, "spec.policyTypes")).toMatchObject({ values: [{ value: "Egress" }, { value: "Ingress" }] });
		expect(leaf(pod, "spec.containers.resources.limits")).toMatchObject({ format: { name: "quantity" } });
		expect(leaf(pod, "spec.containers.livenessProbe.httpGet.port")).toMatchObject({ of: ["integer", "string"] });
		expect(leaf(pod, "spec.containers.imagePullPolicy")).toMatchObject({ of: ["string"] });
		expect(keyAt(pod, "spec.containers.livenessProbe.periodSeconds")?.default).toBe("10");
		expect(resolve((keyAt(pod, "spec.containers.ports") as Key).type)).toMatchObject({
			identity: ["containerPort", "protocol"],
		});
	});

	test("binds apiVersion and kind", () => {
		const deployment = schemaOf("apps", "v1", "Deployment", emptyWorld);
		expect(leaf(deployment, "apiVersion")).toMatchObject({ values: [{ value: "apps/v1" }] });
		expect(leaf(deployment, "kind")).toMatchObject({ values: [{ value: "Deployment" }] });
	});

	test("says nothing of kinds that nobody knows", () => {
		expect(schemaOf("example.org", "v1", "Thing", emptyWorld)).toBeUndefined();
		expect(schemaOf("extensions", "v1beta1", "Ingress", emptyWorld)).toBeUndefined();
	});
});

describe("older minors", () => {
	test("have no fields that came later", () => {
		const at = (minor: string) => keyAt(schemaOf("", "v1", "Pod", worldAt(minor)), "spec.resources");
		expect(at("1.31")).toBeUndefined();
		expect(at("1.32")?.since).toBe("Kubernetes 1.32");
		expect(at("v1.33.4")).toBeDefined();
	});

	test("have what went away since", () => {
		const flowSchema = (minor: string) =>
			schemaOf("flowcontrol.apiserver.k8s.io", "v1beta3", "FlowSchema", worldAt(minor));
		expect(keyAt(flowSchema("1.31"), "spec.priorityLevelConfiguration")).toBeDefined();
		expect(flowSchema("1.32")).toBeUndefined();
		expect(keyAt(schemaOf("", "v1", "Pod", worldAt("1.30")), "spec.resourceClaims.source")).toBeDefined();
		expect(keyAt(schemaOf("", "v1", "Pod", worldAt("1.36")), "spec.resourceClaims.source")).toBeUndefined();
	});

	test("have no kinds that came later", () => {
		expect(schemaOf("resource.k8s.io", "v1", "ResourceClaim", worldAt("1.33"))).toBeUndefined();
		expect(schemaOf("resource.k8s.io", "v1", "ResourceClaim", worldAt("1.34"))).toBeDefined();
	});
});
