import type { Scaffold } from "./scaffold.ts";

/** Every command that writes something, by its name in the protocol. */
export const scaffolds: Readonly<Record<string, Scaffold>> = {};
