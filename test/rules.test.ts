import { describe, expect, test } from "vitest";
import { rules } from "../server/src/rules/index.ts";
import { findingsOf, fixedBy, mark, unmark } from "./samples.ts";

/** Every example of every rule, four ways: flagged as marked, silent when good, fixed to the byte, and nothing left. */
describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
	rule.examples.forEach((example, index) => {
		const { text } = unmark(example.bad);

		test(`example ${index + 1}: the bad text is flagged as marked`, () => {
			const findings = findingsOf(rule, example, text);
			expect(
				mark(
					text,
					findings.map(({ span }) => span),
				),
			).toBe(example.bad);
			expect(findings.length).toBeGreaterThan(0);
			if (example.message !== undefined) expect(findings[0]?.message).toBe(example.message);
		});

		test(`example ${index + 1}: the good text is not`, () => {
			expect(findingsOf(rule, example, example.good)).toEqual([]);
		});

		test(`example ${index + 1}: the fix makes the bad text good`, () => {
			const findings = findingsOf(rule, example, text);
			if (findings.some(({ fixes }) => fixes.length > 0)) expect(fixedBy(rule, example, text)).toBe(example.good);
			else expect(fixedBy(rule, example, text)).toBe(text);
		});
	});

	test("a rule that promises a fix shows one", () => {
		const shown = rule.examples.some((example) =>
			findingsOf(rule, example, unmark(example.bad).text).some(({ fixes }) => fixes.length > 0),
		);
		expect(shown).toBe(rule.fix !== undefined);
	});
});
