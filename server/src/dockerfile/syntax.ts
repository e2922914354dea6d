import type { Problem } from "../core/language.ts";
import type { Span } from "../core/text.ts";
import type { EnvNode, InstructionNode, LabelNode, Word } from "./nodes.ts";

/*
 * What BuildKit refuses to read, beyond unknown names. Source: moby/buildkit frontend/dockerfile/instructions/parse.go and
 * frontend/dockerfile/parser/line_parsers.go.
 */

type Check = (node: InstructionNode, typed: readonly { readonly kind: string }[]) => readonly Problem[];

const checks: Readonly<Record<string, Check>> = {
	ADD: copying,
	ARG: atLeastOne,
	COPY: copying,
	ENV: pairs,
	EXPOSE: atLeastOne,
	FROM: from,
	HEALTHCHECK: healthcheck,
	LABEL: pairs,
	MAINTAINER: atLeastOne,
	ONBUILD: onbuild,
	RUN: atLeastOne,
	SHELL: shell,
	STOPSIGNAL: atLeastOne,
	USER: atLeastOne,
	VOLUME: atLeastOne,
	WORKDIR: atLeastOne,
};

/** What can't be read in one instruction; `typed`: the nodes made of it; `escapeChar`: the file's escape character. */
export function syntaxProblems(
	node: InstructionNode,
	typed: readonly { readonly kind: string }[],
	escapeChar: string,
): readonly Problem[] {
	const check = Object.hasOwn(checks, node.keyword) ? checks[node.keyword] : undefined;
	return [...(check?.(node, typed) ?? []), ...arrays(node), ...quotes(node, escapeChar)];
}

function invalid(span: Span, message: string): Problem {
	return { rule: "invalid-syntax", span, message };
}

function atLeastOne(node: InstructionNode): readonly Problem[] {
	if (node.words.length > 0) return [];
	return [invalid(node.keywordSpan, `${node.keyword} needs an argument.`)];
}

function copying(node: InstructionNode): readonly Problem[] {
	if (node.words.length >= 2) return [];
	if (node.words.length === 0) return [invalid(node.keywordSpan, `${node.keyword} needs a source and a destination.`)];
	return [invalid(node.argumentSpan, `${node.keyword} has a source but no destination.`)];
}

function from({ words, keywordSpan, argumentSpan }: InstructionNode): readonly Problem[] {
	const [image, as, name, extra] = words;
	if (!image) return [invalid(keywordSpan, "FROM needs the name of an image or stage.")];
	if (!as) return [];
	if (as.value.toLowerCase() !== "as") {
		return [invalid(as.span, `After the image only \`AS <name>\` may follow, not \`${as.text}\`.`)];
	}
	if (!name) return [invalid(as.span, "AS needs the name of the stage.")];
	if (extra)
		return [invalid({ start: extra.span.start, end: argumentSpan.end }, "Nothing may follow the name of the stage.")];
	if (!/^[a-z][a-z0-9-_.]*$/i.test(name.value)) {
		return [
			invalid(
				name.span,
				`\`${name.text}\` can't be the name of a stage: it starts with a letter, followed by letters, digits, \`-\`, \`_\` and \`.\`.`,
			),
		];
	}
	return [];
}

function pairs(node: InstructionNode, typed: readonly { readonly kind: string }[]): readonly Problem[] {
	if (node.words.length === 0) return atLeastOne(node);
	const found = typed.find(({ kind }) => kind === "env" || kind === "label") as EnvNode | LabelNode | undefined;
	const written = found?.pairs ?? [];
	const comment = written.findIndex(({ name, value }) => name.text.startsWith("#") && !value);
	const meant = comment < 0 ? written : written.slice(0, comment);
	const problems = meant.flatMap(({ span, name, value }) => {
		if (name.text === "") return [invalid(span, `\`${node.keyword}\` has a value without a name.`)];
		if (value) return [];
		const what = node.keyword === "ENV" ? "variable" : "label";
		return [invalid(span, `The ${what} \`${name.value}\` has no value: write \`${name.value}=…\`.`)];
	});
	const first = written[comment];
	if (!first) return problems;
	const tail = { start: first.span.start, end: written.at(-1)?.span.end ?? first.span.end };
	return [...problems, invalid(tail, `A comment needs a line of its own: ${node.keyword} takes these words as names.`)];
}

