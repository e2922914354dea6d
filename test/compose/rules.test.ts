import { describe, expect, test } from "vitest";
import { presetChoice } from "../../server/src/lint/lint.ts";
import { linterOf, root, workspaceOf } from "../samples.ts";

const linter = linterOf(presetChoice("recommended"));

/** Findings of one file among others, as `rule «text»`. */
function lint(files: Readonly<Record<string, string>>, path = Object.keys(files)[0] ?? ""): string[] {
	const workspace = workspaceOf(files);
	const document = workspace.document(`${root}/${path}`);
	if (!document) throw new Error(`${path} is in no language of ours`);
	return linter
		.lint(document, workspace)
		.map(({ rule, span }) => `${rule} «${document.text.slice(span.start, span.end)}»`);
}

const web = (more: string) => `services:\n  web:\n    image: nginx:1.29\n${more}`;

describe("what other files may bring is not missing", () => {
	test("an override file names what the base defines", () => {
		const override = "services:\n  web:\n    networks: [front]\n    volumes: [data:/data]\n    depends_on: [db]\n";
		expect(lint({ "compose.override.yaml": override })).toEqual([]);
	});

	test("a variation of the base in the same folder", () => {
		const base = web("networks: { front: }\n");
		expect(
			lint({ "compose.prod.yaml": "services:\n  web:\n    networks: [front, back]\n", "compose.yaml": base }),
		).toEqual(["undefined-network «back»"]);
	});

	test("an included file, and one that includes this one", () => {
		const part = "services:\n  db:\n    image: redis:8\n    networks: [back]\n";
		const whole = `include: [db.compose.yaml]\n${web("    depends_on: [db]\nnetworks: { back: }\n")}`;
		expect(lint({ "compose.yaml": whole, "db.compose.yaml": part })).toEqual([]);
		expect(lint({ "db.compose.yaml": part, "compose.yaml": whole })).toEqual([]);
	});

	test("files that a third one includes know each other", () => {
		const files = {
			"nginx/compose.yaml": "services:\n  nginx:\n    image: nginx:1.29\n    depends_on: [php]\n",
			"php/compose.yaml": "services:\n  php:\n    image: php:8.4-fpm\n",
			"compose.yaml": "include: [nginx/compose.yaml, php/compose.yaml]\n",
		};
		expect(lint(files)).toEqual([]);
		expect(lint({ ...files, "compose.yaml": "include: [nginx/compose.yaml]\n" })).toEqual(["undefined-service «php»"]);
	});

	test("a fragment that is given to Compose beside a file of another folder", () => {
		const files = {
			"extensions/beats/beats-compose.yml":
				"services:\n  beats:\n    image: elastic/filebeat:9.2.0\n    depends_on: [web]\n",
			"compose.yaml": web(""),
		};
		expect(lint(files)).toEqual([]);
	});

	test("an include that can't be seen hides everything", () => {
		expect(lint({ "compose.yaml": `include: ["oci://example.com/app"]\n${web("    depends_on: [db]\n")}` })).toEqual(
			[],
		);
	});

	test("a service that extends one of another file", () => {
		const files = {
			"compose.yaml": "services:\n  web:\n    extends: { file: base/common.yaml, service: base }\n",
			"base/common.yaml": "services:\n  base:\n    image: nginx:1.29\n",
		};
		expect(lint(files)).toEqual([]);
	});
});

