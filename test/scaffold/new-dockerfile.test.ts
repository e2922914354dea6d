import { describe, expect, test } from "vitest";
import type { DockerfileModel } from "../../server/src/dockerfile/nodes.ts";
import type { Document } from "../../server/src/workspace/document.ts";
import { root, workspaceOf } from "../samples.ts";
import { type Files, run, said } from "./asking.ts";

function pkg(json: object): string {
	return JSON.stringify(json);
}

const service = {
	name: "shop",
	description: 'Sells "things" for $1',
	license: "MIT",
	repository: "git+https://github.com/example/shop.git",
	scripts: { build: "tsc", start: "node dist/server.js" },
	dependencies: { express: "5.1.0" },
	devDependencies: { typescript: "6.0.0" },
};
const locks: Readonly<Record<string, Files>> = {
	npm: { "package-lock.json": "{}" },
	"npm-shrinkwrap": { "npm-shrinkwrap.json": "{}" },
	yarn: { "yarn.lock": "" },
	"yarn berry": { "yarn.lock": "", ".yarnrc.yml": "" },
	pnpm: { "pnpm-lock.yaml": "lockfileVersion: '9.0'\n" },
	bun: { "bun.lock": "{}" },
	"no lock file": {},
};

const projects: Record<string, Files> = {};
for (const [manager, files] of Object.entries(locks)) {
	const add = (name: string, json: object, more: Files = {}) => {
		projects[`Node.js, ${name}, ${manager}`] = { "package.json": pkg(json), ...files, ...more };
	};
	add("built", service);
	add("plain", { name: "shop", main: "server.js", dependencies: { express: "5.1.0" } }, { "server.js": "" });
	add("without packages", { name: "shop" }, { "index.js": "" });
	add("Next.js", { scripts: { build: "next build", start: "next start" }, dependencies: { next: "16.0.0" } });
	add("NestJS", { scripts: { build: "nest build", start: "nest start" }, dependencies: { "@nestjs/core": "12.0.0" } });
	add("unknown start", { scripts: { build: "make" }, dependencies: { a: "1.0.0" } });
	add("workspaces", { ...service, workspaces: ["packages/*"] });
	add("Vite", { scripts: { build: "vite build" }, devDependencies: { vite: "8.0.0" } });
	add("Angular", { name: "shop", scripts: { build: "ng build" }, devDependencies: { "@angular/cli": "21.0.0" } });
}
projects["Pages"] = { "index.html": "<p>" };
projects["Python, FastAPI"] = {
	"requirements.txt": "fastapi==0.120.0\nuvicorn[standard]==0.38.0\n",
	"app/main.py": "",
};
projects["Python, Flask"] = { "requirements.txt": "Flask==3.1.2\ngunicorn==23.0.0\n", "app.py": "" };
projects["Python, Flask alone"] = { "requirements.txt": "Flask==3.1.2\n", "app.py": "" };
projects["Python, Django"] = { "requirements.txt": "django==5.2\ngunicorn==23\n", "manage.py": "", "shop/wsgi.py": "" };
projects["Python, script"] = { "requirements.txt": "-r base.txt\n", "base.txt": "", "main.py": "" };
projects["Python, pip and pyproject"] = {
	"pyproject.toml": '[project]\nname = "shop"\nrequires-python = ">=3.11,<3.14"\n',
};
projects["Python, Poetry"] = { "pyproject.toml": '[tool.poetry]\nname = "shop"\n', "poetry.lock": "" };
projects["Python, uv"] = {
	"pyproject.toml": '[project]\nname = "shop"\ndependencies = ["fastapi[standard]"]\n',
	"uv.lock": "",
};
projects["Go"] = { "go.mod": "module github.com/example/shop\n\ngo 1.25.1\n", "go.sum": "", "main.go": "" };
projects["Go, cmd"] = { "go.mod": "module shop\n\ngo 1.20\n", "cmd/web/main.go": "" };
projects["Go, several"] = { "go.mod": "module shop\n", "cmd/web/main.go": "", "cmd/worker/main.go": "" };
const pom = "<project><artifactId>pay</artifactId><properties><java.version>21</java.version></properties></project>";
const spring =
	"<project><artifactId>pay</artifactId><dependencies>spring-boot-starter-web spring-boot-starter-actuator</dependencies></project>";
