import { addFlags, copyFlags, fromFlags, healthcheckFlags, runFlags } from "./flags.ts";

/** Something that can be written in a Dockerfile, with what an editor says about it. Own words; `page` is where the fact comes from. */
export interface Entry {
	readonly name: string;
	/** What it does: one to four sentences of markdown. */
	readonly doc: string;
	/** Version of the Dockerfile syntax that brought it, such as `1.4` or `1.14-labs`; absent for what was always there. */
	readonly since?: string;
	/** Whole lines of a valid Dockerfile; they follow a FROM where they do not begin with one. */
	readonly example: string;
	/** The page that says it. */
	readonly page: string;
	readonly deprecated?: boolean;
}

/** What the value of a flag or mount key is, for checks and completion. */
export type ValueKind =
	| "text"
	| "boolean"
	| "duration"
	| "count"
	| "platform"
	| "source"
	| "owner"
	| "mode"
	| "pattern"
	| "checksum"
	| "mount"
	| "device"
	| "path"
	| "folder"
	| "size"
	| "id"
	| "variable"
	| "enum";

/** One of the values that an `enum` takes. */
export interface Value {
	readonly name: string;
	readonly doc: string;
}

/** A flag of an instruction, its name without the two dashes. */
export interface Flag extends Entry {
	readonly value: ValueKind;
	/** All values of an `enum`. */
	readonly values?: readonly Value[];
	/** Whether it may be given more than once. */
	readonly repeats?: boolean;
	/** What holds where the flag is absent. */
	readonly default?: string;
}

/** An instruction: its forms and its flags. */
export interface Instruction extends Entry {
	/** How it is written, one form a line. */
	readonly forms: readonly string[];
	readonly flags: readonly Flag[];
	/** What follows the keyword in a completion, with tab stops of a snippet. */
	readonly snippet: string;
	/** Whether it may come before the first FROM. */
	readonly global?: boolean;
	/** Whether it may follow ONBUILD. */
	readonly trigger: boolean;
}

/** Address of the Dockerfile reference; sections are appended as `#run`. */
export const reference = "https://docs.docker.com/reference/dockerfile/";

const none: readonly Flag[] = [];

function instruction(
	name: string,
	flags: readonly Flag[],
	forms: readonly string[],
	snippet: string,
	example: string,
	doc: string,
	more: Partial<Instruction> = {},
): Instruction {
	const page = `${reference}#${name.toLowerCase()}`;
	return {
		name,
		flags,
		forms,
		snippet,
		example,
		doc,
		page,
		trigger: true,
		...more,
	};
}

