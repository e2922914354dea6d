import type { ShellWord } from "./command.ts";

/** Programs that run the program named in their arguments. */
interface Wrapper {
	/** Options that take the next word as their value. */
	readonly valued?: readonly string[];
	/** Words that stand before the program: a user, a duration. */
	readonly operands?: number;
}

const wrappers: Readonly<Record<string, Wrapper>> = {
	sudo: { valued: ["-u", "--user", "-g", "--group", "-h", "--host", "-p", "--prompt", "-C", "-T", "-R", "-D"] },
	doas: { valued: ["-u", "-C"] },
	gosu: { operands: 1 },
	"su-exec": { operands: 1 },
	env: { valued: ["-u", "--unset", "-C", "--chdir"] },
	exec: { valued: ["-a"] },
	command: {},
	builtin: {},
	nohup: {},
	time: { valued: ["-f", "--format", "-o", "--output"] },
	nice: { valued: ["-n", "--adjustment"] },
	ionice: { valued: ["-c", "-n"] },
	stdbuf: { valued: ["-i", "-o", "-e"] },
	timeout: { valued: ["-k", "--kill-after", "-s", "--signal"], operands: 1 },
	eatmydata: {},
	fakeroot: {},
};

/** What a command really runs. */
export interface Program {
	/** Without its folder; empty where it is not literal. */
	readonly program: string;
	readonly programWord: ShellWord | undefined;
	readonly operands: readonly ShellWord[];
}

/** Looks through `sudo -u x`, `env A=b`, `exec`, `timeout 5` … to the program they run. */
export function lookThrough(name: ShellWord | undefined, args: readonly ShellWord[]): Program {
	let word = name;
	let rest = args;
	for (;;) {
		const program = programName(word);
		const wrapper = Object.hasOwn(wrappers, program) ? wrappers[program] : undefined;
		// `command -v x` asks for x and does not run it.
		const asks = program === "command" && /^-[vV]/.test(rest[0]?.value ?? "");
		const next = wrapper && !asks ? skip(wrapper, rest) : rest.length;
		const inner = rest[next];
		if (!wrapper || !inner) return { program, programWord: word, operands: rest };
		word = inner;
		rest = rest.slice(next + 1);
	}
}

function programName(word: ShellWord | undefined): string {
	if (!word?.literal) return "";
	return word.value.slice(word.value.lastIndexOf("/") + 1);
}

/** Index of the first word that is neither an option, its value, an assignment nor one of the wrapper's own operands. */
function skip({ valued = [], operands = 0 }: Wrapper, words: readonly ShellWord[]): number {
	let index = 0;
	let left = operands;
	while (index < words.length) {
		const { value } = words[index] as ShellWord;
		if (valued.includes(value)) index += 2;
		else if (value.startsWith("-") || /^\w+=/.test(value)) index++;
		else if (left > 0) {
			left--;
			index++;
		} else break;
	}
	return index;
}
