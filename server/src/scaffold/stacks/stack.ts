import type { CommandNode } from "../../dockerfile/nodes.ts";
import type { Question } from "../scaffold.ts";
import type { Project } from "./project.ts";

/*
 * What is known of a language's programs in containers. Both commands read these descriptions: "New Dockerfile" asks for a plan of
 * a project, "Convert to Multi-Stage Build" how an image is taken apart into the one that builds and the one that runs.
 */

/** A Dockerfile for a project: a stage that builds, unless there is nothing to build, and the one that runs. */
export interface Plan {
	/** Lines of the stage `build`, its FROM left out; empty: there is no such stage. */
	readonly build: readonly string[];
	readonly buildImage: string;
	readonly image: string;
	/** Lines of the last stage between its labels and its USER. */
	readonly runtime: readonly string[];
	/** `<uid>:<gid>` of a user that is not root. */
	readonly user: string;
	/** Undefined where the program listens on none. */
	readonly port: string | undefined;
	/** The arguments of a HEALTHCHECK; `NONE` where nothing in the image can check. */
	readonly health: HealthPlan;
	/** What the container starts; undefined where the image starts the right thing itself. */
	readonly start: readonly string[] | undefined;
	/** ENTRYPOINT where the program is all that the image is. */
	readonly starter: "CMD" | "ENTRYPOINT";
	/** Lines of the `.dockerignore` that are about this stack. */
	readonly ignore: readonly string[];
	readonly labels: Labels;
}

/** A health check and how long the program may take to start; `reason`: why there is no check. */
export type HealthPlan =
	| { readonly command: readonly string[]; readonly startPeriod: string }
	| { readonly reason: string };

/** Labels of the OCI by their last word: `title`, `source`. Absent: not known. */
export type Labels = Readonly<
	Partial<Record<"title" | "description" | "version" | "licenses" | "source", string | undefined>>
>;

/** What a Dockerfile of one stage leaves to be run. */
export interface Artefacts {
	/** Paths to copy out of the build stage, in this order. */
	readonly paths: readonly Artefact[];
	/** Lines that the build stage lacks, after its last command that builds. */
	readonly finish?: readonly string[];
	/** Lines that the build stage lacks, before its first command that builds. */
	readonly prepare?: readonly string[];
	/** Lines that the last stage needs before anything is copied. */
	readonly environment?: readonly string[];
}

export interface Artefact {
	/** Absolute path in the build stage, or one that starts at its WORKDIR; a wildcard is allowed in its last segment. */
	readonly from: string;
	readonly to: string;
	/** Whether it belongs to the user that runs the program, who may then write to it. */
	readonly owned?: boolean;
}

/** A Dockerfile of one stage, as a stack looks at it. */
export interface OneStage {
	readonly project: Project;
	/** The base image, variables replaced. */
	readonly image: string;
	/** Every command of its RUNs. */
	readonly commands: readonly CommandNode[];
	/** Those that build. */
	readonly building: readonly CommandNode[];
	/** What the container starts, ENTRYPOINT and CMD in one, inits and entrypoint scripts left out; empty where neither is there. */
	readonly start: readonly string[];
	/** The folder in effect at the end; undefined where it is not known. */
	readonly workdir: string | undefined;
	/** Whether nothing but lists of packages is copied before the build, and the sources after it. */
	readonly sourcesLater: boolean;
	/** Values of ENV at the end, by name. */
	readonly environment: ReadonlyMap<string, string>;
	/** What the last stage needs beside the program: a shell, or the commands of the same operating system. */
	readonly needs: "nothing" | "shell" | "system";
}

/** How a stack's Dockerfiles are taken apart. */
export interface Conversion {
	/** Familiar names of images that hold the stack's tools. */
	readonly images: RegExp;
	/** The folder that the image itself sets. */
	workdir(image: string): string;
	/** Whether a command makes something that the program needs. */
	builds(command: CommandNode): boolean;
	/** The image that runs what was built, of the same line. */
	runtimeImage(stage: OneStage): string;
	/** A sentence where it can't be told what there is to be run. */
	artefacts(stage: OneStage): Artefacts | Question | string;
	/** `<uid>:<gid>` or a name for a stage that sets no user. */
	readonly user: string;
	/** Asks a URL with what the image of that name has; `brings`: lines that the check needs. Undefined where nothing can ask. */
	check(
		url: string,
		image: string,
	): { readonly command: readonly string[]; readonly brings?: readonly string[] } | undefined;
}

export interface Stack {
	/** Kebab-case; an answer to the question which stack a folder is of. */
	readonly id: string;
	readonly title: string;
	/** Whether a folder is such a project. */
	detects(project: Project): boolean;
	/** A Dockerfile for it, or what must be known first. */
	plan(project: Project): Plan | Question;
	readonly conversion?: Conversion;
}
