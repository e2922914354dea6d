import { type Command, forEachChild, parse, type SyntaxNode, type Word, type WordPart } from "unbash";
import { at, type Span, toSpan } from "../core/text.ts";
import type {
	CommandPlace,
	Connector,
	ShellAssignment,
	ShellCommand,
	ShellPipeline,
	ShellProblem,
	ShellRedirection,
	ShellScript,
	ShellWord,
} from "./command.ts";
import { lookThrough } from "./wrappers.ts";

/** Where the range from `start` to `end` of the shell text stands in the file. */
export type Place = (start: number, end: number) => Span;

/** Texts with more characters or more substitutions are not analysed, so that junk costs a bounded time. */
const longest = 200_000;
const mostSubstitutions = 1000;

const nothing: ShellScript = { commands: [], pipelines: [], problems: [] };

/** Reads a shell text. Never throws; a text that is not shell yields problems and whatever commands were made out. */
export function parseShell(text: string, place: Place = toSpan): ShellScript {
	if (text.length > longest || exceeds(text, "$(", mostSubstitutions) || exceeds(text, "${", mostSubstitutions))
		return nothing;
	try {
		const script = parse(text);
		// A backslash at the very end inside backquotes makes unbash count one character too many.
		const within: Place = (start, end) => place(Math.min(start, text.length), Math.min(end, text.length));
		const reader = new Reader(text, within);
		reader.list(script.commands, "top");
		const problems = (script.errors ?? []).map(
			({ message, pos }): ShellProblem => ({ message, span: within(pos, pos + 1) }),
		);
		return { commands: reader.commands, pipelines: reader.pipelines, problems };
	} catch (error) {
		// The parser's own promise is never to throw; a bug of it must not cost the file.
		return { ...nothing, problems: [{ message: String(error), span: place(0, text.length) }] };
	}
}

/** Whether `part` occurs more than `most` times. */
function exceeds(text: string, part: string, most: number): boolean {
	let count = 0;
	for (let offset = text.indexOf(part); offset >= 0; offset = text.indexOf(part, offset + 1)) {
		if (++count > most) return true;
	}
	return false;
}

/** How the command at hand is joined to the one before it. */
interface Join {
	readonly connector: Connector;
	readonly span: Span;
}

interface Pipe {
	readonly pipeline: ShellPipeline;
	readonly index: number;
}

/** Walks unbash's tree once and collects. */
class Reader {
	readonly commands: ShellCommand[] = [];
	readonly pipelines: ShellPipeline[] = [];
	readonly #text: string;
	readonly #place: Place;

	constructor(text: string, place: Place) {
		this.#text = text;
		this.#place = place;
	}

	/** Statements that follow each other, joined by `;`, `&` or line breaks. */
	list(statements: readonly SyntaxNode[], place: CommandPlace, first?: Join): void {
		let end = -1;
		for (const statement of statements) {
			const join = end < 0 ? (first ?? this.#start(statement)) : this.#separator(end, statement.pos);
			end = statement.type === "Statement" ? statement.command.end : statement.end;
			this.#visit(statement.type === "Statement" ? statement.command : statement, place, join);
		}
	}

	#start({ pos }: SyntaxNode): Join {
		return { connector: "start", span: at(this.#place(pos, pos).start) };
	}

	#separator(from: number, to: number): Join {
		const gap = this.#text.slice(from, to);
		const index = gap.search(/[;&\n]/);
		const start = index < 0 ? from : from + index;
		return { connector: gap[index] === "&" ? "&" : ";", span: this.#place(start, index < 0 ? from : start + 1) };
	}

	#visit(node: SyntaxNode, place: CommandPlace, join: Join, pipe?: Pipe): void {
		switch (node.type) {
			case "Command":
				this.#command(node, place, join, pipe);
				return;
			case "AndOr":
				this.#andOr(node.commands, node.operators, place, join);
				return;
			case "Pipeline":
				this.#pipeline(node, place, join);
				return;
			case "Redirected":
				this.#visit(node.command, place, join, pipe);
				return;
			case "Subshell":
				this.list(node.body.commands, "subshell", join);
				return;
			case "BraceGroup":
				this.list(node.body.commands, "group", join);
				return;
			case "If":
				this.list(node.clause.commands, "condition", join);
				this.list(node.then.commands, "body");
				for (const branch of node.elif) {
					this.list(branch.clause.commands, "condition");
					this.list(branch.then.commands, "body");
				}
				if (node.else) this.list(node.else.commands, "body");
				return;
			case "While":
				this.list(node.clause.commands, "condition", join);
				this.list(node.body.commands, "body");
				return;
			default:
				this.#others(node);
		}
	}

	/** Loops, case, functions, tests, words: whatever commands are somewhere inside. */
	#others(node: SyntaxNode): void {
		forEachChild(node, (child) => {
			if (child.type === "CompoundList") this.list(child.commands, "body");
			else if (child.type === "Word") this.#substitutions(child);
			else if (child.type === "Command") this.#visit(child, "body", this.#start(child));
			else this.#others(child);
		});
	}

