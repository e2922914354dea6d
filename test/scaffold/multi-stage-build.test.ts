import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DockerfileModel } from "../../server/src/dockerfile/nodes.ts";
import type { Document } from "../../server/src/workspace/document.ts";
import { root, workspaceOf } from "../samples.ts";
import { type Files, run, said } from "./asking.ts";

function modelOf(files: Files): DockerfileModel {
	return (workspaceOf(files).document(`${root}/Dockerfile`) as Document).parts[0]?.model as DockerfileModel;
}

function convert(text: string, answers: Files = {}, more: Files = {}) {
	const { outcome, asked, files } = run("multi-stage-build", { ...more, Dockerfile: text }, "Dockerfile", answers);
	return { outcome, asked, files, text: files["Dockerfile"] ?? "" };
}

function json(value: object): string {
	return JSON.stringify(value);
}

const shop = {
	"package.json": json({
		scripts: { build: "tsc", start: "node dist/server.js" },
		dependencies: { express: "5.1.0" },
		devDependencies: { typescript: "6.0.0" },
	}),
	"package-lock.json": "",
};

const clean: Readonly<Record<string, readonly [text: string, image: string, more?: Files]>> = {
	"Node.js, npm": [
		'FROM node:24\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm ci\nCOPY . .\nRUN npm run build\nEXPOSE 3000\nCMD ["npm", "start"]\n',
		"node:24-slim",
		shop,
	],
	"Node.js, Alpine": [
		'FROM node:24-alpine\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build\nEXPOSE 3000\nCMD ["node", "dist/server.js"]\n',
		"node:24-alpine",
	],
	"Node.js, pnpm": [
		'FROM node:24-bookworm\nWORKDIR /app\nRUN npm install --global pnpm@10.12.1\nCOPY . .\nRUN pnpm install --frozen-lockfile && pnpm build\nEXPOSE 3000\nCMD ["node", "dist/server.js"]\n',
		"node:24-bookworm-slim",
	],
	"Node.js, Yarn": [
		'FROM node:24-slim\nWORKDIR /app\nCOPY . .\nRUN yarn install --frozen-lockfile && yarn build\nEXPOSE 3000\nCMD ["node", "dist/server.js"]\n',
		"node:24-slim",
	],
	Bun: [
		'FROM oven/bun:1.3\nWORKDIR /app\nCOPY . .\nRUN bun install --frozen-lockfile && bun run build\nEXPOSE 3000\nCMD ["bun", "dist/server.js"]\n',
		"oven/bun:1.3-slim",
	],
	"Next.js": [
		'FROM node:24\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build\nEXPOSE 3000\nCMD ["node_modules/.bin/next", "start"]\n',
		"node:24-slim",
		{ "package.json": json({ scripts: { build: "next build" }, dependencies: { next: "16.0.0" } }) },
	],
	"Python, pip": [
		'FROM python:3.13\nWORKDIR /app\nCOPY requirements.txt ./\nRUN pip install --no-cache-dir -r requirements.txt\nCOPY . .\nEXPOSE 8000\nCMD ["gunicorn", "app:app"]\n',
		"python:3.13-slim",
	],
	"Python, pip, Debian by name": [
		'FROM python:3.13-bookworm\nWORKDIR /app\nCOPY . .\nRUN python -m pip install --no-cache-dir -r requirements.txt\nEXPOSE 8000\nCMD ["gunicorn", "app:app"]\n',
		"python:3.13-slim-bookworm",
	],
	"Python, Poetry": [
		'FROM python:3.13\nWORKDIR /app\nRUN pip install --no-cache-dir poetry==2.2.1\nENV POETRY_VIRTUALENVS_CREATE=false\nCOPY . .\nRUN poetry install --only=main --no-root\nEXPOSE 8000\nCMD ["gunicorn", "app:app"]\n',
		"python:3.13-slim",
	],
	"Python, uv": [
		'FROM python:3.13\nCOPY --from=ghcr.io/astral-sh/uv:0.9 /uv /bin/\nWORKDIR /app\nCOPY . .\nRUN uv sync --locked\nEXPOSE 8000\nCMD ["/app/.venv/bin/gunicorn", "app:app"]\n',
		"python:3.13-slim",
	],
	"Go without cgo": [
		'FROM golang:1.26\nENV CGO_ENABLED=0\nWORKDIR /src\nCOPY . .\nRUN go build -o /bin/shop ./cmd/shop\nEXPOSE 8080\nENTRYPOINT ["/bin/shop"]\n',
		"gcr.io/distroless/static-debian13:nonroot",
	],
	"Go with cgo": [
		'FROM golang:1.26-bookworm\nWORKDIR /src\nCOPY . .\nRUN go build -o shop .\nEXPOSE 8080\nENTRYPOINT ["/src/shop"]\n',
		"gcr.io/distroless/base-debian13:nonroot",
	],
	"Go on Alpine": [
		'FROM golang:1.26-alpine3.23\nWORKDIR /src\nCOPY . .\nRUN go install ./cmd/shop\nEXPOSE 8080\nENTRYPOINT ["/go/bin/shop"]\n',
		"alpine:3.23",
	],
	"Java, Maven": [
		'FROM maven:3.9-eclipse-temurin-21\nWORKDIR /src\nCOPY . .\nRUN mvn --batch-mode package\nEXPOSE 8080\nENTRYPOINT ["java", "-jar", "target/pay.jar"]\n',
		"eclipse-temurin:21-jre",
	],
	"Java, Gradle on Alpine": [
		'FROM gradle:9-jdk21-alpine\nWORKDIR /src\nCOPY . .\nRUN gradle --no-daemon bootJar\nEXPOSE 8080\nENTRYPOINT ["java", "-jar", "/src/build/libs/pay.jar"]\n',
		"eclipse-temurin:21-jre-alpine",
	],
	"Java, wrapper": [
		'FROM eclipse-temurin:21-jdk-noble\nWORKDIR /src\nCOPY . .\nRUN ./mvnw --batch-mode package\nEXPOSE 8080\nENTRYPOINT ["java", "-jar", "target/pay.jar"]\n',
		"eclipse-temurin:21-jre-noble",
	],
};

