import { type Grammar, nameGrammar, toLabel } from "../../kubernetes/names.ts";
import type { Word } from "../../kubernetes/nodes.ts";
import { isOpen } from "../../kubernetes/read.ts";
import { formatProblems } from "../../kubernetes/semantics/schema.ts";
import type { Report } from "../rule.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "invalid-name",
	severity: "error",
	tags: ["correctness"],
	practice: ["K01", "K02"],
	aliases: [],
	scope: "workspace",
	summary: "A name has characters that names of its kind may not have.",
	why: "Names become parts of DNS names and paths, so most may only have lower-case letters, digits and dashes. The API server refuses others. Services and StatefulSets are the strictest; names of roles may hold nearly anything.",
	links: ["https://kubernetes.io/docs/concepts/overview/working-with-objects/names/"],
	fix: { title: "Write it with dashes and in lower case", safety: "suggestion" },
	examples: [
		{
			path: "service.yaml",
			bad: `apiVersion: v1
kind: Service
metadata:
  name: ~~my_shop~~
spec:
  selector:
    app: shop
  ports:
    - port: 80
`,
			good: `apiVersion: v1
kind: Service
metadata:
  name: my-shop
spec:
  selector:
    app: shop
  ports:
    - port: 80
`,
		},
		{
			path: "pod.yaml",
			bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: ~~Web~~
      image: nginx:1.29
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
`,
			shown: false,
		},
	],
	check: {
		object(object, { model, world, report }) {
			const { name, type, group } = object;
			const grammar = type && nameGrammar(group, type.value);
			if (name && grammar && !isOpen(name.value) && name.value !== "") {
				const problem = grammar(name.value);
				if (problem) reportName(name, `The name “${name.value}” ${problem}.`, grammar, report);
			}
			for (const { scalar, message, severity, format } of formatProblems("invalid-name", object, { model, world })) {
				reportName(
					{ value: scalar.text, span: scalar.inner },
					message,
					(text) => format.check(text)?.message,
					(span, found) => report(span, { ...found, severity }),
				);
			}
		},
		container({ environment }, { report }) {
			for (const { name } of environment) {
				if (name?.value.includes("="))
					report(name.span, { message: `The variable's name “${name.value}” may not hold an equals sign.` });
			}
		},
	},
});

function reportName(
	{ value, span }: Word,
	message: string,
	grammar: Grammar,
	report: (span: Word["span"], found: Report) => void,
): void {
	const better = toLabel(value);
	const isBetter = better !== undefined && grammar(better) === undefined;
	report(span, { message, ...(isBetter && { title: `Replace with ${better}`, fix: () => [{ span, text: better }] }) });
}
