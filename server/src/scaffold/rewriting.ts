import { lineBreakOf, lineStart } from "../core/text.ts";
import { inCaseOf } from "../dockerfile/edit.ts";
import type { CommandNode, DockerfileModel, InstructionNode, StageNode } from "../dockerfile/nodes.ts";
import type { Artefacts, Conversion } from "./stacks/stack.ts";

/** An instruction and the stages it goes to. */
export interface Part {
	readonly instruction: InstructionNode;
	readonly inBuild: boolean;
	readonly inRuntime: boolean;
	/** Whether it stands after everything that is needed to build. */
	readonly afterBuild: boolean;
	/** Whether it is the first, or the last, that builds. */
	readonly firstBuild: boolean;
	readonly lastBuild: boolean;
	/** What goes to the last stage where that is not all of it. */
	readonly runtimeText?: string;
}

/** A HEALTHCHECK: its words after the keyword, and lines that bring what it needs. */
export interface HealthLines {
	readonly words: string;
	readonly brings: readonly string[];
	/** Why there is no check. */
	readonly why?: string;
}

/** A JSON array as people write it in a Dockerfile: with a blank after each comma. */
export function jsonForm(words: readonly string[]): string {
	return `[${words.map((word) => JSON.stringify(word)).join(", ")}]`;
}

/** A URL that a health check asks, and with what. */
export interface HealthUrl {
	readonly program: string;
	readonly url: string;
}

/** What is new in the last stage. */
export interface LastStage {
	/** As it is to be written. */
	readonly image: string;
	readonly artefacts: Artefacts;
	/** For a USER; undefined where the file has one. */
	readonly addedUser: string | undefined;
	/** Who what is copied belongs to; root where undefined. */
	readonly owner: string | undefined;
	/** Undefined where the file has a HEALTHCHECK. */
	readonly health: HealthLines | undefined;
	/** Another way to ask a URL; undefined where the way at hand works. */
	readonly check: (url: HealthUrl) => ReturnType<Conversion["check"]>;
}

