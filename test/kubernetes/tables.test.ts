import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { emptyWorld } from "../../server/src/core/world.ts";
import { chartType } from "../../server/src/kubernetes/chart.ts";
import { kubernetes } from "../../server/src/kubernetes/index.ts";
import { allKinds, apiVersionOf, describeKind, readApiVersion } from "../../server/src/kubernetes/kinds.ts";
import { kustomizationType } from "../../server/src/kubernetes/kustomization.ts";
import { schemaOf } from "../../server/src/kubernetes/schema.ts";
import { docTable, typeTable } from "../../server/src/kubernetes/tables.ts";
import { docText, keyMarkdown } from "../../server/src/schema/hover.ts";
import type { Type } from "../../server/src/schema/type.ts";
import { validate } from "../../server/src/schema/validate.ts";
import { entriesOfTable, formsOf, type TableEntry, typeOf } from "../../server/src/schema/walk.ts";
import { parseYaml } from "../../server/src/yaml/tree.ts";
import { coreTables, newestMinor } from "../../tools/generate/kubernetes.ts";
import { provideGeneratedTables } from "./samples.ts";

beforeAll(provideGeneratedTables);

/** All entries of Kubernetes' own types, or of custom resources, each once. */
function entries(origin: "core" | "custom"): readonly TableEntry[] {
	const kinds = allKinds(emptyWorld).filter((kind) => kind.origin === origin);
	const forms = kinds.map(({ group, version, kind }) => schemaOf(group, version, kind, emptyWorld) as Type);
	const files = origin === "core" ? [kustomizationType(undefined), kustomizationType("Component"), chartType] : [];
	return [...entriesOfTable({ kind: "union", forms: [...forms, ...files] })];
}

const idOf = ({ owner, name }: TableEntry) => `${owner.name ?? "?"}.${name}`;

describe("every entry of Kubernetes' own types", () => {
	test("has documentation, and a hover", () => {
		const own = entries("core").filter(({ key }) => !key.hidden);
		expect(own.length).toBeGreaterThan(2000);
		const silent = own.filter(({ key }) => docText(key.doc) === "" && docText(typeOf(key.type).doc) === "");
		expect(silent.map(idOf)).toEqual([]);
		expect(own.filter(({ name, key }) => !keyMarkdown(name, key).includes(name)).map(idOf)).toEqual([]);
	});

	test("has an example and a default that follow its type", () => {
		const wrong: string[] = [];
		let count = 0;
		for (const entry of entries("core")) {
			const { name, key } = entry;
			for (const value of [key.example, key.default]) {
				if (value === undefined) continue;
				count++;
				const below = value.includes("\n") || /^(?:- |[\w.]+: )/.test(value);
				const text = `${name}:${below ? `\n  ${value.replaceAll("\n", "\n  ")}` : ` ${value}`}\n`;
				const problems = validate(parseYaml(text).documents[0]?.root, { kind: "object", keys: { [name]: key } });
				for (const { message } of problems) wrong.push(`${idOf(entry)}: ${message}`);
			}
		}
		expect(wrong).toEqual([]);
		expect(count).toBeGreaterThan(100);
	});

	test("is of a kind that says what it is for", () => {
		for (const kind of allKinds(emptyWorld))
			expect(`${apiVersionOf(kind)} ${kind.kind}: ${describeKind(kind)}`).toMatch(/: \S/);
	});
});

test("every entry of custom resources has a type", () => {
	const custom = entries("custom");
	expect(custom.length).toBeGreaterThan(3000);
	for (const { key } of custom) expect(formsOf(typeOf(key.type)).length).toBeGreaterThan(0);
});

test("what completion writes for a kind follows its type", () => {
	const wrong: string[] = [];
	const model = kubernetes.parse({ uri: "file:///a.yaml", text: "" });
	const manifests = (kubernetes.complete?.(model, 0, emptyWorld) ?? []).filter(({ kind }) => kind === "snippet");
	expect(manifests.length).toBeGreaterThan(150);
	for (const { edit, detail = "", label } of manifests) {
		const { group, version } = readApiVersion(detail);
		const filled = edit.text
			.replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, "$1")
			.replace(/\$\{\d+:\$1\}|\$1/g, "name")
			.replace(/\$\{\d+:([^}]*)\}/g, "$1");
		const type = schemaOf(group, version, label, emptyWorld) as Type;
		for (const { kind, path, message } of validate(parseYaml(filled).documents[0]?.root, type, {
			nullIsAbsent: true,
		})) {
			// What is left for the user to fill in.
			if (!filled.includes("$") || kind === "unknown-key" || (kind === "missing-key" && path.length === 0)) {
				wrong.push(`${label}: ${message}`);
			}
		}
	}
	expect(wrong).toEqual([]);
});

describe("the generator", () => {
	const { table, docs } = coreTables();

	test("takes models of the newest release only", () => {
		expect(newestMinor()).toBe("1.36");
		// Left over from older releases in the same package.
		for (const stale of ["V1beta3FlowSchema", "V1alpha2ResourceClaim", "V1beta1ValidatingAdmissionPolicy"]) {
			expect(table.types).not.toHaveProperty(stale);
		}
	});

	test("makes the tables that are in use", () => {
		expect(table).toEqual(typeTable("core"));
		expect(docs).toEqual(docTable("core"));
	});

	test("keeps the tables small", () => {
		const size = (file: string) => deflateRawSync(readFileSync(`server/src/kubernetes/${file}.generated.json`)).length;
		expect(size("types")).toBeLessThan(20_000);
		expect(size("types") + size("docs") + size("custom-types") + size("custom-docs")).toBeLessThan(500_000);
	});
});

test("apiVersions are read and written", () => {
	for (const apiVersion of ["v1", "apps/v1", "gateway.networking.k8s.io/v1"]) {
		expect(apiVersionOf(readApiVersion(apiVersion))).toBe(apiVersion);
	}
});
