import type { SharedNodes } from "../container/nodes.ts";
import type { Model, Node } from "../core/language.ts";
import type { Span } from "../core/text.ts";
import type { ShellCommand, ShellScript, ShellWord } from "../shell/command.ts";

/*
 * The model of a Dockerfile. All spans count in the file as it is, with its byte order mark, `\r\n`, continuations and comments.
 * Values are read as BuildKit reads them (frontend/dockerfile/parser and shell of moby/buildkit).
 */

/** The instructions of a Dockerfile, as their keywords are written in capitals. */
export type Keyword =
	| "ADD"
	| "ARG"
	| "CMD"
	| "COPY"
	| "ENTRYPOINT"
	| "ENV"
	| "EXPOSE"
	| "FROM"
	| "HEALTHCHECK"
	| "LABEL"
	| "MAINTAINER"
	| "ONBUILD"
	| "RUN"
	| "SHELL"
	| "STOPSIGNAL"
	| "USER"
	| "VOLUME"
	| "WORKDIR";

/** A word of an instruction. */
export interface Word {
	/** As it stands in the file, quotes included; it may run over a continuation. */
	readonly span: Span;
	/** Inside the quotes where the whole word is quoted, else the same as `span`. */
	readonly inner: Span;
	/** As written, quotes and escapes included, continuations left out. */
	readonly text: string;
	/** Quotes and escapes taken away; variables as written. */
	readonly value: string;
	/** Whether no variable is in it, so that `value` is what the builder sees. */
	readonly literal: boolean;
	/** `value` with its variables replaced; undefined where one of them has no known value. */
	readonly resolved: string | undefined;
}

/** `--name=value` between keyword and arguments. */
export interface Flag {
	readonly span: Span;
	/** Without its dashes. */
	readonly name: string;
	/** Without its dashes. */
	readonly nameSpan: Span;
	/** What follows `=`; undefined where there is no `=`. */
	readonly value: Word | undefined;
	/** The options of a `--mount`, else empty. */
	readonly options: readonly FlagOption[];
}

/** `key=value` in the list of a `--mount`. */
export interface FlagOption {
	readonly span: Span;
	readonly key: string;
	readonly keySpan: Span;
	/** Undefined where there is no `=`. */
	readonly value: Word | undefined;
}

/** `<<EOF` with its body. Only RUN, ADD, COPY and triggers of these have them. */
export interface Heredoc {
	/** The word that opens it: `<<-"EOF"`. */
	readonly span: Span;
	readonly name: string;
	/** The name inside its quotes. */
	readonly nameSpan: Span;
	/** Whether the builder or the shell replaces variables in the body: its name is not quoted. */
	readonly expands: boolean;
	/** Whether leading tabs are dropped: `<<-`. */
	readonly strips: boolean;
	/** The lines of the body, their line breaks included. */
	readonly body: Span;
	/** The line that ends it, without its line break; undefined where the file ends first. */
	readonly closing: Span | undefined;
}

/** A JSON array of strings, as the exec form of RUN, CMD, ENTRYPOINT … */
export interface JsonForm {
	/** From `[` to `]`. */
	readonly span: Span;
	readonly words: readonly Word[];
}

/** Every instruction, the triggers of ONBUILD included. */
export interface InstructionNode extends Node {
	readonly kind: "instruction";
	/** From the keyword to the end of its last line, or of its last heredoc; without the line break. */
	readonly span: Span;
	/** In capitals; also where it is none of the known ones. */
	readonly keyword: string;
	/** As written. */
	readonly keywordSpan: Span;
	readonly flags: readonly Flag[];
	/** After keyword and flags, trailing blanks left out; empty span where nothing is written. */
	readonly argumentSpan: Span;
	/** The same text with continuations and the comments between them left out. */
	readonly argumentText: string;
	/** The arguments split at blanks, quotes kept together (in a JSON form its strings). */
	readonly words: readonly Word[];
	readonly json: JsonForm | undefined;
	readonly heredocs: readonly Heredoc[];
	/** Blank lines after a continuation. */
	readonly blankLines: readonly Span[];
	/** The stage it belongs to; undefined before the first FROM. */
	readonly stage: StageNode | undefined;
	/** Whether it is the trigger of an ONBUILD. */
	readonly trigger: boolean;
	/** Variables that can be used in it. */
	readonly scope: Scope;
}