describe.each(Object.entries(clean))("%s", (_name, [text, image, more = {}]) => {
	test.each(["/healthz", "none"])("becomes two stages without a finding, health %s", (health) => {
		const { files, outcome } = convert(text, { health }, more);
		expect(outcome.kind).toBe("edit");
		const { stages, problems } = modelOf(files);
		expect(problems).toEqual([]);
		expect(stages.map(({ name }) => name)).toEqual(["build", undefined]);
		expect(stages[1]?.reachable && stages[0]?.reachable).toBe(true);
		expect(said(files, "Dockerfile")).toEqual([]);
	});

	test("runs on the small image of the same line, as a user that is not root", () => {
		const last = modelOf(convert(text, {}, more).files).stages[1];
		expect(last?.image).toBe(image);
		expect(last?.user?.value).toMatch(/^[1-9]\d+:[1-9]\d+$/);
	});

	test("has nothing left to convert", () => {
		const { files } = convert(text, {}, more);
		expect(run("multi-stage-build", files, "Dockerfile").outcome).toEqual({
			kind: "nothing",
			message: "It has 2 stages already.",
		});
	});
});

describe("what stays and what goes", () => {
	const node = (lines: string) =>
		`FROM node:24\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build\n${lines}EXPOSE 3000\nCMD ["node", "dist/server.js"]\n`;
	const lastStage = (text: string) => text.slice(text.lastIndexOf("\nFROM "));

	test("a stage that has a name keeps it", () => {
		const { text } = convert(node("").replace("node:24", "node:24 AS shop"));
		expect(text).toContain("COPY --from=shop ");
	});

	test("a build argument in the image stays one", () => {
		const { text } = convert(`ARG LINE=24\n${node("").replace("node:24", "node:$LINE")}`);
		expect(text).toContain("\nFROM node:$LINE-slim\n");
	});

	test("a variable for the build only does not go along, one for both does, with its argument", () => {
		const source = node("").replace(
			"WORKDIR",
			"ARG RELEASE=1\nARG UNUSED=1\nENV RELEASE=$RELEASE\nENV NPM_CONFIG_FUND=false\nWORKDIR",
		);
		const last = lastStage(convert(source).text);
		expect(last).toContain("ARG RELEASE=1\nENV RELEASE=$RELEASE\n");
		expect(last).not.toMatch(/UNUSED|NPM_CONFIG/);
	});

	test("a user that the file makes is there before it is named", () => {
		const last = lastStage(convert(node("RUN useradd --uid 1001 app\nUSER app\n")).text);
		expect(last.indexOf("RUN useradd")).toBeLessThan(last.indexOf("USER app"));
		expect(last).not.toContain("--chown=app");
	});

	test("packages are asked for, except what only a compiler needs", () => {
		const source = (names: string) =>
			node("").replace("WORKDIR", `RUN apt-get update && apt-get install -y ${names}\nWORKDIR`);
		expect(convert(source("gcc make")).asked).not.toContain("packages");
		const both = convert(source("libpq5"));
		expect(both.asked).toContain("packages");
		expect(lastStage(both.text)).toContain("RUN apt-get update && apt-get install -y libpq5\n");
		expect(lastStage(convert(source("libpq5"), { packages: "build" }).text)).not.toContain("libpq5");
	});

	test("packages beside a build go along without it", () => {
		const source = node("").replace("RUN npm ci", "RUN apk add --no-cache tini && npm ci").replace("24", "24-alpine");
		expect(lastStage(convert(source).text)).toContain("RUN apk add --no-cache tini\n");
	});

	test("a health check asks with what the small image has", () => {
		const check = "HEALTHCHECK --interval=9s CMD curl -f http://localhost:3000/ready || exit 1\n";
		expect(lastStage(convert(node(check)).text)).toContain(
			`HEALTHCHECK --interval=9s CMD ["node", "-e", "fetch('http://localhost:3000/ready')`,
		);
		const own = "HEALTHCHECK CMD node check.js\n";
		expect(lastStage(convert(node(own)).text)).toContain(own);
	});

	test("a script outside of the build's folder goes along", () => {
		const source = node("").replace("WORKDIR", "COPY start.sh /usr/local/bin/\nWORKDIR");
		expect(lastStage(convert(source).text)).toContain("COPY start.sh /usr/local/bin/\n");
	});

	test("the same image keeps its digest", () => {
		const digest = `@sha256:${"0123456789abcdef".repeat(4)}`;
		const { text } = convert(node("").replace("node:24", `node:24-slim${digest}`));
		expect(text.split(digest)).toHaveLength(3);
	});

	test("users and folders that the program needs are made in both stages, what was built is not touched", () => {
		const lines = "RUN mkdir -p /var/log/shop && chown 1000 /var/log/shop\nRUN chmod +x ./tool\nWORKDIR";
		const last = lastStage(convert(node("").replace("WORKDIR", lines)).text);
		expect(last).toContain("RUN mkdir -p /var/log/shop");
		expect(last).not.toContain("chmod");
	});

	test("a build in one folder and a start in another keep their paths", () => {
		const last = lastStage(convert(node("WORKDIR /data\n").replace('"dist', '"/app/dist')).text);
		expect(last).toContain("COPY --from=build --chown=1000:1000 /app/dist /app/dist\n");
	});

	test("a folder that starts at the image's own is known", () => {
		expect(lastStage(convert(node("").replace("WORKDIR /app", "WORKDIR app")).text)).toContain(
			" /app/dist /app/dist\n",
		);
	});

	test("a virtual environment that the file makes itself is taken over", () => {
		const source =
			'FROM python:3.13\nENV VIRTUAL_ENV=/opt/venv\nRUN python -m venv $VIRTUAL_ENV\nENV PATH="$VIRTUAL_ENV/bin:$PATH"\nWORKDIR /app\nCOPY requirements.txt ./\nRUN pip install -r requirements.txt\nCOPY . .\nCMD ["python", "app.py"]\n';
		const last = lastStage(convert(source).text);
		expect(last).toContain("COPY --from=build /opt/venv /opt/venv\nCOPY . .\n");
		expect(last).not.toContain(" /venv");
	});

	test("an output that can't be seen is asked for", () => {
		const { asked, text } = convert(node("").replace('["node", "dist/server.js"]', "npm start"), { output: "out" });
		expect(asked).toContain("output");
		expect(text).toContain("/app/out ./out\n");
	});
});

