import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "unmasked-proc",
	severity: "warning",
	tags: ["security"],
	practice: ["K09"],
	aliases: ["kube-linter/unsafe-proc-mount", "polaris/procMount", "trivy/KSV-0027", "pss/baseline/proc-mount-type"],
	scope: "file",
	summary: "The container sees all of `/proc`.",
	why: "Runtimes hide the parts of `/proc` that tell of the node or change it. `Unmasked` shows them, and is meant for containers in a container only.",
	links: ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"],
	fix: { title: "Write Default", safety: "suggestion" },
	examples: [
		{
			path: "pod.yaml",
			bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      securityContext:
        procMount: ~~Unmasked~~
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      securityContext:
        procMount: Default
`,
		},
	],
	check: {
		container({ security, name }, { report }) {
			const mount = security.procMount;
			if (mount?.value !== "Unmasked") return;
			report(mount.span, {
				message: `The container \`${name}\` sees all of \`/proc\`.`,
				fix: () => [{ span: mount.span, text: "Default" }],
			});
		},
	},
});
