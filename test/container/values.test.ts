import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainDuration, parseDuration } from "../../server/src/container/duration.ts";
import { parseMount, unknownMountOption } from "../../server/src/container/mount.ts";
import { isAddress, parseExposedPort, parsePort } from "../../server/src/container/port.ts";
import { explainSize, parseSize } from "../../server/src/container/size.ts";
import { hasVariable, splitOutsideVariables } from "../../server/src/container/value.ts";

describe("ports", () => {
	test.each([
		["80", undefined, undefined, [80, 80], "tcp"],
		["8080:80", undefined, [8080, 8080], [80, 80], "tcp"],
		["127.0.0.1:8080:80/udp", "127.0.0.1", [8080, 8080], [80, 80], "udp"],
		["127.0.0.1::80", "127.0.0.1", undefined, [80, 80], "tcp"],
		["[::1]:8000-8010:80", "::1", [8000, 8010], [80, 80], "tcp"],
		["::1:8080:80", "::1", [8080, 8080], [80, 80], "tcp"],
		["3000-3005:3000-3005", undefined, [3000, 3005], [3000, 3005], "tcp"],
		["${PORT:-8080}:80", undefined, [undefined, undefined], [80, 80], "tcp"],
		["${IP:-127.0.0.1}:${PORT:-8080}:80", "${IP:-127.0.0.1}", [undefined, undefined], [80, 80], "tcp"],
		["53:53/UDP", undefined, [53, 53], [53, 53], "udp"],
	])("%s", (text, ip, published, target, protocol) => {
		const { value } = parsePort(text);
		expect(value?.hostIp?.text).toBe(ip);
		expect(value?.published && [value.published.first, value.published.last]).toEqual(published);
		expect(value?.target && [value.target.first, value.target.last]).toEqual(target);
		expect(value?.protocol).toBe(protocol);
	});

	test.each([
		["80a", "80a"],
		["8080:", ":"],
		["", ""],
		["70000:80", "70000"],
		["80:99999", "99999"],
		["8080:80/htp", "htp"],
		["80:80/tcp/udp", "/udp"],
		["localhost:80:80", "localhost"],
		["10-5:80", "10-5"],
		["1000-1003:80-82", "1000-1003:80-82"],
		["256.0.0.1:80:80", "256.0.0.1"],
	])("%s is wrong at %s", (text, wrong) => {
		const { problem } = parsePort(text);
		expect(problem && text.slice(problem.span.start, problem.span.end)).toBe(wrong);
	});

	test("an exposed port has no host", () => {
		expect(parseExposedPort("3000-3001/udp").value?.target?.last).toBe(3001);
		expect(parseExposedPort("8080:80").problem).toBeDefined();
	});

	test("addresses", () => {
		for (const good of ["0.0.0.0", "::", "::1", "fe80::1%eth0", "::ffff:1.2.3.4", "1:2:3:4:5:6:7:8"])
			expect(isAddress(good)).toBe(true);
		for (const bad of ["1.2.3", "01.2.3.4", ":::", "1:2:3", "g::1", "", "::1.2.3.400"])
			expect(isAddress(bad)).toBe(false);
	});
});

describe("mounts", () => {
	test.each([
		["/data", "volume", undefined, "/data", []],
		["data:/data", "volume", "data", "/data", []],
		["./a:/b:ro", "bind", "./a", "/b", ["ro"]],
		["~/a:/b:ro,z", "bind", "~/a", "/b", ["ro", "z"]],
		["C:\\a:/b", "bind", "C:\\a", "/b", []],
		["C:\\a:D:\\b:ro", "bind", "C:\\a", "D:\\b", ["ro"]],
		["${DATA:-./x}:/b", undefined, "${DATA:-./x}", "/b", []],
		["${DATA}/x:/b", "bind", "${DATA}/x", "/b", []],
		["${MOUNT}", undefined, undefined, undefined, []],
	])("%s", (text, type, source, target, options) => {
		const { value } = parseMount(text);
		expect(value?.type).toBe(type);
		expect(value?.source?.text).toBe(source);
		expect(value?.target?.text).toBe(target);
		expect(value?.options.map((option) => option.text)).toEqual(options);
	});

	test.each([
		["data::/b", ":"],
		["data:/b:", ":"],
		["data:/a:ro:z", ":z"],
	])("%s is wrong at %s", (text, wrong) => {
		const { problem } = parseMount(text);
		expect(problem && text.slice(problem.span.start, problem.span.end)).toBe(wrong);
	});

	test("an option nobody knows", () => {
		const { value } = parseMount("data:/b:ro,readonly");
		expect(value && unknownMountOption(value)?.text).toBe("readonly");
	});
});

describe("durations", () => {
	test.each([
		["1m30s", 90_000],
		["1.5h", 5_400_000],
		["500ms", 500],
		["0", 0],
		["2d", 172_800_000],
	])("%s", (text, milliseconds) => expect(parseDuration(text, "compose").value).toBe(milliseconds));

	test.each([
		["10", "10", "10s"],
		["10S", "S", "s"],
		["5 s", "5", "5s"],
		["1m30", "30", "30s"],
		["3min", "min", "m"],
		["fast", "fast", undefined],
	])("%s is wrong at %s", (text, wrong, replacement) => {
		const { problem } = parseDuration(text, "compose");
		expect(problem && text.slice(problem.span.start, problem.span.end)).toBe(wrong);
		expect(problem?.replacement).toBe(replacement);
	});

	test("Go knows no days", () =>
		expect(parseDuration("1d", "go").problem?.span).toEqual({
			start: 1,
			end: 2,
		}));

	test("in words", () => {
		expect(explainDuration(90_000)).toBe("1 minute 30 seconds");
		expect(explainDuration(0)).toBe("no time");
		expect(explainDuration(1500)).toBe("1 second 500 milliseconds");
	});
});

describe("sizes", () => {
	test.each([
		["512m", 536_870_912],
		["1.5g", 1_610_612_736],
		["64MiB", 67_108_864],
		["10", 10],
		["2kb", 2048],
		["1 gb", 1_073_741_824],
	])("%s", (text, bytes) => expect(parseSize(text).value).toBe(bytes));

	test.each([
		["512mo", "mo"],
		["lots", "lots"],
		["-1", "-1"],
	])("%s is wrong at %s", (text, wrong) => {
		const { problem } = parseSize(text);
		expect(problem && text.slice(problem.span.start, problem.span.end)).toBe(wrong);
	});

	test("in words", () => expect(explainSize(536_870_912)).toBe("512 MiB"));
});

test("nothing throws, and every span lies inside the value", () => {
	const piece = fc.constantFrom(":", "/", "-", "$", "{", "}", "80", "a", "C", "[", "]", ",", ".", "é", "ro");
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
			const text = pieces.join("");
			for (const read of [
				parsePort(text),
				parseExposedPort(text),
				parseMount(text),
				parseDuration(text, "go"),
				parseSize(text),
			]) {
				const span = read.problem?.span;
				expect(!span || (0 <= span.start && span.start <= span.end && span.end <= text.length)).toBe(true);
			}
			expect(
				splitOutsideVariables(text, ":")
					.map((part) => part.text)
					.join(":"),
			).toBe(text);
		}),
	);
});

test("variables", () => {
	for (const yes of ["$A", "a${A}", "$$$A", "$$${A"]) expect(hasVariable(yes)).toBe(true);
	for (const no of ["$$A", "a$", "$1", "", "$$$$A"]) expect(hasVariable(no)).toBe(false);
});
