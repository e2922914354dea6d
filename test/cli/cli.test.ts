import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import sarifSchema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with { type: "json" };
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { Client } from "../lsp/client.ts";

const cli = resolve("dist/cli.js");

/** Runs the built command line in a folder made of `files`. */
function run(args: readonly string[], files: Readonly<Record<string, string | Buffer>> = {}, input?: string) {
	const folder = mkdtempSync(join(tmpdir(), "plimsoll-"));
	for (const [path, content] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), content);
	}
	const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
		cwd: folder,
		encoding: "utf8",
		env: { ...process.env, NO_COLOR: "1" },
		...(input !== undefined && { input }),
	});
	return { folder, status, stdout, stderr };
}

const latest = "FROM alpine:latest\nUSER 1000\n";
const good = "FROM alpine:3.22\nUSER 1000\n";
const unbuildable = "FROM alpine:3.22\nCPOY a b\nUSER 1000\n";

describe("plimsoll lint", () => {
	test("exits with 0 where nothing counts, 1 where something does, 2 where it could not look", () => {
		expect(run(["lint"], { Dockerfile: good }).status).toBe(0);
		expect(run(["lint"], { Dockerfile: latest }).status).toBe(0);
		expect(run(["lint", "--max-severity-exit", "warning"], { Dockerfile: latest }).status).toBe(1);
		expect(run(["lint"], { Dockerfile: unbuildable }).status).toBe(1);
		expect(run(["lint", "--max-severity-exit", "none"], { Dockerfile: unbuildable }).status).toBe(0);
		const missing = run(["lint", "nowhere"]);
		expect(missing.status).toBe(2);
		expect(missing.stderr).toBe("plimsoll: nowhere: no such file or folder\n");
	});

	test("writes one JSON object, files in a stable order", () => {
		const { stdout } = run(["lint", "--format", "json"], {
			"b/Dockerfile": latest,
			"a/Dockerfile": latest,
			"notes.txt": "no",
		});
		const report = JSON.parse(stdout);
		expect(report).toMatchObject({ version: 1, files: 2, skipped: [] });
		const [finding] = report.findings.filter(({ rule }: { rule: string }) => rule === "latest-tag");
		expect(finding).toMatchObject({
			file: "a/Dockerfile",
			severity: "warning",
			range: { start: { line: 0, character: 12 }, end: { line: 0, character: 18 } },
		});
		expect(finding.aliases).toContain("hadolint/DL3007");
		expect(report.findings.map(({ file }: { file: string }) => file)).toEqual(
			[...report.findings.map(({ file }: { file: string }) => file)].sort(),
		);
	});

	test("names a fix with the edits it makes", () => {
		const { stdout } = run(["lint", "--format", "json"], {
			Dockerfile: "FROM alpine:3.22\nMAINTAINER Ann\nUSER 1000\n",
		});
		const finding = JSON.parse(stdout).findings.find(({ rule }: { rule: string }) => rule === "deprecated-maintainer");
		expect(finding.fix).toMatchObject({ safety: "safe", edits: [{ file: "Dockerfile" }] });
		expect(finding.fix.edits[0].newText).toContain("LABEL");
	});

	test("writes SARIF that its schema takes", () => {
		const { stdout } = run(["lint", "--preset", "all", "--format", "sarif"], {
			Dockerfile: `${latest}MAINTAINER Ann\n`,
			"compose.yaml": "services:\n  a:\n    image: nginx\n",
		});
		const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
		(addFormats as unknown as (ajv: object) => void)(ajv);
		const validate = ajv.compile(sarifSchema);
		const log = JSON.parse(stdout);
		expect(validate(log), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
		expect(log.runs[0].results.length).toBeGreaterThan(2);
		expect(log.runs[0].results.some((result: { fixes?: unknown }) => result.fixes)).toBe(true);
		expect(log.runs[0].tool.driver.rules[0].help.markdown).toContain("#");
	});

	test("writes annotations of GitHub Actions", () => {
		const { stdout } = run(["lint", "--format", "github"], { Dockerfile: latest });
		expect(stdout).toMatch(/^::warning file=Dockerfile,line=1,endLine=1,col=13,endColumn=19,title=latest-tag::/m);
	});

	test("writes JUnit XML", () => {
		const { stdout } = run(["lint", "--format", "junit"], { Dockerfile: latest });
		expect(stdout).toMatch(/^<\?xml version="1.0"/);
		expect(stdout).toContain('<failure type="warning"');
	});

	test("shows people the line and what is underlined", () => {
		const { stdout } = run(["lint"], { Dockerfile: latest });
		expect(stdout).toContain("Dockerfile:1:13 warning");
		expect(stdout).toContain("1 | FROM alpine:latest\n    |             ~~~~~~");
	});

	test("--fix mends safely and byte for byte, keeping line breaks", () => {
		const { folder } = run(["lint", "--fix"], {
			Dockerfile: "# old\r\nFROM alpine:3.22\r\nMAINTAINER Ann\r\nUSER 1000\r\n",
		});
		expect(readFileSync(join(folder, "Dockerfile"), "utf8")).toBe(
			'# old\r\nFROM alpine:3.22\r\nLABEL org.opencontainers.image.authors="Ann"\r\nUSER 1000\r\n',
		);
	});

	test("reads standard input under a name, and prints it mended", () => {
		expect(run(["lint", "--stdin-filename", "web/Dockerfile", "-", "--format", "json"], {}, latest).stdout).toContain(
			'"file":"web/Dockerfile"',
		);
		expect(
			run(["lint", "--stdin-filename", "Dockerfile", "--fix", "-"], {}, "FROM alpine:3.22\nMAINTAINER Ann\nUSER 1000\n")
				.stdout,
		).toBe('FROM alpine:3.22\nLABEL org.opencontainers.image.authors="Ann"\nUSER 1000\n');
	});

	test("honours presets, rules by any name, and the configuration above a file", () => {
		expect(run(["lint", "--rule", "hadolint/DL3007=off", "-q"], { Dockerfile: latest }).stdout).toBe("");
		expect(run(["lint", "--rule", "latest-tag=error"], { Dockerfile: latest }).status).toBe(1);
		expect(run(["lint"], { "web/Dockerfile": latest, ".plimsoll.yaml": "rules:\n  DL3007: error\n" }).status).toBe(1);
		expect(run(["lint", "-q"], { "web/Dockerfile": latest, ".plimsoll.yaml": "ignore:\n  - web/\n" }).stdout).toBe("");
		expect(
			run(["lint", "-q", "--config", "other.yaml"], { Dockerfile: latest, "other.yaml": "rules:\n  latest-tag: off\n" })
				.stdout,
		).toBe("");
	});

	test("reads what Hadolint and kube-linter are configured with, and ours over it", () => {
		const hadolint = "ignored:\n  - DL3007\noverride:\n  error:\n    - DL4000\n";
		expect(run(["lint", "-q"], { "web/Dockerfile": latest, ".hadolint.yaml": hadolint }).stdout).toBe("");
		const maintained = "FROM alpine:3.22\nMAINTAINER Ann\nUSER 1000\n";
		expect(run(["lint"], { Dockerfile: maintained, ".hadolint.yaml": hadolint }).status).toBe(1);
		const ours = { Dockerfile: latest, ".hadolint.yaml": hadolint, ".plimsoll.yaml": "rules:\n  latest-tag: error\n" };
		expect(run(["lint"], ours).status).toBe(1);
		const pod =
			"apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  hostNetwork: true\n  containers:\n    - name: web\n      image: nginx:1.30\n";
		const rulesOf = (files: Record<string, string>) =>
			JSON.parse(run(["lint", "--format", "json"], files).stdout).findings.map(({ rule }: { rule: string }) => rule);
		expect(rulesOf({ "pod.yaml": pod })).toContain("host-namespace");
		expect(rulesOf({ "pod.yaml": pod, ".kube-linter.yaml": "checks:\n  exclude: [host-network]\n" })).not.toContain(
			"host-namespace",
		);
	});

	test("leaves out what .gitignore names", () => {
		expect(
			JSON.parse(
				run(["lint", "--format", "json"], { ".gitignore": "out/\n", "out/Dockerfile": latest, Dockerfile: good })
					.stdout,
			).files,
		).toBe(1);
	});
});

describe("bad input", () => {
	const lines = (stderr: string) => stderr.split("\n").filter((line) => line !== "");

	test.each([
		[["lnt"], /^plimsoll: there is no command lnt/],
		[["lint", "--fromat", "json"], /^plimsoll: Unknown option '--fromat'/],
		[["lint", "--format", "xml"], /^plimsoll: --format takes pretty, json, sarif, github or junit, not xml$/],
		[["lint", "--rule", "no-such-rule"], /^plimsoll: --rule: there is no rule no-such-rule$/],
		[["lint", "-"], /^plimsoll: standard input \(-\) needs --stdin-filename/],
		[["lint", "--config", "none.yaml", "."], /^plimsoll: --config none.yaml: no such file or folder$/],
		[["explain"], /^plimsoll: explain needs the name of a rule/],
		[["explain", "latest-tog"], /^plimsoll: there is no rule latest-tog; did you mean latest-tag\?$/],
	])("%j gets one clear line", (args, message) => {
		const { status, stderr } = run(args, { Dockerfile: good });
		expect(status).toBe(2);
		expect(lines(stderr)).toHaveLength(1);
		expect(lines(stderr)[0]).toMatch(message);
	});

	test("a file that is not text, or not UTF-8, is skipped and said so", () => {
		for (const bytes of [Buffer.from([0, 1, 2, 255]), Buffer.from([0x46, 0x52, 0xff, 0xfe])]) {
			const { status, stderr } = run(["lint", "Dockerfile"], { Dockerfile: bytes });
			expect(status).toBe(2);
			expect(lines(stderr)).toHaveLength(1);
			expect(stderr).toMatch(/^plimsoll: Dockerfile: is not (?:text|valid UTF-8)\n$/);
		}
	});

	test("an unreadable file is skipped and said so, also for root", () => {
		const { folder } = run(["--version"]);
		symlinkSync("Dockerfile", join(folder, "Dockerfile"));
		const { status, stderr } = run(["lint", join(folder, "Dockerfile")]);
		expect(status).toBe(2);
		expect(stderr).toMatch(/^plimsoll: \S+Dockerfile: too many symbolic links\n$/);
	});

	test("a file of no language of ours, named on the command line, is said to be skipped", () => {
		const report = JSON.parse(run(["lint", "--format", "json", "notes.txt"], { "notes.txt": "hello" }).stdout);
		expect(report.skipped).toEqual([
			{ file: "notes.txt", reason: "is neither a Dockerfile, a Compose file nor a Kubernetes manifest" },
		]);
	});

	test("a broken configuration is a finding in it", () => {
		const { stdout, status } = run(["lint", "--format", "json"], { Dockerfile: good, ".plimsoll.yaml": "rules: [\n" });
		expect(status).toBe(1);
		expect(JSON.parse(stdout).findings[0]).toMatchObject({ file: ".plimsoll.yaml", rule: "invalid-configuration" });
	});

	const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${"bcdefghi"
		.split("")
		.map((name, index) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[index]}`).join(", ")}]`)
		.join("\n")}\nservices: *i\n`;
	test.each([
		["5 MB of one line", "Dockerfile", `FROM alpine:3.22\nRUN ${"x".repeat(4_900_000)}\n`],
		["10,000 levels of nesting", "compose.yaml", `services: ${"[".repeat(10_000)}`],
		[
			"10,000 block levels",
			"compose.yaml",
			`services:\n${Array.from({ length: 3000 }, (_, depth) => `${" ".repeat(depth + 1)}a:`).join("\n")}`,
		],
		["an alias bomb", "compose.yaml", bomb],
		[
			"an unclosed quote",
			"compose.yaml",
			'services:\n  a:\n    image: "nginx:1.29\n    ports: []\n  b:\n    image: nginx:1.29\n',
		],
		["tabs", "compose.yaml", "services:\n\ta:\n\t\timage: nginx:1.29\n"],
		["lone carriage returns", "Dockerfile", "FROM alpine:3.22\rUSER 1000\r"],
		["heredocs without end", "Dockerfile", `FROM alpine:3.22\n${"RUN <<A <<B\n".repeat(2000)}`],
		[
			"a manifest of many documents",
			"many.yaml",
			"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n---\n".repeat(3000),
		],
	])("%s ends in bounded time, without a stack trace", (_name, path, text) => {
		const started = Date.now();
		const { status, stdout, stderr } = run(["lint", "--preset", "all", "--format", "json"], { [path]: text });
		expect([0, 1]).toContain(status);
		expect(JSON.parse(stdout).files).toBe(1);
		expect(stderr).toBe("");
		expect(Date.now() - started).toBeLessThan(15_000);
	});
});

describe("plimsoll", () => {
	test("explains a rule by any of its names", () => {
		const own = run(["explain", "latest-tag"]);
		expect(own.status).toBe(0);
		expect(own.stdout).toContain("`latest-tag`");
		expect(run(["explain", "hadolint/DL3007"]).stdout).toBe(own.stdout);
	});

	test("helps", () => {
		expect(run(["--help"]).stdout).toContain("USAGE");
		expect(run(["lint", "--help"]).stdout).toContain("--stdin-filename");
		expect(run(["--version"]).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
		expect(run([]).status).toBe(0);
	});

	test("serves as a language server", async () => {
		const client = new Client([cli, "lsp", "--stdio"]);
		await client.start();
		expect(client.capabilities.hoverProvider).toBe(true);
		expect(await client.stop()).toBe(0);
		expect(client.stderr).toBe("");
	});
});
