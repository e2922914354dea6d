/*
 * The room's front door: the tree's types, the parser, and how to read the tree. The `yaml` package is known to parse.ts
 * and build.ts alone.
 */
export type * from "./nodes.ts";
export { parseYaml } from "./parse.ts";
export { problemsOf } from "./problems.ts";
export * from "./read.ts";
