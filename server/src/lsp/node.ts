import { readFileSync } from "node:fs";
import { opendir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { tableFileName } from "../kubernetes/table.ts";
import { provideTables } from "../kubernetes/tables.ts";
import type { Files } from "./files.ts";
import { serve } from "./server.ts";

/** Folders that hold nothing a person wrote. */
const skipped = new Set([
	"node_modules",
	".git",
	".hg",
	".svn",
	"dist",
	"build",
	"target",
	"vendor",
	".venv",
	"venv",
	"__pycache__",
	".terraform",
	".next",
	".cache",
]);

/** Files looked at in one workspace folder, and bytes read of one file. */
const limits = { files: 50_000, bytes: 5_000_000 };

const disk: Files = {
	async *list(folder) {
		if (!folder.startsWith("file:")) return;
		const waiting = [fileURLToPath(folder)];
		let count = 0;
		for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
			try {
				for await (const entry of await opendir(path)) {
					if (entry.isDirectory() && !skipped.has(entry.name)) waiting.push(join(path, entry.name));
					else if (entry.isFile() && ++count <= limits.files) yield pathToFileURL(join(path, entry.name)).href;
				}
			} catch {
				// A folder that can't be read is as good as empty.
			}
		}
	},
	async read(uri) {
		if (!uri.startsWith("file:")) return undefined;
		try {
			const path = fileURLToPath(uri);
			if ((await stat(path)).size > limits.bytes) return undefined;
			return await readFile(path, "utf8");
		} catch {
			return undefined;
		}
	},
	pause: () => new Promise((resume) => setImmediate(resume)),
};

provideTables((file) => {
	try {
		return readFileSync(join(__dirname, tableFileName(file)), "utf8");
	} catch {
		return undefined;
	}
});
serve(createConnection(ProposedFeatures.all), disk);
