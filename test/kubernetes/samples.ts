import { readFileSync } from "node:fs";
import type { World } from "../../server/src/core/world.ts";
import { kubernetes } from "../../server/src/kubernetes/index.ts";
import { provideTables } from "../../server/src/kubernetes/tables.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";

/** Gives the core its generated tables, as the shells do. */
export function provideGeneratedTables(): void {
	provideTables((file) => readFileSync(`server/src/kubernetes/${file}.generated.json`, "utf8"));
}

/** Where sample files live; nothing is read from there. */
export const root = "file:///samples";

/** A whole workspace of sample files by path, without any rules. */
export function worldOf(files: Readonly<Record<string, string>>, settings: Partial<World["settings"]> = {}): World {
	const workspace = new Workspace([kubernetes]);
	workspace.settings = { ...workspace.settings, today: "2026-11-22", ...settings };
	for (const [path, text] of Object.entries(files)) workspace.set({ uri: `${root}/${path}`, text });
	workspace.complete = true;
	return workspace;
}

/** A text without its cursor `█`, and where that was. */
export function uncursor(marked: string): { readonly text: string; readonly offset: number } {
	const offset = marked.indexOf("█");
	if (offset < 0) throw new Error("no cursor in the sample");
	return { text: marked.replace("█", ""), offset };
}
