import {
	CodeActionKind,
	type Connection,
	DidChangeWatchedFilesNotification,
	FileChangeType,
	type InitializeParams,
	type InitializeResult,
	type RequestHandler,
	RequestType,
	ResponseError,
	TextDocumentSyncKind,
} from "vscode-languageserver";
import { languages } from "../languages.ts";
import { Converter, type Encoding } from "./convert.ts";
import type { Files } from "./files.ts";
import { codeActions } from "./handlers/code-actions.ts";
import { completion, completionResolve } from "./handlers/completion.ts";
import { definition } from "./handlers/definition.ts";
import { diagnostics, diagnosticsOf } from "./handlers/diagnostics.ts";
import { documentHighlight } from "./handlers/document-highlight.ts";
import { documentLink } from "./handlers/document-link.ts";
import { documentSymbol } from "./handlers/document-symbol.ts";
import { foldingRange } from "./handlers/folding-range.ts";
import { hover } from "./handlers/hover.ts";
import { imageState } from "./handlers/image-state.ts";
import { references } from "./handlers/references.ts";
import { prepareRename, rename } from "./handlers/rename.ts";
import { rule, ruleList } from "./handlers/rule.ts";
import { scaffold } from "./handlers/scaffold.ts";
import { workspaceSymbol } from "./handlers/workspace-symbol.ts";
import { indexWorkspace } from "./index-workspace.ts";
import {
	fixAllKind,
	type InitializationOptions,
	imageStateRequest,
	ruleListRequest,
	ruleRequest,
	scaffoldRequest,
} from "./protocol.ts";
import { Session } from "./session.ts";
import { applyChanges } from "./text-sync.ts";

/** What the client can do, as far as it makes a difference. */
interface Client {
	readonly pulls: boolean;
	readonly refreshesPulled: boolean;
	readonly watches: boolean;
	readonly showsProgress: boolean;
}

