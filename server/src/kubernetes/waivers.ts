import type { Waiver } from "../core/language.ts";
import type { KubernetesObject, Label } from "./nodes.ts";

/*
 * Annotations with which other tools' checks are switched off for an object. Sources: the documentation of kube-linter
 * (`ignore-check.kube-linter.io/<check>`, `kube-linter.io/ignore-all`), kube-score (`kube-score/ignore: a,b`) and polaris
 * (`polaris.fairwinds.com/exempt`, `polaris.fairwinds.com/<check>-exempt`).
 */

/** What an object's annotations switch off in it. */
export function waiversOf(object: KubernetesObject): readonly Waiver[] {
	return object.annotations.flatMap((annotation) => {
		const rules = rulesOf(annotation);
		return rules.length > 0 ? [{ rules, span: annotation.pair.span, covers: object.span }] : [];
	});
}

function rulesOf({ key, value }: Label): Waiver["rules"] {
	const [prefix, name = ""] = splitKey(key.value);
	switch (prefix) {
		case "ignore-check.kube-linter.io":
			return [{ name: `kube-linter/${name}`, span: key.span }];
		case "kube-linter.io":
			return name === "ignore-all" ? [{ name: "kube-linter/*", span: key.span }] : [];
		case "kube-score":
			return name === "ignore" && value ? listed(value.value, value.span) : [];
		case "polaris.fairwinds.com": {
			if (value?.value !== "true") return [];
			if (name === "exempt") return [{ name: "polaris/*", span: key.span }];
			return name.endsWith("-exempt")
				? [{ name: `polaris/${fromKebab(name.slice(0, -"-exempt".length))}`, span: key.span }]
				: [];
		}
		default:
			return [];
	}
}

function splitKey(key: string): readonly [prefix: string, name?: string] {
	const slash = key.indexOf("/");
	return slash < 0 ? [key] : [key.slice(0, slash), key.slice(slash + 1)];
}

function listed(text: string, span: Waiver["span"]): Waiver["rules"] {
	const exact = span.end - span.start === text.length;
	return [...text.matchAll(/[^\s,]+/g)].map((match) => ({
		name: `kube-score/${match[0]}`,
		span: exact ? { start: span.start + match.index, end: span.start + match.index + match[0].length } : span,
	}));
}

/** Polaris writes `host-network-set-exempt` for its check `hostNetworkSet`; the check's own spelling is taken as well. */
function fromKebab(name: string): string {
	return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
