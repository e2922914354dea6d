import type { CommandNode, StageNode } from "../../dockerfile/nodes.ts";
import { baseOf } from "../../dockerfile/state.ts";
import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "foreign-package-manager",
	severity: "error",
	tags: ["correctness"],
	practice: ["D01", "D17"],
	aliases: [],
	scope: "file",
	summary: "The command installs packages for another distribution than the base image's.",
	why: "Each distribution has its own package manager: `apt-get` on Debian and Ubuntu, `apk` on Alpine, `dnf` on Fedora and its relatives. After the base image was changed, say from `python:3.14` to `python:3.14-alpine`, the command of the old one is not there and the build stops with exit code 127. Names of packages differ between distributions, so there is no automatic fix.",
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM python:3.14-slim\nRUN ~~apk~~ add --no-cache gcc\n",
			good: "FROM python:3.14-slim\nRUN apt-get update \\\n    && apt-get install --yes --no-install-recommends gcc \\\n    && rm -rf /var/lib/apt/lists/*\n",
			message: "`apk` is not in `python:3.14-slim`: the package manager of Debian is `apt-get`.",
		},
		{
			path: "Dockerfile",
			bad: "FROM golang:1.27-alpine AS build\nFROM build\nRUN set -e; ~~apt-get~~ update && ~~apt-get~~ install --yes git\n",
			good: "FROM golang:1.27-alpine AS build\nFROM build\nRUN set -e; apk add --no-cache git\n",
			message: "`apt-get` is not in `golang:1.27-alpine`: the package manager of Alpine is `apk`.",
			shown: false,
		},
		{
			path: "Dockerfile",
			bad: "FROM busybox:1.38\nRUN ~~apk~~ add curl\n",
			good: "FROM busybox:1.38\nRUN if command -v apk; then apk add curl; fi; apt-get update || true\nFROM alpine:3.24\nRUN apk add --no-cache dpkg apt && apt-get --version\nFROM almalinux:10\nRUN yum install -y git\nFROM example.com/base:1\nRUN apk add git\n",
			message: "`apk` is not in `busybox:1.38`: BusyBox has no package manager.",
			shown: false,
		},
	],
	check: {
		run({ commands, stage, shell }, { report }) {
			const base = stage && baseOf(stage);
			if (!stage || !base?.packageManagers || base.shell === "none" || base.windows || shell.kind !== "posix") return;
			const own = new Set(base.packageManagers.map((manager) => familyOf(manager)));
			commands.forEach((node, index) => {
				const { program, programWord, place } = node.command;
				const family = familyOf(program);
				if (family === undefined || own.has(family) || !programWord || !(place === "top" || place === "group")) return;
				if (isGuarded(commands, index) || wasInstalled(stage, node, program)) return;
				const usual = base.packageManagers?.[0];
				const rest =
					usual === undefined
						? `${base.system} has no package manager`
						: `the package manager of ${base.system} is \`${usual}\``;
				report(programWord.span, { message: `\`${program}\` is not in \`${stage.image}\`: ${rest}.` });
			});
		},
	},
});

const families: Readonly<Record<string, string>> = {
	"apt-get": "deb",
	apt: "deb",
	aptitude: "deb",
	apk: "apk",
	dnf: "rpm",
	microdnf: "rpm",
	tdnf: "rpm",
	yum: "rpm",
	zypper: "zypper",
	pacman: "pacman",
};

/** Package managers that can stand in for each other, so that a link from one to the other is not missed. */
function familyOf(program: string): string | undefined {
	return Object.hasOwn(families, program) ? families[program] : undefined;
}

/** Whether its failure is reckoned with: it stands beside `||`. */
function isGuarded(commands: readonly CommandNode[], index: number): boolean {
	return commands[index]?.command.connector === "||" || commands[index + 1]?.command.connector === "||";
}

/** Whether something before names the program: a package that brings it, or a copy of it. */
function wasInstalled(stage: StageNode, node: CommandNode, program: string): boolean {
	const name = program === "apt-get" ? "apt" : program;
	for (let at: StageNode | undefined = stage, depth = 0; at && depth < 50; at = at.parent, depth++) {
		for (const { keyword, argumentText, span, words } of at.instructions) {
			if (span.start > node.span.start) break;
			if ((keyword === "COPY" || keyword === "ADD") && argumentText.includes(name)) return true;
			if (keyword === "RUN" && words.some(({ value }, index) => isPackage(value, words[index - 1]?.value, name)))
				return true;
		}
	}
	return false;
}

/** Whether a word names a package, and not the program at the start of a command. */
function isPackage(word: string, before: string | undefined, name: string): boolean {
	if (word !== name && word !== `${name}-tools`) return false;
	return before !== undefined && !/[;&|({]$|^(?:then|do|else|sudo|!)$/.test(before);
}
