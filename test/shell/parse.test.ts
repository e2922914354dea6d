import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOption, plainOperands, type ShellCommand } from "../../server/src/shell/command.ts";
import { parseShell } from "../../server/src/shell/parse.ts";

function commands(text: string): readonly ShellCommand[] {
	return parseShell(text).commands;
}

function one(text: string): ShellCommand {
	const found = commands(text);
	expect(found).toHaveLength(1);
	return found[0] as ShellCommand;
}

describe("commands of a shell text", () => {
	test("have words with their places", () => {
		const text = "apt-get install -y 'a b' \"$X\" *.deb c=d";
		const command = one(text);
		const words = [command.name, ...command.args];
		expect(words.map((word) => text.slice(word?.span.start, word?.span.end))).toEqual(words.map((word) => word?.text));
		expect(words.map((word) => word?.value)).toEqual(["apt-get", "install", "-y", "a b", "$X", "*.deb", "c=d"]);
		expect(words.map((word) => word?.literal)).toEqual([true, true, true, true, false, false, true]);
	});

	test("are joined by their connectors", () => {
		const text = "a && b || c; d & e\nf | g";
		const found = commands(text);
		expect(found.map(({ name, connector }) => [name?.value, connector])).toEqual([
			["a", "start"],
			["b", "&&"],
			["c", "||"],
			["d", ";"],
			["e", "&"],
			["f", ";"],
			["g", "|"],
		]);
		expect(found.map(({ connectorSpan: { start, end } }) => text.slice(start, end))).toEqual([
			"",
			"&&",
			"||",
			";",
			"&",
			"\n",
			"|",
		]);
	});

	test("know the pipeline they are in", () => {
		const text = "a | b | c && d";
		const script = parseShell(text);
		expect(script.pipelines).toHaveLength(1);
		expect(script.pipelines[0]?.operators.map(({ start }) => start)).toEqual([2, 6]);
		expect(script.commands.map(({ pipeIndex, pipeline }) => [pipeIndex, pipeline === script.pipelines[0]])).toEqual([
			[0, true],
			[1, true],
			[2, true],
			[0, false],
		]);
	});

	test("are found wherever they stand", () => {
		const text =
			"(a); { b; }; if c; then d; else e; fi; for x in $(f); do g; done; while h; do i; done; case $(j) in k) l;; esac; m() { n; }; echo `o` <(p) > $(q)";
		const places = commands(text).map(({ name, place }) => `${name?.value} ${place}`);
		expect(places).toEqual([
			"a subshell",
			"b group",
			"c condition",
			"d body",
			"e body",
			"f substitution",
			"g body",
			"h condition",
			"i body",
			"j substitution",
			"l body",
			"n body",
			"echo top",
			"o substitution",
			"p substitution",
			"q substitution",
		]);
	});

	test("have assignments and redirections", () => {
		const command = one("A=1 B='x y' make -j4 > log 2>&1 <<< word");
		expect(command.assignments.map(({ name, value }) => [name, value?.value])).toEqual([
			["A", "1"],
			["B", "x y"],
		]);
		expect(command.redirections.map(({ operator, target }) => [operator, target?.value])).toEqual([
			[">", "log"],
			[">&", "1"],
			["<<<", "word"],
		]);
	});

	test("export's assignments are arguments", () => {
		expect(one("export A=b C='d e'").args.map(({ value }) => value)).toEqual(["A=b", "C=d e"]);
	});

	test.each([
		["sudo -u root apt-get update", "apt-get", ["update"]],
		["env A=b -u C /usr/bin/pip install x", "pip", ["install", "x"]],
		["exec gosu app timeout -k 5 10s node server.js", "node", ["server.js"]],
		["time make", "make", []],
		["command -v curl", "command", ["-v", "curl"]],
		["sudo", "sudo", []],
		['"$X" y', "", ["y"]],
	])("%s runs %s", (text, program, operands) => {
		const command = one(text);
		expect(command.program).toBe(program);
		expect(command.operands.map(({ value }) => value)).toEqual(operands);
	});

	test("spans go through the caller's mapping", () => {
		const found = parseShell("a $(b `c \\`d\\``)", (start, end) => ({ start: start + 100, end: end + 100 })).commands;
		expect(found.map(({ name, span }) => [name?.value, span.start])).toEqual([
			["a", 100],
			["b", 104],
			["c", 106],
			["d", 106],
		]);
	});
});

describe("options", () => {
	test("stand alone, with a value, or in a cluster", () => {
		expect(isOption("-qy", "-y")).toBe(true);
		expect(isOption("--yes", "-y")).toBe(false);
		expect(isOption("--retry=3", "--retry")).toBe(true);
		expect(isOption("-y2", "-y")).toBe(false);
		expect(isOption("-qqy", "-y")).toBe(true);
		expect(plainOperands(one("apt-get -q install -y x")).map(({ value }) => value)).toEqual(["install", "x"]);
	});
});

describe("broken texts", () => {
	test("have problems with a place, and the commands that were made out", () => {
		const script = parseShell("make && if true; then install");
		expect(script.problems.length).toBeGreaterThan(0);
		expect(script.commands.map(({ name }) => name?.value)).toEqual(["make", "true", "install"]);
	});

	test("end where the text ends, though unbash counts on behind a last backslash", () => {
		const [command] = commands("${`\\");
		expect(command?.span.end).toBe(4);
	});

	test("never throw, and spans lie inside", () => {
		const pieces = fc.constantFrom(
			"a ",
			"&& ",
			"| ",
			"; ",
			"$(",
			")",
			"`",
			'"',
			"'",
			"{ ",
			"}",
			"if ",
			"then ",
			"fi ",
			"<<E\n",
			"E\n",
			"\\",
			"${",
			"\n",
			"((",
			"case ",
			"in ",
			"esac ",
			"> ",
		);
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
				const text = parts.join("");
				const script = parseShell(text);
				for (const { span } of [...script.commands, ...script.problems]) {
					expect(span.start).toBeGreaterThanOrEqual(0);
					expect(span.end).toBeLessThanOrEqual(text.length);
				}
			}),
			{ numRuns: 300 },
		);
	});

	test("that are huge or deeply nested are left alone", () => {
		expect(commands("$(".repeat(5000))).toEqual([]);
		expect(commands("a;".repeat(150_000))).toEqual([]);
	});
});
