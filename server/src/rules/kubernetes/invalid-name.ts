import {
	labelProblem,
	olderLabelProblem,
	pathSegmentProblem,
	subdomainProblem,
	toLabel,
} from "../../kubernetes/names.ts";
import type { KubernetesObject, Word } from "../../kubernetes/nodes.ts";
import { isOpen } from "../../kubernetes/read.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "invalid-name",
	severity: "error",
	tags: ["correctness"],
	practice: ["K01", "K02"],
	aliases: [],
	scope: "file",
	summary: "A name has characters that names of its kind may not have.",
	why: "Names become parts of DNS names and paths, so most may only have lower-case letters, digits and dashes. The API server refuses others. Services and StatefulSets are the strictest; names of roles may hold nearly anything.",
	links: ["https://kubernetes.io/docs/concepts/overview/working-with-objects/names/"],
	fix: { title: "Write it with dashes and in lower case", safety: "suggestion" },
	examples: [
		{
			path: "pod.yaml",
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
			message:
				"The name `my_shop` may only have lower-case letters, digits and dashes, and starts and ends with a letter or digit.",
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
			message:
				"The container's name `Web` may only have lower-case letters, digits and dashes, and starts and ends with a letter or digit.",
			shown: false,
		},
	],
	check: {
		object(object, { report }) {
			const grammar = grammarOf(object);
			if (!grammar || !object.name) return;
			reportName(object.name, grammar, `The name \`${object.name.value}\``, report);
		},
		pod({ volumes }, { report }) {
			for (const { name } of volumes)
				if (name) reportName(name, labelProblem, `The volume's name \`${name.value}\``, report);
		},
		container({ named, name, nameSpan, environment }, { report }) {
			if (named) reportName({ value: name, span: nameSpan }, labelProblem, `The container's name \`${name}\``, report);
			for (const { name: variable } of environment) {
				if (variable?.value.includes("="))
					report(variable.span, { message: `The variable's name \`${variable.value}\` may not hold \`=\`.` });
			}
		},
	},
});

type Grammar = (name: string) => string | undefined;

/** Source: apimachinery and the validation of each API group; kinds that are not here are left to the server. */
const grammars: Readonly<Record<string, Grammar>> = {
	Service: olderLabelProblem,
	Namespace: labelProblem,
	StatefulSet: labelProblem,
	Role: pathSegmentProblem,
	ClusterRole: pathSegmentProblem,
	RoleBinding: pathSegmentProblem,
	ClusterRoleBinding: pathSegmentProblem,
	CronJob: (name) =>
		subdomainProblem(name) ?? (name.length > 52 ? `has ${name.length} characters, and 52 is the most` : undefined),
};

const subdomains: ReadonlySet<string> = new Set([
	"Pod",
	"Deployment",
	"DaemonSet",
	"ReplicaSet",
	"Job",
	"ConfigMap",
	"Secret",
	"ServiceAccount",
	"Ingress",
	"IngressClass",
	"NetworkPolicy",
	"PersistentVolume",
	"PersistentVolumeClaim",
	"StorageClass",
	"PodDisruptionBudget",
	"HorizontalPodAutoscaler",
	"PriorityClass",
]);

const ownGroups =
	/^(?:|apps|batch|extensions|policy|autoscaling|(?:networking|storage|scheduling)\\.k8s\\.io|rbac\\.authorization\\.k8s\\.io)$/;

function grammarOf({ type, group }: KubernetesObject): Grammar | undefined {
	if (!type || !ownGroups.test(group)) return undefined;
	if (Object.hasOwn(grammars, type.value)) return grammars[type.value];
	return subdomains.has(type.value) ? subdomainProblem : undefined;
}

function reportName(
	name: Word,
	grammar: Grammar,
	subject: string,
	report: (span: Word["span"], found: object) => void,
): void {
	const problem = name.value === "" || isOpen(name.value) ? undefined : grammar(name.value);
	if (problem === undefined) return;
	const better = toLabel(name.value);
	const fixes = better !== undefined && grammar(better) === undefined;
	report(name.span, {
		message: `${subject} ${problem}.`,
		...(fixes && { title: `Replace with ${better}`, fix: () => [{ span: name.span, text: better }] }),
	});
}
