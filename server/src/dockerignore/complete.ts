import type { Completion } from "../core/feature.ts";
import { lineEnd, lineStart, toSpan } from "../core/text.ts";
import type { World } from "../core/world.ts";
import { entriesOf } from "./context.ts";
import type { DockerignoreModel } from "./nodes.ts";

/** Files and folders at the cursor, and at the start of a line patterns that most projects need. */
export function complete(model: DockerignoreModel, offset: number, world: World): readonly Completion[] {
	const start = lineStart(model.text, offset);
	const before = model.text.slice(start, offset);
	if (before.startsWith("#")) return [];
	const typed = before.trimStart().replace(/^!\s*/, "");
	const slash = typed.lastIndexOf("/");
	const folder = slash < 0 ? "" : typed.slice(0, slash).replace(/^\.?\/+/, "");
	const from = offset - (typed.length - slash - 1);
	const end = wordEnd(model.text, offset);
	const span = toSpan(from, end);
	const paths = /[*?[\\]/.test(folder)
		? []
		: entriesOf(model, world, folder).map(({ path, folder: isFolder }): Completion => {
				const name = path.slice(path.lastIndexOf("/") + 1);
				const label = isFolder ? `${name}/` : name;
				return { label, kind: isFolder ? "folder" : "file", edit: { span, text: label }, again: isFolder };
			});
	return slash < 0 ? [...paths, ...common(model, before, span)] : paths;
}

function wordEnd(text: string, offset: number): number {
	const end = lineEnd(text, offset);
	const rest = text.slice(offset, end);
	return offset + (/^[^\s/]*/.exec(rest)?.[0].length ?? 0);
}

/** Patterns worth having, with the reason. */
const usual: readonly { readonly pattern: string; readonly detail: string }[] = [
	{ pattern: ".git", detail: "history; changes with every commit" },
	{ pattern: "**/.env*", detail: "settings with secrets" },
	{ pattern: "**/node_modules", detail: "installed in the image" },
	{ pattern: "**/__pycache__", detail: "compiled Python" },
	{ pattern: "**/.venv", detail: "installed in the image" },
	{ pattern: "**/dist", detail: "built in the image" },
	{ pattern: "**/*.log", detail: "logs" },
	{ pattern: "**/.DS_Store", detail: "folder views of macOS" },
	{ pattern: "Dockerfile*", detail: "not needed inside the image" },
	{ pattern: ".dockerignore", detail: "not needed inside the image" },
	{ pattern: "compose*.y*ml", detail: "not needed inside the image" },
];

function common(model: DockerignoreModel, before: string, span: { start: number; end: number }): readonly Completion[] {
	if (before.trimStart().startsWith("!")) return [];
	const present = new Set(model.nodes.map(({ pattern }) => pattern));
	return usual
		.filter(({ pattern }) => !present.has(pattern))
		.map(({ pattern, detail }) => ({ label: pattern, kind: "value", detail, rank: 1, edit: { span, text: pattern } }));
}
