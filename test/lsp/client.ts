import { type ChildProcess, spawn } from "node:child_process";
import type { Diagnostic, InitializeResult, Position } from "vscode-languageserver-protocol";
import {
	createMessageConnection,
	type MessageConnection,
	StreamMessageReader,
	StreamMessageWriter,
} from "vscode-languageserver-protocol/node";

/** A client of the built server over stdio, as any editor is one. */
export class Client {
	readonly connection: MessageConnection;
	readonly process: ChildProcess;
	/** What the server wrote outside the protocol. */
	stderr = "";
	capabilities: InitializeResult["capabilities"] = {};
	readonly #published = new Map<string, { version: number | undefined; diagnostics: Diagnostic[] }>();
	#waiting: (() => void)[] = [];

	constructor(command = ["dist/server.js", "--stdio"]) {
		this.process = spawn(process.execPath, command, { stdio: "pipe" });
		const { stdin, stdout, stderr } = this.process;
		if (!stdin || !stdout || !stderr) throw new Error("the server has no pipes");
		stderr.on("data", (data: Buffer) => {
			this.stderr += data.toString();
		});
		this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
		this.connection.onNotification("textDocument/publishDiagnostics", ({ uri, version, diagnostics }) => {
			this.#published.set(uri, { version, diagnostics });
			for (const wake of this.#waiting.splice(0)) wake();
		});
		this.connection.onRequest("client/registerCapability", () => null);
		this.connection.onRequest("window/workDoneProgress/create", () => null);
		this.connection.onRequest("workspace/diagnostic/refresh", () => null);
		this.connection.listen();
	}

	async start({
		capabilities = {},
		folder,
		settings = {},
	}: {
		capabilities?: object;
		folder?: string;
		settings?: object;
	} = {}): Promise<void> {
		const result: InitializeResult = await this.connection.sendRequest("initialize", {
			processId: process.pid,
			rootUri: folder ?? null,
			workspaceFolders: folder === undefined ? null : [{ uri: folder, name: "workspace" }],
			capabilities,
			initializationOptions: { plimsoll: settings },
		});
		this.capabilities = result.capabilities;
		await this.connection.sendNotification("initialized", {});
	}

	open(uri: string, languageId: string, text: string, version = 1): Promise<void> {
		return this.connection.sendNotification("textDocument/didOpen", {
			textDocument: { uri, languageId, version, text },
		});
	}

	change(uri: string, version: number, start: Position, end: Position, text: string): Promise<void> {
		return this.connection.sendNotification("textDocument/didChange", {
			textDocument: { uri, version },
			contentChanges: [{ range: { start, end }, text }],
		});
	}

	request<R>(method: string, params: object): Promise<R> {
		return this.connection.sendRequest(method, params);
	}

	/** Diagnostics pushed for a version of a file that satisfy `until`. */
	async diagnostics(
		uri: string,
		version: number,
		until: (diagnostics: Diagnostic[]) => boolean = () => true,
	): Promise<Diagnostic[]> {
		while (true) {
			const published = this.#published.get(uri);
			if (published?.version === version && until(published.diagnostics)) return published.diagnostics;
			await new Promise<void>((wake) => this.#waiting.push(wake));
		}
	}

	/** Shuts the server down as LSP asks and answers its exit code. */
	async stop(): Promise<number | null> {
		const ended = new Promise<number | null>((resolve) => this.process.once("exit", resolve));
		await this.connection.sendRequest("shutdown");
		await this.connection.sendNotification("exit");
		return ended;
	}
}
