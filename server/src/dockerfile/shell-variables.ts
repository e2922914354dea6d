import type { Use } from "./words.ts";

const use = /\$(?:\{([A-Za-z_]\w*)(:?[-+?=]|##?|%%?|\/\/?|[:^,@[])?|([A-Za-z_]\w*))/y;

/** The variables that a POSIX shell replaces in a text: not in single quotes, not after a backslash. */
export function shellUses(text: string): Use[] {
	const uses: Use[] = [];
	let double = false;
	for (let offset = 0; offset < text.length; offset++) {
		const char = text[offset];
		if (char === "\\") offset++;
		else if (char === '"') double = !double;
		else if (char === "'" && !double) {
			const closing = text.indexOf("'", offset + 1);
			if (closing < 0) return uses;
			offset = closing;
		} else if (char === "$") {
			use.lastIndex = offset;
			const match = use.exec(text);
			// `$$X` is the shell's process id and a word.
			if (!match) {
				if (text[offset + 1] === "$") offset++;
				continue;
			}
			const [written, braced, modifier, bare] = match;
			const name = braced ?? bare ?? "";
			const nameStart = offset + (braced === undefined ? 1 : 2);
			const end = braced === undefined ? offset + written.length : braceEnd(text, offset + written.length);
			uses.push({
				span: { start: offset, end },
				name,
				nameSpan: { start: nameStart, end: nameStart + name.length },
				modifier,
				operand:
					modifier === undefined ? undefined : { start: offset + written.length, end: Math.max(end - 1, nameStart) },
				problem: undefined,
			});
			// Operands may hold further uses, so go on right after the name.
			offset = nameStart + name.length - 1;
		}
	}
	return uses;
}

/** Right after the brace that closes an expansion, looking at most a line's length ahead. */
function braceEnd(text: string, from: number): number {
	let depth = 1;
	const limit = Math.min(text.length, from + 1000);
	for (let offset = from; offset < limit; offset++) {
		if (text[offset] === "{") depth++;
		else if (text[offset] === "}" && --depth === 0) return offset + 1;
	}
	return from;
}

const assignments = [
	/(?:^|[\s;&|(){}])([A-Za-z_]\w*)\+?=/g,
	/\bfor\s+([A-Za-z_]\w*)/g,
	/\bread\s+(?:-\S+\s+)*([A-Za-z_]\w*)/g,
];

/** Names that a shell text sets itself, so that their uses may not be the Dockerfile's variables. */
export function assignedNames(text: string): ReadonlySet<string> {
	const names = new Set<string>();
	for (const pattern of assignments) for (const match of text.matchAll(pattern)) names.add(match[1] as string);
	return names;
}
