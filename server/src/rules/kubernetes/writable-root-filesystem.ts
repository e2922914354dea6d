import { setPath } from "../../yaml/edit.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "writable-root-filesystem",
	severity: "info",
	tags: ["security"],
	practice: ["K09"],
	aliases: [
		"kube-linter/no-read-only-root-fs",
		"kube-score/container-security-context-readonlyrootfilesystem",
		"polaris/notReadOnlyRootFilesystem",
		"trivy/KSV-0014",
	],
	scope: "file",
	preset: "all",
	summary: "The container can change the files of its image.",
	why: "With a read-only root file system an intruder can't leave a program behind or replace one. Folders that are written, such as `/tmp`, become `emptyDir` volumes.",
	links: ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"],
	fix: { title: "Make it read-only", safety: "suggestion" },
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
        readOnlyRootFilesystem: true
`,
		},
	],
	check: {
		container({ name, nameSpan, map, security, windows, role }, { text, report }) {
			if (windows || role === "ephemeral" || security.readOnlyRootFilesystem?.value) return;
			report(security.readOnlyRootFilesystem?.span ?? nameSpan, {
				message: `The root file system of the container \`${name}\` can be written.`,
				fix: () => setPath(text, map, ["securityContext", "readOnlyRootFilesystem"], true),
			});
		},
	},
});
