import { lineEnd, lineStart } from "../core/text.ts";

/** Most lines of a definition that a hover or completion shows. */
const maximumLines = 14;

/** The key or item that starts at `start`, with everything indented below it, moved to the left margin. */
export function excerpt(text: string, start: number): string {
	const first = lineStart(text, start);
	const indent = /^[ \t]*/.exec(text.slice(first, lineEnd(text, first)))?.[0].length ?? 0;
	const lines = [text.slice(first + indent, lineEnd(text, first))];
	let offset = text.indexOf("\n", first) + 1;
	while (offset > 0 && offset < text.length) {
		const line = text.slice(offset, lineEnd(text, offset));
		const blank = line.trim() === "";
		const deeper = /^[ \t]*/.exec(line)?.[0].length ?? 0;
		if (!blank && deeper <= indent) break;
		if (lines.length === maximumLines) {
			lines.push("…");
			break;
		}
		lines.push(line.slice(Math.min(indent, deeper)));
		offset = text.indexOf("\n", offset) + 1;
	}
	while (lines.at(-1)?.trim() === "") lines.pop();
	return lines.join("\n");
}