/** Serves one connection until it ends. */
export function serve(connection: Connection, files: Files): void {
	const session = new Session(languages, files, (message) => connection.console.error(message));
	let client: Client = { pulls: false, refreshesPulled: false, watches: false, showsProgress: false };

	/** Publishes a file's findings, or all open files' where its neighbours may see a change; a client that pulls asks itself. */
	function publish(uri: string, others: boolean): void {
		if (client.pulls) {
			if (others && client.refreshesPulled) connection.languages.diagnostics.refresh();
			return;
		}
		const due = others ? [uri, ...[...session.open.keys()].filter((other) => other !== uri)] : [uri];
		for (const one of due) {
			const file = session.open.get(one);
			if (file)
				void connection.sendDiagnostics({ uri: one, version: file.version, diagnostics: diagnosticsOf(session, one) });
		}
	}

	/** A handler that can't end the session: what it throws is logged, and the client gets null. Meant errors pass. */
	function guard<P, R>(
		name: string,
		handler: (session: Session, params: P) => R,
	): (params: P) => R | null | ResponseError {
		return (params) => {
			try {
				return handler(session, params);
			} catch (error) {
				if (error instanceof ResponseError) return error;
				connection.console.error(`${name} failed: ${error instanceof Error ? error.stack : String(error)}`);
				return null;
			}
		};
	}

	/** Serves a request of our own. */
	function own<P, R>(name: string, handler: (session: Session, params: P) => R): void {
		connection.onRequest(
			new RequestType<P, R | null, void>(name),
			guard(name, handler) as RequestHandler<P, R | null, void>,
		);
	}

	connection.onInitialize((params): InitializeResult => {
		const { capabilities } = params;
		client = {
			pulls: capabilities.textDocument?.diagnostic !== undefined,
			refreshesPulled: capabilities.workspace?.diagnostics?.refreshSupport === true,
			watches: capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
			showsProgress: capabilities.window?.workDoneProgress === true,
		};
		const options = params.initializationOptions as InitializationOptions | undefined;
		session.converter = new Converter(encodingOf(params), options?.ruleCommand === true);
		session.folders = params.workspaceFolders?.map(({ uri }) => uri.replace(/\/+$/, "")) ?? [];
		session.configure(options);
		return { capabilities: capabilitiesOf(session, client), serverInfo: { name: "plimsoll" } };
	});

	connection.onInitialized(async () => {
		if (client.watches) {
			const watchers = [{ globPattern: "**/*" }];
			void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
		}
		const progress =
			client.showsProgress && session.folders.length > 0 ? await connection.window.createWorkDoneProgress() : undefined;
		progress?.begin("Plimsoll", undefined, "reading the workspace", false);
		try {
			await indexWorkspace(session);
		} catch (error) {
			connection.console.error(
				`The workspace could not be read: ${error instanceof Error ? error.message : String(error)}`,
			);
		} finally {
			progress?.done();
		}
		publishAll();
	});

	function publishAll(): void {
		const [first] = session.open.keys();
		if (first !== undefined) publish(first, true);
	}

	connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
		publish(uri, session.setOpen(uri, { version, languageId, text }));
	});
	connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
		const file = session.open.get(uri);
		if (!file) return;
		publish(uri, session.setOpen(uri, { ...file, version, text: applyChanges(session, uri, contentChanges) }));
	});
	connection.onDidCloseTextDocument(async ({ textDocument: { uri } }) => {
		session.close(uri);
		if (!client.pulls) void connection.sendDiagnostics({ uri, diagnostics: [] });
		if (await session.load(uri)) publishAll();
	});
	connection.onDidChangeWatchedFiles(async ({ changes }) => {
		let felt = false;
		for (const { uri, type } of changes) {
			if (type !== FileChangeType.Changed) felt = true;
			if (type === FileChangeType.Deleted) session.forget(uri);
			else if (await session.load(uri)) felt = true;
		}
		if (felt) {
			session.touch();
			publishAll();
		}
	});
	connection.onDidChangeConfiguration(({ settings }) => {
		session.configure(settings as InitializationOptions);
		publishAll();
	});

	connection.languages.diagnostics.on((params) => {
		const report = guard("diagnostics", diagnostics)(params);
		return report === null || report instanceof ResponseError ? { kind: "full", items: [] } : report;
	});
	connection.onHover(guard("hover", hover));
	connection.onCompletion(guard("completion", completion));
	connection.onCompletionResolve((item) => {
		const resolved = guard("completion", completionResolve)(item);
		return resolved === null || resolved instanceof ResponseError ? item : resolved;
	});
	connection.onCodeAction(guard("code actions", codeActions));
	connection.onDefinition(guard("definition", definition));
	connection.onReferences(guard("references", references));
	connection.onDocumentHighlight(guard("highlight", documentHighlight));
	connection.onPrepareRename(guard("rename", prepareRename));
	connection.onRenameRequest(guard("rename", rename));
	connection.onDocumentSymbol(guard("symbols", documentSymbol));
	connection.onWorkspaceSymbol(guard("workspace symbols", workspaceSymbol));
	connection.onFoldingRanges(guard("folding", foldingRange));
	connection.onDocumentLinks(guard("links", documentLink));
	own(ruleRequest, rule);
	own(ruleListRequest, ruleList);
	own(imageStateRequest, imageState);
	own(scaffoldRequest, scaffold);
	connection.listen();
}

/** The first encoding the client names that we know; UTF-16 where it names none. */
function encodingOf({ capabilities }: InitializeParams): Encoding {
	const offered = capabilities.general?.positionEncodings ?? [];
	return offered.find((encoding): encoding is Encoding => encoding === "utf-16" || encoding === "utf-8") ?? "utf-16";
}

function capabilitiesOf(session: Session, client: Client): InitializeResult["capabilities"] {
	return {
		positionEncoding: session.converter.encoding,
		textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
		...(client.pulls && { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } }),
		hoverProvider: true,
		completionProvider: {
			resolveProvider: true,
			triggerCharacters: ["$", "{", "=", "-", "/", ":", ",", "*", "@", " "],
		},
		codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
		definitionProvider: true,
		referencesProvider: true,
		documentHighlightProvider: true,
		renameProvider: { prepareProvider: true },
		documentSymbolProvider: true,
		workspaceSymbolProvider: true,
		foldingRangeProvider: true,
		documentLinkProvider: {},
		workspace: { workspaceFolders: { supported: true } },
	};
}
