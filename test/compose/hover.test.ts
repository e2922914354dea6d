import { expect, test } from "vitest";
import { hoverAt, projectOf } from "./project.ts";

const files = {
	".env": "TAG=1.29\nHOST=db\n",
	"api/Dockerfile": "FROM node:22 AS build\nFROM node:22-slim AS final\nUSER node\nWORKDIR /app\nEXPOSE 3000\n",
};

function textAt(marked: string): string {
	return hoverAt(marked, files)?.markdown ?? "";
}

function hovered(marked: string): string {
	const span = hoverAt(marked, files)?.span;
	return span ? projectOf(marked).text.slice(span.start, span.end) : "";
}

test("a key", () => {
	const text = textAt("services:\n  web:\n    heal|thcheck:\n      test: exit 0\n");
	expect(text).toContain("**`healthcheck`**");
	expect(text).toContain("How the engine finds out whether the container works.");
});

test("an enumerated value", () => {
	expect(
		textAt("services:\n  web:\n    depends_on:\n      db:\n        condition: service_he|althy\n  db:\n    image: x\n"),
	).toContain("Its health check passes");
});

test.each([
	['ports: ["127.0.0.1:80|80:80"]', "This machine only"],
	["stop_grace_period: 1m3|0s", "1 minute 30 seconds"],
	["mem_limit: 51|2m", "512 MiB"],
	["cap_add: [SYS_T|IME]", "Set the clock of the host."],
	["restart: on-fail|ure:5", "at most 5 times"],
	["user: '10|00'", "the user with number 1000"],
	["tmpfs: /s|rv", "memory at /srv"],
])("%s", (line, words) => {
	expect(textAt(`services:\n  web:\n    ${line}\n`)).toContain(words);
});

test("a variable with its value and where that is from", () => {
	const text = textAt("services:\n  web:\n    image: nginx:${T|AG:-2}\n");
	expect(text).toContain("**`TAG`** = `1.29`");
	expect(text).toContain("`.env`, line 1");
	expect(text).toContain("`2` is the default");
	expect(hovered("services:\n  web:\n    image: nginx:${T|AG:-2}\n")).toBe("${TAG:-2}");
});

test.each([
	["${NO|NE:-fallback}", "= `fallback`"],
	["${NO|NE}", "Not set in the `.env`"],
	["${NO|NE:?please set it}", "saying “please set it”"],
	["${TA|G:+other}", "Replaced by `other`"],
	["${NONE:-${HO|ST}}", "**`HOST`** = `db`"],
	["$HO|ME", "Comes from the shell"],
])("image: %s", (value, words) => {
	expect(textAt(`services:\n  web:\n    image: "${value}"\n`)).toContain(words);
});

test("two dollar signs", () => {
	expect(textAt("services:\n  web:\n    command: echo $|$HOME\n")).toContain("one dollar sign");
});

test("a value with its variables replaced", () => {
	expect(textAt("services:\n  web:\n    image: ngi|nx:${TAG}\n")).toContain("`nginx:1.29`");
	expect(textAt("services:\n  web:\n    image: ngi|nx:${UNKNOWN}\n")).not.toContain("replaced");
});

test("the name of a service, where it is used and where it is defined", () => {
	const text = "services:\n  web:\n    image: nginx\n    depends_on: [db]\n  db:\n    image: postgres:17.6\n";
	const used = textAt(text.replace("[db]", "[d|b]"));
	expect(used).toContain("**`db`** · service");
	expect(used).toContain("  image: postgres:17.6");
	const defined = textAt(text.replace("  db:", "  d|b:"));
	expect(defined).toContain("image: `postgres:17.6`");
	expect(defined).toContain("Used by `web`.");
});

test("a network, a volume in a short mount, a secret", () => {
	const text =
		"services:\n  web:\n    image: nginx\n    networks: [front]\n    volumes: [data:/x:ro]\n    secrets: [pw]\nnetworks:\n  front:\n    internal: true\nvolumes:\n  data:\nsecrets:\n  pw:\n    file: ./pw.txt\n";
	expect(textAt(text.replace("[front]", "[fro|nt]"))).toContain("internal: true");
	const volume = textAt(text.replace("[data", "[da|ta"));
	expect(volume).toContain("the volume data → /x in the container (read-only)");
	expect(volume).toContain("**`data`** · volume");
	expect(textAt(text.replace("[pw]", "[p|w]"))).toContain("file: ./pw.txt");
});

test("a stage of the Dockerfile", () => {
	const text = textAt("services:\n  web:\n    build:\n      context: ./api\n      target: fi|nal\n");
	expect(text).toContain("from `node:22-slim`");
	expect(text).toContain("runs as `node`");
	expect(text).toContain("`3000/tcp`");
});

test("a profile", () => {
	expect(textAt("services:\n  web:\n    image: nginx\n    profiles: [de|bug]\n")).toContain("--profile debug");
});

const merged = "x-a: &common\n  restart: always\n  image: b\nservices:\n  web:\n    <<: *common\n    image: a\n";

test("an anchor, its alias, and a merge key", () => {
	expect(textAt(merged.replace("&common", "&com|mon"))).toContain("used once");
	expect(textAt(merged.replace("*common", "*com|mon"))).toContain("restart: always");
	const merge = textAt(merged.replace("<<", "<|<"));
	expect(merge).toContain("Comes in: `restart`");
	expect(merge).toContain("Overridden here: `image`");
});

test("nothing in a comment or a broken file", () => {
	expect(hoverAt("services: # no|te\n")).toBeUndefined();
	expect(hoverAt("|")).toBeUndefined();
	expect(() => hoverAt("services:\n  web:\n    image: [|\n  : : &&& *x ${")).not.toThrow();
});