/** The URL that a HEALTHCHECK asks with curl or wget. */
export function firstHealthUrl(commands: readonly CommandNode[], healthcheck: InstructionNode): HealthUrl | undefined {
	for (const { command, instruction } of commands) {
		if (instruction !== healthcheck || !/^(?:curl|wget)$/.test(command.program)) continue;
		const url = command.operands.find(({ value }) => /^http:\/\/[^\s$'"\\]+$/.test(value))?.value;
		if (url) return { program: command.program, url };
	}
	return undefined;
}

const afterFiles = new Set([
	"COPY",
	"ADD",
	"RUN",
	"USER",
	"VOLUME",
	"EXPOSE",
	"HEALTHCHECK",
	"ENTRYPOINT",
	"CMD",
	"STOPSIGNAL",
]);

/** Whether what was built must be in its place before an instruction. */
export function needsFiles({ instruction, afterBuild }: Part): boolean {
	const { keyword, argumentText } = instruction;
	return afterBuild && afterFiles.has(keyword) && !(keyword === "RUN" && makesUsers.test(argumentText));
}

const needsUser = new Set(["EXPOSE", "HEALTHCHECK", "ENTRYPOINT", "CMD", "STOPSIGNAL"]);
const makesUsers = /\b(?:adduser|addgroup|useradd|groupadd|usermod)\b/;

/** Writes the two stages: the user's lines as they are, with the comments above them, and what is new between them. */
export class Rewriting {
	readonly #model: DockerfileModel;
	readonly #stage: StageNode;
	readonly #parts: readonly Part[];
	readonly #break: string;
	readonly #sample: string;
	readonly #commands: readonly CommandNode[];

	constructor(model: DockerfileModel, stage: StageNode, parts: readonly Part[]) {
		this.#model = model;
		this.#stage = stage;
		this.#parts = parts;
		this.#break = lineBreakOf(model.text);
		const { keywordSpan } = stage.from.instruction;
		this.#sample = model.text.slice(keywordSpan.start, keywordSpan.end);
		this.#commands = model.nodes.filter((node): node is CommandNode => node.kind === "command");
	}

	/** All of the new text. */
	text(last: LastStage): string {
		const { text } = this.#model;
		const end = this.#stage.from.instruction.span.end;
		const name = this.#stage.name === undefined ? ` ${this.#word("AS")} build` : "";
		const lines = [
			text.slice(0, end) + name,
			...this.#buildLines(last.artefacts),
			"",
			`${this.#word("FROM")} ${this.#platform()}${last.image}`,
			...this.#runtimeLines(last),
			...this.#trailing(),
		];
		const closing = /\n$/.test(text) ? this.#break : "";
		return lines.join(this.#break) + closing;
	}

	#buildLines({ prepare = [], finish = [] }: Artefacts): readonly string[] {
		const lines: string[] = [];
		const kept = this.#parts.filter(({ inBuild }) => inBuild);
		for (const part of kept) {
			if (part.firstBuild) lines.push(...prepare.map((line) => this.#line(line)));
			lines.push(...this.#block(part, lines.length === 0, true));
			if (part.lastBuild) lines.push(...finish.map((line) => this.#line(line)));
		}
		return lines;
	}

	#runtimeLines(last: LastStage): readonly string[] {
		const lines: string[] = (last.artefacts.environment ?? []).map((line) => this.#line(line));
		const needed = this.#arguments();
		const lateUser = this.#parts.some(({ instruction, afterBuild }) => instruction.keyword === "USER" && afterBuild);
		const earlyUser = lateUser ? undefined : this.#parts.findLast(({ instruction }) => instruction.keyword === "USER");
		let copied = false;
		let user = last.addedUser === undefined;
		const copy = () => {
			if (!copied) lines.push(...this.#copies(last));
			if (!copied && earlyUser) lines.push(...this.#block(earlyUser, false, false));
			copied = true;
		};
		const settle = () => {
			copy();
			if (!user) lines.push(`${this.#word("USER")} ${last.addedUser}`);
			user = true;
		};
		for (const part of this.#parts) {
			const { instruction, afterBuild } = part;
			if (!part.inRuntime && !needed.has(instruction)) continue;
			const keyword = instruction.keyword;
			if (needsFiles(part)) copy();
			if (afterBuild && needsUser.has(keyword)) settle();
			if ((keyword === "CMD" || keyword === "ENTRYPOINT") && last.health !== undefined && !this.#hasHealth(lines))
				lines.push(...this.#health(last.health));
			lines.push(...this.#block(part, lines.length === 0, !part.inBuild, last));
		}
		settle();
		if (last.health !== undefined && !this.#hasHealth(lines)) lines.push(...this.#health(last.health));
		return lines;
	}

	#hasHealth(lines: readonly string[]): boolean {
		return lines.some((line) => /^\s*HEALTHCHECK\b/i.test(line));
	}

	#health({ words, why }: HealthLines): readonly string[] {
		return [...(why === undefined ? [] : [`# ${why}`]), `${this.#word("HEALTHCHECK")} ${words}`];
	}

	#copies({ artefacts, owner, health, check }: LastStage): readonly string[] {
		const stage = this.#stage.name ?? "build";
		const { healthcheck } = this.#stage;
		const url = healthcheck && firstHealthUrl(this.#commands, healthcheck);
		const brings = health?.brings ?? (url && check(url)?.brings) ?? [];
		return [
			...artefacts.paths.map(({ from, to, owned }) => {
				const chown = owned && owner !== undefined ? ` --chown=${owner}` : "";
				return `${this.#word("COPY")} --from=${stage}${chown} ${from} ${to}`;
			}),
			...brings.map((line) => this.#line(line)),
		];
	}

	/** ARGs that instructions of the last stage use. */
	#arguments(): ReadonlySet<InstructionNode> {
		const runtime = new Set(this.#parts.filter(({ inRuntime }) => inRuntime).map(({ instruction }) => instruction));
		const names = new Set(
			this.#model.variables
				.filter(({ instruction, binding }) => runtime.has(instruction) && binding?.origin === "ARG")
				.map(({ name }) => name),
		);
		return new Set(
			this.#parts
				.map(({ instruction }) => instruction)
				.filter(
					({ keyword, words }) => keyword === "ARG" && words.some(({ value }) => names.has(value.split("=")[0] ?? "")),
				),
		);
	}

	/** An instruction with the comments above it, and the blank line above those. */
	#block({ instruction, runtimeText }: Part, first: boolean, comments: boolean, last?: LastStage): readonly string[] {
		const { text } = this.#model;
		const start = lineStart(text, instruction.span.start);
		const above = comments ? this.#above(instruction) : { comments: [], blank: false };
		const own = text.slice(start, instruction.span.end);
		const url = instruction.keyword === "HEALTHCHECK" ? firstHealthUrl(this.#commands, instruction) : undefined;
		const other = url && last?.check(url)?.command;
		const written = other ? this.#healthStart(instruction) + jsonForm(other) : ((last && runtimeText) ?? own);
		return [...(above.blank && !first ? [""] : []), ...above.comments, written];
	}

	/** A HEALTHCHECK up to the command that it runs. */
	#healthStart({ span, argumentSpan }: InstructionNode): string {
		const { text } = this.#model;
		const type = /^CMD\s+/i.exec(text.slice(argumentSpan.start, argumentSpan.end))?.[0] ?? "CMD ";
		return text.slice(lineStart(text, span.start), argumentSpan.start) + type;
	}

	/** The comment lines directly above an instruction, and whether a blank line stands above those. */
	#above({ span }: InstructionNode): { readonly comments: readonly string[]; readonly blank: boolean } {
		const { text } = this.#model;
		const before = this.#model.instructions.findLast((other) => other.span.end <= span.start);
		const gap = text.slice(before?.span.end ?? 0, lineStart(text, span.start));
		const lines = gap.split(/\r?\n/).slice(1, -1);
		const bare = lines.findLastIndex((line) => line.trim() === "");
		// Comments that stand alone go with what follows them, too: nothing of the file may be lost.
		const comments = lines.filter((line, index) => line.trim() !== "" || (index > 0 && index < bare));
		return { comments, blank: lines[0]?.trim() === "" || (bare >= 0 && comments.length === 0) };
	}

	/** Comments at the end of the file. */
	#trailing(): readonly string[] {
		const end = this.#model.instructions.at(-1)?.span.end ?? 0;
		return this.#model.text.slice(end).trimEnd().split(/\r?\n/).slice(1);
	}

	/** A platform that is the same for both stages. */
	#platform(): string {
		const { platform } = this.#stage.from;
		const written = platform && this.#model.text.slice(platform.span.start, platform.span.end);
		return written && !/BUILD(?:PLATFORM|OS|ARCH)/.test(written) ? `${written} ` : "";
	}

	#word(keyword: string): string {
		return inCaseOf(this.#sample, keyword);
	}

	/** A line of ours with its keyword in the file's case. */
	#line(line: string): string {
		return line.replace(/^[A-Z]+/, (keyword) => this.#word(keyword));
	}
}
