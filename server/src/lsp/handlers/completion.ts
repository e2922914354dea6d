import type { CompletionItem, CompletionList, CompletionParams } from "vscode-languageserver";
import type { Completion } from "../../core/feature.ts";
import { completeIgnore } from "../../lint/complete-ignore.ts";
import type { Session } from "../session.ts";
import { documentAt } from "./at.ts";

/** The list last answered: documentation of an entry is made when its item is resolved. */
const answered = new WeakMap<Session, readonly Completion[]>();

export function completion(session: Session, params: CompletionParams): CompletionList | null {
	const place = documentAt(session, params);
	if (!place) return null;
	const { document, offset } = place;
	const found = completeIgnore(document, offset) ?? document.complete(offset, session.worldOf(document.uri));
	answered.set(session, found);
	return {
		isIncomplete: false,
		items: found.map((one, index) => session.converter.toCompletionItem(document, one, index)),
	};
}

export function completionResolve(session: Session, item: CompletionItem): CompletionItem {
	const found = typeof item.data === "number" ? answered.get(session)?.[item.data] : undefined;
	if (!found || found.label !== item.label || found.documentation === undefined) return item;
	const value = typeof found.documentation === "function" ? found.documentation() : found.documentation;
	return { ...item, documentation: { kind: "markdown", value } };
}
