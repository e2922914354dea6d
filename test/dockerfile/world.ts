import type { Completion, Hover } from "../../server/src/core/feature.ts";
import { dockerfile } from "../../server/src/dockerfile/index.ts";
import type { DockerfileModel } from "../../server/src/dockerfile/nodes.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";

export const root = "file:///samples";

/** The day the tests are run on, as far as the code knows. */
export const today = "2026-11-22";

/** A workspace of other files. */
export function worldOf(files: Readonly<Record<string, string>> = {}): Workspace {
	const world = new Workspace([dockerfile]);
	world.settings = { ...world.settings, today };
	for (const [path, text] of Object.entries(files)) world.set({ uri: `${root}/${path}`, text });
	world.complete = true;
	return world;
}

/** The model of a text and the place of the cursor `¦` in it. */
export function at(marked: string): { readonly model: DockerfileModel; readonly offset: number } {
	const offset = marked.indexOf("¦");
	if (offset < 0) throw new Error("no cursor in the sample");
	const text = marked.slice(0, offset) + marked.slice(offset + 1);
	return { model: dockerfile.parse({ uri: `${root}/Dockerfile`, text }), offset };
}

export function hoverAt(marked: string, files: Readonly<Record<string, string>> = {}): Hover | undefined {
	const { model, offset } = at(marked);
	return dockerfile.hover?.(model, offset, worldOf(files));
}

export function completeAt(marked: string, files: Readonly<Record<string, string>> = {}): readonly Completion[] {
	const { model, offset } = at(marked);
	return dockerfile.complete?.(model, offset, worldOf(files)) ?? [];
}

/** The text once the completion of that label is taken; throws where it is not offered. */
export function taken(marked: string, label: string, files: Readonly<Record<string, string>> = {}): string {
	const items = completeAt(marked, files);
	const item = items.find((candidate) => candidate.label === label);
	if (!item) throw new Error(`${label} is not among ${items.map((candidate) => candidate.label).join(" ")}`);
	const { model } = at(marked);
	return model.text.slice(0, item.edit.span.start) + item.edit.text + model.text.slice(item.edit.span.end);
}
