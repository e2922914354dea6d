/*
 * Grammars of the values that YAML sees as one scalar, by subject. Each says in one sentence what is wrong with a value, explains a
 * right one in plain words, and knows what is worth offering.
 */
export * from "./formats/mounts.ts";
export * from "./formats/names.ts";
export * from "./formats/network.ts";
export * from "./formats/process.ts";
export * from "./formats/scalars.ts";
