import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import ignore from "ignore";
import { type TableFile, tableFileName } from "../kubernetes/table.ts";

/** A file's text, or why there is none. */
export type ReadResult = { readonly text: string } | { readonly reason: string };

/** Bytes of the largest file that is read; the models take no more. */
const maximumSize = 5_000_000;

/** The text of a table that lies beside the program; undefined where it is not there. */
export function readTable(file: TableFile): string | undefined {
	const result = readText(join(__dirname, tableFileName(file)));
	return "text" in result ? result.text : undefined;
}

/** Reads a file as UTF-8. */
export function readText(path: string): ReadResult {
	try {
		const { size } = statSync(path);
		if (size > maximumSize) return { reason: `larger than ${maximumSize / 1_000_000} MB` };
		return decode(readFileSync(path));
	} catch (error) {
		return { reason: reasonOf(error) };
	}
}

/** Bytes as text; binary content and invalid UTF-8 are a reason. */
export function decode(bytes: Uint8Array): ReadResult {
	if (bytes.subarray(0, 8000).includes(0)) return { reason: "is not text" };
	try {
		return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
	} catch {
		return { reason: "is not valid UTF-8" };
	}
}

const reasons: Readonly<Record<string, string>> = {
	ENOENT: "no such file or folder",
	EACCES: "permission denied",
	EPERM: "permission denied",
	EISDIR: "is a folder",
	ELOOP: "too many symbolic links",
};

/** Why the system refused, in words. */
export function reasonOf(error: unknown): string {
	const { code, message } = error as NodeJS.ErrnoException;
	return reasons[code ?? ""] ?? message;
}

const skipped = new Set(["node_modules", ".git", ".hg", ".svn"]);

/** All files below a folder in a stable order, without what .gitignore files name; unreadable folders go to `onError`. */
export function* walk(folder: string, onError: (path: string, reason: string) => void): Generator<string> {
	yield* walkBelow(folder, [], onError);
}

interface IgnoreFile {
	readonly folder: string;
	readonly ignores: (path: string) => boolean;
}

function* walkBelow(
	folder: string,
	above: readonly IgnoreFile[],
	onError: (path: string, reason: string) => void,
): Generator<string> {
	let entries: Dirent[];
	try {
		entries = readdirSync(folder, { withFileTypes: true });
	} catch (error) {
		onError(folder, reasonOf(error));
		return;
	}
	const ignores = [...above, ...ignoreFileOf(folder, entries)];
	entries.sort((a, b) => (a.name < b.name ? -1 : 1));
	for (const entry of entries) {
		const path = join(folder, entry.name);
		const isFolder = entry.isDirectory();
		if (isFolder ? skipped.has(entry.name) : !entry.isFile()) continue;
		if (ignores.some((file) => file.ignores(toSlashes(relative(file.folder, path)) + (isFolder ? "/" : "")))) continue;
		if (isFolder) yield* walkBelow(path, ignores, onError);
		else yield path;
	}
}

function ignoreFileOf(folder: string, entries: readonly Dirent[]): IgnoreFile[] {
	if (!entries.some(({ name }) => name === ".gitignore")) return [];
	const read = readText(join(folder, ".gitignore"));
	if (!("text" in read)) return [];
	const patterns = ignore().add(read.text);
	return [{ folder, ignores: (path) => patterns.ignores(path) }];
}

/** A path with forward slashes, as findings and patterns have it. */
export function toSlashes(path: string): string {
	return sep === "\\" ? path.replaceAll("\\", "/") : path;
}

/** How a path is shown: relative to the working directory, unless that leads out of it. */
export function shown(path: string): string {
	const absolute = resolve(path);
	const below = relative(process.cwd(), absolute);
	return below === "" || below.startsWith("..") || isAbsolute(below) ? toSlashes(absolute) : toSlashes(below);
}
