import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import {
	createMessageConnection,
	type MessageConnection,
	StreamMessageReader,
	StreamMessageWriter,
} from "vscode-languageserver-protocol/node";

/** How a language server is started and set up. */
export interface Peer {
	readonly name: string;
	readonly command: readonly string[];
	/** Answers to workspace/configuration, by section. */
	readonly settings?: Readonly<Record<string, unknown>>;
}

/** A language server under measurement. */
export class Server {
	readonly #process: ChildProcess;
	readonly #connection: MessageConnection;
	#version = 0;
	#published: (() => void) | undefined;

	constructor({ command, settings = {} }: Peer) {
		const [program = "", ...args] = command;
		this.#process = spawn(program, args, { stdio: ["pipe", "pipe", "ignore"] });
		const { stdin, stdout } = this.#process;
		if (!stdin || !stdout) throw new Error("no pipes");
		this.#connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
		this.#connection.onNotification("textDocument/publishDiagnostics", () => this.#published?.());
		this.#connection.onRequest("workspace/configuration", ({ items }: { items: { section: string }[] }) =>
			items.map(({ section }) => settings[section] ?? null),
		);
		this.#connection.onRequest("client/registerCapability", () => null);
		this.#connection.onRequest("window/workDoneProgress/create", () => null);
		this.#connection.listen();
	}

	async initialize(): Promise<void> {
		await this.#connection.sendRequest("initialize", {
			processId: process.pid,
			rootUri: null,
			workspaceFolders: null,
			capabilities: {
				workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
				textDocument: {
					hover: { contentFormat: ["markdown"] },
					completion: { completionItem: { snippetSupport: true } },
					publishDiagnostics: {},
				},
			},
		});
		await this.#connection.sendNotification("initialized", {});
		await this.#connection.sendNotification("workspace/didChangeConfiguration", { settings: {} });
	}

	/** Opens a file and waits for its first diagnostics. */
	async open(uri: string, languageId: string, text: string): Promise<void> {
		const diagnostics = this.#nextDiagnostics();
		await this.#connection.sendNotification("textDocument/didOpen", {
			textDocument: { uri, languageId, version: ++this.#version, text },
		});
		await diagnostics;
	}

	/** Replaces `length` characters and waits for the diagnostics that follow; milliseconds. */
	async edit(uri: string, line: number, character: number, length: number, text: string): Promise<number> {
		const started = performance.now();
		const diagnostics = this.#nextDiagnostics();
		const range = { start: { line, character }, end: { line, character: character + length } };
		await this.#connection.sendNotification("textDocument/didChange", {
			textDocument: { uri, version: ++this.#version },
			contentChanges: [{ range, text }],
		});
		await diagnostics;
		return performance.now() - started;
	}

	/** Milliseconds of a request at a place. */
	async ask(method: string, uri: string, line: number, character: number): Promise<number> {
		const started = performance.now();
		await this.#connection.sendRequest(method, { textDocument: { uri }, position: { line, character } });
		return performance.now() - started;
	}

	/** Peak resident memory in MiB; undefined where the system does not tell. */
	get peakMemory(): number | undefined {
		try {
			const match = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${this.#process.pid}/status`, "utf8"));
			return match ? Number(match[1]) / 1024 : undefined;
		} catch {
			return undefined;
		}
	}

	async stop(): Promise<void> {
		const ended = new Promise((resolve) => this.#process.once("exit", resolve));
		await Promise.race([
			this.#connection.sendRequest("shutdown").then(() => this.#connection.sendNotification("exit")),
			new Promise((resolve) => setTimeout(resolve, 1000)),
		]);
		this.#connection.dispose();
		this.#process.kill();
		await ended;
	}

	#nextDiagnostics(): Promise<void> {
		return new Promise((resolve, reject) => {
			const timer = setTimeout(() => reject(new Error("no diagnostics within 20 s")), 20_000);
			this.#published = () => {
				clearTimeout(timer);
				resolve();
			};
		});
	}
}
