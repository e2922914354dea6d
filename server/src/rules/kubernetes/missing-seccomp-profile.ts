import { setPath } from "../../yaml/edit.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "missing-seccomp-profile",
	severity: "info",
	tags: ["security"],
	practice: ["K09"],
	aliases: [
		"kube-score/container-seccomp-profile",
		"polaris/linuxHardening",
		"trivy/KSV-0030",
		"trivy/KSV-0104",
		"pss/restricted/seccomp",
		"pss/baseline/seccomp",
	],
	scope: "file",
	preset: "all",
	summary: "The container may make every system call.",
	why: "Without a seccomp profile the whole kernel is in reach of an intruder, unless the kubelet sets one by default. `RuntimeDefault` forbids the calls that hardly any program makes.",
	links: ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"],
	fix: { title: "Use the profile RuntimeDefault", safety: "suggestion" },
	examples: [
		{
			path: "pod.yaml",
			bad: `apiVersion: v1
kind: Pod
metadata:
  name: ~~web~~
spec:
  containers:
    - name: web
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
    seccompProfile:
      type: RuntimeDefault
`,
			message: "The pod has no seccomp profile.",
		},
	],
	check: {
		pod({ containers, map, nameSpan, windows }, { text, report }) {
			if (windows) return;
			const open = containers.filter(
				({ role, security }) => role !== "ephemeral" && !security.privileged?.value && !security.seccomp,
			);
			for (const { security } of containers) {
				if (security.seccomp?.value === "Unconfined" && security.seccomp.from === "container") {
					const { span } = security.seccomp;
					report(span, {
						message: "The profile `Unconfined` forbids nothing.",
						fix: () => [{ span, text: "RuntimeDefault" }],
					});
				}
			}
			if (open.length === 0) return;
			report(nameSpan, {
				message: "The pod has no seccomp profile.",
				fix: () => setPath(text, map, ["securityContext", "seccompProfile", "type"], "RuntimeDefault"),
			});
		},
	},
});
