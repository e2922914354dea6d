import { setPath } from "../../yaml/edit.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "privilege-escalation",
	severity: "warning",
	tags: ["security"],
	practice: ["K09"],
	aliases: [
		"kube-linter/privilege-escalation-container",
		"polaris/privilegeEscalationAllowed",
		"trivy/KSV-0001",
		"pss/restricted/privilege-escalation",
	],
	scope: "file",
	summary: "A process of the container may gain more privileges than its parent.",
	why: "Unless `allowPrivilegeEscalation` is false, a setuid program in the image can make a process root again that was started as an ordinary user. The restricted Pod Security Standard asks for false.",
	links: ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"],
	fix: { title: "Set allowPrivilegeEscalation to false", safety: "suggestion" },
	examples: [
		{
			path: "pod.yaml",
			bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: ~~web~~
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
      securityContext:
        allowPrivilegeEscalation: false
`,
			message: "The container `web` does not set `allowPrivilegeEscalation` to false.",
		},
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
        allowPrivilegeEscalation: ~~true~~
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
			message: "The container `web` lets its processes gain privileges.",
		},
	],
	check: {
		container({ name, nameSpan, map, role, windows, security }, { text, report }) {
			const setting = security.allowPrivilegeEscalation;
			// A privileged container can't forbid it, and Windows does not know it.
			if (setting?.value === false || security.privileged?.value || windows || role === "ephemeral") return;
			const fix = () => setPath(text, map, ["securityContext", "allowPrivilegeEscalation"], false);
			if (setting)
				report(setting.span, { message: `The container \`${name}\` lets its processes gain privileges.`, fix });
			else {
				report(nameSpan, {
					severity: "info",
					message: `The container \`${name}\` does not set \`allowPrivilegeEscalation\` to false.`,
					fix,
				});
			}
		},
	},
});