test.each([
	[
		"FROM node:24\nRUN npm ci\nCMD node x\n",
		"Nothing is built here, so a second stage would have nothing to leave behind.",
	],
	["FROM nginx:1.30\nRUN make\n", "It is not known how programs are built on `nginx:1.30`."],
	["FROM a AS b\nFROM b\n", "It has 2 stages already."],
	["", "It has no FROM, so there is no image to build with."],
	[
		"FROM node:24\nRUN npm run build\nCMD npm start\n",
		"The build has no WORKDIR of its own, so it can't be told what there is to copy.",
	],
	[
		"FROM maven:3.9-eclipse-temurin-21\nRUN mvn package\nCMD mvn exec:java\n",
		"Maven or Gradle starts the program, so it can't be told which jar is to be run.",
	],
	[
		"ARG B\nFROM $B\nRUN npm run build\n",
		"Its base image is a build argument without a value, so it can't be told what it is.",
	],
])("%j is left as it is", (text, message) => {
	expect(convert(text).outcome).toEqual({ kind: "nothing", message });
});

test("another file is left as it is", () => {
	expect(run("multi-stage-build", { "compose.yaml": "services: {}\n" }, "compose.yaml").outcome.kind).toBe("nothing");
});

/** Instructions that belong to the image that runs, in an order that a Dockerfile may have them. */
const ofRuntime = [
	'LABEL org.opencontainers.image.title="shop" \\\n      org.opencontainers.image.vendor="a  b"',
	"ENV A=1 \\\n    B='x y'",
	"EXPOSE 3000/tcp",
	"VOLUME /data",
	"STOPSIGNAL SIGQUIT",
	"USER 1000:1000",
	"COPY start.sh /start.sh",
	'HEALTHCHECK --interval=5s CMD ["node", "check.js"]',
	'ENTRYPOINT ["/start.sh"]',
	"RUN <<EOT\nmkdir -p /data\nchown 1000 /data\nEOT",
] as const;