	#andOr(commands: readonly SyntaxNode[], operators: readonly string[], place: CommandPlace, first: Join): void {
		let join = first;
		commands.forEach((command, index) => {
			const operator = operators[index - 1];
			const before = commands[index - 1];
			if (operator !== undefined && before) {
				const start = this.#text.indexOf(operator, before.end);
				join = { connector: operator as Connector, span: this.#place(start, start + operator.length) };
			}
			this.#visit(command, place, join);
		});
	}

	#pipeline(node: Extract<SyntaxNode, { type: "Pipeline" }>, place: CommandPlace, first: Join): void {
		const operators = node.operators.map((operator, index) => {
			const start = this.#text.indexOf(operator, node.commands[index]?.end ?? node.pos);
			return this.#place(start, start + operator.length);
		});
		const pipeline: ShellPipeline = { span: this.#place(node.pos, node.end), operators };
		const piped = node.commands.length > 1;
		if (piped) this.pipelines.push(pipeline);
		node.commands.forEach((command, index) => {
			const span = operators[index - 1];
			this.#visit(command, place, span ? { connector: "|", span } : first, piped ? { pipeline, index } : undefined);
		});
	}

	#command(node: Command, place: CommandPlace, join: Join, pipe: Pipe | undefined): void {
		const name = node.name && this.#word(node.name);
		const args = node.args.map((arg) => this.#argument(arg));
		const assignments = node.prefix.flatMap((part) => (part.type === "Assignment" ? [this.#assignment(part)] : []));
		const { program, programWord, operands } = lookThrough(name, args);
		this.commands.push({
			span: this.#place(node.pos, node.end),
			name,
			args,
			program,
			programWord,
			operands,
			assignments,
			redirections: node.redirects.map((redirect) => this.#redirection(redirect)),
			connector: join.connector,
			connectorSpan: join.span,
			pipeline: pipe?.pipeline,
			pipeIndex: pipe?.index ?? 0,
			place,
		});
		if (node.name) this.#substitutions(node.name);
		for (const part of [...node.prefix, ...node.suffix]) this.#substitutions(part);
	}

	#argument(arg: Command["args"][number]): ShellWord {
		if (arg.type === "Word") return this.#word(arg);
		// `export A=b`: the shell's assignment is an argument all the same.
		const value = arg.value.type === "Word" ? this.#word(arg.value) : undefined;
		return {
			span: this.#place(arg.pos, arg.end),
			text: arg.text,
			value: value ? `${arg.name}${arg.append ? "+" : ""}=${value.value}` : arg.text,
			literal: value?.literal ?? false,
		};
	}

	#assignment(node: Extract<SyntaxNode, { type: "Assignment" }>): ShellAssignment {
		const value = node.value.type === "Word" ? this.#word(node.value) : undefined;
		return { span: this.#place(node.pos, node.end), name: node.name, value };
	}

	#redirection(node: Command["redirects"][number]): ShellRedirection {
		const target = node.type === "HereDoc" ? undefined : node.target && this.#word(node.target);
		return { span: this.#place(node.pos, node.end), operator: node.operator, target };
	}

	#word(word: Word): ShellWord {
		return {
			span: this.#place(word.pos, word.end),
			text: word.text,
			value: word.value,
			literal: plain.test(word.text) || (word.parts?.every(isLiteral) ?? !/[$`*?]/.test(word.text)),
		};
	}

	/** The commands of `$( )`, backquotes and `<( )` inside a word, assignment or redirection. */
	#substitutions(node: SyntaxNode): void {
		if (!/\$\(|`|[<>]\(/.test(this.#text.slice(node.pos, endOf(node)))) return;
		forEachChild(node, (child) => {
			if (child.type === "CommandExpansion" || child.type === "ProcessSubstitution") {
				const { script } = child;
				if (!script) return;
				// Inside escaped backquotes offsets count in a decoded text of their own.
				if (script.source === undefined) this.list(script.commands, "substitution");
				else this.#decoded(script.source, this.#place(child.pos, child.end));
			} else this.#substitutions(child);
		});
	}

	#decoded(source: string, span: Span): void {
		const inner = parseShell(source, () => span);
		for (const command of inner.commands) this.commands.push({ ...command, place: "substitution" });
		this.pipelines.push(...inner.pipelines);
	}
}

const plain = /^[\w./:=@%+,-]+$/;

function endOf(node: SyntaxNode): number {
	return node.type === "HereDoc" ? Math.max(node.end, node.body.end) : node.end;
}

function isLiteral(part: WordPart): boolean {
	if (part.type === "Literal" || part.type === "SingleQuoted" || part.type === "AnsiCQuoted") return true;
	return (part.type === "DoubleQuoted" || part.type === "LocaleString") && part.parts.every(isLiteral);
}
