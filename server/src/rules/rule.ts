import type { ComposeModel, ComposeNodes } from "../compose/nodes.ts";
import type { SharedNodes } from "../container/nodes.ts";
import type { FileEdit, RelatedPlace, Safety, Severity } from "../core/finding.ts";
import type { LanguageId, Model, Node } from "../core/language.ts";
import type { Span } from "../core/text.ts";
import type { World } from "../core/world.ts";
import type { DockerfileModel, DockerfileNodes } from "../dockerfile/nodes.ts";
import type { DockerignoreModel, DockerignoreNodes } from "../dockerignore/nodes.ts";
import type { KubernetesModel, KubernetesNodes } from "../kubernetes/nodes.ts";

export type Peer =
	| "hadolint"
	| "shellcheck"
	| "buildkit"
	| "dockerfile-utils"
	| "tally"
	| "trivy"
	| "dclint"
	| "compose-lint"
	| "compose"
	| "kube-linter"
	| "kube-score"
	| "polaris"
	| "kubeconform"
	| "pss"
	| "yaml-language-server";

export type Alias = `${Peer}/${string}`;

export type Tag =
	| "correctness"
	| "security"
	| "reliability"
	| "performance"
	| "maintainability"
	| "style"
	| "deprecated";

/** The row of docs/practices.md that a rule serves. */
export type PracticeId = `${"D" | "C" | "K" | "X"}${number}`;

/**
 * A mistake and its mending, each a whole file. `~~x~~` in `bad` marks what is underlined, and nothing else may be.
 * Checked four ways: `bad` is flagged exactly as marked; `good` has no finding of the rule; the fixes of `bad`, where it has any,
 * yield `good` to the byte; and leave no finding of the rule.
 */
export interface Example {
	/** The file's name decides its language: `Dockerfile`, `compose.yaml`, `deployment.yaml`. */
	readonly path: string;
	readonly bad: string;
	readonly good: string;
	/** The message of the first finding, where it says more than the summary. */
	readonly message?: string;
	/** Other files of the workspace, by path. */
	readonly files?: Readonly<Record<string, string>>;
	readonly options?: Readonly<Record<string, unknown>>;
	/** Shown in the rule's documentation; the others are tests only. The first is always shown. */
	readonly shown?: boolean;
}

export interface Report {
	/** One sentence naming what is wrong with this very text; the rule's summary where absent. */
	readonly message?: string;
	readonly fix?: () => readonly FileEdit[];
	/** The fix's title where it can say more than the rule's. */
	readonly title?: string;
	readonly safety?: Safety;
	/** Lower than the rule's own where the verdict depends on what can't be seen. */
	readonly severity?: Severity | undefined;
	readonly related?: readonly RelatedPlace[];
	readonly tag?: "unnecessary" | "deprecated";
	/** Further fixes to choose from. */
	readonly others?: readonly {
		readonly title: string;
		readonly safety?: Safety;
		readonly fix: () => readonly FileEdit[];
	}[];
}

/** What a check may look at beside its node. */
export interface Context<M extends Model = Model, O = unknown> {
	readonly model: M;
	readonly text: string;
	readonly options: O;
	readonly world: World;
	report(span: Span, report?: Report): void;
}

type Options = Readonly<Record<string, boolean | number | string | readonly string[]>>;

/** A check per node kind; kinds are those of the subject's nodes.ts. */
export type Checks<Nodes, M extends Model, O> = {
	readonly [K in keyof Nodes]?: (node: Nodes[K], context: Context<M, O>) => void;
};

/** Everything that is said about a rule, said once: index, docs, settings, tables and tests come from it. */
export interface RuleDefinition<Nodes = Record<string, Node>, M extends Model = Model, O extends Options = Options> {
	/** The flagged pattern; equals the file's name; reads after "ignore". */
	readonly id: string;
	readonly severity: Severity;
	readonly tags: readonly [Tag, ...Tag[]];
	readonly practice: readonly PracticeId[];
	/** Every id of a peer whose meaning the rule covers. */
	readonly aliases: readonly Alias[];
	/** `workspace`: looks at other files, so it runs again when their facts change. */
	readonly scope: "file" | "workspace";
	/** `all`: too opinionated for the default preset. */
	readonly preset?: "all";
	/** What is wrong, one sentence: default message and first line of the docs. */
	readonly summary: string;
	/** Why it matters, markdown. */
	readonly why: string;
	/** Pages that say more. */
	readonly links?: readonly string[];
	readonly fix?: { readonly title: string; readonly safety: Safety };
	/** Options with their defaults. */
	readonly options?: O;
	readonly examples: readonly [Example, ...Example[]];
	readonly check: Checks<Nodes, M, O>;
}

export type Subject = "dockerfile" | "compose" | "kubernetes" | "dockerignore" | "container";

/** A rule as the engine and the generator see it. */
export interface Rule extends RuleDefinition<Record<string, never>, Model, Options> {
	readonly subject: Subject;
}

/** The languages whose models a subject's rules are run on. */
export const languagesOf: Readonly<Record<Subject, readonly LanguageId[]>> = {
	dockerfile: ["dockerfile"],
	compose: ["compose"],
	kubernetes: ["kubernetes"],
	dockerignore: ["dockerignore"],
	container: ["dockerfile", "compose", "kubernetes"],
};

function maker<Nodes, M extends Model>(subject: Subject) {
	return <const O extends Options = Record<never, never>>(definition: RuleDefinition<Nodes, M, O>): Rule =>
		({ ...definition, subject }) as unknown as Rule;
}

export const dockerfileRule = maker<DockerfileNodes, DockerfileModel>("dockerfile");
export const composeRule = maker<ComposeNodes, ComposeModel>("compose");
export const kubernetesRule = maker<KubernetesNodes, KubernetesModel>("kubernetes");
export const dockerignoreRule = maker<DockerignoreNodes, DockerignoreModel>("dockerignore");
/** A rule whose check and fix are the same in all three languages. */
export const containerRule = maker<SharedNodes, Model>("container");

export type { FileEdit, Model, Node, Span, World };
