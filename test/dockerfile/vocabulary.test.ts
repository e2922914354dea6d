import { describe, expect, test } from "vitest";
import { checks, directives } from "../../server/src/dockerfile/directives.ts";
import { dockerfile } from "../../server/src/dockerfile/index.ts";
import { cacheFolders, mountKeyNamed, mountKeyNames, mountTypes } from "../../server/src/dockerfile/mounts.ts";
import { predefinedArguments } from "../../server/src/dockerfile/predefined.ts";
import { labelKeys, platforms, protocols, shells, signals } from "../../server/src/dockerfile/values.ts";
import { type Entry, type Flag, instructionNamed, instructions } from "../../server/src/dockerfile/vocabulary.ts";
import { Linter, presetChoice } from "../../server/src/lint/lint.ts";
import { rules } from "../../server/src/rules/index.ts";
import { completeAt, hoverAt, taken, worldOf } from "./world.ts";

const world = worldOf();
const linter = new Linter(rules, presetChoice("recommended"), (rule, error) => {
	throw new Error(`${rule} threw`, { cause: error });
});

/** A whole file around an entry's example. */
function fileOf(example: string): string {
	return /^(?:FROM|#)/.test(example) ? `${example}\n` : `FROM alpine:3.24\n${example}\n`;
}

/** The file of an example with the cursor inside its part `of`. */
function cursorIn(example: string, of: string): string {
	const text = fileOf(example);
	const start = text.indexOf(of, text.indexOf(example));
	expect(start, `${of} in ${example}`).toBeGreaterThanOrEqual(0);
	return `${text.slice(0, start + 1)}¦${text.slice(start + 1)}`;
}

function documented(entry: Entry): void {
	expect(entry.doc.length, entry.name).toBeGreaterThan(15);
	expect(entry.page).toMatch(/^https:\/\/(?:docs\.docker\.com\/reference\/|github\.com\/opencontainers\/)/);
	if (entry.since !== undefined) expect(entry.since).toMatch(/^1\.\d+(?:-labs)?$/);
	expect(dockerfile.parse({ uri: "file:///Dockerfile", text: fileOf(entry.example) }).problems).toEqual([]);
	const { document } = world.set({ uri: "file:///Dockerfile", text: fileOf(entry.example) });
	const findings = document ? linter.lint(document, world).map(({ rule }) => rule) : ["no document"];
	// An example is a piece of a file: that nothing sets a user in it says nothing.
	expect(
		findings.filter((rule) => rule !== "missing-user" && !(entry.deprecated && rule.startsWith("deprecated-"))),
	).toEqual([]);
}

test("tables have what the reference has", () => {
	expect(instructions.map(({ name }) => name).sort()).toEqual(
		"ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR".split(
			" ",
		),
	);
	const flags = Object.fromEntries(
		instructions
			.filter((entry) => entry.flags.length > 0)
			.map((entry) => [
				entry.name,
				entry.flags
					.map(({ name }) => name)
					.sort()
					.join(" "),
			]),
	);
	expect(flags).toEqual({
		FROM: "platform",
		RUN: "device mount network security",
		ADD: "checksum chmod chown exclude keep-git-dir link unpack",
		COPY: "chmod chown exclude from link parents",
		HEALTHCHECK: "interval retries start-interval start-period timeout",
	});
	expect(directives.map(({ name }) => name)).toEqual(["syntax", "escape", "check"]);
	expect(checks).toHaveLength(21);
	expect(mountTypes.map(({ name }) => name)).toEqual(["bind", "cache", "tmpfs", "secret", "ssh"]);
	expect([...mountKeyNames].sort()).toEqual(
		"destination dst env from gid id mode readonly readwrite required ro rw sharing size source src target type uid".split(
			" ",
		),
	);
	expect(predefinedArguments.map(({ group }) => group).filter((group) => group === "proxy")).toHaveLength(10);
	expect(predefinedArguments.filter(({ group }) => group === "platform")).toHaveLength(8);
	expect(predefinedArguments.filter(({ group }) => group === "builder")).toHaveLength(8);
	expect(labelKeys).toHaveLength(14);
	expect(protocols.map(({ name }) => name)).toEqual(["tcp", "udp", "sctp"]);
	expect(signals.find(({ name }) => name === "SIGTERM")?.number).toBe(15);
});

describe.each(instructions)("$name", (entry) => {
	test("is documented, and its example is valid", () => {
		documented(entry);
		expect(entry.forms.length).toBeGreaterThan(0);
		for (const form of entry.forms) expect(form).toMatch(new RegExp(`^${entry.name} `));
	});

	test("hover", () => {
		const hover = hoverAt(cursorIn(entry.example, entry.name));
		expect(hover?.markdown).toContain(entry.doc);
		expect(hover?.markdown).toContain(entry.page);
	});

	test("completion", () => {
		const written = taken(`FROM alpine:3.24\n${entry.name.slice(0, 2)}¦\n`, entry.name);
		expect(written).toContain(`\n${entry.name} `);
		const filled = written
			.replace(/\$\{\d:((?:[^{}]|\{[^{}]*\})*)\}/g, "$1")
			.replace(/\$\{\d:([^{}]*)\}/g, "$1")
			.replace(/\$\d/g, "");
		expect(filled).not.toContain("${");
		expect(dockerfile.parse({ uri: "file:///Dockerfile", text: filled }).problems).toEqual([]);
		const trigger = completeAt(`FROM alpine:3.24\nONBUILD ${entry.name.slice(0, 1)}¦\n`).map(({ label }) => label);
		expect(trigger.includes(entry.name)).toBe(entry.trigger);
	});
});

const flags = instructions.flatMap((entry) =>
	entry.flags.map((flag) => ({ instruction: entry.name, name: flag.name, flag })),
);

describe.each(flags)("$instruction --$name", ({ instruction, flag }) => {
	test("is documented, and its example is valid", () => {
		documented(flag);
		expect(flag.example).toContain(`--${flag.name}`);
		if (flag.value === "enum") expect(flag.values?.length).toBeGreaterThan(1);
	});

	test("hover", () => {
		const hover = hoverAt(cursorIn(flag.example, `--${flag.name}`));
		expect(hover?.markdown).toContain(flag.doc);
	});

	test("completion", () => {
		const label = flag.value === "boolean" ? `--${flag.name}` : `--${flag.name}=`;
		expect(taken(`FROM alpine:3.24\n${instruction} --¦\n`, label)).toContain(`\n${instruction} ${label}`);
	});

	test("each value has its text and is offered", () => {
		for (const value of (flag as Flag).values ?? []) {
			expect(value.doc).toMatch(/^.{2,}\.$/);
			expect(taken(`FROM alpine:3.24\n${instruction} --${flag.name}=¦ x\n`, value.name)).toContain(`=${value.name} x`);
			const hover = hoverAt(`FROM alpine:3.24\n${instruction} --${flag.name}=${value.name}¦ a b\n`);
			expect(hover?.markdown).toContain(value.doc);
		}
	});
});

describe.each(mountTypes)("--mount=type=$name", (type) => {
	test("is documented, hovers and is offered", () => {
		documented(type);
		expect(hoverAt(cursorIn(type.example, `type=${type.name}`).replace("t¦ype=", `type=¦`))?.markdown).toContain(
			type.doc,
		);
		expect(taken("FROM a\nRUN --mount=type=¦", type.name)).toBe(`FROM a\nRUN --mount=type=${type.name}`);
	});

	test.each(type.keys)("key $name", (key) => {
		expect(key.doc.length).toBeGreaterThan(10);
		const label = key.value === "boolean" ? key.name : `${key.name}=`;
		expect(taken(`FROM a\nRUN --mount=type=${type.name},¦ x`, label)).toContain(`type=${type.name},${label} x`);
		for (const spelling of [key.name, ...key.aliases]) {
			expect(mountKeyNamed(type, spelling)).toBe(key);
			const hover = hoverAt(`FROM a\nRUN --mount=type=${type.name},${spelling}¦=x true\n`);
			expect(hover?.markdown).toContain(key.doc);
		}
		for (const value of key.values ?? []) {
			expect(taken(`FROM a\nRUN --mount=type=${type.name},${key.name}=¦ x`, value.name)).toContain(
				`${key.name}=${value.name} x`,
			);
		}
	});
});

describe.each(directives)("# $name=", (directive) => {
	test("is documented, hovers and is offered with its values", () => {
		documented(directive);
		expect(hoverAt(cursorIn(directive.example, directive.name))?.markdown).toContain(directive.doc);
		expect(taken("# ¦", directive.name)).toBe(`# ${directive.name}=`);
		for (const value of directive.values) {
			expect(taken(`# ${directive.name}=¦`, value.name)).toBe(`# ${directive.name}=${value.name}`);
		}
	});
});

test.each(checks)("check $name", ({ name, doc, page, experimental }) => {
	expect(doc.length).toBeGreaterThan(20);
	expect(page).toMatch(/^https:\/\/docs\.docker\.com\/reference\/build-checks\/[a-z-]+\/$/);
	const list = experimental ? "experimental" : "skip";
	expect(taken(`# check=${list}=¦`, name)).toBe(`# check=${list}=${name}`);
	expect(hoverAt(`# check=${list}=¦${name}\nFROM a`)?.markdown).toContain(doc);
});

describe.each(predefinedArguments)("argument $name", (argument) => {
	test("is documented and hovers", () => {
		documented(argument);
		expect(hoverAt(`FROM a\nARG ¦${argument.name}\n`)?.markdown).toContain(argument.doc);
	});

	test("is offered where it belongs", () => {
		const { name, group } = argument;
		if (group === "platform") {
			expect(taken("FROM a\nARG ¦", name)).toBe(`FROM a\nARG ${name}`);
			expect(taken("FROM --platform=$¦ a", name)).toBe(`FROM --platform=$${name} a`);
		} else if (group === "proxy") {
			expect(taken("FROM a\nRUN echo $¦", name)).toBe(`FROM a\nRUN echo $${name}`);
		} else {
			expect(taken("ARG ¦\nFROM a", name)).toBe(`ARG ${name}\nFROM a`);
		}
	});
});

test.each(labelKeys)("label $name", (key) => {
	documented(key);
	expect(hoverAt(cursorIn(key.example, key.name))?.markdown).toContain(key.doc);
	expect(taken("FROM a\nLABEL ¦", key.name)).toContain(`LABEL ${key.name}="`);
});

test.each(shells)("shell $name", (shell) => {
	documented(shell);
	expect(taken("FROM a\nSHELL ¦", shell.name)).toBe(`FROM a\nSHELL ${shell.name}`);
});

test("signals, protocols, platforms and cache folders have texts and are offered", () => {
	for (const { name, doc } of signals) {
		expect(hoverAt(`FROM a\nSTOPSIGNAL ¦${name}`)?.markdown).toContain(doc);
		expect(taken("FROM a\nSTOPSIGNAL ¦", name)).toBe(`FROM a\nSTOPSIGNAL ${name}`);
	}
	for (const { name, doc } of protocols) {
		expect(hoverAt(`FROM a\nEXPOSE 80¦80/${name}`)?.markdown).toContain(doc);
		expect(taken("FROM a\nEXPOSE 8080/¦", `8080/${name}`)).toBe(`FROM a\nEXPOSE 8080/${name}`);
	}
	for (const { name, doc } of platforms) {
		expect(hoverAt(`FROM --platform=¦${name} a`)?.markdown).toContain(doc);
		expect(taken("FROM --platform=¦ a", name)).toBe(`FROM --platform=${name} a`);
	}
	for (const { name } of cacheFolders) {
		expect(taken("FROM a\nRUN --mount=type=cache,target=¦ x", name)).toContain(`target=${name} x`);
	}
});

test("instructions are found in any case, flags are not", () => {
	expect(instructionNamed("copy")?.name).toBe("COPY");
	expect(instructionNamed("COPPY")).toBeUndefined();
});
