import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "../build.ts";
import { home } from "./install.ts";
import type { EditorFolders } from "./server.ts";

/** What a test run leaves behind. */
export const runs = join(home, "run");

/** What the editor looked like when a run failed. */
export const screenshot = join(home, "failure.png");

/** Fresh folders of one run, and a copy of the files that its tests edit. */
export function freshFolders(name: string): EditorFolders & { readonly workspace: string } {
	const folder = join(runs, name);
	rmSync(folder, { recursive: true, force: true });
	const workspace = join(folder, "workspace");
	mkdirSync(workspace, { recursive: true });
	cpSync(join(root, "test", "editor", "workspace"), workspace, { recursive: true });
	return { workspace, data: join(folder, "data"), extensions: join(folder, "extensions") };
}
