/**
 * Offsets where the documents of a text start, the first being 0: each `---` at the start of a line begins one, except where
 * nothing but comments and directives stands before the first. Each part can be parsed alone.
 */
export function documentStarts(text: string): number[] {
	const starts = [0];
	let from = 0;
	for (let line = markerAt(text, 0) ? 0 : nextMarker(text, 0); line >= 0; line = nextMarker(text, line)) {
		const before = text.slice(from, line);
		from = line;
		if (starts.length === 1 && preamble.test(before)) continue;
		starts.push(line - afterEndMarker(before));
	}
	return starts;
}

/** Comments, directives and blank lines. */
const preamble = /^\uFEFF?(?:[ \t]*(?:#[^\n]*)?\r?\n|%[^\n]*\n)*$/;

function nextMarker(text: string, from: number): number {
	let line = text.indexOf("\n---", from);
	while (line >= 0 && !markerAt(text, line + 1)) line = text.indexOf("\n---", line + 1);
	return line < 0 ? -1 : line + 1;
}

function markerAt(text: string, offset: number): boolean {
	if (!text.startsWith("---", offset)) return false;
	const next = text[offset + 3];
	return next === undefined || next === " " || next === "\n" || next === "\r" || next === "\t";
}

/** How much of a part's end belongs to the next document: the directives after `...`. */
function afterEndMarker(part: string): number {
	const end = part.lastIndexOf("\n...");
	if (end < 0) return 0;
	const line = part.indexOf("\n", end + 1);
	return line < 0 || !/^(?:\.\.\.)[ \t\r]*$/.test(part.slice(end + 1, line)) ? 0 : part.length - line - 1;
}
