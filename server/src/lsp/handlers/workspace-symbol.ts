import type { SymbolInformation, WorkspaceSymbolParams } from "vscode-languageserver";
import type { OutlineItem } from "../../core/feature.ts";
import type { Document } from "../../workspace/document.ts";
import type { Session } from "../session.ts";

/** More than this no list shows. */
const limit = 500;

const listed: ReadonlySet<OutlineItem["kind"]> = new Set([
	"stage",
	"service",
	"network",
	"volume",
	"config",
	"secret",
	"model",
	"object",
]);

/** Stages, services and objects of the workspace whose names hold the letters of the query in order. */
export function workspaceSymbol(session: Session, params: WorkspaceSymbolParams): SymbolInformation[] {
	const wanted = params.query.toLowerCase();
	const found: SymbolInformation[] = [];
	for (const document of session.workspace.documents) {
		for (const item of document.outline()) {
			collect(session, document, item, wanted, found);
			if (found.length >= limit) return found;
		}
	}
	return found;
}

function collect(
	session: Session,
	document: Document,
	item: OutlineItem,
	wanted: string,
	found: SymbolInformation[],
	containerName?: string,
): void {
	if (listed.has(item.kind) && holdsInOrder(item.name.toLowerCase(), wanted)) {
		const { name, kind } = session.converter.toDocumentSymbol(document, { ...item, children: [] });
		found.push({
			name,
			kind,
			location: { uri: document.uri, range: session.converter.toRange(document, item.selection) },
			...(containerName && { containerName }),
		});
	}
	for (const child of item.children) collect(session, document, child, wanted, found, item.name);
}

function holdsInOrder(name: string, letters: string): boolean {
	let from = 0;
	for (const letter of letters) {
		from = name.indexOf(letter, from) + 1;
		if (from === 0) return false;
	}
	return true;
}
