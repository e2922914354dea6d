import { describe, expect, test } from "vitest";
import { dockerfile } from "../../server/src/dockerfile/index.ts";
import { imageState, toMarkdown } from "../../server/src/dockerfile/state.ts";

function stateOf(text: string, index = -1) {
	const model = dockerfile.parse({ uri: "file:///Dockerfile", text });
	const instruction = model.instructions.at(index);
	const state = instruction && imageState(model, instruction);
	if (!state) throw new Error("no state");
	return { model, state };
}

const shop = `ARG VERSION=24
FROM node:\${VERSION}-slim AS base
ENV A=1 B="x y"
WORKDIR /src
USER node
EXPOSE 8080
CMD ["inherited"]
FROM base AS final
WORKDIR app
EXPOSE 80/tcp 8080
ENV A=2 C=$B
LABEL key="a|b"
STOPSIGNAL SIGQUIT
HEALTHCHECK CMD ["/check"]
ENTRYPOINT ["node", "server.js"]
USER 10001
`;

describe("after an instruction", () => {
	test("everything set before it counts, inherited stages too", () => {
		const { state } = stateOf(shop);
		expect(state.image).toBe("node:24-slim");
		expect(state.base?.system).toBe("Debian");
		expect(state.inherited.map(({ name }) => name)).toEqual(["base"]);
		expect(state.user?.value).toBe("10001");
		expect(state.workdir?.value).toBe("/src/app");
		expect(state.environment.map(({ name, value }) => `${name}=${value}`)).toEqual(["B=x y", "A=2", "C=x y"]);
		expect(state.ports.map(({ value }) => value)).toEqual(["8080", "80/tcp"]);
		expect(state.stopsignal?.value).toBe("SIGQUIT");
		expect(state.process).toMatchObject({
			argv: ["node", "server.js"],
			throughShell: false,
			ignoresCmd: false,
			cmd: undefined,
		});
	});

	test("what comes later does not", () => {
		const { state } = stateOf(shop, 3);
		expect(state.after.keyword).toBe("WORKDIR");
		expect(state.user).toBeUndefined();
		expect(state.workdir?.value).toBe("/src");
		expect(state.environment.map(({ name }) => name)).toEqual(["A", "B"]);
		expect(state.process.argv).toBeUndefined();
	});

	test("a global ARG has no state", () => {
		const model = dockerfile.parse({ uri: "file:///Dockerfile", text: shop });
		expect(model.instructions[0] && imageState(model, model.instructions[0])).toBeUndefined();
	});
});

describe("process 1", () => {
	test.each<readonly [string, readonly string[] | undefined, string]>([
		['FROM a\nENTRYPOINT ["x"]\nCMD ["y"]', ["x", "y"], ""],
		['FROM a\nENTRYPOINT ["x"]\nCMD y z', ["x", "/bin/sh", "-c", "y z"], ""],
		["FROM a\nENTRYPOINT x y\nCMD z", ["/bin/sh", "-c", "x y"], "shell ignored"],
		["FROM a\nCMD x y", ["/bin/sh", "-c", "x y"], "shell base"],
		['FROM a\nCMD ["x"]', ["x"], "base"],
		['FROM scratch\nCMD ["x"]', ["x"], ""],
		["FROM scratch\nENV A=1", [], ""],
		["FROM a\nENV A=1", undefined, ""],
		['FROM a\nENTRYPOINT []\nCMD ["x"]', ["x"], ""],
		['FROM a AS b\nCMD ["x"]\nFROM b\nENTRYPOINT ["y"]', ["y"], ""],
		['FROM a AS b\nENTRYPOINT ["y"]\nFROM b\nCMD ["x"]', ["y", "x"], ""],
		['FROM a\nSHELL ["/bin/bash", "-c"]\nCMD x', ["/bin/bash", "-c", "x"], "shell base"],
		["FROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nCMD x", ["cmd", "/S", "/C", "x"], "shell base"],
	])("%j", (text, argv, marks) => {
		const { process } = stateOf(text).state;
		expect(process.argv).toEqual(argv);
		expect(
			[process.throughShell ? "shell" : "", process.ignoresCmd ? "ignored" : "", process.afterBase ? "base" : ""]
				.filter((mark) => mark !== "")
				.join(" "),
		).toBe(marks);
	});
});

test("as markdown it is a table with lines", () => {
	const { model, state } = stateOf(shop);
	expect(toMarkdown(model, state)).toBe(`**Image after line 16**, stage \`final\`

| | | line |
|---|---|---|
| Base | \`base\` ← \`node:24-slim\` (Debian) | 8 |
| USER | \`10001\` | 16 |
| WORKDIR | \`/src/app\` | 9 |
| SHELL | \`/bin/sh -c\` | default |
| ENV B | \`x y\` | 3 |
| ENV A | \`2\` | 11 |
| ENV C | \`x y\` | 11 |
| EXPOSE | \`8080\` | 6 |
| EXPOSE | \`80/tcp\` | 10 |
| LABEL key | \`a\\|b\` | 12 |
| STOPSIGNAL | \`SIGQUIT\` | 13 |
| HEALTHCHECK | \`CMD ["/check"]\` | 14 |
| Process 1 | \`["node","server.js"]\` | 15 |`);
});

test("a shell as process 1 is explained, unless it hands over", () => {
	const { model, state } = stateOf("FROM a\nENTRYPOINT node x\nCMD y\n");
	expect(toMarkdown(model, state)).toContain("does not pass `SIGTERM` on");
	expect(toMarkdown(model, state)).toContain("ignores CMD");
	const exec = stateOf("FROM a\nCMD exec node x\n");
	expect(toMarkdown(exec.model, exec.state)).not.toContain("SIGTERM");
});

test("stages that start from each other come to an end", () => {
	expect(stateOf("FROM b AS a\nFROM a AS b\nFROM b AS a\nUSER x\n").state.user?.value).toBe("x");
});
