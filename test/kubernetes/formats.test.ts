import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainProbe, explainRollout } from "../../server/src/kubernetes/arithmetic.ts";
import { explainCron, nextRuns } from "../../server/src/kubernetes/cron.ts";
import * as formats from "../../server/src/kubernetes/formats.ts";
import type { Format } from "../../server/src/schema/type.ts";
import { asMap, parseYaml } from "../../server/src/yaml/tree.ts";

const all = Object.values(formats).filter((value): value is Format => typeof value === "object" && "check" in value);

/** Values that a format takes, and values that it refuses. */
const samples: readonly (readonly [format: Format, right: readonly string[], wrong: readonly string[]])[] = [
	[formats.quantity, ["250m", "128Mi", "1e3", "0.5"], ["128MB", "1 Gi", ""]],
	[
		formats.cron,
		["0 3 * * *", "*/15 0-8 1,15 jan-mar mon", "@daily", "@every 1h"],
		["0 3 * *", "60 * * * *", "0 0 * * 7", "@often"],
	],
	[formats.duration, ["30s", "1h30m", "0"], ["30", "1 minute", ""]],
	[formats.portName, ["http", "h2c-1"], ["HTTP", "a--b", "8080", "sixteen-letters-x"]],
	[formats.portOrName, ["80", "65535", "http"], ["0", "65536", "my_port"]],
	[formats.intOrPercent, ["1", "25%", "0"], ["25 %", "-1", "a"]],
	[formats.labelKey, ["app", "app.kubernetes.io/name"], ["a/b/c", "-a", ""]],
	[formats.labelValue, ["", "v1.2_3"], ["a b", "-"]],
	[formats.dnsLabel, ["web-1"], ["Web", "web.1", "-web"]],
	[
		formats.ipAddress,
		["10.0.0.1", "::1", "2001:db8::8a2e:370:7334", "::ffff:10.0.0.1"],
		["10.0.0", "256.1.1.1", ":::", "1::2::3", "010.0.0.1"],
	],
	[formats.cidr, ["10.0.0.0/8", "0.0.0.0/0", "fd00::/8"], ["10.0.0.0", "10.0.0.0/33", "10.0.0.0/08", "fd00::/129"]],
	[formats.timeZone, ["Etc/UTC", "Europe/Berlin"], ["Mars/Base", "+02:00", ""]],
	[formats.base64, ["", "aGVsbG8=", "aGVs\nbG8="], ["hello!", "aGVsbG8"]],
	[formats.dateTime, ["2026-01-31T12:00:00Z", "2026-01-31T12:00:00.5+01:00"], ["2026-01-31", "now"]],
	[formats.dataKey, ["tls.crt", "LOG_LEVEL"], ["a b", "..", "a/b"]],
];

describe("value formats", () => {
	test.each(samples)("$name", (format, right, wrong) => {
		for (const value of right) expect(format.check(value), value).toBeUndefined();
		for (const value of wrong) expect(format.check(value)?.message, value).toMatch(/\S.*\.$/);
	});

	test("point inside the value, whatever it is", () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-0-9a-z.:/ *,%]{0,20}$/)), (value) => {
				for (const format of all) {
					const problem = format.check(value);
					if (!problem) continue;
					expect(problem.span.start).toBeGreaterThanOrEqual(0);
					expect(problem.span.end).toBeLessThanOrEqual(value.length);
					expect(problem.span.start).toBeLessThanOrEqual(problem.span.end);
				}
				for (const format of all) format.explain?.(value);
			}),
		);
	});

	test("suggest only what they take", () => {
		for (const format of all)
			for (const { value } of format.suggestions ?? []) expect(format.check(value), value).toBeUndefined();
	});

	test("explain in plain words", () => {
		expect(formats.cidr.explain?.("10.1.2.3/8")).toBe("10.0.0.0 to 10.255.255.255, 16,777,216 addresses");
		expect(formats.cidr.explain?.("0.0.0.0/0")).toBe("every IPv4 address");
		expect(formats.base64.explain?.("aGVsbG8=")).toBe("5 bytes in base64");
		expect(formats.duration.explain?.("1m30s")).toBe("1 minute 30 seconds");
		expect(formats.quantityOf("bytes").explain?.("1Gi")).toBe("1 GiB (1,073,741,824 bytes)");
	});

	test("base64 is read byte for byte", () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
				expect(formats.decodeBase64(Buffer.from(bytes).toString("base64"))).toEqual([...bytes]);
			}),
		);
	});
});

describe("schedules", () => {
	test("read as a sentence", () => {
		expect(explainCron("*/15 * * * *")).toBe("Every 15 minutes, every hour, every day");
		expect(explainCron("@daily")).toMatch(/^At 00:00/);
		expect(explainCron("@every 90m")).toContain("1 hour 30 minutes");
		expect(explainCron("99 * * * *")).toBeUndefined();
	});

	test("start next in their own time zone", () => {
		const now = new Date("2026-03-28T12:00:00Z");
		const berlin = nextRuns("0 12 * * *", "Europe/Berlin", now, 2).map((run) => run.toISOString());
		// Summer time begins on 29 March.
		expect(berlin).toEqual(["2026-03-29T10:00:00.000Z", "2026-03-30T10:00:00.000Z"]);
		expect(nextRuns("0 0 30 2 *", "Etc/UTC", now, 3)).toEqual([]);
		expect(nextRuns("0 0 * * *", "Mars/Base", now, 3)).toEqual([]);
	});
});

describe("numbers that belong together", () => {
	const map = (text: string) => asMap(parseYaml(text).documents[0]?.root);

	test("of a rolling update: surge is rounded up, missing down", () => {
		expect(explainRollout(map("replicas: 10"))).toContain(
			"at most 13 Pods at a time (3 extra), and at least 8 are ready (2 missing)",
		);
		expect(explainRollout(map("{}"))).toContain(
			"at most 2 Pods at a time (1 extra), and at least 1 is ready (0 missing)",
		);
		expect(explainRollout(map("strategy: { rollingUpdate: { maxSurge: 0%, maxUnavailable: 0% } }"))).toContain(
			"(1 missing)",
		);
		expect(explainRollout(map("strategy: { rollingUpdate: { maxSurge: many } }"))).toBeUndefined();
	});

	test("of a probe: its defaults count", () => {
		expect(explainProbe("startupProbe", map("failureThreshold: 30"))).toContain("30 × 10 s = 5 minutes");
		expect(explainProbe("readinessProbe", map("initialDelaySeconds: 5"))).toContain(
			"starts 5 seconds after the container",
		);
		expect(explainProbe("otherProbe", map("{}"))).toBeUndefined();
	});
});
