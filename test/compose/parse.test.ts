import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compose } from "../../server/src/compose/index.ts";
import type { ComposeModel, MountNode, PortNode, Reference, Service } from "../../server/src/compose/nodes.ts";
import type { EnvironmentVariable, ImageUse } from "../../server/src/container/nodes.ts";
import { rules } from "../../server/src/rules/index.ts";
import { mark, root, unmark, workspaceOf } from "../samples.ts";

const uri = "file:///shop/compose.yaml";

function parse(text: string, at = uri): ComposeModel {
	return compose.parse({ uri: at, text });
}

function service(model: ComposeModel, name: string): Service {
	const found = model.file.services.find((one) => one.name === name);
	if (!found) throw new Error(`no service ${name}`);
	return found;
}

function nodes<T extends { kind: string }>(model: ComposeModel, kind: T["kind"]): T[] {
	return model.nodes.filter((node) => node.kind === kind) as unknown as T[];
}

function at(model: ComposeModel, span: { start: number; end: number } | undefined): string | undefined {
	return span && model.text.slice(span.start, span.end);
}

describe("short and long forms are one shape", () => {
	test("ports", () => {
		const model = parse(`services:
  web:
    image: nginx
    expose: ["9000"]
    ports:
      - 80
      - "127.0.0.1:8080:81/udp"
      - target: 82
        published: "8082"
        host_ip: 127.0.0.1
      - \${PORT:-9090}:83
      - \${ANY}
`);
		const read = nodes<PortNode>(model, "port").map(({ mapping, publishedSpan, exposed }) => [
			exposed,
			mapping?.hostIp?.text,
			mapping?.published?.first,
			mapping?.target?.first,
			mapping?.protocol,
			at(model, publishedSpan),
		]);
		expect(read).toEqual([
			[true, undefined, undefined, 9000, "tcp", "9000"],
			[false, undefined, undefined, 80, "tcp", "80"],
			[false, "127.0.0.1", 8080, 81, "udp", "8080"],
			[false, "127.0.0.1", 8082, 82, "tcp", "8082"],
			[false, undefined, undefined, 83, "tcp", "${PORT:-9090}"],
			[false, undefined, undefined, undefined, undefined, "${ANY}"],
		]);
	});

	test("mounts", () => {
		const model = parse(`services:
  web:
    image: nginx
    tmpfs: /run:size=64m
    volumes:
      - data:/data:ro
      - "./conf:/etc/conf"
      - /anonymous
      - type: bind
        source: /srv
        target: /srv
        read_only: true
      - \${DIR}:/dir
volumes: { data: }
`);
		const read = service(model, "web").mounts.map(({ type, source, target, readOnly }: MountNode) => [
			type,
			at(model, source?.span),
			at(model, target?.span),
			readOnly,
		]);
		expect(read).toEqual([
			["volume", "data", "/data", true],
			["bind", "./conf", "/etc/conf", false],
			["volume", undefined, "/anonymous", false],
			["bind", "/srv", "/srv", true],
			[undefined, "${DIR}", "/dir", false],
			["tmpfs", undefined, "/run", false],
		]);
	});

	test("environment and build arguments", () => {
		const model = parse(`services:
  api:
    build:
      context: ./api
      args: ["VERSION=1.4", TOKEN]
    environment:
      A: "1"
      B:
      C: x\${Y}
  job:
    image: busybox
    environment: ["A=b=c", D]
`);
		const read = nodes<EnvironmentVariable>(model, "environment-variable").map((one) => [
			one.role,
			at(model, one.nameSpan),
			one.value,
			at(model, one.valueSpan),
			one.literal,
		]);
		expect(read).toEqual([
			["build-args", "VERSION", "1.4", "1.4", true],
			["build-args", "TOKEN", undefined, undefined, false],
			["environment", "A", "1", "1", true],
			["environment", "B", undefined, undefined, false],
			["environment", "C", "x${Y}", "x${Y}", false],
			["environment", "A", "b=c", "b=c", true],
			["environment", "D", undefined, undefined, false],
		]);
	});

	test("builds", () => {
		const model = parse(`services:
  a: { build: ./a }
  b:
    build: { context: b, dockerfile: deploy/Dockerfile.prod, target: Run }
  c: { build: { context: "https://example.com/c.git" } }
  d: { build: { context: "\${DIR}" } }
`);
		expect(model.file.services.map(({ build }) => build?.file)).toEqual([
			"file:///shop/a/Dockerfile",
			"file:///shop/b/deploy/Dockerfile.prod",
			undefined,
			undefined,
		]);
		expect(model.occurrences.filter(({ kind }) => kind === "stage")).toMatchObject([
			{ scope: "file:///shop/b/deploy/Dockerfile.prod#stages", role: "reference" },
		]);
	});

	test("dependencies", () => {
		const model = parse(`services:
  a:
    image: a
    depends_on: [b]
    links: ["b:backend"]
    network_mode: "service:b"
    volumes_from: [b:ro, container:other]
  b:
    image: b
    depends_on:
      c: { condition: service_healthy }
`);
		expect(service(model, "a").references.map(({ via, span }) => [via, at(model, span)])).toEqual([
			["depends_on", "b"],
			["network_mode", "b"],
			["links", "b"],
			["volumes_from", "b"],
		]);
		expect(service(model, "b").dependencies[0]).toMatchObject({
			name: "c",
			defined: false,
			condition: { text: "service_healthy" },
		});
	});

	test("health checks", () => {
		const model = parse(`services:
  a: { image: a, healthcheck: { test: curl -f localhost } }
  b: { image: b, healthcheck: { test: [NONE] } }
  c: { image: c, healthcheck: { disable: true } }
  d: { image: d, healthcheck: { test: [CMD, "true"] } }
`);
		const read = model.file.services.map(({ healthcheck }) => [
			healthcheck?.disabled,
			healthcheck?.shell,
			healthcheck?.test.length,
		]);
		expect(read).toEqual([
			[false, true, 1],
			[true, false, 1],
			[true, false, 0],
			[false, false, 2],
		]);
	});
});

