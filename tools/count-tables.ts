import { readFileSync } from "node:fs";
import * as formatsOfMounts from "../server/src/compose/formats/mounts.ts";
import * as formatsOfNames from "../server/src/compose/formats/names.ts";
import * as formatsOfNetwork from "../server/src/compose/formats/network.ts";
import * as formatsOfProcess from "../server/src/compose/formats/process.ts";
import * as formatsOfScalars from "../server/src/compose/formats/scalars.ts";
import { service } from "../server/src/compose/vocabulary/service.ts";
import { composeFile } from "../server/src/compose/vocabulary.ts";
import { imageTable } from "../server/src/container/image-table.ts";
import { wellKnownPorts } from "../server/src/container/known-ports.ts";
import { labelKeys } from "../server/src/container/label.ts";
import { lifecycles as productLifecycles } from "../server/src/container/lifecycles.ts";
import { platforms } from "../server/src/container/platform.ts";
import { signals } from "../server/src/container/signal.ts";
import { checks, directives } from "../server/src/dockerfile/directives.ts";
import { mountTypes } from "../server/src/dockerfile/mounts.ts";
import { predefinedArguments } from "../server/src/dockerfile/predefined.ts";
import { instructions } from "../server/src/dockerfile/vocabulary.ts";
import { chartType } from "../server/src/kubernetes/chart.ts";
import { addedIn, goneFields, goneKinds, goneTypes } from "../server/src/kubernetes/history-data.ts";
import { kustomizationType } from "../server/src/kubernetes/kustomization.ts";
import { lifecycles as apiLifecycles } from "../server/src/kubernetes/lifecycle-data.ts";
import { docTable, provideTables, typeTable } from "../server/src/kubernetes/tables.ts";
import { rules } from "../server/src/rules/index.ts";
import type { ObjectType, Type } from "../server/src/schema/type.ts";
import { formsOf, typeOf } from "../server/src/schema/walk.ts";

/*
 * Prints how many entries each table of knowledge has: `npx tsx tools/count-tables.ts`, after `npm run generate`.
 */

provideTables((file) =>
	readFileSync(new URL(`../server/src/kubernetes/${file}.generated.json`, import.meta.url), "utf8"),
);

/** All objects that can be reached from a type, itself included. */
function objectsIn(type: Type, found = new Set<ObjectType>()): ReadonlySet<ObjectType> {
	for (const form of formsOf(type)) {
		if (form.kind === "list") objectsIn(typeOf(form.items), found);
		else if (form.kind === "map") objectsIn(typeOf(form.values), found);
		else if (form.kind === "object" && !found.has(form)) {
			found.add(form);
			for (const key of Object.values(form.keys)) objectsIn(typeOf(key.type), found);
		}
	}
	return found;
}

function keysIn(type: Type): number {
	return sum([...objectsIn(type)].map(({ keys }) => Object.keys(keys).length));
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}

function formatCount(...modules: readonly object[]): number {
	const exported = modules.flatMap((module) => Object.values(module) as unknown[]);
	return new Set(exported.filter((one) => typeof one === "object" && one !== null && "check" in one)).size;
}

function kubernetes(origin: "core" | "custom"): readonly (readonly [string, number])[] {
	const { kinds, types } = typeTable(origin);
	const docs = docTable(origin);
	return [
		[`Kubernetes, ${origin}: kinds`, kinds.length],
		[`Kubernetes, ${origin}: types`, Object.keys(types).length],
		[`Kubernetes, ${origin}: fields`, sum(Object.values(types).map((fields) => Object.keys(fields).length))],
		[
			`Kubernetes, ${origin}: documented entries`,
			sum(Object.values(docs.types).map((texts) => Object.keys(texts).length)),
		],
	];
}

const fields = [...objectsIn(composeFile)];
const withFlags = instructions.map(({ flags }) => flags.length);
const lifecycleRows = apiLifecycles.map(([, kinds]) => kinds.split(" ").length);

const rows: readonly (readonly [string, number])[] = [
	["Dockerfile: instructions", instructions.length],
	["Dockerfile: flags, instruction by instruction", sum(withFlags)],
	["Dockerfile: parser directives", directives.length],
	["Dockerfile: checks of the builder", checks.length],
	["Dockerfile: mount types", mountTypes.length],
	["Dockerfile: keys of mounts, type by type", sum(mountTypes.map(({ keys }) => keys.length))],
	["Dockerfile: predefined arguments", predefinedArguments.length],
	["containers: signals", signals.length],
	["containers: platforms", platforms.length],
	["containers: OCI label keys", labelKeys.length],
	["containers: well-known ports", Object.keys(wellKnownPorts).length],
	["images: entries", imageTable.length],
	["images: names offered", sum(imageTable.map((entry) => entry.offers?.length ?? 1))],
	["images: products with a life cycle", Object.keys(productLifecycles).length],
	["images: release lines", sum(Object.values(productLifecycles).map(({ lines }) => lines.length))],
	["Compose: attributes of a service", Object.keys(service.keys).length],
	["Compose: objects", fields.length],
	["Compose: keys, nested ones included", keysIn(composeFile)],
	[
		"Compose: value formats",
		formatCount(formatsOfNames, formatsOfMounts, formatsOfNetwork, formatsOfProcess, formatsOfScalars),
	],
	...kubernetes("core"),
	...kubernetes("custom"),
	["Kubernetes: versions of kinds with an end", sum(lifecycleRows)],
	[
		"Kubernetes: types and fields with the minor that brought them",
		sum(Object.values(addedIn).map((names) => names.split(" ").length)),
	],
	[
		"Kubernetes: kinds, types and fields that are gone",
		goneKinds.length + Object.keys(goneTypes).length + goneFields.length,
	],
	["Kustomize: fields of a Kustomization, nested ones included", keysIn(kustomizationType("Kustomization"))],
	["Helm: fields of Chart.yaml, nested ones included", keysIn(chartType)],
	["rules", rules.length],
	["rules: names of peers", sum(rules.map(({ aliases }) => aliases.length))],
];

const width = Math.max(...rows.map(([name]) => name.length));
for (const [name, count] of rows) console.log(`${name.padEnd(width)}  ${String(count).padStart(6)}`);