function healthcheck({ words, keywordSpan, argumentText, argumentSpan, flags }: InstructionNode): readonly Problem[] {
	const type = /^\S*/.exec(argumentText)?.[0] ?? "";
	const typeSpan = { start: argumentSpan.start, end: argumentSpan.start + type.length };
	switch (type.toUpperCase()) {
		case "":
			return [invalid(keywordSpan, "HEALTHCHECK needs NONE, or CMD with a command.")];
		case "NONE": {
			const [flag] = flags;
			if (flag) return [invalid(flag.span, "HEALTHCHECK NONE takes no flags.")];
			return argumentText.length > type.length ? [invalid(argumentSpan, "HEALTHCHECK NONE takes no arguments.")] : [];
		}
		case "CMD":
			return words.length > 0 ? [] : [invalid(typeSpan, "HEALTHCHECK CMD needs a command.")];
		default:
			return [invalid(typeSpan, `HEALTHCHECK knows NONE and CMD, not \`${type}\`.`)];
	}
}

function shell({ json, keywordSpan, words, argumentSpan }: InstructionNode): readonly Problem[] {
	if (words.length === 0) return [invalid(keywordSpan, "SHELL needs a JSON array with a program.")];
	return json ? [] : [invalid(argumentSpan, 'SHELL takes a JSON array only: `["/bin/bash", "-c"]`.')];
}

const forbiddenTriggers: readonly string[] = ["ONBUILD", "FROM", "MAINTAINER"];

function onbuild({ words, argumentText, argumentSpan, keywordSpan }: InstructionNode): readonly Problem[] {
	const keyword = /^\S*/.exec(argumentText)?.[0] ?? "";
	if (keyword === "" && words.length === 0) return [invalid(keywordSpan, "ONBUILD needs an instruction.")];
	if (!forbiddenTriggers.includes(keyword.toUpperCase())) return [];
	const span = { start: argumentSpan.start, end: argumentSpan.start + keyword.length };
	return [{ rule: "invalid-onbuild", span, message: `ONBUILD can't trigger ${keyword.toUpperCase()}.` }];
}

const jsonForms = new Set(["RUN", "CMD", "ENTRYPOINT", "COPY", "ADD", "VOLUME", "HEALTHCHECK"]);

/** A JSON array with something other than strings in it: the builder takes no other array for words either. */
function arrays(node: InstructionNode): readonly Problem[] {
	if (node.json || !jsonForms.has(node.keyword) || !node.argumentText.startsWith("[")) return [];
	if (node.argumentText.length > 10_000) return [];
	try {
		const value: unknown = JSON.parse(node.argumentText);
		if (!Array.isArray(value)) return [];
		return [invalid(node.argumentSpan, `The array of ${node.keyword} may hold strings only.`)];
	} catch {
		return [];
	}
}

const quoted = new Set(["ENV", "LABEL", "ARG", "WORKDIR", "USER"]);

/** A quote that is not closed, where the builder reads quotes. */
function quotes({ keyword, words }: InstructionNode, escapeChar: string): readonly Problem[] {
	if (!quoted.has(keyword)) return [];
	const last = words.at(-1);
	const quote = last && openQuote(last, escapeChar);
	return last && quote ? [invalid(last.span, `The ${quote === '"' ? "double" : "single"} quote is not closed.`)] : [];
}

function openQuote({ text }: Word, escapeChar: string): string | undefined {
	let quote = "";
	for (let offset = 0; offset < text.length; offset++) {
		const char = text[offset] as string;
		if (quote !== "'" && char === escapeChar) offset++;
		else if (quote) quote = char === quote ? "" : quote;
		else if (char === '"' || char === "'") quote = char;
	}
	return quote || undefined;
}