/** A typed node of one instruction. */
interface OfInstruction {
	readonly span: Span;
	readonly instruction: InstructionNode;
	readonly stage: StageNode | undefined;
}

/** What a FROM or `--from` names. */
export interface Origin {
	/** As written. */
	readonly word: Word;
	/** The earlier stage it stands for. */
	readonly stage: StageNode | undefined;
}

export interface FromNode extends OfInstruction {
	readonly kind: "from";
	readonly stage: StageNode;
	/** Undefined where nothing is written yet. */
	readonly origin: Origin | undefined;
	readonly platform: Flag | undefined;
	/** The word AS. */
	readonly as: Word | undefined;
	readonly name: Word | undefined;
}

/** Which language the shell form of RUN, CMD, ENTRYPOINT and HEALTHCHECK is written in. */
export type ShellKind = "posix" | "powershell" | "cmd" | "other";

/** The shell that a SHELL instruction or the base image sets. */
export interface ShellState {
	readonly kind: ShellKind;
	/** Its words: `/bin/sh`, `-c`. */
	readonly words: readonly string[];
	/** Whether a pipe fails when any of its commands does. */
	readonly pipefail: boolean;
	/** The SHELL instruction; undefined for the default. */
	readonly instruction: InstructionNode | undefined;
}

/** Something that an instruction of this or an inherited stage set. */
export interface Setting {
	/** Variables replaced where they are known, else as written. */
	readonly value: string;
	/** Whether `value` still has variables in it. */
	readonly literal: boolean;
	readonly span: Span;
	readonly instruction: InstructionNode;
}

/** `shell`: run by a shell. `exec`: a JSON array. `heredoc`: its body is the script. */
export type CommandForm = "shell" | "exec" | "heredoc";

/** What RUN, CMD, ENTRYPOINT and HEALTHCHECK CMD have in common. */
interface Running extends OfInstruction {
	readonly form: CommandForm;
	/** The shell it is written for. */
	readonly shell: ShellState;
	/** What the shell form or heredoc says; undefined in exec form and where the shell is not a POSIX one. */
	readonly script: ShellScript | undefined;
}

export interface RunNode extends Running {
	readonly kind: "run";
	readonly mounts: readonly Mount[];
	/** Its simple commands, in an exec form of `sh -c "…"` too. */
	readonly commands: readonly CommandNode[];
}

/** A `--mount` of a RUN, read. */
export interface Mount {
	readonly flag: Flag;
	/** `bind` where it is not given. */
	readonly type: string;
	readonly target: string | undefined;
	readonly from: Origin | undefined;
}

/** COPY and ADD. */
interface Copying extends OfInstruction {
	readonly sources: readonly Word[];
	/** Undefined while less than two arguments are written. */
	readonly destination: Word | undefined;
	/** The folder that relative paths start at here; undefined where it depends on the base image. */
	readonly workdir: string | undefined;
}

export interface CopyNode extends Copying {
	readonly kind: "copy";
	readonly from: Origin | undefined;
}

export interface AddNode extends Copying {
	readonly kind: "add";
}

/** `NAME=value`. */
export interface Pair {
	readonly span: Span;
	readonly name: Word;
	/** Undefined where there is no `=`. */
	readonly value: Word | undefined;
}

export interface EnvNode extends OfInstruction {
	readonly kind: "env";
	readonly pairs: readonly Pair[];
	/** Whether it is written `ENV NAME value`. */
	readonly legacy: boolean;
}

export interface LabelNode extends OfInstruction {
	readonly kind: "label";
	readonly pairs: readonly Pair[];
	readonly legacy: boolean;
}

export interface ArgNode extends OfInstruction {
	readonly kind: "arg";
	/** `value` is the default. */
	readonly pairs: readonly Pair[];
}

export interface ExposeNode extends OfInstruction {
	readonly kind: "expose";
	readonly ports: readonly Word[];
}

