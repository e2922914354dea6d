import { describe, expect, test } from "vitest";
import { completeAt, taken } from "./world.ts";

const files = {
	"package.json": "{}",
	"src/main.ts": "",
	"src/secret/key.pem": "",
	"my folder/x": "",
	".dockerignore": "src/secret\n*.md\n",
	"README.md": "",
};

const labels = (marked: string) => completeAt(marked, files).map(({ label }) => label);

/** Where the cursor `¦` is, what is taken, and the text after it. */
const cases: readonly (readonly [marked: string, label: string, text: string])[] = [
	["F¦", "FROM", "FROM ${1:image}:${2:tag}$0"],
	["from a\nwork¦", "workdir", "from a\nworkdir ${1:/app}$0"],
	["FROM a\nRU¦ echo x", "RUN", "FROM a\nRUN echo x"],
	["FROM a\nONBUILD WO¦", "WORKDIR", "FROM a\nONBUILD WORKDIR ${1:/app}$0"],
	["FROM a AS base\nFROM ¦", "base", "FROM a AS base\nFROM base"],
	["FROM a AS base\nFROM ba¦se", "base", "FROM a AS base\nFROM base"],
	["FROM scr¦", "scratch", "FROM scratch"],
	["FROM --platform=$BUILDPLATFORM gol¦", "golang", "FROM --platform=$BUILDPLATFORM golang:"],
	["FROM --platform=li¦ a", "linux/arm64", "FROM --platform=linux/arm64 a"],
	["FROM --pla¦ a", "--platform=", "FROM --platform= a"],
	["FROM node:24-¦bullseye", "24-slim", "FROM node:24-slim"],
	["FROM docker.io/library/python:¦", "3.14-slim", "FROM docker.io/library/python:3.14-slim"],
	["FROM node:24 ¦", "AS", "FROM node:24 AS "],
	["from node:24 ¦", "as", "from node:24 as "],
	["FROM a AS base\nFROM b\nCOPY --from=¦ x y", "base", "FROM a AS base\nFROM b\nCOPY --from=base x y"],
	["FROM a\nFROM b\nCOPY --from=¦ x y", "0", "FROM a\nFROM b\nCOPY --from=0 x y"],
	["FROM a\nCOPY pack¦ /app", "package.json", "FROM a\nCOPY package.json /app"],
	["FROM a\nCOPY src/m¦", "src/main.ts", "FROM a\nCOPY src/main.ts"],
	["FROM a\nCOPY ./s¦", "./src/", "FROM a\nCOPY ./src/"],
	["FROM a\nCOPY my¦", "my\\ folder/", "FROM a\nCOPY my\\ folder/"],
	['FROM a\nCOPY ["s¦"', "src/", 'FROM a\nCOPY ["src/"'],
	["FROM a\nADD --chown=1 \\\n  pack¦", "package.json", "FROM a\nADD --chown=1 \\\n  package.json"],
	["FROM a\nWORKDIR /srv\nCOPY a ¦", "./", "FROM a\nWORKDIR /srv\nCOPY a ./"],
	["FROM a\nWORKDIR /srv\nCOPY a ¦", "/srv/", "FROM a\nWORKDIR /srv\nCOPY a /srv/"],
	["FROM a\nCOPY --chmod=¦ x y", "755", "FROM a\nCOPY --chmod=755 x y"],
	["FROM a\nCOPY --link --par¦", "--parents", "FROM a\nCOPY --link --parents"],
	["FROM node:24\nCOPY --chown=¦ x y", "node:node", "FROM node:24\nCOPY --chown=node:node x y"],
	["FROM a\nRUN --mount=¦", "type=", "FROM a\nRUN --mount=type="],
	[
		"FROM a\nRUN --mount=type=cache,target=/a \\\n  --mo¦",
		"--mount=",
		"FROM a\nRUN --mount=type=cache,target=/a \\\n  --mount=",
	],
	[
		"FROM a\nRUN --mount=type=cache,sha¦,target=/x y",
		"sharing=",
		"FROM a\nRUN --mount=type=cache,sharing=,target=/x y",
	],
	[
		"FROM a\nRUN --mount=type=cache,sharing=¦,target=/x y",
		"locked",
		"FROM a\nRUN --mount=type=cache,sharing=locked,target=/x y",
	],
	[
		"FROM a\nRUN --mount=type=bind,source=pa¦,target=/x y",
		"package.json",
		"FROM a\nRUN --mount=type=bind,source=package.json,target=/x y",
	],
	["FROM a AS s\nFROM b\nRUN --mount=from=¦,target=/x y", "s", "FROM a AS s\nFROM b\nRUN --mount=from=s,target=/x y"],
	["FROM a\nRUN --network=¦ y", "none", "FROM a\nRUN --network=none y"],
	["FROM a\nEXPOSE 80¦", "80/udp", "FROM a\nEXPOSE 80/udp"],
	["FROM a\nEXPOSE 80 443/t¦", "443/tcp", "FROM a\nEXPOSE 80 443/tcp"],
	["FROM a\nSTOPSIGNAL SIGQ¦", "SIGQUIT", "FROM a\nSTOPSIGNAL SIGQUIT"],
	["FROM a\nRUN adduser -D -u 1000 app\nUSER ¦", "app", "FROM a\nRUN adduser -D -u 1000 app\nUSER app"],
	[
		"FROM a\nRUN useradd --uid 1 --shell /bin/false web && true\nUSER ¦",
		"web",
		"FROM a\nRUN useradd --uid 1 --shell /bin/false web && true\nUSER web",
	],
	["FROM node:24 AS b\nFROM b\nUSER ¦", "node", "FROM node:24 AS b\nFROM b\nUSER node"],
	["FROM a\nUSER ¦", "root", "FROM a\nUSER root"],
	["FROM a\nWORKDIR /x\nFROM a\nWORKDIR ¦", "/x", "FROM a\nWORKDIR /x\nFROM a\nWORKDIR /x"],
	["ARG V=1\nFROM a\nARG ¦", "V", "ARG V=1\nFROM a\nARG V"],
	["FROM a\nENV A=1\nRUN echo $¦", "A", "FROM a\nENV A=1\nRUN echo $A"],
	["FROM a\nENV A=1\nRUN echo ${¦}", "A", "FROM a\nENV A=1\nRUN echo ${A}"],
	["FROM a\nENV ABC=1\nRUN echo ${A¦BC x", "ABC", "FROM a\nENV ABC=1\nRUN echo ${ABC} x"],
	["FROM a\nENV A=1\nRUN <<EOF\necho $¦\nEOF\n", "A", "FROM a\nENV A=1\nRUN <<EOF\necho $A\nEOF\n"],
	["ARG V=1\nFROM node:$¦", "V", "ARG V=1\nFROM node:$V"],
	["FROM a\nHEALTHCHECK --interval=¦ CMD x", "30s", "FROM a\nHEALTHCHECK --interval=30s CMD x"],
	["FROM a\nHEALTHCHECK ¦", "NONE", "FROM a\nHEALTHCHECK NONE"],
	["# ¦\nFROM a", "check", "# check=\nFROM a"],
	["# syntax=docker/dockerfile:1\n# es¦\nFROM a", "escape", "# syntax=docker/dockerfile:1\n# escape=\nFROM a"],
	["# check=skip=UndefinedVar,¦;error=true", "StageNameCasing", "# check=skip=UndefinedVar,StageNameCasing;error=true"],
	["FROM a\n# check=skip=Und¦\nRUN x", "UndefinedVar", "FROM a\n# check=skip=UndefinedVar\nRUN x"],
	["FROM a\r\nCOPY pack¦\r\nRUN x\r\n", "package.json", "FROM a\r\nCOPY package.json\r\nRUN x\r\n"],
];