projects["Java, Maven"] = { "pom.xml": pom };
projects["Java, Maven wrapper"] = { "pom.xml": pom, mvnw: "", ".mvn/wrapper/maven-wrapper.properties": "" };
projects["Java, Spring Boot"] = { "pom.xml": spring };
projects["Java, Quarkus"] = { "pom.xml": "<project><groupId>io.quarkus</groupId></project>" };
projects["Java, modules"] = { "pom.xml": "<project><modules><module>a</module></modules></project>" };
projects["Java, Gradle"] = {
	"build.gradle": "sourceCompatibility = '17'\n",
	"settings.gradle": "rootProject.name = 'pay'\n",
};
projects["Java, Gradle wrapper"] = {
	"build.gradle.kts": 'id("org.springframework.boot")\nspring-boot-starter-web',
	gradlew: "",
	"gradle/wrapper/x": "",
};

projects[".NET, web"] = {
	"Shop.csproj": '<Project Sdk="Microsoft.NET.Sdk.Web"><TargetFramework>net10.0</TargetFramework></Project>',
};
projects[".NET, worker, old"] = {
	"Shop.csproj": '<Project Sdk="Microsoft.NET.Sdk"><TargetFramework>net6.0</TargetFramework></Project>',
};
projects[".NET, several"] = { "A.csproj": "", "B.fsproj": "" };

const answerings: readonly Files[] = [{}, { port: "none", health: "none" }];

describe.each(Object.entries(projects))("%s", (_name, project) => {
	test.each(answerings)("is written without a finding: %o", (answers) => {
		const { outcome, files } = run("new-dockerfile", project, "", answers);
		expect(outcome.kind).toBe("edit");
		const workspace = workspaceOf(files);
		const model = (workspace.document(`${root}/Dockerfile`) as Document).parts[0]?.model as DockerfileModel;
		expect(model.problems).toEqual([]);
		expect(model.stages.every(({ reachable }) => reachable)).toBe(true);
		expect(said(files, "Dockerfile")).toEqual([]);
		expect(said(files, ".dockerignore")).toEqual([]);
	});

	test("copies nothing that its .dockerignore leaves out, and nothing that is not there", () => {
		const { files } = run("new-dockerfile", project, "");
		const ignored = new Set((files[".dockerignore"] ?? "").split("\n"));
		const copied = [...(files["Dockerfile"] ?? "").matchAll(/^COPY (?!--from)(?:--\S+ )*(.+) \S+$/gm)];
		for (const source of copied.flatMap(([, sources = ""]) => sources.split(" "))) {
			expect(ignored).not.toContain(source);
			const there = Object.keys(project).some((path) => path === source || path.startsWith(`${source}/`));
			expect(there || source === "." || source === "src", source).toBe(true);
		}
	});
});

