import { DockerfileParser } from "dockerfile-ast";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dockerfile } from "../../server/src/dockerfile/index.ts";
import type { DockerfileModel, DockerfileNodes } from "../../server/src/dockerfile/nodes.ts";

function read(text: string): DockerfileModel {
	return dockerfile.parse({ uri: "file:///Dockerfile", text }) as DockerfileModel;
}

function nodes<K extends keyof DockerfileNodes>(model: DockerfileModel, kind: K): DockerfileNodes[K][] {
	return model.nodes.filter((node) => node.kind === kind) as DockerfileNodes[K][];
}

function only<K extends keyof DockerfileNodes>(text: string, kind: K): DockerfileNodes[K] {
	const found = nodes(read(text), kind);
	expect(found).toHaveLength(1);
	return found[0] as DockerfileNodes[K];
}

const keywords = (text: string) => read(text).instructions.map(({ keyword }) => keyword);
const variables = (text: string) => read(text).variables.map(({ name }) => name);

/** The places where dockerfile-ast is known to misread: each as BuildKit reads it. */
describe("what dockerfile-ast gets wrong", () => {
	test("1: a heredoc with a file descriptor", () => {
		expect(keywords("FROM a\nRUN cat 3<<EOF\nhi\nEOF\nUSER b\n")).toEqual(["FROM", "RUN", "USER"]);
	});

	test.each(["\\", "`"])("2: %s at the end of a heredoc's last line", (mark) => {
		const text = `FROM a\nRUN <<EOF\necho a ${mark}\nEOF\nRUN ls\n`;
		expect(keywords(text)).toEqual(["FROM", "RUN", "RUN"]);
		const [heredoc] = nodes(read(text), "instruction")[1]?.heredocs ?? [];
		expect(text.slice(heredoc?.body.start, heredoc?.body.end)).toBe(`echo a ${mark}\n`);
		expect(text.slice(heredoc?.closing?.start, heredoc?.closing?.end)).toBe("EOF");
	});

	test("3: the body of a heredoc is no argument, and # in it no comment", () => {
		const model = read("FROM a\nRUN <<EOF\n# not ours\necho a\nEOF\n");
		expect(model.instructions[1]?.words.map(({ text }) => text)).toEqual(["<<EOF"]);
		expect(model.comments).toEqual([]);
		expect(nodes(model, "run")[0]?.form).toBe("heredoc");
		expect(nodes(model, "command").map(({ command }) => command.program)).toEqual(["echo"]);
	});

	test("4: only RUN, COPY, ADD and triggers of them have heredocs", () => {
		const model = read("FROM a\nCMD <<EOF\nONBUILD RUN <<X\nX\nRUN cat << EOF\n");
		expect(model.instructions.map(({ heredocs }) => heredocs.length)).toEqual([0, 0, 1, 0]);
	});

	test("5: a quoted delimiter keeps variables as they are", () => {
		expect(variables('FROM a\nCOPY <<"EOF" /x\n$X\nEOF\n')).toEqual([]);
		expect(variables("FROM a\nCOPY <<EOF /x\n$X\nEOF\n")).toEqual(["X"]);
	});

	test("6: strings of a JSON form", () => {
		const { words } = only('FROM a\nVOLUME ["a b", "x \\" y", "\\u0041"]\n', "volume").instruction;
		expect(words.map(({ value }) => value)).toEqual(["a b", 'x " y', "A"]);
	});

	test("7: what is no JSON is shell form", () => {
		for (const text of ['["a",]', '["a"] x', "['a']", '["a"']) {
			expect(only(`FROM a\nCMD ${text}\n`, "cmd").form).toBe("shell");
		}
		expect(only('FROM a\nCMD ["a"]  \n', "cmd").form).toBe("exec");
	});

	test("8: HEALTHCHECK CMD in JSON form", () => {
		const node = only('FROM a\nHEALTHCHECK --retries=2 CMD ["a","b c"]\n', "healthcheck");
		expect(node.form).toBe("exec");
		expect(node.type?.value).toBe("CMD");
		expect(node.instruction.words.map(({ value }) => value)).toEqual(["a", "b c"]);
	});

	test.each(["-y", "+y", "?e", ":-y", ":+y", ":?e", "#p", "##p", "%p", "%%p", "/a/b", "//a/b"])(
		"9 and 10: the modifier of ${A%s}",
		(rest) => {
			const [variable] = read(`FROM a\nWORKDIR /x/\${A${rest}}\n`).variables;
			expect(variable?.name).toBe("A");
			expect(variable?.modifier).toBe(/^:?[-+?#%/]{1,2}/.exec(rest)?.[0]);
		},
	);

	test("11: a variable in the operand of another", () => {
		const text = "FROM a\nWORKDIR ${A:-${C:-d}}/x\n";
		const model = read(text);
		expect(model.variables.map(({ span }) => text.slice(span.start, span.end)).sort()).toEqual([
			"${A:-${C:-d}}",
			"${C:-d}",
		]);
	});

	test("12: single quotes keep a dollar", () => {
		expect(variables("FROM a\nENV B='$A' C=\"$D\" E=\\$F\n")).toEqual(["D"]);
	});

	test("13: what only the shell knows is no variable of ours", () => {
		expect(variables("FROM a\nENV X=$(cmd) Y=$$ Z=$@ W=$1\nRUN echo $(cmd) $$ $@ $((1)) $1\n")).toEqual([]);
	});

	test("14: tag and digest together", () => {
		const digest = `sha256:${"a".repeat(64)}`;
		const image = only(`FROM r.io:5000/a/b:c@${digest}\n`, "image");
		expect(image.reference).toMatchObject({ registry: "r.io:5000", repository: "a/b", tag: "c", digest });
	});

	test("15: declared, inherited and predefined variables", () => {
		const model = read(
			"ARG G=1\nFROM a AS b\nARG U\nARG G\nENV E=$G\nFROM b\nRUN echo $U $E $PATH $TARGETARCH $http_proxy\n",
		);
		const known = Object.fromEntries(model.variables.map(({ name, binding }) => [name, binding?.origin]));
		expect(known).toEqual({
			G: "ARG",
			U: "ARG",
			E: "ENV",
			PATH: "predefined",
			TARGETARCH: undefined,
			http_proxy: "predefined",
		});
		expect(model.variables.find(({ name }) => name === "E")?.binding?.value).toBe("1");
	});

	test("16: a blank in the quotes of a mount's option", () => {
		const { mounts, commands } = only('FROM a\nRUN --mount=type=secret,"target=/a b" x\n', "run");
		expect(mounts[0]).toMatchObject({ type: "secret", target: "/a b" });
		expect(commands.map(({ command }) => command.program)).toEqual(["x"]);
	});

	test("17: other ways to write a syntax directive", () => {
		expect(read("//syntax=docker/dockerfile:1\nFROM a\n").directives[0]?.value).toBe("docker/dockerfile:1");
		expect(read("#!/usr/bin/env x\n# syntax=y\nFROM a\n").directives[0]?.name).toBe("syntax");
		expect(read("FROM a\n# check=skip=X\nRUN b\n").comments[0]?.text).toBe("# check=skip=X");
	});

	test("18: a carriage return alone ends no line", () => {
		expect(keywords("FROM a\rRUN b\n")).toEqual(["FROM"]);
	});
});

describe("spans", () => {
	const text =
		"FROM debian:13 as b\n# note\nrun apt-get update && \\\n  # why\n\n  apt-get install -y \\  \n  cu\\\nrl\nuser a\n";

	test.each([
		["as it is", (x: string) => x],
		["with CRLF", (x: string) => x.replaceAll("\n", "\r\n")],
		["with a byte order mark", (x: string) => `\uFEFF${x}`],
		["with another escape character", (x: string) => `# escape=\`\n${x.replaceAll("\\", "`")}`],
	])("point into the file %s", (_name, change) => {
		const changed = change(text);
		const model = read(changed);
		const at = ({ start, end }: { start: number; end: number }) => changed.slice(start, end);
		expect(model.instructions.map(({ keywordSpan }) => at(keywordSpan))).toEqual(["FROM", "run", "user"]);
		expect(model.comments.map(({ span }) => at(span)).slice(-2)).toEqual(["# note", "# why"]);
		expect(nodes(model, "command").map(({ command }) => at(command.programWord?.span ?? command.span))).toEqual([
			"apt-get",
			"apt-get",
		]);
		expect(nodes(model, "command")[1]?.command.operands.map(({ value }) => value)).toEqual(["install", "-y", "curl"]);
		expect(nodes(model, "stage")[0]?.name).toBe("b");
		expect(model.problems).toEqual([]);
	});

	test("lie inside the file and in order, for junk too", () => {
		const pieces = fc.constantFrom(
			"FROM a AS b\n",
			"RUN ",
			"<<EOF",
			"\n",
			"\\\n",
			"EOF\n",
			"$X",
			"${Y:-",
			"}",
			'"',
			"'",
			"--from=b ",
			"[",
			'"a",',
			"]",
			"COPY ",
			" ",
			"\r\n",
			"#",
			"ENV A=",
			"ARG ",
			"ONBUILD ",
			"`",
			"&& ",
			"| ",
			"$(",
			")",
			"\uFEFF",
			"HEALTHCHECK CMD ",
			"\t",
		);
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
				const junk = parts.join("");
				const model = read(junk);
				for (const { span } of [...model.nodes, ...model.problems, ...model.comments, ...model.occurrences]) {
					expect(span.start).toBeGreaterThanOrEqual(0);
					expect(span.end).toBeGreaterThanOrEqual(span.start);
					expect(span.end).toBeLessThanOrEqual(junk.length);
				}
				const instructions = model.instructions.map(({ span }) => span.start);
				expect(instructions).toEqual([...instructions].sort((a, b) => a - b));
			}),
			{ numRuns: 150 },
		);
	});
});

