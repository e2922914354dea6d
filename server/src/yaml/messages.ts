import type { Span } from "../core/text.ts";
import type { Break } from "./breaks.ts";
import type { YamlProblem } from "./nodes.ts";

/*
 * Problems in plain sentences, each at the place that has to be mended.
 */

/** The problem of a text that breaks off; `span` counts in the text as it stands. Undefined for what others than the parser take. */
export function problemOfBreak(text: string, { kind }: Break, span: Span): YamlProblem | undefined {
	if (kind === "continued") return undefined;
	const [code, sentence] = breaks[kind];
	return { code, span, message: sentence(text.slice(span.start, span.end)), severity: "error" };
}

const breaks: Readonly<
	Record<Exclude<Break["kind"], "continued">, readonly [code: string, sentence: (word: string) => string]>
> = {
	quote: ["MISSING_CHAR", (word) => `The quote ${word.charAt(0)} that opens here is never closed.`],
	bracket: ["MISSING_CHAR", (word) => `The bracket \`${word}\` that opens here is never closed.`],
	colon: ["MISSING_CHAR", (word) => `\`${word}\` has no colon after it.`],
	blank: ["MISSING_CHAR", (word) => `A blank is missing after the colon of \`${word}\`.`],
	indent: ["BAD_INDENT", (word) => `\`${word}\` is indented as if it belonged to the value above it.`],
	list: ["BAD_INDENT", () => "No list can begin here: the key above it has a value already."],
	tab: ["TAB_AS_INDENT", () => "A tab can't indent YAML; use blanks."],
};

type Translation = (word: string) => string;

/** By the parser's code, then by what its message holds; the first that fits counts. */
const sentences: Readonly<Record<string, readonly (readonly [holds: string, sentence: Translation])[]>> = {
	ALIAS_PROPS: [["", () => "An alias can't have an anchor or a tag of its own."]],
	BAD_ALIAS: [
		["Anchor", () => "An anchor needs a name after `&`."],
		["Alias", () => "An alias needs a name after `*`; text that starts with `*` has to be quoted."],
	],
	BAD_DIRECTIVE: [["", (word) => `\`${word}\` is no directive that YAML knows.`]],
	BAD_DQ_ESCAPE: [
		[
			"",
			(word) =>
				`\`${word}\` is no escape sequence that double quotes know; write \`\\\\\` for a backslash, or use single quotes.`,
		],
	],
	BAD_INDENT: [
		["sequence items", () => "This item is not indented like the other items of its list."],
		["mapping items", () => "This key is not indented like the keys it belongs to."],
		["end with", (word) => `\`${word}\` doesn't close the bracket that is open here.`],
		["", () => "This line is not indented as the lines around it ask for."],
	],
	BAD_PROP_ORDER: [["", () => "An anchor or tag stands after the `:`, `-` or `?`, not before it."]],
	BAD_SCALAR_START: [["", (word) => `Text that starts with \`${word.charAt(0)}\` has to be quoted.`]],
	BLOCK_AS_IMPLICIT_KEY: [
		["sequence", () => "A list can't be a key; is a line before it not finished?"],
		["", () => "A second `key: value` can't follow on the same line; put it on a line of its own or quote the value."],
	],
	BLOCK_IN_FLOW: [["", () => "Inside `[…]` and `{…}` no block lists and keys by indentation are possible."]],
	KEY_OVER_1024_CHARS: [["", () => "A key can have 1,024 characters at most."]],
	MISSING_CHAR: [
		["Block scalars", () => "A text block's first lines can't be indented deeper than its text."],
		["directives-end", () => "A line `---` has to follow the directives."],
		["Block collection cannot start", () => "Keys and list items have to start on the line after `---`."],
		["Comments", () => "A comment needs a blank before its `#`."],
		["Implicit map keys", (word) => `\`${word}\` has no colon after it.`],
		["Missing closing", () => "A quote that opens here is never closed."],
		["Missing newline", () => "A list starts on the line after its anchor or tag."],
		["Missing space after :", () => "A blank is missing after the colon."],
		["or : between", () => "A comma or colon is missing here."],
		["Missing , between", () => "A comma is missing before this."],
		["must end with", (word) => `\`${word}\` doesn't close the bracket that is open here.`],
		["Sequence item without", (word) => `\`${word}\` has no dash before it, unlike the other items of the list.`],
		["Tags and anchors", () => "A blank is missing after the anchor or tag."],
	],
	MULTILINE_IMPLICIT_KEY: [["", (word) => `\`${word}\` goes over more than one line, which a key can't.`]],
	MULTIPLE_ANCHORS: [["", () => "A value can have one anchor only."]],
	MULTIPLE_TAGS: [["", () => "A value can have one tag only."]],
	TAB_AS_INDENT: [["", () => "A tab can't indent YAML; use blanks."]],
	UNEXPECTED_TOKEN: [
		["empty item", () => "There is nothing between these commas."],
		["Unexpected ,", () => "There is a comma too many here."],
		[
			"Block scalar header",
			() => "Only `+`, `-`, a digit or a comment can follow `|` and `>`; the text starts on the next line.",
		],
		["on same line with key", () => "A list starts on the line after its key."],
		["doc-end without", () => "There is no document that `...` could end."],
		["flow-map-end", () => "There is no `{` that this `}` could close."],
		["flow-seq-end", () => "There is no `[` that this `]` could close."],
		["", (word) => (word === "" ? "Something is not finished here." : `\`${word}\` can't stand here.`)],
	],
};

/** The package's error in our words; undefined for what is no mistake here. */
export function problemOfError(text: string, code: string, message: string, span: Span): YamlProblem | undefined {
	const sentence = sentences[code]?.find(([holds]) => message.includes(holds))?.[1];
	if (!sentence) return undefined;
	const place = placeOf(text, code, message, span);
	const word = /^\S{0,40}/.exec(text.slice(place.start, Math.max(place.end, place.start + 1)))?.[0] ?? "";
	return { code, span: place, message: sentence(word), severity: "error" };
}

/** Errors about a key or item are placed by the parser where the one before it ends. */
const startsItem = /^All (?:mapping|sequence) items|^Sequence item without/;

function placeOf(text: string, code: string, message: string, span: Span): Span {
	if (startsItem.test(message)) {
		const [, blanks = "", word = ""] = /^(\s*)(\S{0,80})/.exec(text.slice(span.start, span.start + 1000)) ?? [];
		const start = span.start + blanks.length;
		if (word !== "") return { start, end: start + word.length };
	}
	// Backslash and character.
	return onOneLine(text, code === "BAD_DQ_ESCAPE" ? { start: span.start, end: span.end + 1 } : span);
}

/** At the end of the line before, where the error is only noticed on a later, empty place. */
function onOneLine(text: string, { start, end }: Span): Span {
	let from = start;
	const atBreak = from >= text.length || /\s/.test(text[from] as string);
	if (atBreak) {
		while (from > 0 && /\s/.test(text[from - 1] as string)) from--;
		if (from !== start) {
			const word = /\S{1,40}$/.exec(text.slice(Math.max(0, from - 40), from))?.[0] ?? "";
			return { start: from - word.length, end: from };
		}
	}
	const lineBreak = text.slice(from, end).search(/[\r\n]/);
	return { start: from, end: lineBreak > 0 ? from + lineBreak : Math.max(end, from) };
}
