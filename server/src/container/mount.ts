import { hasVariable, type Parsed, type Part, splitOutsideVariables } from "./value.ts";

/** What a mount takes its content from: a path of the host, a named (or anonymous) volume, or undefined where a variable decides. */
export type MountType = "bind" | "volume" | undefined;

/** The short form of a volume: `[source:]target[:mode]`. */
export interface Mount {
	readonly type: MountType;
	/** Absent for an anonymous volume. */
	readonly source: Part | undefined;
	readonly target: Part | undefined;
	/** Words of the mode: `ro`, `z`, `cached` …, in order. */
	readonly options: readonly Part[];
	readonly readOnly: boolean;
}

/** Words of a short mount's mode, besides `subpath=…`. Source: compose-go, `format/volume.go`. */
export const mountOptions: readonly string[] = [
	"ro",
	"rw",
	"z",
	"Z",
	"nocopy",
	"cached",
	"delegated",
	"consistent",
	"shared",
	"rshared",
	"slave",
	"rslave",
	"private",
	"rprivate",
];

/** Whether a mount's source is a path of the host and not the name of a volume. Source: compose-go, `format/volume.go` isFilePath. */
export function isHostPath(source: string): boolean {
	return /^[./~]/.test(source) || /^[A-Za-z]:[\\/]/.test(source) || source.startsWith("\\\\");
}

/** Reads the short form of a volume. Source of the grammar: compose-go, `format/volume.go` ParseVolume. */
export function parseMount(text: string): Parsed<Mount> {
	if (text === "")
		return {
			problem: { span: { start: 0, end: 0 }, message: "The mount is empty." },
		};
	const parts = joinDrives(text, splitOutsideVariables(text, ":"));
	const empty = text.length > 2 ? parts.find((part) => part.text === "") : undefined;
	if (empty) {
		const start = Math.max(0, empty.span.start - 1);
		const problemSpan = { start, end: Math.max(empty.span.end, start + 1) };
		return {
			problem: {
				span: problemSpan,
				message: `A part between the colons of “${text}” is empty.`,
			},
		};
	}
	const [first, second, third, extra] = parts as [Part, Part?, Part?, Part?];
	if (extra) {
		return {
			problem: {
				span: { start: extra.span.start - 1, end: text.length },
				message: `“${text}” has too many colons: a mount is source:target:mode.`,
			},
		};
	}
	if (!second) {
		// A variable alone may hold the whole mapping.
		const unknown = hasVariable(text);
		return {
			value: {
				type: unknown ? undefined : "volume",
				source: undefined,
				target: unknown ? undefined : first,
				options: [],
				readOnly: false,
			},
		};
	}
	const options = third ? readOptions(third) : [];
	return {
		value: {
			type: typeOf(first.text),
			source: first,
			target: second,
			options,
			readOnly: options.some((option) => option.text === "ro"),
		},
	};
}

/** The options that no engine knows are ignored by Compose, so they are not a problem of the grammar; undefined where all are known. */
export function unknownMountOption(mount: Mount): Part | undefined {
	return mount.options.find(
		(option) => !mountOptions.includes(option.text) && !option.text.startsWith("subpath=") && !hasVariable(option.text),
	);
}

function typeOf(source: string): MountType {
	if (isHostPath(source)) return "bind";
	// `${DATA}/x` is a path whatever DATA holds, but `${DATA}` alone may name a volume.
	if (hasVariable(source)) return source.includes("/") && !/^\$\{[^}]*\}$/.test(source) ? "bind" : undefined;
	return "volume";
}

/** A single letter before a colon is a drive (`C:\data`), never the name of a volume: so Compose reads it. */
function joinDrives(text: string, parts: readonly Part[]): Part[] {
	const joined: Part[] = [];
	for (let index = 0; index < parts.length; index++) {
		const part = parts[index] as Part;
		const next = parts[index + 1];
		if (next && /^[A-Za-z]$/.test(part.text)) {
			const span = { start: part.span.start, end: next.span.end };
			joined.push({ text: text.slice(span.start, span.end), span });
			index++;
		} else joined.push(part);
	}
	return joined;
}

function readOptions(part: Part): Part[] {
	return splitOutsideVariables(part.text, ",").map(({ text, span }) => ({
		text,
		span: {
			start: span.start + part.span.start,
			end: span.end + part.span.start,
		},
	}));
}
