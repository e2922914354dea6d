import type { ShellCommand, ShellWord } from "../shell/command.ts";
import { isOption } from "../shell/command.ts";
import type { PackageCall, RunNode } from "./nodes.ts";

/** Options of package managers that take the next word as their value. */
const valued: Readonly<Record<string, readonly string[]>> = {
	"apt-get": ["-o", "-t", "-c", "-a", "--option", "--target-release", "--default-release", "--config-file", "-P"],
	apt: ["-o", "-t", "-c", "-a", "--option", "--target-release", "--default-release", "--config-file"],
	apk: [
		"-X",
		"--repository",
		"-t",
		"--virtual",
		"-p",
		"--root",
		"--arch",
		"--keys-dir",
		"--repositories-file",
		"--wait",
	],
	pip: ["--cache-dir", "--proxy", "--retries", "--timeout", "--cert", "--log", "--python"],
	npm: ["--prefix", "-C", "--loglevel", "--cache", "--userconfig", "-w", "--workspace"],
	yum: ["-c", "--installroot", "--enablerepo", "--disablerepo", "--setopt"],
	dnf: ["-c", "--installroot", "--enablerepo", "--disablerepo", "--setopt", "--repo"],
	microdnf: ["-c", "--installroot", "--enablerepo", "--disablerepo", "--setopt", "--repo"],
	zypper: ["-R", "--root", "-C", "--cache-dir"],
};

const families: Readonly<Record<string, string>> = {
	"apt-get": "apt-get",
	apt: "apt",
	apk: "apk",
	yum: "yum",
	dnf: "dnf",
	microdnf: "microdnf",
	zypper: "zypper",
	npm: "npm",
	gem: "gem",
	pip: "pip",
	pip2: "pip",
	pip3: "pip",
	uv: "uv",
};

/** Reads a command as a call of a package manager; undefined where it is none. */
export function packageCall(command: ShellCommand): PackageCall | undefined {
	const found = managerOf(command);
	if (!found) return undefined;
	const { manager, words } = found;
	const options: ShellWord[] = [];
	const rest: ShellWord[] = [];
	for (let index = 0; index < words.length; index++) {
		const word = words[index] as ShellWord;
		if (word.value.startsWith("-") && word.value !== "-") {
			options.push(word);
			if (valued[manager]?.includes(word.value)) index++;
		} else rest.push(word);
	}
	const [subcommand, ...operands] = rest;
	return subcommand?.literal ? { manager, subcommand, options, operands } : undefined;
}

function managerOf({ program, operands }: ShellCommand): { manager: string; words: readonly ShellWord[] } | undefined {
	if (/^python[\d.]*$/.test(program)) {
		const [option, module] = operands;
		if (option?.value !== "-m" || module?.value !== "pip") return undefined;
		return { manager: "pip", words: operands.slice(2) };
	}
	const name = program.replace(/^(pip[23]?)[.\d]*$/, "$1");
	const manager = Object.hasOwn(families, name) ? families[name] : undefined;
	return manager === undefined ? undefined : { manager, words: operands };
}

/** Whether a call has one of these options. */
export function hasCallOption({ options }: PackageCall, ...names: readonly string[]): boolean {
	return options.some(({ value }) => names.some((name) => isOption(value, name)));
}

/** Whether a cache or tmpfs is mounted at a folder or above it, so that nothing in it gets into the layer. */
export function isMounted({ mounts }: RunNode, folder: string): boolean {
	return mounts.some(({ type, target }) => {
		if ((type !== "cache" && type !== "tmpfs") || target === undefined) return false;
		const path = target.replace(/\/+$/, "");
		return folder === path || folder.startsWith(`${path}/`);
	});
}
