/*
 * Kubernetes quantities: `500m`, `0.5`, `128Mi`, `1e3`.
 * Grammar and rounding: apimachinery `pkg/api/resource/quantity.go` (nothing finer than a nano; capped at 2^63-1).
 */

/** What a quantity counts; `cpu` is cores, `bytes` memory and storage. */
export type QuantityUnit = "cpu" | "bytes" | "count";

/** A quantity read exactly. */
export interface Quantity {
	/** The value times 10^9, finer fractions rounded up as the API server does. */
	readonly nanos: bigint;
	/** As written: `Mi`, `m`, `` , `e3`. */
	readonly suffix: string;
	/** As written, sign included. */
	readonly digits: string;
}

/** A suffix with what it multiplies by, in nanos. */
const suffixes: ReadonlyMap<string, bigint> = new Map([
	["n", 1n],
	["u", 1_000n],
	["m", 1_000_000n],
	["", 1_000_000_000n],
	["k", 10n ** 12n],
	["M", 10n ** 15n],
	["G", 10n ** 18n],
	["T", 10n ** 21n],
	["P", 10n ** 24n],
	["E", 10n ** 27n],
	["Ki", (10n ** 9n) << 10n],
	["Mi", (10n ** 9n) << 20n],
	["Gi", (10n ** 9n) << 30n],
	["Ti", (10n ** 9n) << 40n],
	["Pi", (10n ** 9n) << 50n],
	["Ei", (10n ** 9n) << 60n],
]);

/** The suffixes in order of size, from nano to exbi. */
export const quantitySuffixes: readonly string[] = [...suffixes.keys()];

const grammar = /^([+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+))([eE][+-]?[0-9]{1,9}|[KMGTPE]i|[numkMGTPE]?)$/;
const most = (2n ** 63n - 1n) * 10n ** 9n;

/** Reads a quantity; undefined where it does not follow the grammar. */
export function parseQuantity(text: string): Quantity | undefined {
	const match = grammar.exec(text);
	if (!match) return undefined;
	const [, digits = "", suffix = ""] = match;
	const negative = digits.startsWith("-");
	const [whole = "", fraction = ""] = digits.replace(/^[+-]/, "").split(".");
	const factor = suffixes.get(suffix);
	const exponent = factor === undefined ? Number(suffix.slice(1)) + 9 : 0;
	const size = scaled(BigInt(`${whole}${fraction}` || "0"), factor ?? 1n, exponent - fraction.length);
	const capped = size > most ? most : size;
	return { nanos: negative ? -capped : capped, suffix, digits };
}

/** `count` times `factor` times ten to the power of `exponent`, rounded up; bounded, so that `1e999999999` costs nothing. */
function scaled(count: bigint, factor: bigint, exponent: number): bigint {
	if (count === 0n) return 0n;
	if (exponent > 40) return most + 1n;
	const product = count * factor;
	if (exponent >= 0) return product * 10n ** BigInt(exponent);
	if (exponent < -5000) return 1n;
	const divisor = 10n ** BigInt(-exponent);
	return (product + divisor - 1n) / divisor;
}

/** Negative, zero or positive as `a` is less than, equal to or more than `b`. */
export function compareQuantities(a: Quantity, b: Quantity): number {
	return a.nanos < b.nanos ? -1 : a.nanos > b.nanos ? 1 : 0;
}

/** What a resource's quantity counts, by the resource's name: `cpu`, `memory`, `hugepages-2Mi`, `nvidia.com/gpu`. */
export function unitOf(resource: string): QuantityUnit {
	const name = resource.replace(/^(?:requests|limits)\./, "");
	if (name === "cpu") return "cpu";
	return /^(?:memory|storage|ephemeral-storage|hugepages-.+|.+\.storage|requests\.storage)$/.test(name)
		? "bytes"
		: "count";
}

/** Suffixes people write, lower case, and the one they mean. Bytes are what a quantity counts, so `B` is never written. */
const meant: ReadonlyMap<string, string> = new Map([
	["b", ""],
	["kb", "k"],
	["mb", "M"],
	["gb", "G"],
	["tb", "T"],
	["pb", "P"],
	["k", "k"],
	["g", "G"],
	["t", "T"],
	["p", "P"],
	["ki", "Ki"],
	["mi", "Mi"],
	["gi", "Gi"],
	["ti", "Ti"],
	["pi", "Pi"],
	["kib", "Ki"],
	["mib", "Mi"],
	["gib", "Gi"],
	["tib", "Ti"],
	["pib", "Pi"],
	["core", ""],
	["cores", ""],
	["cpu", ""],
	["cpus", ""],
	["millicores", "m"],
	["byte", ""],
	["bytes", ""],
]);