describe("stages", () => {
	const model = read(
		"ARG BASE=node:24\nFROM ${BASE} AS base\nWORKDIR /srv\nUSER node\nEXPOSE 80\nFROM base AS build\nWORKDIR app\nFROM scratch AS unused\nFROM base\nCOPY --from=build /a /b\nUSER $WHO\n",
	);

	test("inherit what earlier stages set", () => {
		const [base, build, , last] = model.stages;
		expect(base).toMatchObject({ image: "node:24", last: false, reachable: true, shipped: true });
		expect(build?.parent).toBe(base);
		expect(build?.workdir?.value).toBe("/srv/app");
		expect(build?.user?.value).toBe("node");
		expect(build).toMatchObject({ reachable: true, shipped: false });
		expect(last).toMatchObject({ last: true, shipped: true });
		expect(last?.user).toMatchObject({ value: "$WHO", literal: false });
	});

	test("are reachable only where the last one needs them", () => {
		expect(model.stages.map(({ reachable }) => reachable)).toEqual([true, true, false, true]);
	});

	test("are facts for other files", () => {
		expect(model.facts.filter(({ kind }) => kind === "stage")).toMatchObject([
			{ name: "base", index: 0, base: "node:24", last: false },
			{ name: "build", index: 1, base: "base" },
			{ name: "unused", index: 2, base: "scratch" },
			{ index: 3, base: "base", last: true },
		]);
		expect(model.facts.find(({ kind }) => kind === "image-state")).toMatchObject({ user: "node", ports: ["80/tcp"] });
		expect(model.facts).toContainEqual(
			expect.objectContaining({ kind: "build-argument", name: "BASE", default: "node:24" }),
		);
	});

	test("know their shell", () => {
		const shells = read(
			'FROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nRUN dir\nFROM a\nSHELL ["pwsh", "-c"]\nRUN Get-Item | x\nFROM b\nSHELL ["/bin/bash", "-eo", "pipefail", "-c"]\nRUN a | b\n',
		);
		expect(nodes(shells, "run").map(({ shell, script }) => [shell.kind, shell.pipefail, script !== undefined])).toEqual(
			[
				["cmd", false, false],
				["powershell", false, false],
				["posix", true, true],
			],
		);
	});
});

