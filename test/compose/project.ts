import { compose } from "../../server/src/compose/index.ts";
import type { ComposeModel } from "../../server/src/compose/nodes.ts";
import type { Completion, Hover } from "../../server/src/core/feature.ts";
import { dockerfile } from "../../server/src/dockerfile/index.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";

const root = "file:///project";

/** A Compose file at `compose.yaml` among other files, `|` being the cursor. */
export function projectOf(marked: string, files: Readonly<Record<string, string>> = {}) {
	const offset = marked.indexOf("|");
	const text = offset < 0 ? marked : marked.slice(0, offset) + marked.slice(offset + 1);
	const workspace = new Workspace([dockerfile, compose]);
	for (const [path, content] of Object.entries({ ...files, "compose.yaml": text })) {
		workspace.set({ uri: `${root}/${path}`, text: content });
	}
	workspace.complete = true;
	const model = compose.parse({ uri: `${root}/compose.yaml`, text });
	return { workspace, model, text, offset };
}

export function completionsAt(marked: string, files: Readonly<Record<string, string>> = {}): readonly Completion[] {
	const { workspace, model, offset } = projectOf(marked, files);
	return compose.complete?.(model, offset, workspace) ?? [];
}

export function labelsAt(marked: string, files: Readonly<Record<string, string>> = {}): readonly string[] {
	return completionsAt(marked, files).map(({ label }) => label);
}

/** The text after the completion with that label is inserted, tab stops as they are. */
export function completedWith(
	label: string,
	marked: string,
	files: Readonly<Record<string, string>> = {},
): string | undefined {
	const { model, text, offset, workspace } = projectOf(marked, files);
	const found = compose.complete?.(model, offset, workspace).find((completion) => completion.label === label);
	if (!found) return undefined;
	const { span, text: inserted } = found.edit;
	return text.slice(0, span.start) + inserted + text.slice(span.end);
}

export function hoverAt(marked: string, files: Readonly<Record<string, string>> = {}): Hover | undefined {
	const { model, offset, workspace } = projectOf(marked, files);
	return compose.hover?.(model, offset, workspace);
}

export type { ComposeModel };