describe("what is seen", () => {
	const text = (files: Files, answers: Files = {}) =>
		run("new-dockerfile", files, "", answers).files["Dockerfile"] ?? "";

	test.each([
		[{ node: ">=20 <23" }, "node:22-slim"],
		[{ node: "^22.1" }, "node:22-slim"],
		[{ node: ">=18" }, "node:26-slim"],
		[{ node: "18.x" }, "node:26-slim"],
		[{ node: "22 || 24" }, "node:24-slim"],
		[{}, "node:26-slim"],
	])("engines %o", (engines, image) => {
		expect(text({ "package.json": pkg({ ...service, engines }), "package-lock.json": "" })).toContain(
			`FROM ${image}\n`,
		);
	});

	test(".nvmrc, .python-version, go.mod and pom.xml tell the line", () => {
		expect(text({ "package.json": pkg(service), ".nvmrc": "v22.11.0\n" })).toContain("FROM node:22-slim");
		expect(text({ "package.json": pkg(service), ".nvmrc": "lts/*\n" })).toContain("FROM node:26-slim");
		const requirements = { "requirements.txt": "", "main.py": "" };
		expect(text({ ...requirements, ".python-version": "3.12.4\n" })).toContain("FROM python:3.12-slim");
		expect(text({ ...requirements, ".python-version": "3.8\n" })).toContain("FROM python:3.14-slim");
		expect(text(projects["Python, pip and pyproject"] as Files)).toContain("FROM python:3.13-slim");
		expect(text(projects["Go, cmd"] as Files)).toMatch(/^FROM golang:1\.27 AS build$/m);
		expect(text(projects["Java, Maven"] as Files)).toMatch(/^FROM maven:3\.9-eclipse-temurin-21 AS build$/m);
		expect(text(projects["Java, Gradle"] as Files)).toMatch(/^FROM gradle:9-jdk17 AS build$/m);
		expect(text({ "pom.xml": pom.replaceAll("21", "14") })).toContain("eclipse-temurin:17-jre");
	});

	test("a .NET program made for an ended line runs on a supported one", () => {
		expect(text(projects[".NET, worker, old"] as Files)).toContain("ENV DOTNET_ROLL_FORWARD=Major\n");
		expect(text(projects[".NET, web"] as Files)).not.toContain("ROLL_FORWARD");
	});

	test("a port in the start script is not asked for", () => {
		const scripts = { start: "next start -p 4000" };
		const { asked, files } = run(
			"new-dockerfile",
			{ "package.json": pkg({ scripts, dependencies: { next: "16.0.0" } }) },
			"",
		);
		expect(asked).toEqual([]);
		expect(files["Dockerfile"]).toContain("EXPOSE 4000");
	});

	test("a broken package.json is one with nothing in it", () => {
		expect(run("new-dockerfile", { "package.json": "{", "server.js": "" }, "").outcome.kind).toBe("edit");
	});
});

describe("which folder", () => {
	const shop = { "web/package.json": pkg(service), "pay/pom.xml": pom, "pay/src/a": "" };

	test("a file stands for its folder", () => {
		expect(run("new-dockerfile", shop, "pay/pom.xml").files).toHaveProperty(["pay/Dockerfile"]);
	});

	test("several are asked for, those with a Dockerfile left out", () => {
		const { asked, files } = run("new-dockerfile", shop, "", { folder: "web" });
		expect(asked).toContain("folder");
		expect(files).toHaveProperty(["web/Dockerfile"]);
		expect(run("new-dockerfile", { ...shop, "web/Dockerfile": "FROM node:24\n" }, "").asked).not.toContain("folder");
	});

	test("several languages, or none, are asked for", () => {
		expect(run("new-dockerfile", { "go.mod": "module a\n", "package.json": "{}" }, "").asked).toContain("stack");
		expect(run("new-dockerfile", { "notes.txt": "" }, "", { stack: "go" }).asked).toContain("stack");
	});

	test("what is there stays", () => {
		const both = { ...shop, "pay/Dockerfile": "FROM a:1\n", "pay/.dockerignore": "b\n" };
		expect(run("new-dockerfile", both, "pay").outcome).toEqual({
			kind: "nothing",
			message: "`pay` has a Dockerfile and a .dockerignore already.",
		});
		const one = { ...shop, "pay/Dockerfile": "FROM a:1\n" };
		const { files } = run("new-dockerfile", one, "pay");
		expect(files["pay/Dockerfile"]).toBe("FROM a:1\n");
		expect(files["pay/.dockerignore"]).toContain("target\n");
	});
});
