import { type ExtensionContext, type LogOutputChannel, workspace } from "vscode";
import {
	LanguageClient,
	type LanguageClientOptions,
	type ServerOptions,
	TransportKind,
} from "vscode-languageclient/node";
import type { InitializationOptions } from "../../server/src/lsp/protocol.ts";

/** Where texts come from that are linted: not the old side of a comparison, not what an extension shows. */
const schemes = ["file", "untitled", "vscode-vfs"];

/** Every file the server may have something to say about; of YAML files it finds out by itself which concern it. */
export const documents: { scheme: string; language?: string; pattern?: string }[] = schemes.flatMap((scheme) => [
	{ scheme, language: "dockerfile" },
	{ scheme, language: "dockercompose" },
	{ scheme, language: "yaml" },
	{ scheme, language: "dockerignore" },
	{ scheme, language: "ignore", pattern: "**/*.dockerignore" },
	{ scheme, pattern: "**/.plimsoll.{yaml,yml}" },
]);

/** The language client for the bundled server; not started yet. */
export function createClient(context: ExtensionContext, outputChannel: LogOutputChannel): LanguageClient {
	const module = context.asAbsolutePath("dist/server.js");
	const server: ServerOptions = {
		run: { module, transport: TransportKind.ipc },
		debug: { module, transport: TransportKind.ipc, options: { execArgv: ["--nolazy", "--inspect=6009"] } },
	};
	const options: LanguageClientOptions = {
		documentSelector: documents,
		outputChannel,
		initializationOptions: (): InitializationOptions => ({
			plimsoll: { ...workspace.getConfiguration("plimsoll") },
			ruleCommand: true,
		}),
		synchronize: { configurationSection: "plimsoll" },
		markdown: { isTrusted: { enabledCommands: ["plimsoll.showRule"] } },
	};
	return new LanguageClient("plimsoll", "Plimsoll", server, options);
}