describe("host ports", () => {
	const two = (first: string, second: string, more = "") =>
		lint({
			"compose.yaml": `services:\n  a:\n    image: nginx:1.29\n    ports: [${first}]\n${more}  b:\n    image: nginx:1.28\n    ports: [${second}]\n`,
		});

	test.each([
		['"80"', '"80"'],
		['"80:80"', '"80:80/udp"'],
		['"127.0.0.1:80:80"', '"127.0.0.2:80:80"'],
		['"${PORT}:80"', '"${PORT}:80"'],
		['"8000-8010:80"', '"8000-8010:80"'],
	])("%s and %s do not clash", (first, second) => expect(two(first, second)).toEqual([]));

	test.each([
		['"80:80"', '"80:81"', "80"],
		['"127.0.0.1:80:80"', '"80:80"', "80"],
		['"8000-8010:8000-8010"', '"8005:80"', "8005"],
		['"0.0.0.0:80:80"', '"[::]:80:80"', "80"],
	])("%s and %s do", (first, second, marked) =>
		expect(two(first, second)).toEqual([`duplicate-host-port «${marked}»`]),
	);

	test("profiles that are never active together may share one", () => {
		const text = (profile: string) =>
			`services:\n  a:\n    image: nginx:1.29\n    ports: ["80:80"]\n    profiles: [x]\n  b:\n    image: nginx:1.28\n    ports: ["80:80"]\n    profiles: [${profile}]\n`;
		expect(lint({ "compose.yaml": text("y") })).toEqual([]);
		expect(lint({ "compose.yaml": text("x") })).toEqual(["duplicate-host-port «80»"]);
	});
});

describe("health conditions", () => {
	const waiting = (target: string) =>
		`services:\n  a:\n    image: nginx:1.29\n    depends_on: { b: { condition: service_healthy } }\n  b:\n${target}`;

	test("a Dockerfile with HEALTHCHECK is enough", () => {
		const files = {
			"compose.yaml": waiting("    build: b\n"),
			"b/Dockerfile": "FROM alpine:3.22\nHEALTHCHECK CMD true\nUSER 1000\n",
		};
		expect(lint(files)).toEqual([]);
	});

	test("a Dockerfile that is not there says nothing", () => {
		expect(lint({ "compose.yaml": waiting("    build: b\n") })).toEqual([]);
	});

	test("an inherited check counts", () => {
		const base = "    extends: c\n  c:\n    image: example/c:1\n    healthcheck: { test: [CMD, check] }\n";
		expect(lint({ "compose.yaml": waiting(base) })).toEqual([]);
	});
});

test("a stage of the target's Dockerfile may be named in any case, or by number", () => {
	const dockerfile = "FROM alpine:3.22 AS Build\nUSER 1000\nFROM alpine:3.22\nUSER 1000\n";
	for (const target of ["build", "BUILD", '"1"']) {
		const compose = `services:\n  a:\n    build: { context: ., target: ${target} }\n`;
		expect(lint({ "compose.yaml": compose, Dockerfile: dockerfile })).toEqual([]);
	}
	const compose = "services:\n  a:\n    build: { context: ., target: nothing }\n";
	expect(lint({ "compose.yaml": compose, Dockerfile: dockerfile })).toEqual(["unknown-build-target «nothing»"]);
});

test("what is unused here may be used by the file laid over this one", () => {
	const base = web("volumes: { data: }\n");
	expect(lint({ "compose.yaml": base })).toEqual(["unused-volume «data»"]);
	const override = "services:\n  web:\n    volumes: [data:/data]\n";
	expect(lint({ "compose.yaml": base, "compose.override.yaml": override })).toEqual([]);
});

test("variables silence what depends on them", () => {
	const text = web(
		'    ports: ["${PORT}:80", "${ALL}"]\n    networks: ["${NET}"]\n    volumes: ["${DATA}:/data"]\n    user: ${ID:-0}\n    stop_grace_period: ${GRACE}\n    deploy: { replicas: "${N}" }\n    container_name: web\n',
	);
	expect(lint({ "compose.yaml": text }).filter((one) => !one.startsWith("unset-variable"))).toEqual([]);
});

test("what several services share is reported once", () => {
	const text =
		"x-base: &base\n  privileged: true\n  stop_grace_period: 10x\nservices:\n  a:\n    <<: *base\n    image: nginx:1.29\n  b:\n    <<: *base\n    image: nginx:1.28\n  c:\n    extends: a\n";
	expect(lint({ "compose.yaml": text })).toEqual(["privileged-container «true»", "invalid-value «x»"]);
});
