import type { Hover } from "../core/feature.ts";
import { touches } from "../core/text.ts";
import type { World } from "../core/world.ts";
import { fitting } from "./context.ts";
import type { DockerignoreModel, PatternNode } from "./nodes.ts";

/** How many names of the workspace a hover shows. */
const mostShown = 8;

/** What the pattern under the cursor does, in words, and what of the workspace it fits. */
export function hover(model: DockerignoreModel, offset: number, world: World): Hover | undefined {
	const node = model.nodes.find(({ span }) => touches(span, offset));
	if (!node || node.pattern === "") return undefined;
	const parts = [describe(node), places(model, world, node), reference];
	return { span: node.span, markdown: parts.filter((part) => part !== "").join("\n\n") };
}

const reference =
	"[Documentation of .dockerignore](https://docs.docker.com/build/concepts/context/#dockerignore-files)";

function describe({ exception, pattern }: PatternNode): string {
	const what = subject(pattern);
	return exception
		? `Puts back ${what}, where a line above left it out. The last line that fits decides.`
		: `Leaves ${what} out of the build context, so COPY and ADD do not find it.`;
}

function subject(pattern: string): string {
	if (pattern === "." || pattern === "*" || pattern === "**") return "everything";
	const anywhere = /^\*\*\/([^/]+)$/.exec(pattern)?.[1];
	if (anywhere !== undefined) return `\`${anywhere}\` in every folder, with all that is below it,`;
	if (!/[*?[\\]/.test(pattern))
		return `\`${pattern}\`, counted from the root of the context, with all that is below it,`;
	const deep = pattern.includes("**") ? "; `**` stands for any number of folders" : "";
	return `what fits \`${pattern}\` (\`*\` and \`?\` do not go past a \`/\`${deep}), with all that is below it,`;
}

function places(model: DockerignoreModel, world: World, node: PatternNode): string {
	const found = fitting(model, world, node, mostShown);
	if (found.length === 0) return world.complete ? "Nothing in the workspace fits it at present." : "";
	const shown = found.slice(0, mostShown).map((path) => `\`${path}\``);
	return `Fits ${shown.join(", ")}${found.length > mostShown ? " and more" : ""}.`;
}
