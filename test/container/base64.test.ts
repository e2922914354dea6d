import fc from "fast-check";
import { expect, it } from "vitest";
import { encodeBase64 } from "../../server/src/container/base64.ts";

it("encodes as Node does", () => {
	fc.assert(
		fc.property(fc.string({ unit: "grapheme" }), (text) => {
			expect(encodeBase64(text)).toBe(Buffer.from(text, "utf8").toString("base64"));
		}),
	);
});