/** All 18 instructions, in upper case, in the order of the reference. Source: the Dockerfile reference and moby/buildkit `instructions/parse.go`, 2026-08. */
export const instructions: readonly Instruction[] = [
	instruction(
		"FROM",
		fromFlags,
		["FROM [--platform=<platform>] <image>[:<tag>][@<digest>] [AS <name>]"],
		"${1:image}:${2:tag}$0",
		"FROM python:3.14-slim AS build",
		"Starts a build stage from an image, from an earlier stage or from the empty `scratch`. A stage named with `AS` can be the base of a later FROM, or be copied from with `COPY --from=<name>`. Only `ARG` may come before the first one; the last stage is what gets built unless `--target` says otherwise.",
		{ trigger: false },
	),
	instruction(
		"RUN",
		runFlags,
		["RUN [options] <command>", 'RUN [options] ["<executable>", "<argument>", …]', "RUN [options] <<EOF"],
		"${1:command}$0",
		"RUN --mount=type=cache,target=/root/.cache/pip pip install --requirement requirements.txt",
		"Runs a command while the image is built and keeps what it changed on disk as a layer. The shell form goes through the shell that `SHELL` sets (`/bin/sh -c` on Linux); the JSON form starts the program as it is, with no shell and so no variables, pipes or `&&`. A layer is reused from the cache until its text, its inputs or a layer before it changes.",
	),
	instruction(
		"CMD",
		none,
		['CMD ["<executable>", "<argument>", …]', 'CMD ["<argument of ENTRYPOINT>", …]', "CMD <command>"],
		'["${1:executable}"${2:, "${3:argument}"}]$0',
		'CMD ["node", "server.js"]',
		"What a container runs by default, or the default arguments where there is an `ENTRYPOINT` in JSON form. It runs nothing during the build, arguments of `docker run` replace it, and only the last one of a stage counts. In the shell form `/bin/sh` becomes process 1 and signals may not reach your program.",
	),
	instruction(
		"LABEL",
		none,
		["LABEL <key>=<value> [<key>=<value> …]"],
		'${1:org.opencontainers.image.source}="${2:value}"$0',
		'LABEL org.opencontainers.image.source="https://github.com/example/shop"',
		"Adds metadata to the image: keys with values that `docker inspect`, registries and scanners read. Labels of the base image are inherited; a key given again replaces the earlier value. Keys that begin with `org.opencontainers.image.` have a meaning that tools agree on.",
	),
	instruction(
		"MAINTAINER",
		none,
		["MAINTAINER <name>"],
		"${1:name}$0",
		"MAINTAINER Jo Doe",
		"Names the author of the image. Deprecated since Docker 1.13: the label `org.opencontainers.image.authors` says the same and can be read by tools.",
		{
			deprecated: true,
			trigger: false,
			page: `${reference}#maintainer-deprecated`,
		},
	),
	instruction(
		"EXPOSE",
		none,
		["EXPOSE <port>[-<port>][/tcp|/udp|/sctp] …"],
		"${1:8080}$0",
		"EXPOSE 8080/tcp 9125/udp",
		"States on which ports the container listens; the protocol is `tcp` where none is given. It is documentation for people and tools: nothing is published until `docker run --publish`, `-P` or a Compose `ports` entry does so.",
	),
	instruction(
		"ENV",
		none,
		["ENV <name>=<value> [<name>=<value> …]", "ENV <name> <value>"],
		"${1:NAME}=${2:value}$0",
		"ENV NODE_ENV=production PORT=8080",
		"Sets environment variables for the instructions that follow and for every container of the image. A variable set here is not visible to other assignments of the same instruction. The value stays in the image for all to read, so it is no place for secrets; what only the build needs belongs in `ARG`.",
	),
	instruction(
		"ADD",
		addFlags,
		["ADD [options] <source> … <destination>", 'ADD [options] ["<source>", …, "<destination>"]'],
		"${1:source} ${2:destination}$0",
		"ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://mirrors.edge.kernel.org/pub/linux/kernel/Historic/linux-0.01.tar.gz /src/",
		"Adds files from the build context, a URL or a Git repository. A local tar archive is unpacked, a downloaded one only with `--unpack`. For plain files of the context use `COPY`, which does no more than it says.",
	),
	instruction(
		"COPY",
		copyFlags,
		[
			"COPY [options] <source> … <destination>",
			'COPY [options] ["<source>", …, "<destination>"]',
			"COPY <<EOF <destination>",
		],
		"${1:source} ${2:destination}$0",
		"COPY package.json package-lock.json ./",
		"Copies files and folders from the build context, or with `--from` from a stage, a named context or an image. Sources are relative to the context and can have wildcards; the content of a folder is copied, not the folder itself. With several sources the destination has to end with `/`. New files belong to `0:0` unless `--chown` says otherwise.",
	),
	instruction(
		"ENTRYPOINT",
		none,
		['ENTRYPOINT ["<executable>", "<argument>", …]', "ENTRYPOINT <command>"],
		'["${1:executable}"${2:, "${3:argument}"}]$0',
		'ENTRYPOINT ["/usr/local/bin/app"]',
		"The program that a container always runs. In JSON form it gets the `CMD`, or the arguments of `docker run`, appended and is process 1, so it receives signals. In shell form both are ignored and `/bin/sh -c` is process 1, which does not pass `SIGTERM` on. Only the last one of a stage counts.",
	),
	instruction(
		"VOLUME",
		none,
		["VOLUME <path> …", 'VOLUME ["<path>", …]'],
		'["${1:/data}"]$0',
		'VOLUME ["/var/lib/app"]',
		"Marks paths whose content lives outside the container: Docker makes an anonymous volume for each unless one is mounted there. What later instructions write below such a path may be lost, depending on the builder, so prepare the folder first.",
	),
	instruction(
		"USER",
		none,
		["USER <user>[:<group>]", "USER <uid>[:<gid>]"],
		"${1:10001}$0",
		"USER 10001:10001",
		"Sets the user, and optionally the group, for the RUN, CMD and ENTRYPOINT that follow and for containers of the image. A name has to exist in the image; a number does not, and lets Kubernetes check `runAsNonRoot`. Without a group the user's own one is taken, or `root` where the user is not known.",
	),
	instruction(
		"WORKDIR",
		none,
		["WORKDIR <path>"],
		"${1:/app}$0",
		"WORKDIR /app",
		"Sets the working directory for the RUN, CMD, ENTRYPOINT, COPY and ADD that follow, and makes it where it does not exist. A relative path starts at the directory before it, at first that of the base image.",
	),
	instruction(
		"ARG",
		none,
		["ARG <name>[=<default>] [<name>[=<default>] …]"],
		"${1:NAME}${2:=${3:default}}$0",
		"ARG VERSION=1.0.0",
		"Declares a variable that `docker build --build-arg` can set. It is visible from its line to the end of its stage; one before the first FROM is for FROM lines only and has to be declared again, without a value, in a stage that wants it. Values show up in `docker history`, so no secrets: use `RUN --mount=type=secret`.",
		{ global: true },
	),
	instruction(
		"ONBUILD",
		none,
		["ONBUILD <instruction>"],
		"${1:COPY . /app}$0",
		"ONBUILD COPY . /app",
		"Stores an instruction in the image that runs when another build uses the image as its base, right after that build's FROM. It does nothing in this build and is not passed on to grandchildren. FROM, MAINTAINER and ONBUILD itself can't be stored.",
		{ trigger: false },
	),
	instruction(
		"STOPSIGNAL",
		none,
		["STOPSIGNAL <signal>"],
		"${1:SIGTERM}$0",
		"STOPSIGNAL SIGQUIT",
		"The signal that asks a container to stop, by name (`SIGTERM`, the default) or number. What is still running after the grace period is killed.",
	),
	instruction(
		"HEALTHCHECK",
		healthcheckFlags,
		["HEALTHCHECK [options] CMD <command>", 'HEALTHCHECK [options] CMD ["<executable>", …]', "HEALTHCHECK NONE"],
		"--interval=${1:30s} --timeout=${2:3s} CMD ${3:command}$0",
		'HEALTHCHECK --interval=30s --timeout=3s CMD ["/app", "--check-health"]',
		"How Docker tells whether a container still works: a command run inside it, where exit code 0 means healthy and 1 unhealthy (2 is reserved). `NONE` switches off the check of the base image. Kubernetes does not read it and has probes of its own.",
	),
	instruction(
		"SHELL",
		none,
		['SHELL ["<executable>", "<argument>", …]'],
		'["${1:/bin/bash}", "${2:-o}", "${3:pipefail}", "${4:-c}"]$0',
		'SHELL ["/bin/bash", "-o", "pipefail", "-c"]',
		'The shell that the shell forms of RUN, CMD and ENTRYPOINT go through from here on. By default `["/bin/sh", "-c"]` on Linux and `["cmd", "/S", "/C"]` on Windows. It has to be in JSON form.',
	),
];

const byName = new Map(instructions.map((entry) => [entry.name, entry]));

/** The instruction of that name in any case. */
export function instructionNamed(name: string): Instruction | undefined {
	return byName.get(name.toUpperCase());
}

/** The flag of that name (without dashes, as written: flags are case-sensitive) of an instruction. */
export function flagNamed(instruction: string, flag: string): Flag | undefined {
	return instructionNamed(instruction)?.flags.find(({ name }) => name === flag);
}
