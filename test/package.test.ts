import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageExtension, sizeLimit } from "../tools/package.ts";

/** Everything a .vsix holds, and nothing else may be in it. */
const expected = [
	"[Content_Types].xml",
	"extension.vsixmanifest",
	"extension/LICENSE.txt",
	"extension/changelog.md",
	"extension/dist/cli.js",
	"extension/dist/client.js",
	"extension/dist/extension.js",
	"extension/dist/kubernetes-custom-docs.json",
	"extension/dist/kubernetes-custom-types.json",
	"extension/dist/kubernetes-docs.json",
	"extension/dist/server.js",
	"extension/icons/plimsoll.png",
	"extension/package.json",
	"extension/readme.md",
	"extension/snippets/compose.json",
	"extension/snippets/dockerfile.json",
	"extension/snippets/kubernetes.json",
	"extension/syntaxes/compose-interpolation.tmLanguage.json",
	"extension/syntaxes/dockerfile-shell.tmLanguage.json",
	"extension/syntaxes/dockerignore.language-configuration.json",
	"extension/syntaxes/dockerignore.tmLanguage.json",
];

/** Files of a ZIP archive, from its central directory. Source: PKWARE APPNOTE 6.3.10, 4.3.7 and 4.3.12. */
function unzip(archive: Buffer): Map<string, () => Buffer> {
	const files = new Map<string, () => Buffer>();
	const end = archive.lastIndexOf("PK\x05\x06");
	let at = archive.readUInt32LE(end + 16);
	while (archive.readUInt32LE(at) === 0x02014b50) {
		const [name, extra, comment] = [28, 30, 32].map((field) => archive.readUInt16LE(at + field)) as [
			number,
			number,
			number,
		];
		const method = archive.readUInt16LE(at + 10);
		const size = archive.readUInt32LE(at + 20);
		const local = archive.readUInt32LE(at + 42);
		files.set(archive.toString("utf8", at + 46, at + 46 + name), () => {
			const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
			const data = archive.subarray(start, start + size);
			return method === 0 ? data : inflateRawSync(data);
		});
		at += 46 + name + extra + comment;
	}
	return files;
}

interface Manifest {
	readonly main: string;
	readonly browser?: string;
	readonly icon: string;
	readonly contributes: {
		readonly grammars: readonly { readonly path: string }[];
		readonly snippets: readonly { readonly path: string }[];
		readonly languages: readonly { readonly configuration: string }[];
	};
}

describe("the .vsix", () => {
	const folder = mkdtempSync(join(tmpdir(), "plimsoll-vsix-"));
	let path = "";
	let files = new Map<string, () => Buffer>();
	const text = (name: string) => (files.get(name) as () => Buffer)().toString("utf8");

	beforeAll(async () => {
		path = await packageExtension(folder);
		files = unzip(readFileSync(path));
	}, 60_000);
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it("holds only what is listed", () => {
		expect([...files.keys()].sort()).toEqual([...expected].sort());
	});

	it("is small enough", () => {
		expect(statSync(path).size).toBeLessThanOrEqual(sizeLimit);
	});

	it("has every file that its manifest names", () => {
		const { main, browser, icon, contributes } = JSON.parse(text("extension/package.json")) as Manifest;
		const { grammars, snippets, languages } = contributes;
		const named = [
			...[main, icon, ...(browser === undefined ? [] : [browser])],
			...[...grammars, ...snippets].map((one) => one.path),
			...languages.map(({ configuration }) => configuration),
		];
		for (const name of named) expect(files.has(`extension/${name.replace(/^\.\//, "")}`), name).toBe(true);
	});

	it("has bundles that are minified, with neither source maps nor paths of the machine that made them", () => {
		for (const bundle of ["cli", "client", "extension", "server"]) {
			const code = text(`extension/dist/${bundle}.js`);
			expect(code).not.toContain("sourceMappingURL");
			expect(code).not.toContain(process.cwd());
			expect(code.length / code.split("\n").length, bundle).toBeGreaterThan(200);
		}
	});
});
