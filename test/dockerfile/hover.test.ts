import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dockerfile } from "../../server/src/dockerfile/index.ts";
import { at, hoverAt, worldOf } from "./world.ts";

/** A place, and parts of what it says; none where it says nothing. */
const cases: readonly (readonly [marked: string, ...parts: string[]])[] = [
	["FROM a AS base\nFROM b¦ase\n", "Stage `base`, line 1", "FROM a AS base"],
	["FROM a AS base\nFROM ba¦se AS b\n", "Stage `base`"],
	["FROM a AS b¦\n", "Stage `b`"],
	["FROM a A¦S b\n", "Gives the stage a name"],
	["FROM node:24-al¦pine\n", "Alpine", "`apk`", "2028-04-30"],
	["FROM example.com/unknown¦:1\n", "example.com/unknown"],
	["FROM scr¦atch\n", "The empty image", "none: only the JSON forms"],
	["ARG V=24\nFROM node:$¦V\n", "Build argument of line 1", "`24`"],
	["ARG V=24\nFROM node¦:$V\n", "Node.js 24"],
	["FROM a\nARG V=1\nENV B=${¦V:-x}\n", "`:-` gives the word after it"],
	["FROM a\nARG V=1\nENV B=${V:-¦x}\n"],
	["FROM a\nENV A=1\nRUN echo $¦A\n", "Environment variable of line 2", "The shell replaces it"],
	["FROM a\nRUN echo $¦A\n", "the base image may set it"],
	["FROM scratch\nENV X=$¦A\n", "Not set"],
	["FROM a\nENV X=$TARGET¦ARCH\n", "Architecture of the image", "Not declared in this stage"],
	["FROM a\nARG TARGETARCH\nENV X=$TARGET¦ARCH\n", "Architecture of the image"],
	["FROM a\nARG X¦=1\nENV Y=$X Z=$X\n", "Build argument, `1`", "Used 2 times"],
	["ARG X=1\nFROM a\nARG X¦\n", "`1` unless", "Not used"],
	["FROM a\nENV X¦=1\n", "Environment variable of the image: `1`"],
	["FROM a\nRUN <<E¦OF\nx\nEOF\n", "a script that the shell runs"],
	["FROM a\nCOPY <<E¦OF /f\nx\nEOF\n", "are a file", "Variables in it are replaced"],
	["FROM a\nCOPY <<-'EOF' /f\nx\nEO¦F\n", "are left as they are", "Tabs"],
	["FROM a\nONBUILD R¦UN x\n", "Runs a command while the image is built"],
	["FROM a\nONB¦UILD RUN x\n", "Stores an instruction in the image"],
	["FROM a AS x\nFROM b\nCOPY --from=¦x a b\n", "Stage `x`"],
	["FROM a AS x\nFROM b\nCOPY --fr¦om=x a b\n", "Copies from an earlier stage"],
	["FROM a\nCOPY --from=nginx¦:1.25 a b\n", "nginx 1.25 has had no security fixes"],
	["FROM a AS x\nFROM b\nRUN --mount=type=bind,from=¦x,target=/a b\n", "Stage `x`"],
	["FROM a\nRUN --mount=type=cache,sharing=lo¦cked,target=/a b\n", "A second writer waits"],
	["FROM a\nRUN --mount=type=secret,id¦=x b\n", "The secret's id"],
	["FROM a\nEXPOSE 54¦32\n", "Port 5432, TCP", "PostgreSQL"],
	["FROM a\nEXPOSE 7000-70¦05/udp\n", "Ports 7000 to 7005, UDP"],
	["FROM a\nSTOPSIGNAL q¦uit\n", "SIGQUIT"],
	["FROM a\nUSER no¦de\n", "| USER | `node` | 2 |"],
	["FROM a\nWORKDIR /a\nWORKDIR b¦\n", "| WORKDIR | `/a/b` | 3 |"],
	["FROM a\nHEALTHCHECK NO¦NE\n", "Switches off"],
	["FROM a\nHEALTHCHECK --interval=3¦s CMD x\n", "Time from the start"],
	["# check=skip=JSONArgsReco¦mmended\nFROM a\n", "shell form"],
	["FROM a\n# check=skip=UndefinedVar¦\nRUN x\n", "A variable is used that is not set"],
	["# esc¦ape=`\nFROM a\n", "The character that continues a line"],
	["FROM a\nRUN npm¦ ci\n"],
	["FROM a\n¦\nRUN x\n"],
	["# plain comm¦ent\nFROM a\n"],
	["FR¦OO a\n"],
	["FROM a\nLABEL my.own¦=x\n"],
	["¦"],
];

test.each(cases)("%j", (marked, ...parts) => {
	const hover = hoverAt(marked);
	if (parts.length === 0) expect(hover).toBeUndefined();
	for (const part of parts) expect(hover?.markdown).toContain(part);
	const { offset } = at(marked);
	if (hover) expect(hover.span.start <= offset && offset <= hover.span.end).toBe(true);
});

const large = `FROM node:24-slim AS build\n${"ENV A=1 B=$A\nRUN --mount=type=cache,target=/root/.npm npm ci\nCOPY a b\n".repeat(166)}CMD ["x"]\n`;

describe("any place of any text", () => {
	const pieces = fc.constantFrom(
		"FROM a AS b\n",
		"RUN --mount=type=cache,",
		"target=/x <<EOF\n",
		"EOF\n",
		"$",
		"${A:-",
		"}",
		"\\\n",
		'["',
		"# check=skip=",
		"ENV A=",
		"COPY --from=b ",
		"ONBUILD ",
		"\r\n",
		"é",
		" ",
		'"',
		"EXPOSE 80",
		"LABEL ",
	);

	test("throws nothing and stays in the text", () => {
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 12 }), fc.nat(200), (parts, place) => {
				const text = parts.join("");
				const model = dockerfile.parse({ uri: "file:///samples/Dockerfile", text });
				const offset = Math.min(place, text.length);
				const hover = dockerfile.hover?.(model, offset, worldOf());
				if (hover) expect(hover.span.end).toBeLessThanOrEqual(text.length);
				for (const { edit } of dockerfile.complete?.(model, offset, worldOf()) ?? []) {
					expect(edit.span.start).toBeLessThanOrEqual(offset);
					expect(edit.span.end).toBeGreaterThanOrEqual(offset);
					expect(edit.span.end).toBeLessThanOrEqual(text.length);
				}
				dockerfile.outline?.(model);
				dockerfile.folds?.(model);
				dockerfile.links?.(model, worldOf());
			}),
		);
	});

	test("takes little time in a file of 500 lines", () => {
		const model = dockerfile.parse({ uri: "file:///samples/Dockerfile", text: large });
		const world = worldOf();
		const places = [
			large.lastIndexOf("CMD") + 1,
			large.lastIndexOf("$A") + 1,
			large.lastIndexOf("type=") + 6,
			large.lastIndexOf("COPY") + 5,
		];
		for (const run of [dockerfile.hover, dockerfile.complete]) {
			for (const place of places) run?.(model, place, world);
			const started = performance.now();
			for (let round = 0; round < 20; round++) for (const place of places) run?.(model, place, world);
			// 2 ms is the aim; a busy machine gets five times as much.
			expect((performance.now() - started) / 80).toBeLessThan(10);
		}
	});
});
