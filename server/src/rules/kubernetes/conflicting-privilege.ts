import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "conflicting-privilege",
	severity: "error",
	tags: ["correctness", "security"],
	practice: ["K09"],
	aliases: [],
	scope: "file",
	summary: "The container is privileged and forbids privilege escalation.",
	why: "A privileged container, and one with the capability `SYS_ADMIN`, can always gain privileges; the API server refuses one that says it must not.",
	links: ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"],
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
        privileged: true
        allowPrivilegeEscalation: ~~false~~
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
        allowPrivilegeEscalation: false
`,
			message: "The container `web` is privileged, so it can't forbid privilege escalation.",
		},
	],
	check: {
		container({ security, name }, { report }) {
			const setting = security.allowPrivilegeEscalation;
			if (setting?.value !== false) return;
			const admin = security.add.find(({ value }) => value.toUpperCase().replace(/^CAP_/, "") === "SYS_ADMIN");
			const cause = security.privileged?.value ? "is privileged" : admin && "has the capability SYS_ADMIN";
			if (cause)
				report(setting.span, {
					message: `The container \`${name}\` ${cause}, so it can't forbid privilege escalation.`,
				});
		},
	},
});