/** The quantity that a badly written one most likely stands for: `512MB` is `512M`, `1 gi` is `1Gi`. */
export function repairQuantity(text: string): string | undefined {
	const match = /^\s*([+-]?[0-9]{1,30}(?:[.,][0-9]{1,30})?)\s{0,9}([A-Za-z]{0,10})\s*$/.exec(text);
	if (!match) return undefined;
	const [, number = "", suffix = ""] = match;
	const known = suffixes.has(suffix) ? suffix : meant.get(suffix.toLowerCase());
	if (known === undefined) return undefined;
	const repaired = number.replace(",", ".") + known;
	return repaired !== text && parseQuantity(repaired) ? repaired : undefined;
}

/** Why `text` is no quantity, as a sentence; undefined where it is one. */
export function quantityProblem(text: string): string | undefined {
	if (parseQuantity(text)) return undefined;
	const repaired = repairQuantity(text);
	if (repaired !== undefined) return `\`${text}\` is not a quantity; \`${repaired}\` is.`;
	return `\`${text}\` is not a quantity: a number with one of the suffixes m, k, M, G, T, Ki, Mi, Gi, Ti, or none.`;
}

const fractions: ReadonlyMap<bigint, string> = new Map([
	[10n, "a hundredth of a core"],
	[50n, "a twentieth of a core"],
	[100n, "a tenth of a core"],
	[125n, "an eighth of a core"],
	[200n, "a fifth of a core"],
	[250n, "a quarter of a core"],
	[500n, "half a core"],
	[750n, "three quarters of a core"],
	[1000n, "one core"],
	[1500n, "one and a half cores"],
]);

const binaryNames = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

/** A quantity in plain words: "a quarter of a core", "128 MiB (134,217,728 bytes)". Undefined where it can't be read. */
export function explainQuantity(text: string, unit?: QuantityUnit): string | undefined {
	const quantity = parseQuantity(text);
	if (!quantity) return undefined;
	switch (unit ?? guessUnit(quantity)) {
		case "cpu":
			return explainCores(quantity);
		case "bytes":
			return explainBytes(quantity);
		case "count":
			return decimal(quantity.nanos, 9);
	}
}

function guessUnit({ suffix }: Quantity): QuantityUnit {
	if (/^[num]$/.test(suffix)) return "cpu";
	return /^(?:[kMGTPE]|.i)$/.test(suffix) ? "bytes" : "count";
}

function explainCores({ nanos }: Quantity): string {
	const milli = nanos / 1_000_000n;
	const named = nanos % 1_000_000n === 0n ? fractions.get(milli) : undefined;
	if (named) return named;
	if (nanos >= 1_000_000_000n) return `${decimal(nanos, 9)} cores`;
	if (nanos < 0n) return `${decimal(nanos, 9)} cores, which no container can have`;
	return `${decimal(nanos, 7)} % of a core`;
}

function explainBytes({ nanos }: Quantity): string {
	const bytes = nanos / 1_000_000_000n;
	if (nanos % 1_000_000_000n !== 0n) return `${decimal(nanos, 9)} bytes, a fraction of a byte`;
	const exact = `${grouped(bytes)} ${bytes === 1n ? "byte" : "bytes"}`;
	const size = bytes < 0n ? -bytes : bytes;
	let step = 0;
	while (step < binaryNames.length - 1 && size >= 1n << BigInt(10 * (step + 1))) step++;
	if (step === 0) return exact;
	const scale = 1n << BigInt(10 * step);
	const hundredths = (bytes * 100n + scale / 2n) / scale;
	const about = hundredths * scale === bytes * 100n ? "" : "about ";
	return `${about}${decimal(hundredths, 2)} ${binaryNames[step]} (${exact})`;
}

/** A whole number of ten to the minus `places`, as decimal digits in groups of three. */
function decimal(value: bigint, places: number): string {
	const size = value < 0n ? -value : value;
	const scale = 10n ** BigInt(places);
	const fraction = (size % scale).toString().padStart(places, "0").replace(/0+$/, "");
	return `${value < 0n ? "-" : ""}${grouped(size / scale)}${fraction && `.${fraction}`}`;
}

function grouped(value: bigint): string {
	return value.toString().replace(/(?<=\d)(?=(?:\d{3})+$)/g, ",");
}
