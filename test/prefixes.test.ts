import { describe, expect, test } from "vitest";
import { languages } from "../server/src/languages.ts";
import { rules } from "../server/src/rules/index.ts";
import { Document } from "../server/src/workspace/document.ts";
import { linterOf, root, unmark, workspaceOf } from "./samples.ts";

const linter = linterOf();

/** A half-typed file is the normal case: nothing throws on any beginning of any example, and every place in it can be asked about. */
describe.each(rules.map((rule) => [rule.id, rule] as const))("every prefix of the examples of %s", (_id, rule) => {
	test("is parsed, linted, hovered and completed", () => {
		for (const example of rule.examples) {
			const { text } = unmark(example.bad);
			const workspace = workspaceOf({ ...example.files, [example.path]: text });
			const language = languages.find((one) => one.matches({ uri: `${root}/${example.path}`, text }));
			if (!language) throw new Error(`${example.path} is in no language of ours`);
			let previous: Document | undefined;
			for (let length = 0; length <= text.length; length++) {
				const document = new Document(
					{ uri: `${root}/${example.path}`, text: text.slice(0, length) },
					language,
					previous,
				);
				for (const finding of linter.lint(document, workspace)) {
					expect(finding.span.start).toBeGreaterThanOrEqual(0);
					expect(finding.span.end).toBeGreaterThanOrEqual(finding.span.start);
					expect(finding.span.end).toBeLessThanOrEqual(length);
				}
				document.hover(length, workspace);
				for (const completion of document.complete(length, workspace))
					expect(completion.edit.span.end).toBeLessThanOrEqual(length);
				previous = document;
			}
			expect(previous?.outline().length).toBeGreaterThanOrEqual(0);
		}
	});
});
