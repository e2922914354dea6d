import { isOpen } from "../../kubernetes/read.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "dangerous-capability",
	severity: "warning",
	tags: ["security"],
	practice: ["K09"],
	aliases: [
		"polaris/dangerousCapabilities",
		"trivy/KSV-0005",
		"trivy/KSV-0022",
		"trivy/KSV-0120",
		"pss/baseline/capabilities",
	],
	scope: "file",
	summary: "The container gets a capability that comes close to being root on the node.",
	why: "The baseline Pod Security Standard lets a container add only the capabilities that container runtimes give by default. `SYS_ADMIN`, `NET_ADMIN`, `SYS_PTRACE` and their like let it out of its box.",
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
        capabilities:
          add: [~~SYS_ADMIN~~]
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
          add: [NET_BIND_SERVICE]
`,
			message: "The container `web` gets the capability `SYS_ADMIN`.",
		},
	],
	check: {
		container({ security, name }, { report }) {
			for (const { value, span } of security.add) {
				const capability = value.toUpperCase().replace(/^CAP_/, "");
				if (harmless.has(capability) || isOpen(value)) continue;
				report(span, {
					...(!powerful.has(capability) && { severity: "info" }),
					message:
						capability === "ALL"
							? `The container \`${name}\` gets every capability.`
							: `The container \`${name}\` gets the capability \`${value}\`.`,
				});
			}
		},
	},
});

/** What lets a container out, or change the node or its network. */
const powerful: ReadonlySet<string> = new Set([
	"ALL",
	"BPF",
	"DAC_READ_SEARCH",
	"NET_ADMIN",
	"SYS_ADMIN",
	"SYS_BOOT",
	"SYS_MODULE",
	"SYS_PTRACE",
	"SYS_RAWIO",
]);

/** What the baseline Pod Security Standard lets a container add. Source: kubernetes.io, Pod Security Standards, Capabilities. */
const harmless: ReadonlySet<string> = new Set([
	"AUDIT_WRITE",
	"CHOWN",
	"DAC_OVERRIDE",
	"FOWNER",
	"FSETID",
	"KILL",
	"MKNOD",
	"NET_BIND_SERVICE",
	"SETFCAP",
	"SETGID",
	"SETPCAP",
	"SETUID",
	"SYS_CHROOT",
]);
