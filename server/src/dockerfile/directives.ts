import type { Entry, Value } from "./vocabulary.ts";

/** A parser directive: `# name=value` before anything else in the file. */
export interface Directive extends Entry {
	/** Values worth offering. */
	readonly values: readonly Value[];
}

/** One of BuildKit's build checks, as named in `# check=skip=…`. */
export interface Check {
	readonly name: string;
	readonly doc: string;
	readonly page: string;
	/** Runs only where `experimental=` names it. */
	readonly experimental?: boolean;
}

const page = (section: string) => `https://docs.docker.com/reference/dockerfile/#${section}`;

/** All parser directives. Source: Dockerfile reference and moby/buildkit parser/directives.go, 2026-08. */
export const directives: readonly Directive[] = [
	{
		name: "syntax",
		doc: "The image that reads this Dockerfile. `docker/dockerfile:1` always gets the newest stable syntax of version 1, whatever the age of the builder. Without it the builder's own is used.",
		example: "# syntax=docker/dockerfile:1\nFROM alpine:3.24",
		page: page("syntax"),
		values: [
			{ name: "docker/dockerfile:1", doc: "The newest stable syntax of version 1." },
			{ name: "docker/dockerfile:1-labs", doc: "The newest syntax with experimental features such as `RUN --device`." },
		],
	},
	{
		name: "escape",
		doc: "The character that continues a line and escapes the next character: `\\` by default. With a backtick, Windows paths such as `C:\\app\\` can be written as they are.",
		example: "# escape=`\nFROM mcr.microsoft.com/windows/nanoserver:ltsc2025",
		page: page("escape"),
		values: [
			{ name: "\\", doc: "Backslash, the default." },
			{ name: "`", doc: "Backtick, for Windows paths." },
		],
	},
	{
		name: "check",
		doc: "Configures the builder's own checks: `skip=` switches some or `all` off, `error=true` makes their findings fail the build, `experimental=` switches experimental ones on. Parts are separated by `;`, names by `,`.",
		since: "1.8",
		example: "# check=skip=JSONArgsRecommended;error=true\nFROM alpine:3.24",
		page: page("check"),
		values: [
			{ name: "skip=", doc: "Checks that are not run, or `all`." },
			{ name: "error=true", doc: "Findings of checks fail the build." },
			{ name: "experimental=", doc: "Experimental checks that are run too, or `all`." },
		],
	},
];

const byName = new Map(directives.map((directive) => [directive.name, directive]));

/** The directive of that name in any case. */
export function directiveNamed(name: string): Directive | undefined {
	return byName.get(name.toLowerCase());
}

function check(name: string, doc: string, more: Partial<Check> = {}): Check {
	const slug = name
		.replace("JSONArgs", "JsonArgs")
		.replace(/(?<=[a-z])(?=[A-Z])/g, "-")
		.toLowerCase();
	return { name, doc, page: `https://docs.docker.com/reference/build-checks/${slug}/`, ...more };
}

/** All checks of BuildKit. Source: moby/buildkit frontend/dockerfile/linter/ruleset.go, 2026-08. */
export const checks: readonly Check[] = [
	check("StageNameCasing", "A stage name has capital letters."),
	check("FromAsCasing", "`as` is not cased like the `FROM` before it."),
	check("NoEmptyContinuation", "An empty line follows a continued one."),
	check("ConsistentInstructionCasing", "Keywords are partly in upper and partly in lower case."),
	check("DuplicateStageName", "Two stages have the same name."),
	check("ReservedStageName", "A stage is named `scratch` or `context`."),
	check("JSONArgsRecommended", "CMD or ENTRYPOINT is in shell form, so signals do not reach the program."),
	check("MaintainerDeprecated", "MAINTAINER is used in place of a label."),
	check("UndefinedArgInFrom", "FROM uses a build argument that is not declared."),
	check("WorkdirRelativePath", "WORKDIR is relative and nothing absolute comes before it."),
	check("UndefinedVar", "A variable is used that is not set."),
	check("MultipleInstructionsDisallowed", "A stage has several CMD, ENTRYPOINT or HEALTHCHECK; only the last counts."),
	check("LegacyKeyValueFormat", "ENV, ARG or LABEL separates name and value by a blank."),
	check("RedundantTargetPlatform", "`--platform=$TARGETPLATFORM` says what holds anyway."),
	check("SecretsUsedInArgOrEnv", "ARG or ENV holds something that is named like a secret."),
	check("InvalidDefaultArgInFrom", "With the defaults of the build arguments the image name is empty or invalid."),
	check("FromPlatformFlagConstDisallowed", "`--platform` has a constant value."),
	check("CopyIgnoredFile", "COPY or ADD takes a file that `.dockerignore` leaves out."),
	check("InvalidDefinitionDescription", "A comment above ARG or FROM does not begin with the name it describes.", {
		experimental: true,
	}),
	check("ExposeProtoCasing", "The protocol in EXPOSE is not in lower case."),
	check("ExposeInvalidFormat", "EXPOSE has an address or a host port."),
];

const checkByName = new Map(checks.map((entry) => [entry.name, entry]));

/** The check of exactly that name. */
export function checkNamed(name: string): Check | undefined {
	return checkByName.get(name);
}
