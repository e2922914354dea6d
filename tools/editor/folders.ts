import { cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "../build.ts";
import { home } from "./install.ts";
import type { EditorFolders } from "./server.ts";

/** What a test run leaves behind. */
export const runs = join(home, "run");

/** Where a picture of a failed test goes. */
export const screenshot = (title: string): string =>
	join(
		home,
		`failure-${title
			.toLowerCase()
			.replace(/[^a-z0-9]+/g, "-")
			.slice(0, 80)}.png`,
	);

/** Pictures that the last run left behind. */
export const screenshots = (): string[] =>
	readdirSync(home)
		.filter((name) => /^failure.*\.png$/.test(name))
		.map((name) => join(home, name));

/** Takes away the pictures of earlier runs. */
export function clearScreenshots(): void {
	for (const path of screenshots()) rmSync(path);
}

/** Fresh folders of one run, and a copy of the files that its tests edit. */
export function freshFolders(name: string): EditorFolders & { readonly workspace: string } {
	const folder = join(runs, name);
	rmSync(folder, { recursive: true, force: true });
	const workspace = join(folder, "workspace");
	mkdirSync(workspace, { recursive: true });
	cpSync(join(root, "test", "editor", "workspace"), workspace, { recursive: true });
	return { workspace, data: join(folder, "data"), extensions: join(folder, "extensions") };
}
