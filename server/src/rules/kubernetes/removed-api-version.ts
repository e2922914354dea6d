import { explainLifecycle, lifecycleOf, lifecycleState } from "../../kubernetes/lifecycle.ts";
import { sameShape } from "../../kubernetes/semantics/replacement.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "removed-api-version",
	severity: "error",
	tags: ["correctness"],
	practice: ["K01"],
	aliases: ["kube-linter/no-extensions-v1beta", "kube-score/stable-version", "trivy/KSV-0107"],
	scope: "workspace",
	summary: "Kubernetes no longer serves this version of the kind.",
	why: "The API server answers that it knows no such kind, so the manifest can't be applied any more. Which versions are served depends on the version of Kubernetes that the setting `plimsoll.kubernetes.version` names.",
	links: ["https://kubernetes.io/docs/reference/using-api/deprecation-guide/"],
	fix: { title: "Write the version that took its place", safety: "suggestion" },
	examples: [
		{
			path: "object.yaml",
			bad: `apiVersion: ~~batch/v1beta1~~
kind: CronJob
metadata:
  name: report
spec:
  schedule: "@daily"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: OnFailure
          containers:
            - name: report
              image: ghcr.io/example/report:1.4.2
`,
			good: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: "@daily"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: OnFailure
          containers:
            - name: report
              image: ghcr.io/example/report:1.4.2
`,
		},
	],
	check: {
		object({ apiVersion, group, version, type, spec }, { world, report }) {
			const lifecycle = type && lifecycleOf(group, version, type.value);
			if (!apiVersion || !type || lifecycleState(lifecycle, world) !== "removed") return;
			const message = explainLifecycle(group, version, type.value, world);
			const replacement = sameShape(lifecycle?.replacement, type.value, spec);
			report(apiVersion.span, {
				...(message !== undefined && { message }),
				tag: "deprecated",
				...(replacement !== undefined && {
					title: `Replace with ${replacement}`,
					fix: () => [{ span: apiVersion.span, text: replacement }],
				}),
			});
		},
	},
});
