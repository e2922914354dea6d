// Made by tools/generate/rules-index.ts from the files of this folder; run `npm run generate`.
import containerIgnoreWithoutReason from "./container/ignore-without-reason.ts";
import containerUnusedIgnore from "./container/unused-ignore.ts";
import type { Rule } from "./rule.ts";

/** Every rule. */
export const rules: readonly Rule[] = [
	containerIgnoreWithoutReason,
	containerUnusedIgnore,
];
