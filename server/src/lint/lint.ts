import type { Finding, Fix, Level, Severity } from "../core/finding.ts";
import type { LanguageId, Model, Node } from "../core/language.ts";
import { shiftFinding } from "../core/shift.ts";
import { covers } from "../core/text.ts";
import type { World } from "../core/world.ts";
import { type Context, languagesOf, type Report, type Rule } from "../rules/rule.ts";
import type { Document } from "../workspace/document.ts";
import { applyIgnores } from "./ignore.ts";

/** What is switched on and how: see configuration.ts, which makes one of what users write. */
export interface Choice {
	levelOf(rule: Rule): Level;
	optionsOf(rule: Rule): unknown;
}

/** Every rule at its own level, the opinionated ones of preset `all` only when asked for. */
export function presetChoice(preset: "recommended" | "all"): Choice {
	return {
		levelOf: (rule) => (rule.preset === "all" && preset !== "all" ? "off" : rule.severity),
		optionsOf: (rule) => rule.options ?? {},
	};
}

interface ActiveRule {
	readonly rule: Rule;
	readonly severity: Severity;
	readonly options: unknown;
}

interface ActiveCheck extends ActiveRule {
	readonly check: (node: Node, context: Context) => void;
}

type ChecksByKind = ReadonlyMap<string, readonly ActiveCheck[]>;

const order: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 3 };

/** Runs rules over documents. One linter stands for one choice of rules; findings of unchanged parts are remembered. */
export class Linter {
	readonly #rules: ReadonlyMap<string, ActiveRule>;
	readonly #checks: ReadonlyMap<string, ChecksByKind>;
	readonly #remembered = new WeakMap<Model, readonly Finding[]>();
	readonly #onBug: (rule: string, error: unknown) => void;

	/** `onBug` hears of a rule that threw: the rule is a loss for that node, the session is not. */
	constructor(rules: readonly Rule[], choice: Choice, onBug: (rule: string, error: unknown) => void = () => {}) {
		const active: ActiveRule[] = [];
		for (const rule of rules) {
			const level = choice.levelOf(rule);
			if (level !== "off") active.push({ rule, severity: level, options: choice.optionsOf(rule) });
		}
		this.#rules = new Map(active.map((one) => [one.rule.id, one]));
		this.#checks = groupChecks(active);
		this.#onBug = onBug;
	}

	/** All findings of a file in source order, ignore comments and waivers already applied. */
	lint(document: Document, world: World): readonly Finding[] {
		const isFragment = document.language.isFragment?.(document.uri, world) ?? false;
		const findings = document.parts.flatMap(({ model, offset }) => {
			const said = isFragment ? [] : [...this.#ownFindings(model, world), ...this.#run(model, world, "workspace")];
			const guessed = model.problems.flatMap((problem) => problem.guessed ?? []);
			const sure = said.filter(({ span }) => !guessed.some((text) => covers(text, span)));
			return [...this.#problems(model), ...sure].map((finding) => shiftFinding(finding, offset));
		});
		const kept = applyIgnores(document, findings, (id) => {
			const unused = this.#rules.get(id);
			return unused && ((span, report) => toFinding(unused, span, report));
		});
		return [...kept].sort(
			(a, b) => a.span.start - b.span.start || a.span.end - b.span.end || order[a.severity] - order[b.severity],
		);
	}

	/** Findings that depend on nothing but the part itself. */
	#ownFindings(model: Model, world: World): readonly Finding[] {
		let findings = this.#remembered.get(model);
		if (!findings) {
			findings = this.#run(model, world, "file");
			this.#remembered.set(model, findings);
		}
		return findings;
	}

	#problems(model: Model): readonly Finding[] {
		return model.problems.flatMap((problem) => {
			const active = this.#rules.get(problem.rule);
			return active ? [toFinding(active, problem.span, problem)] : [];
		});
	}

	#run(model: Model, world: World, scope: Rule["scope"]): readonly Finding[] {
		const checks = this.#checks.get(`${model.language} ${scope}`);
		if (!checks) return [];
		const findings: Finding[] = [];
		const contexts = new Map<ActiveCheck, Context>();
		for (const node of model.nodes) {
			for (const active of checks.get(node.kind) ?? []) {
				const context = entry(contexts, active, () => ({
					model,
					text: model.text,
					options: active.options,
					world,
					report: (span, report) => findings.push(toFinding(active, span, report)),
				}));
				try {
					active.check(node, context);
				} catch (error) {
					this.#onBug(active.rule.id, error);
				}
			}
		}
		return findings;
	}
}

function groupChecks(active: readonly ActiveRule[]): ReadonlyMap<string, ChecksByKind> {
	const groups = new Map<string, Map<string, ActiveCheck[]>>();
	for (const one of active) {
		for (const language of languagesOf[one.rule.subject]) {
			const group = entry(
				groups,
				`${language satisfies LanguageId} ${one.rule.scope}`,
				() => new Map<string, ActiveCheck[]>(),
			);
			for (const [kind, check] of Object.entries(one.rule.check as Record<string, ActiveCheck["check"]>)) {
				entry(group, kind, () => []).push({ ...one, check });
			}
		}
	}
	return groups;
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
	let value = map.get(key);
	if (value === undefined) {
		value = make();
		map.set(key, value);
	}
	return value;
}

function toFinding({ rule, severity }: ActiveRule, span: Finding["span"], report: Report = {}): Finding {
	const lower = report.severity && order[report.severity] > order[severity] ? report.severity : severity;
	const fixes: Fix[] = [];
	if (report.fix) {
		const title = report.title ?? rule.fix?.title;
		if (title === undefined) throw new Error(`rule ${rule.id} offers a fix without a title`);
		fixes.push({ title, safety: report.safety ?? rule.fix?.safety ?? "suggestion", edits: report.fix });
	}
	for (const other of report.others ?? [])
		fixes.push({ title: other.title, safety: other.safety ?? "suggestion", edits: other.fix });
	return {
		rule: rule.id,
		severity: lower,
		span,
		message: report.message ?? rule.summary,
		fixes,
		related: report.related ?? [],
		...(report.tag && { tag: report.tag }),
	};
}