describe("effective values", () => {
	test("merge keys and anchors, reported once", () => {
		const model = parse(`x-base: &base
  restart: always
  privileged: true
  ports: ["80:80"]
services:
  a:
    <<: *base
    image: a
  b:
    <<: *base
    image: b
    restart: "no"
`);
		expect(service(model, "a").restart?.text).toBe("always");
		expect(service(model, "b").restart?.text).toBe("no");
		expect(service(model, "b").ports).toHaveLength(1);
		expect(nodes<PortNode>(model, "port")).toHaveLength(1);
		expect(
			model.nodes.filter((node) => node.kind === "container" && "privileged" in node && node.privileged),
		).toHaveLength(1);
	});

	test("extends in the same file: lists are joined, mappings merged, the base reports", () => {
		const model = parse(`services:
  base:
    image: app:1
    environment: [A=1, B=1]
    ports: ["80:80"]
    command: [run]
  web:
    extends: base
    environment: { B: "2", C: "3" }
    ports: ["81:81"]
    command: [serve]
  last:
    extends: { service: web }
`);
		const last = service(model, "last");
		expect(last.image?.text).toBe("app:1");
		expect(last.environment.map(({ name, value }) => [name, value])).toEqual([
			["A", "1"],
			["B", "2"],
			["C", "3"],
		]);
		expect(last.ports.map(({ text }) => text?.text)).toEqual(["80:80", "81:81"]);
		expect(nodes<PortNode>(model, "port")).toHaveLength(2);
		expect(nodes<ImageUse>(model, "image")).toHaveLength(1);
		expect(last.partial).toBe(false);
	});

	test("extends of another file, of nothing and in a circle leave the service partial", () => {
		const model = parse(`services:
  a: { extends: { file: other.yaml, service: x } }
  b: { extends: nothing }
  c: { extends: d }
  d: { extends: c }
`);
		expect(model.file.services.map(({ partial }) => partial)).toEqual([true, true, true, true]);
	});

	test("later documents are merged, with !reset and !override", () => {
		const model = parse(`services:
  web:
    image: nginx
    restart: always
    ports: ["80:80"]
    expose: ["1"]
---
services:
  web:
    ports: !override ["81:81"]
    expose: ["2"]
    restart: !reset null
`);
		const web = service(model, "web");
		expect(web.image?.text).toBe("nginx");
		expect(web.restart).toBeUndefined();
		expect(web.ports.map(({ text }) => text?.text)).toEqual(["81:81", "1", "2"]);
	});

	test("an alias inside its own anchor ends", () => {
		expect(parse("services: &s\n  a: *s\n").file.services).toHaveLength(1);
	});

	test("a bomb of aliases is read in no time", () => {
		const levels = Array.from({ length: 30 }, (_, n) => `x-${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}]`);
		const model = parse(`x-0: &a0 [x]\n${levels.join("\n")}\nservices:\n  web:\n    image: nginx\n    ports: *a30\n`);
		expect(model.file.services).toHaveLength(1);
	});
});

test("names are symbols: definitions and uses with their spans", () => {
	const text = `services:
  ~~web~~:
    image: nginx
    depends_on: [~~db~~]
    networks: [~~front~~]
    profiles: [~~dev~~]
  ~~db~~:
    image: postgres
    volumes: ["~~data~~:/var/lib"]
networks:
  ~~front~~:
volumes:
  "~~data~~":
`;
	const model = parse(unmark(text).text);
	const spans = model.occurrences.map(({ span }) => span);
	expect(mark(model.text, spans)).toBe(text);
});

