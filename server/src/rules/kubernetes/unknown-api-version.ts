import { apiVersionOf, findKind, ownKinds, versionRank } from "../../kubernetes/kinds.ts";
import { lifecycleOf } from "../../kubernetes/lifecycle.ts";
import { isOpen } from "../../kubernetes/read.ts";
import { newestMinor } from "../../kubernetes/version.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "unknown-api-version",
	severity: "error",
	tags: ["correctness"],
	practice: ["K01"],
	aliases: [],
	scope: "workspace",
	summary: "Kubernetes has this kind, but not in this version of its API.",
	why: "Each kind lives in one API group: Deployments in `apps`, CronJobs in `batch`, Ingresses in `networking.k8s.io`. The API server knows the kind under that name only.",
	links: ["https://kubernetes.io/docs/reference/kubernetes-api/"],
	fix: { title: "Write the version that has the kind", safety: "suggestion" },
	examples: [
		{
			path: "deployment.yaml",
			bad: `apiVersion: ~~v1~~
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.29
`,
			good: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.29
`,
			message: "There is no Deployment in `v1`; it is in `apps/v1`.",
		},
	],
	check: {
		object({ apiVersion, group, version, type }, { world, report }) {
			// Any other group may be somebody's own.
			if (!apiVersion || !type || isOpen(apiVersion.value) || !isOwnGroup(group)) return;
			const own = ownKinds(world);
			const found = own.filter(({ kind }) => kind === type.value);
			if (found.length === 0 || found.some((kind) => kind.group === group && kind.version === version)) return;
			if (lifecycleOf(group, version, type.value)) return;
			const best = [...found].sort((a, b) => versionRank(b.version) - versionRank(a.version))[0];
			if (!best || findKind(group, version, type.value, newestMinor)) return;
			const meant = apiVersionOf(best);
			report(apiVersion.span, {
				message: `There is no ${type.value} in \`${apiVersion.value}\`; it is in \`${meant}\`.`,
				title: `Replace with ${meant}`,
				fix: () => [{ span: apiVersion.span, text: meant }],
			});
		},
	},
});

/** Groups that nobody else can define: names without a dot are Kubernetes' own. */
function isOwnGroup(group: string): boolean {
	return !group.includes(".") || /^(?:networking|policy|rbac\.authorization|storage|scheduling)\.k8s\.io$/.test(group);
}