export interface UserNode extends OfInstruction {
	readonly kind: "user";
	readonly user: Word | undefined;
}

export interface WorkdirNode extends OfInstruction {
	readonly kind: "workdir";
	readonly path: Word | undefined;
	/** The folder in effect before it; undefined where it depends on the base image. */
	readonly before: string | undefined;
}

export interface CmdNode extends Running {
	readonly kind: "cmd";
}

export interface EntrypointNode extends Running {
	readonly kind: "entrypoint";
}

export interface HealthcheckNode extends Running {
	readonly kind: "healthcheck";
	/** NONE or CMD as written. */
	readonly type: Word | undefined;
}

export interface ShellNode extends OfInstruction {
	readonly kind: "shell";
	readonly words: readonly Word[];
}

export interface StopsignalNode extends OfInstruction {
	readonly kind: "stopsignal";
	readonly signal: Word | undefined;
}

export interface VolumeNode extends OfInstruction {
	readonly kind: "volume";
	readonly paths: readonly Word[];
}

export interface MaintainerNode extends OfInstruction {
	readonly kind: "maintainer";
	/** All that follows the keyword. */
	readonly name: string;
}

export interface OnbuildNode extends OfInstruction {
	readonly kind: "onbuild";
	readonly triggered: InstructionNode | undefined;
}

/** A call of a package manager, taken apart. */
export interface PackageCall {
	/** `apt-get`, `apk`, `pip` …: what `pip3.14` and `python -m pip` are, too. */
	readonly manager: string;
	/** `install`, `update` …. */
	readonly subcommand: ShellWord;
	readonly options: readonly ShellWord[];
	/** What follows the subcommand and is no option: packages, mostly. */
	readonly operands: readonly ShellWord[];
}

/** A simple command that a RUN, CMD, ENTRYPOINT or HEALTHCHECK runs, `sh -c "…"` looked into. */
export interface CommandNode {
	readonly kind: "command";
	readonly span: Span;
	readonly command: ShellCommand;
	/** What it asks of a package manager, where it is one. */
	readonly packages: PackageCall | undefined;
	readonly instruction: InstructionNode;
	readonly stage: StageNode | undefined;
	/** The RUN it is part of; undefined for CMD, ENTRYPOINT and HEALTHCHECK. */
	readonly run: RunNode | undefined;
	/** Who runs it: the user in effect, as written; undefined where none is set. */
	readonly user: string | undefined;
}

/** From FROM to the line before the next one. */
export interface StageNode extends Node {
	readonly kind: "stage";
	readonly index: number;
	/** As written after AS. */
	readonly name: string | undefined;
	readonly nameSpan: Span | undefined;
	readonly from: FromNode;
	/** The name or image it starts from, build arguments replaced by their defaults where known; empty while not written. */
	readonly base: string;
	/** The earlier stage it starts from. */
	readonly parent: StageNode | undefined;
	/** The image below it and its parents, variables replaced; undefined where one of them is not known. */
	readonly image: string | undefined;
	/** Its own instructions, FROM first, triggers left out. */
	readonly instructions: readonly InstructionNode[];
	/** The settings in effect at its end, those of the stages it starts from included; undefined: the base image's. */
	readonly user: Setting | undefined;
	/** Absolute as far as it is known. */
	readonly workdir: Setting | undefined;
	readonly shell: ShellState;
	/** As written: `8080`, `53/udp`. */
	readonly ports: readonly Setting[];
	readonly healthcheck: InstructionNode | undefined;
	readonly entrypoint: InstructionNode | undefined;
	readonly cmd: InstructionNode | undefined;
	/** Variables at its end. */
	readonly scope: Scope;
	/** Whether it is the one that is built when no target is given. */
	readonly last: boolean;
	/** Whether the last stage needs it, directly or by way of others. */
	readonly reachable: boolean;
	/** Whether its layers are part of an image that is shipped: no stage needs it, or such a one starts from it. */
	readonly shipped: boolean;
}

