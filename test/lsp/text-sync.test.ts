import fc from "fast-check";
import { expect, test } from "vitest";
import { LineTable } from "../../server/src/core/text.ts";
import { languages } from "../../server/src/languages.ts";
import { Converter, type Encoding } from "../../server/src/lsp/convert.ts";
import { Session } from "../../server/src/lsp/session.ts";
import { applyChanges } from "../../server/src/lsp/text-sync.ts";

const uri = "file:///sync/Dockerfile";
const nothing = { async *list() {}, read: async () => undefined, pause: async () => {} };
const piece = fc.string({ unit: fc.constantFrom("FROM ", "a", "\n", "\r\n", "é", "𝄞", "#"), maxLength: 12 });

/** Whatever is typed, the server's text is the editor's, in both encodings. */
test.each(["utf-16", "utf-8"] as const)(
	"changes are made as the editor made them, counted in %s",
	(encoding: Encoding) => {
		fc.assert(
			fc.property(piece, fc.array(fc.tuple(fc.nat(), fc.nat(), piece), { maxLength: 5 }), (start, changes) => {
				const session = new Session(languages, nothing, (message) => {
					throw new Error(message);
				});
				session.converter = new Converter(encoding, false);
				session.setOpen(uri, { version: 1, languageId: "dockerfile", text: start });
				let text = start;
				const sent = changes.map(([from, length, inserted]) => {
					const lines = new LineTable(text);
					const points = Array.from({ length: text.length + 1 }, (_, offset) => offset).filter(
						(offset) => lines.offsetAt(lines.placeAt(offset)) === offset && !/[\udc00-\udfff]/.test(text[offset] ?? ""),
					);
					const first = points[from % points.length] as number;
					const rest = points.filter((offset) => offset >= first);
					const last = rest[length % rest.length] as number;
					const range = session.converter.toRange({ uri, text, lines }, { start: first, end: last });
					text = text.slice(0, first) + inserted + text.slice(last);
					return { range, text: inserted };
				});
				expect(applyChanges(session, uri, sent)).toBe(text);
			}),
			{ numRuns: 60 },
		);
	},
);
