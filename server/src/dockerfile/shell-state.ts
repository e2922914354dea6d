import { parseImage } from "../container/image.ts";
import type { InstructionNode, ShellKind, ShellState, Word } from "./nodes.ts";

const posix = new Set(["sh", "bash", "dash", "ash", "ksh", "mksh", "zsh", "busybox"]);

/** The shell of a Linux image that sets none. */
export const linuxShell: ShellState = {
	kind: "posix",
	words: ["/bin/sh", "-c"],
	pipefail: false,
	instruction: undefined,
};

/** The shell of a Windows image that sets none. */
export const windowsShell: ShellState = {
	kind: "cmd",
	words: ["cmd", "/S", "/C"],
	pipefail: false,
	instruction: undefined,
};

/** The shell that a SHELL instruction sets. */
export function shellOf(instruction: InstructionNode, words: readonly Word[]): ShellState {
	const values = words.map(({ value }) => value);
	return {
		kind: shellKind(values[0] ?? ""),
		words: values,
		pipefail: values.slice(1).some((value) => value.includes("pipefail")),
		instruction,
	};
}

/** Which language a shell program reads, by its name. */
export function shellKind(program: string): ShellKind {
	const name = program
		.slice(Math.max(program.lastIndexOf("/"), program.lastIndexOf("\\")) + 1)
		.toLowerCase()
		.replace(/\.exe$/, "");
	if (posix.has(name)) return "posix";
	if (name === "powershell" || name === "pwsh") return "powershell";
	return name === "cmd" ? "cmd" : "other";
}

/** Whether an image is one of Windows: Microsoft's base images, and tags that name one of them. */
export function isWindowsImage(image: string): boolean {
	const reference = parseImage(image);
	if (!reference) return false;
	return (
		/^windows(?:$|\/)|(?:^|\/)(?:nanoserver|windowsservercore|servercore)(?:$|\/)/.test(reference.repository) ||
		/nanoserver|windowsservercore|(?:^|-)ltsc20\d\d/.test(reference.tag ?? "")
	);
}

/** The interpreter that a `#!` line names, `env` looked through; undefined where the script has none. */
export function shebangOf(script: string): string | undefined {
	const match = /^#![ \t]*(\S+)(?:[ \t]+(?:-\S+[ \t]+)*(\S+))?/.exec(script);
	if (!match) return undefined;
	const [, program = "", argument] = match;
	return program.endsWith("/env") && argument !== undefined ? argument : program;
}