describe("names", () => {
	const text =
		"ARG V=1\nFROM a:$V AS Build\nARG V\nENV W=$V\nRUN echo $V; W=2; echo $W\nFROM build\nARG V\nCOPY --from=BUILD a b\nRUN echo ${W}\n";
	const occurrences = read(text).occurrences;

	test("a global ARG and its redeclarations are one symbol", () => {
		const places = occurrences.filter(({ name }) => name === "V");
		expect(new Set(places.map(({ scope }) => scope))).toEqual(new Set(["file:///Dockerfile#globals"]));
		expect(places.map(({ role }) => role).sort()).toEqual([
			"definition",
			"definition",
			"definition",
			"reference",
			"reference",
			"reference",
		]);
		for (const { span } of places) expect(text.slice(span.start, span.end)).toBe("V");
	});

	test("a variable that the script sets itself is not the Dockerfile's", () => {
		expect(occurrences.filter(({ name }) => name === "W").map(({ role }) => role)).toEqual(["definition", "reference"]);
	});

	test("stages are found in any case", () => {
		const places = occurrences.filter(({ kind }) => kind === "stage");
		expect(places.map(({ span, role }) => [text.slice(span.start, span.end), role])).toEqual([
			["Build", "definition"],
			["build", "reference"],
			["BUILD", "reference"],
		]);
	});
});