/** A variable that ARG or ENV makes, or that the builder gives. */
export interface Binding {
	readonly name: string;
	/** `predefined`: proxies and PATH. `platform`: BUILDPLATFORM and the like. */
	readonly origin: "ARG" | "ENV" | "predefined" | "platform";
	/** Its value as far as it is known: of an ARG the default. */
	readonly value: string | undefined;
	/** The name where it is declared; undefined for what the builder gives. */
	readonly nameSpan: Span | undefined;
	/** Which symbol it is, for rename: a global ARG and its redeclarations in stages are one. */
	readonly symbol: string;
}

/** All bindings of one name, in the order they are made. */
export interface Bindings {
	readonly env: readonly (Binding & Ordered)[];
	readonly others: readonly (Binding & Ordered)[];
}

interface Ordered {
	/** Counts the bindings of a stage. */
	readonly order: number;
}

/** Bindings in effect at a place: those of its stage made before, then those of the stage it starts from. Ask `lookup` and `bindingsOf` of scope.ts. */
export interface Scope {
	readonly names: ReadonlyMap<string, Bindings>;
	/** Bindings from this order on are not made yet. */
	readonly end: number;
	readonly outer: Scope | undefined;
	/** Whether a base image that is not known here may have set more names. */
	readonly open: boolean;
}

/** A use of a variable. */
export interface VariableNode {
	readonly kind: "variable";
	/** All of it: `$X`, `${X:-y}`. */
	readonly span: Span;
	readonly name: string;
	readonly nameSpan: Span;
	/** `:-`, `:+`, `:?`, `-`, `+`, `?`, `#`, `##`, `%`, `%%`, `/`, `//`; undefined for a plain use. */
	readonly modifier: string | undefined;
	/** What follows the modifier. */
	readonly operand: Span | undefined;
	/** The builder replaces it; or the shell does, when the command runs. */
	readonly by: "builder" | "shell";
	readonly instruction: InstructionNode;
	/** What it stands for; undefined where nothing in scope has its name. */
	readonly binding: Binding | undefined;
}

/** A parser directive: `# syntax=…`, `# escape=…`, `# check=…` at the top of a file. */
export interface DirectiveNode {
	readonly kind: "directive";
	/** The comment, its marker included. */
	readonly span: Span;
	/** In lower case. */
	readonly name: string;
	readonly nameSpan: Span;
	readonly value: string;
	readonly valueSpan: Span;
}

/** All of the file. */
export interface FileNode extends Node {
	readonly kind: "file";
	readonly stages: readonly StageNode[];
	readonly instructions: readonly InstructionNode[];
	/** Whether another program makes a Dockerfile of it: lines start with `{{`, `{%` or `<%`. */
	readonly template: boolean;
}

/** Every node kind that rules of this language can be written for. */
export interface DockerfileNodes extends SharedNodes {
	readonly file: FileNode;
	readonly directive: DirectiveNode;
	readonly stage: StageNode;
	readonly instruction: InstructionNode;
	readonly from: FromNode;
	readonly run: RunNode;
	readonly copy: CopyNode;
	readonly add: AddNode;
	readonly env: EnvNode;
	readonly label: LabelNode;
	readonly arg: ArgNode;
	readonly expose: ExposeNode;
	readonly user: UserNode;
	readonly workdir: WorkdirNode;
	readonly cmd: CmdNode;
	readonly entrypoint: EntrypointNode;
	readonly healthcheck: HealthcheckNode;
	readonly shell: ShellNode;
	readonly stopsignal: StopsignalNode;
	readonly volume: VolumeNode;
	readonly maintainer: MaintainerNode;
	readonly onbuild: OnbuildNode;
	readonly command: CommandNode;
	readonly variable: VariableNode;
}

export interface DockerfileModel extends Model {
	readonly language: "dockerfile";
	/** The directives at the top of the file. */
	readonly directives: readonly DirectiveNode[];
	/** `\`, or `` ` `` by `# escape`. */
	readonly escape: "\\" | "`";
	readonly stages: readonly StageNode[];
	/** All instructions in source order, triggers left out. */
	readonly instructions: readonly InstructionNode[];
	/** Uses of variables in source order. */
	readonly variables: readonly VariableNode[];
	/** The ARGs before the first FROM. */
	readonly globals: Scope;
}
