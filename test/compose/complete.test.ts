import { describe, expect, test } from "vitest";
import { completedWith, completionsAt, hoverAt, labelsAt } from "./project.ts";

const files = {
	".env": "TAG=1.29\nDB_PASSWORD='secret'\n",
	"api/Dockerfile":
		"ARG NODE_VERSION=22\nFROM node:${NODE_VERSION} AS build\nARG MODE\nFROM node:22-slim AS final\nEXPOSE 3000\n",
	"common.yaml": "x: 1\n",
	"base/compose.yaml": "services:\n  base:\n    image: busybox:1.37\n",
	"conf/app.env": "A=1\n",
	"secrets/db.txt": "x\n",
};

const head = "services:\n  web:\n    image: nginx:1.29\n    profiles: [debug]\n  api:\n    build: ./api\n";

describe("names", () => {
	test.each([
		["depends_on in a list", `${head}    depends_on:\n      - |\n`, ["web"]],
		["depends_on in brackets", `${head}    depends_on: [|]\n`, ["web"]],
		["depends_on half typed", `${head}    depends_on:\n      - w|\n`, ["web"]],
		["links", `${head}    links:\n      - |\n`, ["web"]],
		["volumes_from", `${head}    volumes_from:\n      - |\n`, ["web"]],
		["network_mode", `${head}    network_mode: |\n`, ["service:web", "host", "none"]],
		["pid", `${head}    pid: |\n`, ["service:web", "host"]],
		["extends", `${head}    extends:\n      service: |\n`, ["web"]],
		["extends of another file", `${head}    extends:\n      file: base/compose.yaml\n      service: |\n`, ["base"]],
		["networks", `${head}    networks:\n      - |\nnetworks:\n  front:\n`, ["front", "default"]],
		["configs", `${head}    configs:\n      - |\nconfigs:\n  nginx_conf:\n    file: x\n`, ["nginx_conf"]],
		["secrets", `${head}    secrets:\n      - |\nsecrets:\n  password:\n    file: x\n`, ["password"]],
		["a secret's source", `${head}    secrets:\n      - source: |\nsecrets:\n  password:\n    file: x\n`, ["password"]],
		["models", `${head}    models:\n      - |\nmodels:\n  llm:\n    model: ai/smollm2\n`, ["llm"]],
		["profiles", `${head}    profiles: [|]\n`, ["debug"]],
		["volumes", `${head}    volumes:\n      - |\nvolumes:\n  data:\n`, ["data:/data", "./conf/"]],
		["a mount's source", `${head}    volumes:\n      - type: volume\n        source: |\nvolumes:\n  data:\n`, ["data"]],
		["stages", head.replace("build: ./api", "build:\n      context: ./api\n      target: |"), ["build", "final"]],
		[
			"build arguments",
			head.replace("build: ./api", "build:\n      context: ./api\n      args:\n        |"),
			["NODE_VERSION", "MODE"],
		],
		[
			"build arguments in a list",
			head.replace("build: ./api", "build:\n      context: ./api\n      args:\n        - |"),
			["NODE_VERSION=", "MODE="],
		],
		["images of the workspace", `${head.replace("build: ./api", "image: |")}`, ["busybox:1.37", "nginx:1.29"]],
		["environment", `${head}    environment:\n      |\n`, ["TAG", "DB_PASSWORD"]],
	])("%s", (_what, text, expected) => {
		expect(labelsAt(text, files)).toEqual(expect.arrayContaining(expected));
	});

	test("a service does not depend on itself", () => {
		expect(labelsAt(`${head}    depends_on: [|]\n`)).not.toContain("api");
	});

	test("a long dependency comes with its condition", () => {
		expect(completedWith("web", `${head}    depends_on:\n      |\n`)).toContain(
			"      web:\n        condition: ${1|service_started,service_healthy,service_completed_successfully|}\n",
		);
	});

	test("a named volume comes with a place to mount it", () => {
		const text = `${head}    volumes:\n      - |\nvolumes:\n  data:\n`;
		expect(completedWith("data:/data", text)).toContain("      - data:${1:/data}\n");
	});
});

test("what fits the image: where its data lies, and how to see that it is ready", () => {
	const db = "services:\n  db:\n    image: postgres:17.6\n";
	const text = `${db}    volumes:\n      - |\nvolumes:\n  data:\n`;
	expect(completedWith("data:/var/lib/postgresql/data", text)).toContain("- data:${1:/var/lib/postgresql/data}\n");
	expect(labelsAt(`${db}    healthcheck:\n      test: |\n`).join()).toContain("pg_isready");
});

describe("paths", () => {
	test.each([
		["env_file", `${head}    env_file: |\n`, ["./.env", "./conf/"]],
		["below a folder", `${head}    env_file:\n      - ./conf/|\n`, ["./conf/app.env"]],
		["build", head.replace("./api", "|"), ["./api", "./conf"]],
		["dockerfile", head.replace("build: ./api", "build:\n      context: ./api\n      dockerfile: |"), ["./Dockerfile"]],
		["include", `include:\n  - |\n${head}`, ["./common.yaml", "./base/"]],
		["extends.file", `${head}    extends:\n      service: base\n      file: |\n`, ["./common.yaml"]],
		["secrets.file", `${head}secrets:\n  db:\n    file: ./secrets/|\n`, ["./secrets/db.txt"]],
		["bind source", `${head}    volumes:\n      - type: bind\n        source: |\n`, ["./conf/", "./common.yaml"]],
	])("%s", (_what, text, expected) => {
		expect(labelsAt(text, files)).toEqual(expect.arrayContaining(expected));
	});

	test("not the file itself, and nothing behind the colon of a mount", () => {
		expect(labelsAt(`include:\n  - |\n${head}`, files)).not.toContain("./compose.yaml");
		expect(labelsAt(`${head}    volumes:\n      - ./conf:/|\n`, files)).not.toContain("./conf/");
	});
});

