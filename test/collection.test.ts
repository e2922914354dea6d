import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { rules } from "../server/src/rules/index.ts";

const subjects = ["container", "dockerfile", "compose", "kubernetes", "dockerignore"] as const;

describe("the collection of rules", () => {
	test("holds every file of the rule folders, under its name", () => {
		const files = subjects.flatMap((subject) =>
			readdirSync(`server/src/rules/${subject}`).map((file) => `${subject}/${basename(file, ".ts")}`),
		);
		expect(rules.map(({ subject, id }) => `${subject}/${id}`).sort()).toEqual(files.sort());
	});

	test("has no id twice", () => {
		const ids = rules.map(({ id }) => id);
		expect(ids).toEqual([...new Set(ids)]);
	});

	test.each(rules.map((rule) => [rule.id, rule] as const))("%s is described in whole sentences", (_id, rule) => {
		expect(rule.id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
		expect(rule.summary).toMatch(/^[A-Z`].*[.]$/s);
		expect(rule.why).toMatch(/[.`)]$/);
		expect(rule.why.length).toBeGreaterThan(40);
		if (rule.fix) expect(rule.fix.title).toMatch(/^[A-Z].*[^.]$/);
		for (const practice of rule.practice) expect(practice).toMatch(/^[DCKX]\d\d$/);
		for (const alias of rule.aliases) expect(alias).toMatch(/^[a-z-]+\/[\w./ :-]+$/);
		expect(new Set(rule.aliases).size).toBe(rule.aliases.length);
	});
});
