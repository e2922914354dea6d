import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	compareQuantities,
	explainQuantity,
	parseQuantity,
	type Quantity,
	quantityProblem,
	quantitySuffixes,
	repairQuantity,
	unitOf,
} from "../../server/src/container/quantity.ts";

const nanos = (text: string) => parseQuantity(text)?.nanos;

describe("parseQuantity", () => {
	it.each([
		["1", 1_000_000_000n],
		["0.5", 500_000_000n],
		[".5", 500_000_000n],
		["5.", 5_000_000_000n],
		["250m", 250_000_000n],
		["1e3", 1_000_000_000_000n],
		["1E3", 1_000_000_000_000n],
		["1E", 10n ** 27n],
		["1Ki", 1024n * 10n ** 9n],
		["-1", -1_000_000_000n],
		["0.1n", 1n],
		["1e-30", 1n],
		["0", 0n],
	])("reads %s", (text, value) => expect(nanos(text)).toBe(value));

	it.each(["", "512MB", "0.5GB", "1 Gi", "1gi", "one", "1K", "1,5", "Mi", "1e", "0x10", "1.2.3", "--1"])(
		"refuses %j",
		(text) => {
			expect(parseQuantity(text)).toBeUndefined();
			expect(quantityProblem(text)).toMatch(/is not a quantity/);
		},
	);

	it("caps what no server can count", () => {
		expect(nanos("1e999999999")).toBe((2n ** 63n - 1n) * 10n ** 9n);
		expect(nanos("0e999999999")).toBe(0n);
	});

	it("never throws, and orders what it reads", () => {
		fc.assert(
			fc.property(fc.string(), (text) => void [parseQuantity(text), repairQuantity(text), explainQuantity(text)]),
		);
		fc.assert(
			fc.property(fc.nat(), fc.nat(), fc.constantFrom(...quantitySuffixes), (a, b, suffix) => {
				const order = compareQuantities(
					parseQuantity(`${a}${suffix}`) as Quantity,
					parseQuantity(`${b}${suffix}`) as Quantity,
				);
				return a > 2 ** 10 || b > 2 ** 10 || Math.sign(order) === Math.sign(a - b) || suffix.startsWith("E");
			}),
		);
	});
});

describe("repairQuantity", () => {
	it.each([
		["512MB", "512M"],
		["0.5GB", "0.5G"],
		["512MiB", "512Mi"],
		["512mi", "512Mi"],
		["1 Gi", "1Gi"],
		["1g", "1G"],
		["1K", "1k"],
		["0,5", "0.5"],
		["2 cores", "2"],
	])("takes %s for %s", (text, repaired) => expect(repairQuantity(text)).toBe(repaired));

	it.each(["", "lots", "1x", "512M"])("leaves %j alone", (text) => expect(repairQuantity(text)).toBeUndefined());
});

describe("explainQuantity", () => {
	it.each([
		["250m", "cpu", "a quarter of a core"],
		["0.5", "cpu", "half a core"],
		["2", "cpu", "2 cores"],
		["2500m", "cpu", "2.5 cores"],
		["330m", "cpu", "33 % of a core"],
		["128Mi", "bytes", "128 MiB (134,217,728 bytes)"],
		["512M", "bytes", "about 488.28 MiB (512,000,000 bytes)"],
		["100m", "bytes", "0.1 bytes, a fraction of a byte"],
		["10", "bytes", "10 bytes"],
		["3", "count", "3"],
		["1Mi", undefined, "1 MiB (1,048,576 bytes)"],
	] as const)("says %s of %s as %s", (text, unit, words) => expect(explainQuantity(text, unit)).toBe(words));
});

it("knows what a resource counts", () => {
	expect(
		["cpu", "requests.cpu", "memory", "limits.memory", "storage", "hugepages-2Mi", "nvidia.com/gpu"].map(unitOf),
	).toEqual(["cpu", "cpu", "bytes", "bytes", "bytes", "bytes", "count"]);
});