describe("robustness", () => {
	const whole =
		'# syntax=docker/dockerfile:1\nARG A=1\nFROM --platform=$BUILDPLATFORM golang:${A:-1} AS b\nRUN --mount=type=cache,target=/x <<EOF\nset -e\necho "$A"\nEOF\nCOPY --from=b ["a b", "/c/"]\nHEALTHCHECK --interval=3s CMD ["x"]\nENV A="b c" D=\'e\'\nONBUILD RUN ls | cat \\\n # c\n -l\nCMD ["a"]\n';

	test("every prefix of a file yields a model with its finished stages", () => {
		for (let end = 0; end <= whole.length; end++) {
			const model = read(whole.slice(0, end));
			expect(model.nodes[0]?.kind).toBe("file");
			expect(model.stages.length).toBe(end > whole.indexOf("FROM ") + 4 ? 1 : model.stages.length);
		}
	});

	test("a broken instruction costs no other", () => {
		const broken = whole.replace("FROM --platform", "COPYY x\nENV\nRUN \\\nFROM --platform");
		expect(read(broken).instructions.length).toBeGreaterThan(8);
	});

	test("any text yields a model", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
				expect(read(text).language).toBe("dockerfile");
			}),
			{ numRuns: 100 },
		);
	});

	test("five million characters are refused with a finding", () => {
		const model = read("R".repeat(5_000_000));
		expect(model.problems).toHaveLength(1);
		expect(model.nodes).toHaveLength(1);
	});
});

/** Where dockerfile-ast is right, the two agree. */
describe("dockerfile-ast as a second opinion", () => {
	const line = fc.constantFrom(
		"FROM a AS b",
		"run make && \\\n  make install",
		"# a comment",
		"",
		"COPY --from=b --chown=1:1 x y",
		"  USER a",
		"ENV A=b \\\n    # inside\n    C=d",
		"RUN <<EOF\nls\nEOF",
		"HEALTHCHECK NONE",
		"\tLABEL a=b",
	);

	test("both find the same instructions, flags and comments", () => {
		fc.assert(
			fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
				const text = `${lines.join("\n")}\n`;
				const model = read(text);
				const other = DockerfileParser.parse(text);
				expect(model.instructions.map(({ keyword }) => keyword)).toEqual(
					other.getInstructions().map((one) => one.getKeyword()),
				);
				expect(
					model.instructions.map(({ keywordSpan }) => text.slice(0, keywordSpan.start).split("\n").length - 1),
				).toEqual(other.getInstructions().map((one) => one.getInstructionRange().start.line));
				expect(model.comments.map(({ text: comment }) => comment.slice(1).trim())).toEqual(
					lines.flatMap((one) => (one.startsWith("#") ? ["a comment"] : one.includes("# inside") ? ["inside"] : [])),
				);
			}),
			{ numRuns: 100 },
		);
	});
});
