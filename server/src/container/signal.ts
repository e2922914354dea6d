/** A signal of Linux with its number on x86 and Arm. */
export interface Signal {
	readonly name: string;
	readonly doc: string;
	readonly number: number;
}

/** Signals that stop a container. Source: signal(7) and moby/sys signal/signal_linux.go. Real-time ones are left to `isSignal`. */
export const signals: readonly Signal[] = [
	{ name: "SIGTERM", number: 15, doc: "Asks the program to end; the default." },
	{ name: "SIGQUIT", number: 3, doc: "Ends; nginx and PHP-FPM finish open requests first." },
	{ name: "SIGINT", number: 2, doc: "What Ctrl+C sends; PostgreSQL shuts down fast." },
	{ name: "SIGHUP", number: 1, doc: "The terminal was closed; many servers read their configuration again." },
	{ name: "SIGUSR1", number: 10, doc: "For the program to define; HAProxy stops softly." },
	{ name: "SIGUSR2", number: 12, doc: "For the program to define." },
	{ name: "SIGWINCH", number: 28, doc: "The window changed its size; Apache httpd stops gracefully." },
	{ name: "SIGKILL", number: 9, doc: "Ends the program at once; it can't clean up." },
	{ name: "SIGRTMIN+3", number: 37, doc: "Asks systemd, as process 1, to halt the container." },
	{ name: "SIGABRT", number: 6, doc: "Aborts with a core dump." },
	{ name: "SIGALRM", number: 14, doc: "A timer ran out." },
	{ name: "SIGBUS", number: 7, doc: "Memory was accessed wrongly." },
	{ name: "SIGCHLD", number: 17, doc: "A child process ended." },
	{ name: "SIGCONT", number: 18, doc: "Continues a stopped program." },
	{ name: "SIGFPE", number: 8, doc: "An arithmetic error." },
	{ name: "SIGILL", number: 4, doc: "An illegal instruction of the processor." },
	{ name: "SIGIO", number: 29, doc: "Input or output became possible." },
	{ name: "SIGPIPE", number: 13, doc: "Nobody reads the pipe that was written to." },
	{ name: "SIGPROF", number: 27, doc: "The profiling timer ran out." },
	{ name: "SIGPWR", number: 30, doc: "Power is failing." },
	{ name: "SIGSEGV", number: 11, doc: "Memory that is not the program's was accessed." },
	{ name: "SIGSTKFLT", number: 16, doc: "A stack fault; unused." },
	{ name: "SIGSTOP", number: 19, doc: "Stops the program until SIGCONT; does not end it." },
	{ name: "SIGSYS", number: 31, doc: "A system call that does not exist." },
	{ name: "SIGTRAP", number: 5, doc: "A breakpoint was reached." },
	{ name: "SIGTSTP", number: 20, doc: "What Ctrl+Z sends." },
	{ name: "SIGTTIN", number: 21, doc: "A background program read from the terminal." },
	{ name: "SIGTTOU", number: 22, doc: "A background program wrote to the terminal." },
	{ name: "SIGURG", number: 23, doc: "Urgent data on a socket." },
	{ name: "SIGVTALRM", number: 26, doc: "The virtual timer ran out." },
	{ name: "SIGXCPU", number: 24, doc: "The limit of processor time is used up." },
	{ name: "SIGXFSZ", number: 25, doc: "A file grew beyond its limit." },
];

const otherNames = new Set(["CLD", "IOT", "POLL", "STKFLT", "UNUSED", "EMT", "INFO", "LOST"]);
const signalNames = new Map(signals.map((signal) => [signal.name, signal]));

/** The signal of that name, with or without `SIG`, in any case, or of that number. */
export function signalNamed(text: string): Signal | undefined {
	if (/^[0-9]+$/.test(text)) return signals.find(({ number }) => number === Number(text));
	const name = text.toUpperCase();
	return signalNames.get(name.startsWith("SIG") ? name : `SIG${name}`);
}

/** Whether a container runtime reads the text as a signal: a name with or without `SIG`, or a number from 1 to 64. */
export function isSignal(text: string): boolean {
	if (/^[0-9]+$/.test(text)) return Number(text) >= 1 && Number(text) <= 64;
	const name = text.toUpperCase().replace(/^SIG/, "");
	if (signalNames.has(`SIG${name}`) || otherNames.has(name)) return true;
	const realTime = /^RT(MIN|MAX)(?:([+-])([0-9]{1,2}))?$/.exec(name);
	if (!realTime) return false;
	const [, from, sign, distance] = realTime;
	if (sign === undefined) return true;
	return (from === "MIN" ? sign === "+" : sign === "-") && Number(distance) >= 1 && Number(distance) <= 30;
}
