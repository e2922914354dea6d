import { expect, test } from "vitest";
import { describe } from "../../server/src/schema/describe.ts";
import { hoverAt } from "../../server/src/schema/hover.ts";
import { entriesOfTable, placeAt, typeAt } from "../../server/src/schema/walk.ts";
import { cursorAt } from "../../server/src/yaml/cursor.ts";
import { parseYaml } from "../../server/src/yaml/tree.ts";
import { duration, file, service } from "./table.ts";

function hover(marked: string): { on: string; markdown: string } | undefined {
	const offset = marked.indexOf("|");
	const text = marked.slice(0, offset) + marked.slice(offset + 1);
	const found = hoverAt(cursorAt(parseYaml(text), offset), file);
	return found && { on: text.slice(found.span.start, found.span.end), markdown: found.markdown };
}

test("a key says all about itself", () => {
	expect(hover("services:\n  web:\n    ima|ge: nginx\n")).toEqual({
		on: "image",
		markdown: "**`image`** · a string · required\n\nWhat it runs.\n\n```yaml\nimage: nginx:1.29\n```",
	});
	expect(hover("services:\n  web:\n    por|ts: []\n")?.markdown).toBe(
		'**`ports`** · a list of strings or ports\n\nPorts that are published.\n\n```yaml\nports:\n  - "80:80"\n```',
	);
	expect(hover("services:\n  web:\n    rest|art: always\n")?.markdown).toBe(
		"**`restart`** · `no`, `always` or `on` · since Compose 1.0\n\n- `no`\n- `always`: Whatever happens.\n- `on`: **Deprecated.** Write always.",
	);
	expect(hover("services:\n  web:\n    healthcheck:\n      inter|val: 10s\n")?.markdown).toBe(
		"**`interval`** · a duration · default `30s`\n\n`10s`: 10 seconds",
	);
	expect(hover("services:\n  web:\n    ol|d: x\n")?.markdown).toContain("**Deprecated.** Use `image`.");
});

test("a value says what it means", () => {
	expect(hover("services:\n  web:\n    restart: alw|ays\n")).toEqual({
		on: "always",
		markdown: "`always`: Whatever happens.",
	});
	expect(hover("services:\n  web:\n    restart_delay: '10|s'\n")).toEqual({
		on: "'10s'",
		markdown: "`10s`: 10 seconds",
	});
	expect(hover("services:\n  web:\n    image: ngi|nx\n")?.markdown).toBe("`image`: What it runs.");
});

test("nothing is said where the table knows nothing", () => {
	expect(hover("unknow|n: 1\n")).toBeUndefined();
	expect(hover("# serv|ices\n")).toBeUndefined();
	expect(hover("services:\n  |\n")).toBeUndefined();
});

test("types in words", () => {
	expect(
		describe({
			kind: "union",
			forms: [
				{ kind: "scalar", of: ["string"] },
				{ kind: "list", items: { kind: "scalar", of: ["string"] } },
			],
		}),
	).toBe("a string or a list of strings");
	expect(describe({ kind: "scalar", of: ["number", "integer", "string"] })).toBe("a number or a string");
	expect(describe({ kind: "scalar", of: ["string", "null"], format: duration })).toBe("a duration or nothing");
	expect(describe({ kind: "map", values: service })).toBe("a mapping of names to services");
	expect(describe({ kind: "object", name: "Ingress", keys: {} })).toBe("an Ingress");
	expect(describe({ kind: "object", name: "user", keys: {} })).toBe("a user");
	expect(describe({ kind: "scalar", of: ["boolean"] })).toBe("true or false");
});

test("places in a table", () => {
	expect(placeAt(file, ["services", "web", "image"])).toMatchObject({ name: "image", owner: service });
	expect(typeAt(file, ["services", "web", "ports", 0, "target"])).toMatchObject({ kind: "scalar", of: ["integer"] });
	expect(typeAt(file, ["services", "web", "nothing"])).toBeUndefined();
	expect(typeAt(file, ["services", "web", "toString"])).toBeUndefined();
	const { root } = parseYaml("services: []\n").documents[0] ?? {};
	expect(typeAt(file, ["services", "web"], root)).toBeUndefined();
});

test("every entry of a table that refers to itself comes once", () => {
	const paths = [...entriesOfTable(file)].map(({ path }) => path);
	expect(new Set(paths).size).toBe(paths.length);
	expect(paths).toContain("services.*.healthcheck.interval");
	expect(paths).toContain("services.*.ports.*.target");
	expect(paths).toHaveLength(1 + Object.keys(service.keys).length + 3 + 2);
});
