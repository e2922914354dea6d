import { setPath } from "../../yaml/edit.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "kept-capabilities",
	severity: "info",
	tags: ["security"],
	practice: ["K09"],
	aliases: [
		"kube-linter/drop-net-raw-capability",
		"polaris/insecureCapabilities",
		"trivy/KSV-0003",
		"trivy/KSV-0004",
		"trivy/KSV-0106",
		"trivy/KSV-0119",
		"pss/restricted/capabilities",
	],
	scope: "file",
	preset: "all",
	summary: "The container keeps the capabilities that the runtime gives it.",
	why: "A runtime gives some fourteen capabilities to each container, `NET_RAW` among them, with which it can forge packets. Nearly no program needs any; the restricted Pod Security Standard asks to drop all and to add back `NET_BIND_SERVICE` at most.",
	links: ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"],
	fix: { title: "Drop all capabilities", safety: "suggestion" },
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
        capabilities:
          drop:
            - ALL
`,
			message: "The container `web` does not drop all capabilities.",
		},
	],
	check: {
		container({ name, nameSpan, map, security, windows, role }, { text, report }) {
			if (windows || role === "ephemeral" || security.privileged?.value) return;
			if (security.drop.some(({ value }) => value.toUpperCase() === "ALL")) return;
			report(nameSpan, {
				message: `The container \`${name}\` does not drop all capabilities.`,
				fix: () => setPath(text, map, ["securityContext", "capabilities", "drop"], ["ALL"]),
			});
		},
	},
});