describe("variables", () => {
	test.each([
		["${|", ["TAG", "DB_PASSWORD", "COMPOSE_PROJECT_NAME"]],
		["${T|}", ["TAG"]],
		["$T|", ["TAG"]],
		["${OTHER:-x}${|", ["OTHER", "TAG"]],
	])("image: nginx:%s", (value, expected) => {
		const text = head.replace("build: ./api", `image: nginx:${value}`);
		expect(labelsAt(text, files)).toEqual(expect.arrayContaining(expected));
	});

	test("the brace is closed where it is open", () => {
		const at = (value: string) => completedWith("TAG", `services:\n  a:\n    image: x:${value}\n`, files);
		expect(at("${|")).toContain("image: x:${TAG}\n");
		expect(at("${T|}")).toContain("image: x:${TAG}\n");
		expect(at("${T|:-1}")).toContain("image: x:${TAG:-1}\n");
	});

	test("with the value it has", () => {
		const [tag] = completionsAt("services:\n  a:\n    image: x:${|\n", files);
		expect(tag).toMatchObject({ label: "TAG", detail: "1.29", kind: "variable" });
	});

	test("not after two dollar signs, nor in a comment", () => {
		expect(labelsAt("services:\n  a:\n    command: echo $${|\n", files)).not.toContain("TAG");
		expect(labelsAt("services:\n  a: # ${|\n", files)).toEqual([]);
	});

	test("in a text block", () => {
		expect(
			labelsAt("configs:\n  a:\n    content: |\n      x=${|\n".replace("content: |", "content: >"), files),
		).toContain("TAG");
	});
});

describe("anchors and tags", () => {
	const anchors = "x-a: &common\n  restart: always\nx-b: &later\n  init: true\n";

	test("after *", () => {
		expect(labelsAt(`${anchors}services:\n  web:\n    <<: *|\n`)).toEqual(["common", "later"]);
		expect(labelsAt(`${anchors}services:\n  web:\n    <<: [*common, *|]\n`)).toEqual(["common", "later"]);
		expect(completedWith("common", `${anchors}services:\n  web:\n    <<: *co|\n    image: a\n`)).toContain(
			"<<: *common\n",
		);
	});

	test("only those above", () => {
		expect(labelsAt(`services:\n  web:\n    <<: *|\n${anchors}`)).toEqual([]);
	});

	test("after !", () => {
		expect(labelsAt(`${head}    ports: !|\n`)).toEqual(["!reset", "!override"]);
	});
});

describe("values", () => {
	test.each([
		["restart: |", "unless-stopped"],
		["pull_policy: |", "every_12h"],
		["platform: |", "linux/arm64"],
		["stop_signal: |", "SIGQUIT"],
		["privileged: |", "true"],
		["cap_drop: [|]", "ALL"],
		["security_opt: [|]", "no-new-privileges:true"],
		["ports: [|]", "127.0.0.1:8080:80"],
		["extra_hosts: [|]", "host.docker.internal=host-gateway"],
		["gpus: |", "all"],
		["logging: { driver: | }", "local"],
	])("%s", (line, expected) => {
		expect(labelsAt(`services:\n  web:\n    ${line}\n`)).toContain(expected);
	});

	test("keywords of a health check only as its first word", () => {
		expect(labelsAt("services:\n  web:\n    healthcheck:\n      test: [|]\n")).toContain("CMD-SHELL");
		expect(labelsAt('services:\n  web:\n    healthcheck:\n      test: ["CMD", |]\n')).not.toContain("CMD-SHELL");
	});

	test("names of resource limits", () => {
		expect(labelsAt("services:\n  web:\n    ulimits:\n      |\n")).toContain("nofile");
	});

	test("keys that are there are not offered again", () => {
		const labels = labelsAt("services:\n  web:\n    image: x\n    |\n");
		expect(labels).not.toContain("image");
		expect(labels).toContain("build");
	});
});

describe("labels of the image that is built", () => {
	const build = "services:\n  web:\n    build:\n      context: .\n      labels:\n";
	const version = "org.opencontainers.image.version";
	test("are names of the OCI image specification", () => {
		expect(labelsAt(`${build}        org|\n`)).toContain(version);
		expect(completedWith(version, `${build}        org|\n`)).toBe(`${build}        ${version}: \n`);
		expect(completedWith(`${version}=`, `${build}        - org|\n`)).toBe(`${build}        - ${version}=\n`);
	});
	test.each([`${version}|: 1.4.2`, `- ${version}=1.|4.2`])("tell what %s means", (line) => {
		expect(hoverAt(`${build}        ${line}\n`)?.markdown).toContain("Version of the packaged software");
	});
});
