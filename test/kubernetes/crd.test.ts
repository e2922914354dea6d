import { beforeAll, describe, expect, test } from "vitest";
import { typeOf } from "../../server/src/kubernetes/crd.ts";
import { findKind, isNamespaced } from "../../server/src/kubernetes/kinds.ts";
import { schemaOf } from "../../server/src/kubernetes/schema.ts";
import { typeTable } from "../../server/src/kubernetes/tables.ts";
import type { ObjectType } from "../../server/src/schema/type.ts";
import { validate } from "../../server/src/schema/validate.ts";
import { placeAt } from "../../server/src/schema/walk.ts";
import { parseYaml } from "../../server/src/yaml/tree.ts";
import { provideGeneratedTables, worldOf } from "./samples.ts";

beforeAll(provideGeneratedTables);

const crd = (schema: string) => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: pizzas.example.org }
spec:
  group: example.org
  scope: Cluster
  names: { kind: Pizza, plural: pizzas }
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
${schema.replace(/^/gm, "          ")}
`;

const pizza = crd(`type: object
required: [spec]
properties:
  spec:
    type: object
    required: [size, oven]
    properties:
      size: { type: string, enum: [small, large] }
      oven: { type: string, default: stone }
      slices: { type: integer, minimum: 1, maximum: 12 }
      port: { x-kubernetes-int-or-string: true }
      baked: { type: string, format: date-time }
      extra: { type: object, x-kubernetes-preserve-unknown-fields: true }
      labels: { type: object, additionalProperties: { type: string } }
      toppings:
        type: array
        x-kubernetes-list-type: map
        x-kubernetes-list-map-keys: [name]
        items: { type: object, required: [name], properties: { name: { type: string, pattern: "^[a-z]+$" } } }`);

const world = worldOf({ "crd.yaml": pizza });

function problems(spec: string): string[] {
	const text = `apiVersion: example.org/v1\nkind: Pizza\nmetadata: { name: a }\nspec: ${spec}\n`;
	const type = schemaOf("example.org", "v1", "Pizza", world);
	return type
		? validate(parseYaml(text).documents[0]?.root, type).map(({ kind, path }) => `${kind} ${path.join(".")}`)
		: ["no schema"];
}

describe("a CustomResourceDefinition of the workspace", () => {
	test("lets in what follows it", () => {
		expect(
			problems(
				"{ size: small, slices: 8, port: http, baked: '2026-01-31T12:00:00Z', extra: { any: [1] }, labels: { a: b }, toppings: [{ name: ham }] }",
			),
		).toEqual([]);
		expect(problems("{ size: large, port: 80 }")).toEqual([]);
	});

	test("refuses what does not", () => {
		expect(problems("{}")).toEqual(["missing-key spec"]);
		expect(problems("{ size: medium }")).toEqual(["bad-value spec.size"]);
		expect(problems("{ size: small, slices: 13 }")).toEqual(["too-large spec.slices"]);
		expect(problems("{ size: small, baked: soon }")).toEqual(["bad-format spec.baked"]);
		expect(problems("{ size: small, colour: red }")).toEqual(["unknown-key spec.colour"]);
		expect(problems("{ size: small, labels: { a: 1 } }")).toEqual(["wrong-type spec.labels.a"]);
		expect(problems("{ size: small, toppings: [{ name: HAM }] }")).toEqual(["bad-format spec.toppings.0.name"]);
		expect(problems("{ size: small, toppings: [{ name: ham }, { name: ham }] }")).toEqual([
			"duplicate-item spec.toppings.1",
		]);
	});

	test("says whether the kind is namespaced", () => {
		expect(isNamespaced("example.org", "v1", "Pizza", world)).toBe(false);
	});

	test("gives the same type again as long as it is not changed", () => {
		expect(schemaOf("example.org", "v1", "Pizza", world)).toBe(schemaOf("example.org", "v1", "Pizza", world));
	});

	test("is open where its schema is none, or says nothing", () => {
		for (const schema of [
			undefined,
			null,
			1,
			"a",
			[],
			{},
			{ type: "object", "x-kubernetes-preserve-unknown-fields": true },
		]) {
			expect(typeOf(schema).kind).toBe("any");
		}
	});

	test("patterns that could take long are not checked", () => {
		const type = typeOf({ type: "string", pattern: "^(a+)+$" });
		expect(type).toEqual({ kind: "scalar", of: ["string"] });
	});
});

describe("bundled custom resources", () => {
	test("are of twelve projects", () => {
		const groups = new Set(typeTable("custom").kinds.map(([group]) => group));
		for (const group of [
			"argoproj.io",
			"bitnami.com",
			"cert-manager.io",
			"external-secrets.io",
			"gateway.networking.k8s.io",
			"helm.toolkit.fluxcd.io",
			"keda.sh",
			"monitoring.coreos.com",
			"networking.istio.io",
			"serving.knative.dev",
			"traefik.io",
		]) {
			expect(groups, group).toContain(group);
		}
		expect(typeTable("custom").kinds.length).toBeGreaterThan(150);
	});

	test("know what is required, enumerations, and types of Kubernetes", () => {
		const at = (group: string, version: string, kind: string, path: string) =>
			placeAt(
				schemaOf(group, version, kind, world) as ObjectType,
				path.split(".").map((step) => (step === "*" ? 0 : step)),
			);
		expect(at("cert-manager.io", "v1", "Certificate", "spec.secretName")?.key?.required).toBe(true);
		expect(at("gateway.networking.k8s.io", "v1", "HTTPRoute", "spec.parentRefs.*.name")?.key?.required).toBe(true);
		expect(at("gateway.networking.k8s.io", "v1", "HTTPRoute", "spec.rules.*.matches.*.method")?.type).toMatchObject({
			kind: "scalar",
		});
		expect(at("argoproj.io", "v1alpha1", "Rollout", "spec.template.spec.containers.*.image")?.type).toMatchObject({
			of: ["string"],
		});
		expect(
			at("networking.istio.io", "v1", "VirtualService", "spec.http.*.route.*.destination.host")?.key?.required,
		).toBe(true);
		expect(findKind("cert-manager.io", "v1", "ClusterIssuer", 36)?.namespaced).toBe(false);
	});

	test("refer to no type that is missing", () => {
		const { types } = typeTable("custom");
		const core = typeTable("core").types;
		const missing = Object.values(types).flatMap((fields) =>
			Object.values(fields).flatMap((encoded) => {
				const name = /@(.+)$/.exec(encoded)?.[1];
				return name === undefined || name in types || name in core ? [] : [name];
			}),
		);
		expect(missing).toEqual([]);
	});
});