test("every instruction of the part that runs keeps its text, its comment and the file's line breaks", () => {
	fc.assert(
		fc.property(
			fc.shuffledSubarray([...ofRuntime]),
			fc.constantFrom("\n", "\r\n"),
			fc.boolean(),
			fc.boolean(),
			(lines, lineBreak, closed, lower) => {
				const build = "FROM node:24\n# Sources.\nWORKDIR /app\nCOPY . .\n\n# Packages.\nRUN npm ci && npm run build\n";
				const body = lines.map((line, index) => `${index % 2 ? "\n" : ""}# Note ${index}.\n${line}\n`).join("");
				const whole = `${build}${body}CMD ["node", "dist/server.js"]${closed ? "\n" : ""}`;
				const cased = lower ? whole.replace(/^[A-Z]+(?= )/gm, (word) => word.toLowerCase()) : whole;
				const source = cased.replaceAll("\n", lineBreak);
				const { files, text } = convert(source, { health: "none" });
				const model = modelOf(files);
				expect(model.problems).toEqual([]);
				const before = modelOf({ Dockerfile: source });
				const inLast = new Set(model.stages[1]?.instructions.map(({ span }) => text.slice(span.start, span.end)));
				for (const { span, keyword } of before.instructions.slice(4))
					expect(inLast, keyword).toContain(source.slice(span.start, span.end));
				for (const comment of before.comments) expect(text).toContain(comment.text);
				expect(text.endsWith("\n")).toBe(closed);
				expect(text.replaceAll("\r\n", "").includes(lineBreak === "\n" ? "\r" : "\n")).toBe(false);
			},
		),
		{ numRuns: 60 },
	);
});

test("no prefix of a Dockerfile throws", () => {
	for (const [text, , more = {}] of Object.values(clean))
		for (let end = 0; end < text.length; end += 7) expect(() => convert(text.slice(0, end), {}, more)).not.toThrow();
});