test("facts say what neighbours need", () => {
	const { facts } = parse(`include: [db.yaml]
services:
  web:
    build: { context: web, target: dev, args: { A: "1" } }
    ports: ["8080:80", "443:443/tcp"]
    networks: [front]
networks: { front: }
`);
	expect(facts).toMatchObject([
		{
			kind: "compose-file",
			defines: ["service:web", "network:front"],
			uses: ["network:front"],
			loads: ["file:///shop/db.yaml"],
		},
		{
			kind: "compose-service",
			name: "web",
			build: { context: "web", target: "dev", args: ["A"] },
			ports: ["80/tcp", "443/tcp"],
		},
	]);
});

test("the outline lists what is defined", () => {
	const outline = compose.outline?.(
		parse("services:\n  web:\n    image: nginx\n  api:\n    build: .\nvolumes:\n  data:\n"),
	);
	expect(
		outline?.map(({ name, children }) => [name, children.map((child) => [child.kind, child.name, child.detail])]),
	).toEqual([
		[
			"services",
			[
				["service", "web", "nginx"],
				["service", "api", "built from ."],
			],
		],
		["volumes", [["volume", "data", undefined]]],
	]);
});

test("images lead to their registry, paths to files that are there", () => {
	const text = `services:
  a:
    image: nginx:1.29
    env_file: [a.env, b.env]
  b:
    image: ghcr.io/acme/shop/api:1
    build: ./b
configs:
  c: { file: c.conf }
`;
	const files = { "compose.yaml": text, "a.env": "A=1\n", "b/Dockerfile": "FROM scratch\n" };
	const workspace = workspaceOf(files);
	const links = workspace.document(`${root}/compose.yaml`)?.links(workspace) ?? [];
	expect(links.map(({ span, target }) => [text.slice(span.start, span.end), target])).toEqual([
		["nginx:1.29", "https://hub.docker.com/_/nginx"],
		["a.env", `${root}/a.env`],
		["./b", `${root}/b/Dockerfile`],
	]);
});

test("a statement is all that starts on a line", () => {
	const text = "services:\n  web:\n    image: nginx\n    ports:\n      - target: 80\n        mode: host\n";
	const model = parse(text);
	const statement = (word: string) => at(model, compose.statement(model, text.indexOf(word)));
	expect(statement("image")).toBe("image: nginx");
	expect(statement("target")).toBe("- target: 80\n        mode: host");
	expect(statement("ports")).toBe("ports:\n      - target: 80\n        mode: host");
});

test.each([
	["compose.yaml", "", true],
	["docker-compose.prod.yml", "", true],
	["shop.compose.yaml", "", true],
	["stack.yml", "services:\n  web:\n    image: nginx\n", true],
	["values.yaml", "services:\n  web:\n    port: 80\n", false],
	["crd.yaml", "apiVersion: v1\nkind: Pod\nservices:\n  a:\n    image: b\n", false],
	[".gitlab-ci.yml", "services:\n  - postgres:17\nimage: x\n", false],
	["composer.yaml", "a: 1\n", false],
])("%s is one of ours: %#", (name, text, expected) => {
	expect(compose.matches({ uri: `file:///shop/${name}`, text })).toBe(expected);
});

describe("half-typed files", () => {
	const texts = rules
		.filter(({ subject }) => subject === "compose")
		.flatMap(({ examples }) => examples.map(({ bad }) => unmark(bad).text));

	test("prefixes of every example yield a model", () => {
		// Each example starts at another offset, so that together they stop at every place of a line.
		for (const [index, text] of texts.entries()) {
			for (let end = index % 7; end <= text.length; end += 7) {
				const model = parse(text.slice(0, end));
				for (const { span } of model.nodes)
					expect(0 <= span.start && span.start <= span.end && span.end <= end).toBe(true);
			}
		}
	});

	test("what stands above the line being typed stays", () => {
		const head = "services:\n  web:\n    image: nginx\n    ports:\n      - 22:22\n    networks: [front]\n";
		for (const tail of [
			"    dep",
			"    depends_on",
			"    depends_on:",
			'    user: "10',
			"    labels: [a",
			"  d",
			"vol",
			"    - x",
			"\t",
		]) {
			const model = parse(head + tail);
			expect(nodes<PortNode>(model, "port")).toHaveLength(1);
			expect(nodes<Reference>(model, "reference").map(({ name }) => name)).toContain("front");
		}
	});

	test("any text yields a model", () => {
		const piece = fc.constantFrom(
			"services:",
			"\n",
			"  ",
			"- ",
			"web:",
			"image:",
			"&a",
			"*a",
			"<<: ",
			"[",
			"]",
			"{",
			"}",
			'"',
			"'",
			"|",
			"80:80",
			"\t",
			"---\n",
			"extends: web",
			"depends_on",
			":",
			"$",
			"!reset ",
			"\r",
			"🐋",
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
				const model = parse(pieces.join(""));
				compose.outline?.(model);
				compose.folds?.(model);
				compose.statement(model, 3);
			}),
			{ numRuns: 300 },
		);
	});
});
