import { describe, expect, test } from "vitest";
import { service } from "../../server/src/compose/vocabulary/service.ts";
import { composeFile } from "../../server/src/compose/vocabulary.ts";
import { docText } from "../../server/src/schema/hover.ts";
import type { ScalarType, Type } from "../../server/src/schema/type.ts";
import { validate } from "../../server/src/schema/validate.ts";
import { entriesOfTable, formsOf, type TableEntry, typeOf } from "../../server/src/schema/walk.ts";
import { parseYaml } from "../../server/src/yaml/tree.ts";
import { hoverAt, labelsAt } from "./project.ts";

const entries = [...entriesOfTable(composeFile)];

/** For each step of a path that leads to `owner`: whether it is an item of a list. */
function itemsOn(type: Type, path: readonly string[], owner: Type): readonly boolean[] | undefined {
	const [step, ...rest] = path;
	for (const form of formsOf(type)) {
		if (step === undefined) {
			if (form === owner) return [];
			continue;
		}
		const inner =
			form.kind === "object" && form.keys[step]
				? form.keys[step].type
				: form.kind === "map" && step === "*"
					? form.values
					: form.kind === "list" && step === "*"
						? form.items
						: undefined;
		const found = inner && itemsOn(typeOf(inner), rest, owner);
		if (found) return [form.kind === "list", ...found];
	}
	return undefined;
}

/** A Compose file in which the entry can stand, up to the line of its key; `inner` stands there. */
function fileWith({ path, owner }: TableEntry, inner: (indent: string) => string): string {
	const steps = path.split(".").slice(0, -1);
	const items = itemsOn(composeFile, steps, owner) ?? [];
	let text = "";
	let indent = "";
	let pending = "";
	steps.forEach((step, index) => {
		if (items[index]) {
			pending = `${indent}- `;
			indent += "  ";
			return;
		}
		text += `${pending || indent}${step === "*" ? nameUnder(steps[index - 1]) : step}:\n`;
		pending = "";
		indent += "  ";
	});
	const body = inner(indent);
	return text + (pending ? pending + body.slice(indent.length) : body);
}

/** A name that a user could choose; those of resource limits are given. */
function nameUnder(parent: string | undefined): string {
	return parent === "ulimits" ? "nofile" : "one";
}

function written(name: string, example: string, indent: string): string {
	const below = example.includes("\n") || /^(?:- |[\w."'-]+:(?:\s|$))/.test(example);
	const inPlace = /^[|>][-+]?\n/.test(example);
	const lines = inPlace
		? `${name}: ${example.replace(/\n/g, `\n${indent}`)}`
		: below
			? `${name}:\n${example.replace(/^(?=.)/gm, `${indent}  `)}`
			: `${name}: ${example}`;
	return `${indent}${lines}\n`;
}

test("the table knows the whole specification", () => {
	expect(Object.keys(composeFile.keys)).toEqual(
		expect.arrayContaining("name version include services networks volumes secrets configs models".split(" ")),
	);
	expect(Object.keys(composeFile.keys)).toHaveLength(9);
	expect(Object.keys(service.keys)).toHaveLength(93);
	// 353 places of the schema, less the tables that are written once and used from several.
	expect(entries.length).toBeGreaterThan(280);
});

test("marks that people rely on", () => {
	expect(composeFile.keys["version"]?.deprecated).toBeDefined();
	expect(service.keys["develop"]?.since).toBe("Compose 2.22");
	expect(service.keys["stop_grace_period"]?.default).toBe("10s");
	const condition = entries.find(({ path }) => path === "services.*.depends_on.*.condition");
	expect((typeOf(condition?.key.type as Type) as ScalarType).values?.map(({ value }) => value)).toEqual([
		"service_started",
		"service_healthy",
		"service_completed_successfully",
	]);
});

describe.each(entries.map((entry) => [entry.path, entry] as const))("%s", (_path, entry) => {
	const { name, key } = entry;

	test("is documented, with an example that is right", () => {
		expect(docText(key.doc).length).toBeGreaterThan(5);
		expect(docText(key.doc)).toMatch(/[.`]$/);
		expect(key.example).toBeDefined();
		for (const form of formsOf(typeOf(key.type))) {
			if (form.kind === "scalar")
				for (const { value, doc } of form.values ?? []) expect(docText(doc), value).not.toBe("");
		}
		const text = fileWith(entry, (indent) => written(name, key.example ?? "", indent));
		const yaml = parseYaml(text);
		expect(yaml.problems, text).toEqual([]);
		const problems = validate(yaml.documents[0]?.root, composeFile, { text });
		const about = problems.filter(({ kind }) => kind !== "missing-key" && kind !== "deprecated-key");
		expect(about, text).toEqual([]);
	});

	test("is offered and hovered", () => {
		const offered = labelsAt(fileWith(entry, (indent) => `${indent}|`));
		expect(offered).toContain(name);
		const text = fileWith(entry, (indent) =>
			written(`${name.slice(0, 1)}|${name.slice(1)}`, key.example ?? "", indent),
		);
		expect(hoverAt(text)?.markdown, text).toContain(docText(key.doc));
	});
});