test.each(cases)("%j: %s", (marked, label, text) => {
	expect(taken(marked, label, files)).toBe(text);
});

describe("leaves out what does not belong", () => {
	test.each<readonly [string, string]>([
		["FROM a\nCOPY ¦", "README.md"],
		["FROM a\nCOPY src/¦", "src/secret/"],
		["FROM a\nCOPY --from=b ¦", "package.json"],
		["FROM a AS x\nCOPY --from=¦ a b", "x"],
		["FROM a AS one\nFROM ¦\nFROM c AS later", "later"],
		["FROM node:¦", "20"],
		["FROM a\nCOPY --link --¦", "--link"],
		["FROM a\nRUN --mount=type=tmpfs,¦", "sharing="],
		["FROM a\nRUN --mount=type=cache,target=/x,¦", "target="],
		["FROM a\nONBUILD ¦", "FROM"],
		["¦", "RUN"],
		["FROM a\nENV A=1\nRUN echo \\$¦", "A"],
		["FROM a\nENV A=1\nCOPY <<'EOF' /f\n$¦\nEOF\n", "A"],
		["FROM a\nENV A=1\nFROM b\nRUN echo $¦", "A"],
		["FROM a\nRUN echo $¦\nENV LATER=1", "LATER"],
		["FROM a\nLABEL org.opencontainers.image.url=x\nLABEL ¦", "org.opencontainers.image.url"],
		["FROM a\n\n# ¦", "syntax"],
		["# syntax=x\n# ¦", "syntax"],
		["# check=skip=UndefinedVar,¦", "UndefinedVar"],
		["FROM a\nRUN ¦", "FROM"],
	])("%j has no %s", (marked, label) => {
		expect(labels(marked)).not.toContain(label);
	});

	test.each([
		"FROM a\nRUN x ¦",
		"FROM a\nRUN x \\\n  ¦",
		"FROM a\nRUN <<EOF\n¦\nEOF\n",
		"FROM a\nFOO ¦",
		"FROM a@¦",
		"FROM a AS ¦",
	])("%j has nothing", (marked) => {
		expect(labels(marked)).toEqual([]);
	});
});

test("a Compose file that builds the Dockerfile says where COPY takes from", async () => {
	const { Workspace } = await import("../../server/src/workspace/workspace.ts");
	const { dockerfile } = await import("../../server/src/dockerfile/index.ts");
	const { contextOf, sourcesIn } = await import("../../server/src/dockerfile/context.ts");
	const { emptyWorld } = await import("../../server/src/core/world.ts");
	const workspace = new Workspace([dockerfile]);
	for (const path of ["docker/api.Dockerfile", "app/main.go", "app/.dockerignore"])
		workspace.set({ uri: `file:///w/${path}`, text: path.includes("ignore") ? ".dockerignore" : "" });
	const uri = "file:///w/docker/api.Dockerfile";
	const fact = {
		kind: "compose-service",
		span: { start: 0, end: 0 },
		name: "api",
		build: { context: "./app", dockerfile: "../docker/api.Dockerfile", args: [] },
		ports: [],
	} as const;
	const world = {
		...emptyWorld,
		facts: (kind: string) => (kind === "compose-service" ? [{ uri: "file:///w/compose.yaml", fact }] : []) as never,
		resolve: (from: string, path: string) => workspace.resolve(from, path),
		list: (folder: string) => workspace.list(folder),
		read: (file: string) => workspace.read(file),
	};
	expect(contextOf(uri, world)).toBe("file:///w/app");
	expect(sourcesIn(uri, world, "").map(({ name }) => name)).toEqual(["main.go"]);
	expect(contextOf("file:///w/other/Dockerfile", world)).toBe("file:///w/other");
});
